"""Who comes and who came: names for the team, ticked off at the door, also whoever came without a word."""

from bot.clock import moment
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join
from bot.identity import names
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.events import rules, store
from handlers.events.attending import seats
from handlers.events.attending.answering import known_event, locked_event
from handlers.events.rules import Answer, Mood
from handlers.events.store.answers import Guest
from handlers.events.store.events import Event
from handlers.events.words import party, t

LISTED = 60  # names in one message
TICKED = 6  # at a time


@action(TEAM)
async def guest_list(context: Context, event_id: int) -> None:
    event = await known_event(context, event_id)
    guests = await store.answers.guest_list(context.tx, event.id)
    with_them = party(event.guests, event.children)
    head = t.guest_list_with(party=with_them) if with_them else t.guest_list
    more = [t.more_guests(count=len(guests) - LISTED)] if len(guests) > LISTED else []
    moods = await store.answers.moods(context.tx, event.id)
    said = (
        [t.moods(good=moods[Mood.GOOD], fair=moods[Mood.FAIR], poor=moods[Mood.POOR])] if any(moods.values()) else []
    )
    lines = [_line(context, guest) for guest in guests[:LISTED]]
    first = head(title=event.title, people=event.coming, maybe=event.maybe)
    # By its name: imported, it would import us.
    back = Button(t.back, context.town.actions["events.look_after"].partial_address(event.id))
    rows = [[ticks.button(t.who_came, event.id, 0)]]
    if event.apart:
        rows.insert(0, [let_in.button(t.let_in(count=event.apart), event.id)])
    await context.show(join(first, *lines, *more, *said), rows, back=back)


@action(TEAM)
async def let_in(context: Context, event_id: int) -> None:
    """A crowd at one address are neighbours after all: into the line, and up where there are seats."""
    event = await locked_event(context, event_id)
    count = await store.answers.let_in(context.tx, event.id)
    await seats.fill(context.notices, event.id)
    context.toast(t.are_in(count=count))
    await guest_list(context, event.id)


@action(TEAM)
async def ticks(context: Context, event_id: int, number: int) -> None:
    await _show_ticks(context, await _at_the_door(context, event_id), number)


@action(TEAM)
async def note_came(context: Context, event_id: int, person_id: int, number: int, wished: int) -> None:
    event = await _at_the_door(context, event_id)
    await store.answers.note_came(context.tx, event.id, person_id, 1 if wished else 0)
    await _show_ticks(context, event, number)


@action(TEAM)
async def note_noted(context: Context, event_id: int, noted_id: int, number: int, wished: int) -> None:
    """The same of somebody without an account."""
    event = await _at_the_door(context, event_id)
    await store.on_behalf.note_came(context.tx, event.id, noted_id, 1 if wished else 0)
    await _show_ticks(context, event, number)


@action(TEAM)
async def tick(context: Context, event_id: int, person_id: int, number: int) -> None:
    """From an old chat, without a wish: how it stands now, with buttons that have one."""
    await _show_ticks(context, await _at_the_door(context, event_id), number)


@action(TEAM)
async def walk_in(context: Context, event_id: int, change: int, number: int) -> None:
    """As `tick`."""
    await _show_ticks(context, await _at_the_door(context, event_id), number)


@action(TEAM)
async def walk_ins(context: Context, event_id: int, people: int, number: int) -> None:
    """So many came without a word beforehand; one more than the presser saw, or one less."""
    await locked_event(context, event_id)
    event = await _at_the_door(context, event_id)
    if not 0 <= people <= rules.MOST_WALK_INS:
        raise Refusal(t.walk_ins_limit(most=rules.MOST_WALK_INS))
    if people == event.walk_ins:
        # Pressed twice, or another volunteer counted in the same moment: she sees which, and presses again.
        context.toast(t.walk_ins_stand(count=people))
    await store.events.set_walk_ins(context.tx, event.id, people)
    await _show_ticks(context, await known_event(context, event_id), number)


async def _at_the_door(context: Context, event_id: int) -> Event:
    """Refuses what was called off, and what is still far."""
    event = await known_event(context, event_id)
    if event.status == "cancelled":
        raise Refusal(t.is_cancelled)
    if context.now < event.start - rules.SHORT_BEFORE:
        raise Refusal(t.too_early_to_tick)
    return event


async def _show_ticks(context: Context, event: Event, number: int) -> None:
    guests = await store.answers.guest_list(context.tx, event.id)
    number = number if 0 <= number * TICKED < len(guests) else 0
    shown = guests[number * TICKED : (number + 1) * TICKED]
    rows = [[_tick_button(event, guest, number)] for guest in shown]
    earlier = [ticks.button(t.earlier, event.id, number - 1)] if number else []
    later = [ticks.button(t.later, event.id, number + 1)] if (number + 1) * TICKED < len(guests) else []
    fewer = [walk_ins.button(t.walk_in_less, event.id, event.walk_ins - 1, number)] if event.walk_ins else []
    without_a_word = [*fewer, walk_ins.button(t.walk_in_more, event.id, event.walk_ins + 1, number)]
    came = sum(guest.came for guest in guests)
    asked = t.tick_who_came(title=event.title, came=came, people=len(guests), more=event.walk_ins)
    # By its name: it asks us.
    codes = context.town.actions["check_in.of_event"]
    is_open = rules.doors_are_open(event.start, event.end, context.now)
    code = [Button(t.arriving, codes.partial_address(event.id))] if is_open else []
    back = guest_list.button(t.back, event.id)
    await context.show(asked, [*rows, [*earlier, *later], without_a_word, code], back=back)


def _tick_button(event: Event, guest: Guest, number: int) -> Button:
    wished = 0 if guest.came else 1
    if guest.noted_id:
        return note_noted.button(_tick_label(guest), event.id, guest.noted_id, number, wished)
    return note_came.button(_tick_label(guest), event.id, guest.person_id, number, wished)


def _tick_label(guest: Guest) -> Text:
    return (t.ticked if guest.came else t.not_ticked)(name=_named(guest))


def _line(context: Context, guest: Guest) -> Text:
    name = _named(guest)
    if guest.noted_id:
        return (t.noted_coming if guest.answer is Answer.COMING else t.noted_waiting)(name=name)
    if guest.asked_again:
        return t.guest_asked_again(name=name)
    if guest.answer is Answer.COMING and guest.sure_by is not None and guest.sure_by > context.now_ms:
        return t.guest_moved_up(name=name, until=When(moment(guest.sure_by), context.place.clocks))
    if guest.answer is Answer.COMING:
        return t.guest_coming(name=name)
    if guest.apart:
        return t.guest_apart(name=name)
    return (t.guest_maybe if guest.answer is Answer.MAYBE else t.guest_waiting)(name=name)


def _named(guest: Guest) -> Text:
    with_her = party(guest.guests, guest.children)
    # The name of somebody without an account goes some weeks afterwards.
    name = names.called(guest.name) if guest.name else t.without_name
    return t.name_with(name=name, party=with_her) if with_her else name
