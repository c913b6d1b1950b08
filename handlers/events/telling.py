"""What many people hear about an event: that it is on, moved, near, called off, over."""

from collections.abc import Sequence

from bot.clock import moment
from bot.dialogue import forecast, mailing
from bot.dialogue.forecast import Forecast
from bot.dialogue.mailing import Brief
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, join
from bot.identity.roles import Role
from bot.outbox import campaigns
from bot.outbox.message import Button, Lane, Message, Rows
from bot.relay.services import Topic
from handlers.events import rules, store
from handlers.events.attending import seats
from handlers.events.attending.answering import At, answer, answer_rows, feedback
from handlers.events.cards import card, picture
from handlers.events.rules import Answer, Choice, Mood, Reminder
from handlers.events.store.events import Event
from handlers.events.store.sent import Kind
from handlers.events.words import t, when

MAY_COME = (Answer.COMING, Answer.MAYBE, Answer.WAITING)


async def foresee(notices: Notices, event: Event) -> Forecast:
    """Who hears of it when, if it is announced now."""

    async def gather(campaign_id: int) -> None:
        await _everybody_else(notices, campaign_id, event)

    return await forecast.foresee(notices, gather, useful_until=event.start)


async def announce(notices: Notices, events: Sequence[Event]) -> None:
    """To all members but its maker, all dates together."""
    campaign_id = await _campaign(notices, events, Kind.ANNOUNCEMENT)
    await _everybody_else(notices, campaign_id, events[0])
    await _queue_announcement(notices, campaign_id, events[0])
    await notices.post(Topic.EVENTS, card(events[0], notices.place), picture(events[0]), _link(events[0]))


async def renew_announcement(notices: Notices, event: Event) -> None:
    """Whoever has not been sent it yet, or would have been too late, is sent what is still on, as it is now; or
    nothing."""
    dates = [event] if event.status == "announced" else []
    if event.series_id is not None:
        dates = await store.events.dates_of(notices.tx, event.series_id, notices.now_ms)
    unread: set[int] = set()
    for campaign_id in await store.sent.campaigns_of(notices.tx, event.id, Kind.ANNOUNCEMENT):
        unread |= set(await campaigns.call_back(notices.tx, campaign_id, notices.now))
    if unread and dates:
        again = await _campaign(notices, dates, Kind.ANNOUNCEMENT)
        await campaigns.add_people(notices.tx, again, sorted(unread))
        await _queue_announcement(notices, again, dates[0])


async def tell_change(notices: Notices, changed: Sequence[Event]) -> None:
    """Once, whatever was changed meanwhile; nobody, when all is again as they know it.

    `changed` are one event, or dates of the same weekly one.
    """
    moved = [event for event in changed if event.told_starts_at != event.starts_at]
    elsewhere = [event for event in changed if event.told_whereabouts != event.whereabouts]
    longer = [event for event in changed if event.told_lasts != event.lasts]
    news = moved or elsewhere or longer
    if not news:
        return
    to: list[int] = []
    for event in news:
        for campaign_id in await store.sent.only_about(notices.tx, event.id, Kind.NEWS):
            await campaigns.stop(notices.tx, campaign_id, notices.now)
        # A new date is asked of everybody who read of the old one; a new place only matters to who may come.
        to += await _told_of(notices, event, tuple(Answer)) if moved else await _may_come(notices, event)
    for event in moved:
        await store.answers.ask_again(notices.tx, event.id)
    first, dates = news[0], len(news)
    one, several = t.end_changed, t.dates_end_changed
    if moved or elsewhere:
        one, several = (t.moved, t.dates_moved) if moved else (t.elsewhere, t.dates_elsewhere)
    said = several(dates=dates) if dates > 1 else one
    text = said(title=first.title, when=when(first, notices.place), where=first.whereabouts or "")
    await _tell(notices, news, to, text, answer_rows(first, None, At.LASTING))
    await _tell_noters(notices, news, text)
    await notices.post(Topic.EVENTS, text, link=_link(first))
    for event in news:
        await seats.tell_anew(notices, event)


async def who_hears_the_end(notices: Notices, events: Sequence[Event], by: int) -> list[int]:
    """Everybody whom the announcement reached or who may come, but whoever cannot come anyway."""
    found: list[int] = []
    for event in events:
        found += await _told_of(notices, event, MAY_COME)
    return [person_id for person_id in dict.fromkeys(found) if person_id != by]


async def tell_cancelled(notices: Notices, events: Sequence[Event], by: int) -> int:
    """Stops what has not left yet; returns how many hear of it. Expects the events to be cancelled."""
    to = await who_hears_the_end(notices, events, by)
    for event in events:
        await renew_announcement(notices, event)
        for kind in (Kind.NEWS, Kind.SEAT):
            for campaign_id in await store.sent.only_about(notices.tx, event.id, kind):
                await campaigns.stop(notices.tx, campaign_id, notices.now)
    first = events[0]
    said = t.called_off if len(events) == 1 else t.dates_called_off(dates=len(events))
    reason = first.cancel_reason or ""
    text = said(title=first.title, when=when(first, notices.place), reason=reason)
    await _tell(notices, events, to, text)
    await _tell_noters(notices, events, text)
    await notices.post(Topic.EVENTS, text, link=_link(first))
    return len(to)


