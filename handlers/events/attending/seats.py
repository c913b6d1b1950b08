"""Whoever waits longest takes the seat that became free, hears of it, and is asked whether she still comes."""

from collections.abc import Sequence
from datetime import datetime

from bot.clock import milliseconds, moment
from bot.dialogue.notices import Notices
from bot.i18n.clocks import When, quiet_until
from bot.i18n.texts import Text, join
from bot.identity import names, roles
from bot.outbox import campaigns
from bot.outbox.message import Button
from handlers.events import rules, store
from handlers.events.rules import Choice
from handlers.events.store.events import Event
from handlers.events.store.on_behalf import OnBehalf
from handlers.events.store.sent import Kind
from handlers.events.words import t, when

LISTED = 40  # names in one message
LASTING = "a"  # answering.At: the answer is given in a message that stays


async def fill(notices: Notices, event_id: int, leaving: int | None = None) -> None:
    """Expects the event to be locked. Whoever is `leaving` is told nothing any more."""
    event = await store.events.find_event(notices.tx, event_id)
    if event is None:
        return
    waiting = await store.answers.waiting_list(notices.tx, event_id)
    seated: list[OnBehalf] = []
    for party in rules.moving_up(event.capacity or 0, event.taken, waiting):
        if party.noted_id:
            await store.on_behalf.move_up(notices.tx, party.noted_id)
            if (noted := await store.on_behalf.find(notices.tx, party.noted_id)) is not None:
                seated.append(noted)
            continue
        # Silence keeps the seat, so the time to say no begins when she can have read that she has it.
        heard = quiet_until(notices.now, notices.place.clocks) or notices.now
        sure_by = rules.say_no_by(heard, event.start)
        await store.answers.move_up(notices.tx, event_id, party.person_id, milliseconds(sure_by))
        await _tell(notices, event, party.person_id, sure_by)
    await _tell_of_noted(notices, event, seated, leaving)


async def _tell_of_noted(notices: Notices, event: Event, seated: Sequence[OnBehalf], leaving: int | None) -> None:
    """Whoever has no account hears it from who noted her; of several, that is one message."""
    by_noter: dict[int, list[str]] = {}
    for noted in seated:
        if (noter := await who_tells(notices, noted.noted_by, leaving)) is not None:
            by_noter.setdefault(noter, []).append(noted.name)
    for noter, called in by_noter.items():
        await notices.tell(noter, _moved_up(event, called, when(event, notices.place)))


def _moved_up(event: Event, called: Sequence[str], at: When) -> Text:
    if len(called) == 1:
        return t.noted_moved_up(name=names.called(called[0]), title=event.title, when=at)
    more = [t.more_guests(count=len(called) - LISTED)] if len(called) > LISTED else []
    said = t.several_moved_up(count=len(called), title=event.title, when=at)
    return join(said, *(names.called(one) for one in called[:LISTED]), *more)


async def who_tells(notices: Notices, noted_by: int | None, leaving: int | None = None) -> int | None:
    """Who noted somebody, as long as she is of the team; else another of the team. None where there is nobody."""
    team = [one for one in await roles.team(notices.tx, notices.place.id) if one != leaving]
    return noted_by if noted_by in team else next(iter(team), None)


async def tell_anew(notices: Notices, event: Event) -> None:
    """Whoever has not read yet that she has a seat reads where and when it is now."""
    for campaign_id in await store.sent.campaigns_of(notices.tx, event.id, Kind.SEAT):
        unread = await campaigns.still_waiting(notices.tx, campaign_id)
        await campaigns.stop(notices.tx, campaign_id, notices.now)
        for person_id in unread:
            mine = await store.answers.find_answer(notices.tx, event.id, person_id)
            if mine is not None and mine.sure_by is not None:
                await _tell(notices, event, person_id, moment(mine.sure_by))


async def _tell(notices: Notices, event: Event, person_id: int, sure_by: datetime) -> None:
    campaign_id = await campaigns.new_campaign(notices.tx, event.place_id, notices.now)
    await store.sent.note_campaign(notices.tx, event.id, campaign_id, Kind.SEAT)
    place = notices.place
    # By its name: imported, it would import us.
    answer = notices.town.actions["events.answer"]
    rows = [
        [Button(t.still_coming, answer.partial_address(event.id, Choice.COMING, LASTING))],
        [Button(t.cant_after_all, answer.partial_address(event.id, Choice.CANT, LASTING))],
    ]
    news = t.moved_up(
        title=event.title,
        when=when(event, place),
        where=event.whereabouts or "",
        until=When(sure_by, place.clocks),
    )
    await notices.tell(person_id, news, rows, campaign=str(campaign_id))
