"""Whoever waits longest takes the seat that became free, hears of it, and is asked whether she still comes."""

from datetime import datetime

from bot.clock import milliseconds, moment
from bot.dialogue import campaigns
from bot.dialogue.actions import Button
from bot.dialogue.context import Notices
from bot.i18n.times import When, quiet_until
from handlers.events import answer_store, rules, sent_store, store
from handlers.events.cards import t, when
from handlers.events.rules import Choice
from handlers.events.sent_store import Kind
from handlers.events.store import Event

LASTING = "a"  # answering.At: the answer is given in a message that stays


async def fill(notices: Notices, event_id: int) -> None:
    """Expects the event to be locked."""
    event = await store.find_event(notices.tx, event_id)
    if event is None:
        return
    waiting = await answer_store.waiting_list(notices.tx, event_id)
    for party in rules.moving_up(event.capacity or 0, event.taken, waiting):
        # Silence keeps the seat, so the time to say no begins when she can have read that she has it.
        heard = quiet_until(notices.now, notices.place.clocks) or notices.now
        sure_by = rules.say_no_by(heard, event.start)
        await answer_store.move_up(notices.tx, event_id, party.person_id, milliseconds(sure_by))
        await _tell(notices, event, party.person_id, sure_by)


async def tell_anew(notices: Notices, event: Event) -> None:
    """Whoever has not read yet that she has a seat reads where and when it is now."""
    for campaign_id in await sent_store.campaigns_of(notices.tx, event.id, Kind.SEAT):
        unread = await campaigns.still_waiting(notices.tx, campaign_id)
        await campaigns.stop(notices.tx, campaign_id, notices.now)
        for person_id in unread:
            mine = await answer_store.find_answer(notices.tx, event.id, person_id)
            if mine is not None and mine.sure_by is not None:
                await _tell(notices, event, person_id, moment(mine.sure_by))


async def _tell(notices: Notices, event: Event, person_id: int, sure_by: datetime) -> None:
    campaign_id = await campaigns.new_campaign(notices.tx, event.place_id, notices.now)
    await sent_store.note_campaign(notices.tx, event.id, campaign_id, Kind.SEAT)
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
