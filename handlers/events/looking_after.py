"""What the team does with an announced event: sees who comes, ticks who came, calls it off."""

from bot.actions import action
from bot.context import Context
from bot.errors import Refusal
from bot.people import TEAM
from bot.texts import Text, clean, fits, join
from bot.texts import machine as m
from handlers.events import answer_store, rules, store, telling
from handlers.events.answer_store import Guest
from handlers.events.answering import known_event, locked_event
from handlers.events.cards import t, when
from handlers.events.chat import show_event
from handlers.events.making import change
from handlers.events.rules import Answer, Mood
from handlers.events.store import Event

LISTED = 60  # names in one message
TICKED = 3  # at a time


@action(TEAM)
async def look_after(context: Context, event_id: int) -> None:
    event = await known_event(context, event_id)
    rows = [[guest_list.button(t.who_comes, event.id)]]
    if event.status == "announced" and event.start > context.now:
        rows += [[change.button(t.change, event.id, 0)], [call_off.button(t.call_off, event.id)]]
    else:
        rows.append([ticks.button(t.who_came, event.id, 0)])
    back = show_event.button(t.back, event.id)
    await context.show(t.looking_after(title=event.title, when=when(event, context.place)), rows, back=back)


@action(TEAM)
async def guest_list(context: Context, event_id: int) -> None:
    event = await known_event(context, event_id)
    guests = await answer_store.guest_list(context.tx, event.id)
    head = t.guest_list(title=event.title, people=event.coming, guests=event.guests, maybe=event.maybe)
    more = [t.more_guests(count=len(guests) - LISTED)] if len(guests) > LISTED else []
    moods = await answer_store.moods(context.tx, event.id)
    said = (
        [t.moods(good=moods[Mood.GOOD], fair=moods[Mood.FAIR], poor=moods[Mood.POOR])] if any(moods.values()) else []
    )
    lines = [_line(guest) for guest in guests[:LISTED]]
    rows = [[ticks.button(t.who_came, event.id, 0)]] if guests else []
    await context.show(join(head, *lines, *more, *said), rows, back=look_after.button(t.back, event.id))


@action(TEAM)
async def ticks(context: Context, event_id: int, number: int) -> None:
    event = await known_event(context, event_id)
    if event.status == "cancelled":
        raise Refusal(t.is_cancelled)
    if context.now < event.start - rules.SHORT_BEFORE:
        raise Refusal(t.too_early_to_tick)
    await _show_ticks(context, event, number)


@action(TEAM)
async def tick(context: Context, event_id: int, person_id: int, number: int) -> None:
    event = await known_event(context, event_id)
    await answer_store.tick(context.tx, event.id, person_id)
    await _show_ticks(context, event, number)


@action(TEAM)
async def call_off(context: Context, event_id: int) -> None:
    event = await _ahead(context, event_id)
    asked = t.ask_reason(title=event.title)
    await context.ask(asked, hear_reason, event.id, back=look_after.button(t.back, event.id))


@action(TEAM)
async def hear_reason(context: Context, event_id: int, words: str) -> None:
    event = await _ahead(context, event_id)
    reason = clean(words).strip()
    if not reason:
        raise Refusal(m.expected_words)
    if not fits(reason, rules.LONGEST_REASON):
        raise Refusal(m.too_long(limit=rules.LONGEST_REASON))
    await store.set_cancel_reason(context.tx, event.id, reason)
    people = event.coming + event.maybe + event.waiting
    rows = [[call_off_now.button(t.call_off_now, event.id)], [look_after.button(t.keep_it, event.id)]]
    await context.show(t.confirm_call_off(title=event.title, reason=reason, people=people), rows)


@action(TEAM)
async def call_off_now(context: Context, event_id: int) -> None:
    event = await _ahead(context, event_id)
    if not event.cancel_reason:
        raise Refusal(t.reason_first)
    await store.cancel(context.tx, event.id, context.now_ms)
    people = await telling.tell_cancelled(context.notices, event, context.person.id)
    await context.show(
        t.is_called_off(title=event.title, people=people), [[show_event.button(t.see_event, event.id)]]
    )


async def _show_ticks(context: Context, event: Event, number: int) -> None:
    guests = await answer_store.guest_list(context.tx, event.id)
    number = number if 0 <= number * TICKED < len(guests) else 0
    shown = guests[number * TICKED : (number + 1) * TICKED]
    rows = [[tick.button(_tick_label(guest), event.id, guest.person_id, number)] for guest in shown]
    earlier = [ticks.button(t.earlier, event.id, number - 1)] if number else []
    later = [ticks.button(t.later, event.id, number + 1)] if (number + 1) * TICKED < len(guests) else []
    came = sum(guest.came for guest in guests)
    asked = t.tick_who_came(title=event.title, came=came, people=len(guests))
    await context.show(asked, [*rows, [*earlier, *later]], back=guest_list.button(t.back, event.id))


def _tick_label(guest: Guest) -> Text:
    return (t.ticked if guest.came else t.not_ticked)(name=guest.name, guests=guest.guests)


def _line(guest: Guest) -> Text:
    if guest.asked_again:
        return t.guest_asked_again(name=guest.name, guests=guest.guests)
    if guest.answer is Answer.COMING:
        return t.guest_coming(name=guest.name, guests=guest.guests)
    return (t.guest_maybe if guest.answer is Answer.MAYBE else t.guest_waiting)(name=guest.name)


async def _ahead(context: Context, event_id: int) -> Event:
    event = await locked_event(context, event_id)
    if event.status == "cancelled":
        raise Refusal(t.is_cancelled)
    if event.start <= context.now:
        raise Refusal(t.has_begun)
    return event