async def remind(notices: Notices, event: Event, reminder: Reminder) -> None:
    to = await store.answers.people_who(notices.tx, event.id, (Answer.COMING, Answer.MAYBE))
    near = t.in_hours if reminder is Reminder.HOURS else t.in_a_day
    news = near(title=event.title, when=when(event, notices.place), where=event.whereabouts or "")
    rows = [[answer.button(t.cant_after_all, event.id, Choice.CANT, At.LASTING)]]
    await _tell(notices, [event], to, news, rows)


async def thank(notices: Notices, event: Event) -> None:
    to = await store.answers.people_to_thank(notices.tx, event.id)
    rows = [[feedback.button(t[f"mood-{mood.value}"], event.id, mood) for mood in Mood]]
    await _tell(notices, [event], to, t.thanks(title=event.title), rows)


async def _tell_noters(notices: Notices, events: Sequence[Event], news: Text) -> None:
    """Whoever noted neighbours without an account tells them; where she left, or the team, one of the team."""
    noted: dict[int, int] = {}
    for event in events:
        for noted_by, count in await store.on_behalf.noters(notices.tx, event.id):
            if (person_id := await seats.who_tells(notices, noted_by)) is not None:
                noted[person_id] = noted.get(person_id, 0) + count
    for person_id, count in noted.items():
        await notices.tell(person_id, join(news, t.tell_the_group(count=count)))


def needless_reminders(event: Event, notices: Notices) -> tuple[int | None, int | None]:
    """What people read just now need not be repeated to them as a reminder."""
    day, hours = rules.past_reminders(event.start, notices.now)
    return (notices.now_ms if day else None), (notices.now_ms if hours else None)


def _link(event: Event) -> str:
    """What `/start` must carry to open it, for whoever reads of it elsewhere."""
    return f"event-{event.id}"


async def _may_come(notices: Notices, event: Event) -> list[int]:
    return await store.answers.people_who(notices.tx, event.id, MAY_COME)


async def _told_of(notices: Notices, event: Event, answers: Sequence[Answer]) -> list[int]:
    """Who gave one of these answers, and who read the announcement and has not answered.

    Whoever waits for it, would have been too late, or reads it as it is since the last change, knows nothing older.
    """
    tx = notices.tx
    left_out = set(await store.answers.people_who(tx, event.id, tuple(Answer)))
    read: list[int] = []
    for campaign_id in await store.sent.campaigns_of(tx, event.id, Kind.ANNOUNCEMENT):
        read += await campaigns.told(tx, campaign_id)
        left_out |= set(await campaigns.still_waiting(tx, campaign_id))
    if event.status == "announced" and event.change_due_at is not None:
        for campaign_id in await store.sent.announced_as_it_is(tx, event.id):
            left_out |= set(await campaigns.people_in(tx, campaign_id))
    answered = await store.answers.people_who(tx, event.id, answers)
    return [*answered, *(person_id for person_id in read if person_id not in left_out)]


async def _queue_announcement(notices: Notices, campaign_id: int, event: Event) -> None:
    message = Message(card(event, notices.place), answer_rows(event, None, At.LASTING), picture(event))
    until = moment(event.starts_at) if event.starts_at is not None else None
    # By its name: imported, it would import us.
    below = notices.town.actions["events.open_below"].partial_address(event.id)
    brief = Brief(
        t.in_short(title=event.title, when=when(event, notices.place)), Button(t.open_event(title=event.title), below)
    )
    await mailing.queue_unasked(notices, campaign_id, message, useful_until=until, brief=brief)


async def _everybody_else(notices: Notices, campaign_id: int, event: Event) -> None:
    await campaigns.add_role(notices.tx, campaign_id, notices.place.id, Role.RESIDENT)
    await campaigns.leave_out(notices.tx, campaign_id, event.maker_id)


async def _tell(notices: Notices, events: Sequence[Event], to: Sequence[int], news: Text, rows: Rows = ()) -> None:
    if not to:
        return
    campaign_id = await _campaign(notices, events, Kind.NEWS)
    await campaigns.add_people(notices.tx, campaign_id, to)
    await mailing.queue_campaign(notices, campaign_id, Message(news, rows), Lane.NOTICE)


async def _campaign(notices: Notices, events: Sequence[Event], kind: Kind) -> int:
    campaign_id = await campaigns.new_campaign(notices.tx, events[0].place_id, notices.now)
    for event in events:
        await store.sent.note_campaign(notices.tx, event.id, campaign_id, kind)
    return campaign_id
