"""What everybody does with an event: come, perhaps come, not come, bring guests, and say how it was."""

from enum import StrEnum

from bot.actions import Button, action
from bot.context import Context
from bot.doors import TELEGRAM
from bot.errors import Refusal
from bot.people import TEAM
from bot.texts import Text
from handlers.events import answer_store, rules, store
from handlers.events.answer_store import Given
from handlers.events.cards import calendar_path, card, picture, t, when
from handlers.events.rules import Answer, Choice, Mood
from handlers.events.store import Event

ONLY_HERE = ("://localhost", "://127.")


class At(StrEnum):
    """Where the card stands: in a message that was sent to somebody and stays, or on a screen."""

    LASTING = "a"
    SCREEN = "s"


@action()
async def answer(context: Context, event_id: int, choice: Choice, at: At) -> None:
    event = await locked_event(context, event_id)
    if (closed := _why_closed(context, event)) is not None:
        context.toast(closed)
        await show_card(context, event, at)
        return
    mine = await answer_store.find_answer(context.tx, event_id, context.person.id)
    if choice is Choice.COMING:
        await _come(context, event, mine)
    else:
        await _stay_away(context, event, mine, Answer(choice.value))
    await show_card(context, await known_event(context, event_id), at)


@action()
async def guests(context: Context, event_id: int, change: int, at: At) -> None:
    """One guest more, or one less."""
    event = await locked_event(context, event_id)
    if (closed := _why_closed(context, event)) is not None:
        raise Refusal(closed)
    mine = await answer_store.find_answer(context.tx, event_id, context.person.id)
    if mine is None or mine.answer is not Answer.COMING:
        raise Refusal(t.first_say_coming)
    wanted = mine.guests + (1 if change > 0 else -1)
    if not 0 <= wanted <= rules.MOST_GUESTS:
        raise Refusal(t.guests_limit(most=rules.MOST_GUESTS))
    if wanted > mine.guests and not rules.has_room(event.capacity or 0, event.taken, 1):
        raise Refusal(t.no_seat_for_guest)
    await answer_store.set_guests(context.tx, event_id, context.person.id, wanted)
    await answer_store.confirm(context.tx, event_id, context.person.id)
    await _fill_seats(context, event_id)
    context.toast(t.toast_guests(guests=wanted))
    await show_card(context, await known_event(context, event_id), at)


@action()
async def feedback(context: Context, event_id: int, mood: Mood) -> None:
    """Once each."""
    event = await known_event(context, event_id)
    if not await answer_store.set_mood(context.tx, event_id, context.person.id, mood):
        raise Refusal(t.mood_known)
    context.toast(t.toast_thanks)
    await context.renew(t.mood_kept(title=event.title, mood=t[f"mood-{mood.value}"]))


async def known_event(context: Context, event_id: int) -> Event:
    """Of this place, and no draft."""
    event = await store.find_event(context.tx, event_id)
    if event is None or event.place_id != context.place.id or event.status == "draft":
        raise Refusal(t.event_gone)
    return event


async def locked_event(context: Context, event_id: int) -> Event:
    """For whoever changes its seats or its time: two people must not take the last seat at once."""
    await context.tx.lock(f"event {event_id}")
    return await known_event(context, event_id)


async def show_card(context: Context, event: Event, at: At) -> None:
    mine = await answer_store.find_answer(context.tx, event.id, context.person.id)
    text, shown = card(event, context.place, mine), picture(event)
    rows = answer_rows(event, mine, at) if _why_closed(context, event) is None else []
    if (calendar := _calendar_button(context, event)) and (at is At.SCREEN or mine):
        rows.append([calendar])
    if at is At.LASTING:
        await context.renew(text, rows, shown)
        return
    if context.may(TEAM):
        # By its name: imported, it would import us.
        look_after = context.notices.town.actions["events.look_after"]
        rows.append([Button(t.look_after, look_after.partial_address(event.id))])
    await context.show(text, rows, shown, back=context.go(t.back, "events"))


def answer_rows(event: Event, mine: Given | None, at: At) -> list[list[Button]]:
    """The three answers, the own one marked; beneath them the guests of whoever comes."""
    own = mine.answer if mine and not mine.asked_again else None
    labels = {Choice.COMING: t.coming, Choice.MAYBE: t.maybe, Choice.CANT: t.cant}
    rows = [[answer.button(_marked(label, choice, own), event.id, choice, at) for choice, label in labels.items()]]
    if mine and mine.answer is Answer.COMING:
        fewer = [guests.button(t.guest_less, event.id, -1, at)] if mine.guests else []
        more = [guests.button(t.guest_more, event.id, 1, at)] if mine.guests < rules.MOST_GUESTS else []
        rows.append([*fewer, *more])
    return rows


def _marked(label: Text, choice: Choice, own: Answer | None) -> Text:
    if choice is Choice.COMING and own is Answer.WAITING:
        return t.in_line
    return t.chosen(answer=label) if own is not None and own.value == choice.value else label


def _calendar_button(context: Context, event: Event) -> Button | None:
    # Telegram refuses a whole message for a button that leads to this very machine.
    if context.speaker.door == TELEGRAM and any(here in context.links.web for here in ONLY_HERE):
        return None
    return Button(t.calendar, url=context.links.web + calendar_path(event, context.language))


def _why_closed(context: Context, event: Event) -> Text | None:
    if event.status == "cancelled":
        return t.is_cancelled
    return t.has_begun if context.now >= event.start else None


async def _come(context: Context, event: Event, mine: Given | None) -> None:
    had = mine.answer if mine else None
    if had is Answer.COMING:
        await answer_store.confirm(context.tx, event.id, context.person.id)
        context.toast(t.toast_coming)
        return
    if had is not Answer.WAITING:
        free = rules.has_room(event.capacity or 0, event.taken, 1) and not event.waiting
        became = Answer.COMING if free else Answer.WAITING
        await answer_store.set_answer(context.tx, event.id, context.person.id, became, context.now_ms)
    now = await answer_store.find_answer(context.tx, event.id, context.person.id)
    waits = now is not None and now.answer is Answer.WAITING
    context.toast(t.toast_waiting(position=now.place_in_line) if now and waits else t.toast_coming)


async def _stay_away(context: Context, event: Event, mine: Given | None, became: Answer) -> None:
    if mine is None or mine.answer is not became:
        await answer_store.set_answer(context.tx, event.id, context.person.id, became, context.now_ms)
        await _fill_seats(context, event.id)
    context.toast(t.toast_maybe if became is Answer.MAYBE else t.toast_cant)


async def _fill_seats(context: Context, event_id: int) -> None:
    """Whoever waits longest takes what became free, and hears it."""
    event = await known_event(context, event_id)
    waiting = await answer_store.waiting_list(context.tx, event_id)
    for party in rules.moving_up(event.capacity or 0, event.taken, waiting):
        await answer_store.move_up(context.tx, event_id, party.person_id)
        news = t.moved_up(title=event.title, when=when(event, context.place), where=event.whereabouts or "")
        cant = answer.button(t.cant_after_all, event_id, Choice.CANT, At.LASTING)
        await context.tell(party.person_id, news, [[cant]])
