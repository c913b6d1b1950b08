"""What many people hear about an event: that it is on, moved, near, called off, over."""

from collections.abc import Sequence

from bot import campaigns
from bot.actions import Rows
from bot.context import Notices
from bot.outgoing import Lane, Message
from bot.people import Role
from bot.texts import Text
from handlers.events import answer_store, rules, store
from handlers.events.answering import At, answer, answer_rows, feedback
from handlers.events.cards import card, picture, t, when
from handlers.events.rules import Answer, Choice, Mood, Reminder
from handlers.events.store import Event

MAY_COME = (Answer.COMING, Answer.MAYBE, Answer.WAITING)


async def announce(notices: Notices, event: Event) -> int:
    """To all members but its maker; returns how many they are."""
    campaign_id = await _campaign(notices, event)
    await campaigns.add_role(notices.tx, campaign_id, notices.place.id, Role.RESIDENT)
    await campaigns.leave_out(notices.tx, campaign_id, event.maker_id)
    message = Message(card(event, notices.place), answer_rows(event, None, At.LASTING), picture(event))
    await campaigns.queue_campaign(notices, campaign_id, message)
    return await campaigns.size(notices.tx, campaign_id)


async def tell_change(notices: Notices, event: Event) -> None:
    """Once, whatever was changed meanwhile; nobody, when it is again as they know it."""
    told_start, told_where = event.told_starts_at, event.told_whereabouts
    if told_start != event.starts_at:
        answers: tuple[Answer, ...] = (*MAY_COME, Answer.CANT)
        await answer_store.ask_again(notices.tx, event.id)
        news = t.moved(title=event.title, when=when(event, notices.place), where=event.whereabouts or "")
    elif told_where != event.whereabouts:
        answers = MAY_COME
        news = t.elsewhere(title=event.title, when=when(event, notices.place), where=event.whereabouts or "")
    else:
        return
    to = await answer_store.people_who(notices.tx, event.id, answers)
    await _tell(notices, event, to, news, answer_rows(event, None, At.LASTING))


async def tell_cancelled(notices: Notices, event: Event, by: int) -> int:
    """Stops what has not left yet; returns how many hear of it."""
    for campaign_id in await store.campaigns_of(notices.tx, event.id):
        await campaigns.stop(notices.tx, campaign_id, notices.now)
    to = await answer_store.people_who(notices.tx, event.id, MAY_COME)
    to = [person_id for person_id in to if person_id != by]
    reason = event.cancel_reason or ""
    await _tell(notices, event, to, t.called_off(title=event.title, when=when(event, notices.place), reason=reason))
    return len(to)


async def remind(notices: Notices, event: Event, reminder: Reminder) -> None:
    to = await answer_store.people_who(notices.tx, event.id, (Answer.COMING, Answer.MAYBE))
    near = t.in_hours if reminder is Reminder.HOURS else t.in_a_day
    news = near(title=event.title, when=when(event, notices.place), where=event.whereabouts or "")
    rows = [[answer.button(t.cant_after_all, event.id, Choice.CANT, At.LASTING)]]
    await _tell(notices, event, to, news, rows)


async def thank(notices: Notices, event: Event) -> None:
    to = await answer_store.people_to_thank(notices.tx, event.id)
    rows = [[feedback.button(t[f"mood-{mood.value}"], event.id, mood) for mood in Mood]]
    await _tell(notices, event, to, t.thanks(title=event.title), rows)


def needless_reminders(event: Event, notices: Notices) -> tuple[int | None, int | None]:
    """What people read just now need not be repeated to them as a reminder."""
    day, hours = rules.past_reminders(event.start, notices.now)
    return (notices.now_ms if day else None), (notices.now_ms if hours else None)


async def _tell(notices: Notices, event: Event, to: Sequence[int], news: Text, rows: Rows = ()) -> None:
    if not to:
        return
    campaign_id = await _campaign(notices, event)
    await campaigns.add_people(notices.tx, campaign_id, to)
    await campaigns.queue_campaign(notices, campaign_id, Message(news, rows), Lane.NOTICE)


async def _campaign(notices: Notices, event: Event) -> int:
    campaign_id = await campaigns.new_campaign(notices.tx, event.place_id, notices.now)
    await store.note_campaign(notices.tx, event.id, campaign_id)
    return campaign_id
