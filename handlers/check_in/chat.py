"""A code on the organiser's phone, and whoever scans it is noted as there."""

import secrets

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.doors.door import TELEGRAM, WEB
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import join, short
from bot.identity import places, roles
from bot.identity.roles import TEAM, Role
from bot.outbox.message import Button, Made
from bot.workers import crowds
from bot.workers.crowds import Thing
from handlers.check_in import rules, source, store
from handlers.check_in.source import Arrived, CheckInSource, Door
from handlers.check_in.words import t

PICTURE = "check_in.code"
DOORS = (WEB, TELEGRAM)
ON_BUTTON = 40  # letters


@action(TEAM, command="arriving")
async def arriving(context: Context) -> None:
    await page(context, 0)


@action(TEAM)
async def page(context: Context, number: int) -> None:
    """What people arrive at just now."""
    first, last = context.now + rules.BEFORE, context.now - rules.AFTER
    found = [
        (one, kind.kind)
        for kind in source.sources(context.notices)
        for one in await kind.between(context.notices, first, last)
    ]
    found.sort(key=lambda each: each[0].start)
    buttons = [
        (of_event if kind == "event" else of_task).button(t.of_one(title=short(one.title, ON_BUTTON)), one.id)
        for one, kind in found
    ]
    rows = paged(buttons, number, page.button(t.more, max(number, 0) + 1))
    await context.show(t.at_which if found else t.at_nothing, rows, back=context.go(t.back, "home"))


@action(TEAM)
async def of_event(context: Context, event_id: int) -> None:
    await show_code(context, "event", event_id, WEB)


@action(TEAM)
async def of_task(context: Context, date_id: int) -> None:
    await show_code(context, "task", date_id, WEB)


@action(TEAM)
async def show_code(context: Context, kind: str, thing_id: int, door: str) -> None:
    """The one that counts now; on the organiser's screen alone, and never in a message to anybody."""
    found, one = await _known(context, kind, thing_id)
    _check_time(context, one)
    if door not in DOORS:
        raise Refusal(t.no_such_door)
    place = context.place
    await store.add(context.tx, place.id, found.kind, one.id, secrets.token_hex(rules.SECRET_BYTES), context.now_ms)
    window = rules.window_of(context.now)
    until = When(rules.counts_until(window, context.now), place.clocks, "time")
    lines = [t.code(title=one.title, until=until), t.so_many(there=one.there, expected=one.expected)]
    if context.links.only_here:
        lines.append(t.only_here)
    rows = [[show_code.button(t.renew, found.kind, one.id, door)]]
    if context.links.telegram:
        other, label = (TELEGRAM, t.for_telegram) if door == WEB else (WEB, t.for_web)
        # Beside it, so that the picture and what is pressed fit on one phone.
        rows[0].append(show_code.button(label, found.kind, one.id, other))
    rows.append([_by_name(context, found.ticks, one.id, 0)])
    made = Made(PICTURE, f"{place.id}:{found.kind}:{one.id}:{window}:{door}", t.not_made)
    await context.show(join(*lines), rows, made, back=_shown(context, found, one))


async def open_link(context: Context, rest: str) -> None:
    """From the camera of whoever stands at the door; a newcomer arrives here first, and is noted then."""
    scanned = rules.read(rest)
    place = await places.find_by_code(context.tx, scanned.place) if scanned else None
    found = source.find_source(context.notices, scanned.letter) if scanned else None
    if scanned is None or place is None or found is None:
        raise Refusal(t.no_code)
    # Before anybody enters a place by it, the code must be right.
    secret = await store.find(context.tx, place.id, found.kind, scanned.thing_id)
    if secret is None:
        raise Refusal(t.no_code)
    if not rules.proves(secret, scanned.proof, context.now):
        raise Refusal(t.run_out)
    if place.id != context.place.id:
        await context.enter(place.id)
    found, one = await _known(context, found.kind, scanned.thing_id)
    _check_time(context, one)
    if await _is_new(context):
        # A press says over which network it came, a link does not: two hundred cookies are one phone.
        rows = [[here.button(t.i_am_here, f"{scanned.letter}{scanned.thing_id}", scanned.proof)]]
        await context.show(t.are_you_here(title=one.title), rows)
        return
    await _arrive(context, found, one)


@action()
async def here(context: Context, which: str, proof: str) -> None:
    named = rules.thing(which)
    found = source.find_source(context.notices, named[0]) if named else None
    if named is None or found is None:
        raise Refusal(t.no_code)
    secret = await store.find(context.tx, context.place.id, found.kind, named[1])
    if secret is None:
        raise Refusal(t.no_code)
    if not rules.proves(secret, proof, context.now, rules.TO_PRESS):
        raise Refusal(t.run_out)
    found, one = await _known(context, found.kind, named[1])
    _check_time(context, one)
    await _arrive(context, found, one)


async def _is_new(context: Context) -> bool:
    known = await crowds.met(context.tx, context.person.id)
    is_known = known.on_telegram or context.roles != {Role.RESIDENT}
    return not is_known and known.created_at > milliseconds(context.now - crowds.NEW)


async def _arrive(context: Context, found: CheckInSource, one: Door) -> None:
    judged = await crowds.judge(context, Thing(f"check-in {found.kind}", one.id, context.now_ms))
    if judged.alarm:
        team = await roles.team(context.tx, context.place.id)
        await context.tell_all(team, t.crowd(title=one.title, count=judged.alarm))
    see = [[_shown(context, found, one, below=True)]]
    if judged.apart:
        await context.say(t.by_hand_please(title=one.title), see)
        return
    became = await found.arrive(context.notices, one.id, context.person.id)
    said = {
        Arrived.NOTED: t.noted,
        Arrived.ALREADY: t.noted_already,
        Arrived.FULL: t.full,
        Arrived.ADULTS: t.for_adults,
    }
    await context.say(said[became](title=one.title), see)


async def _known(context: Context, kind: str, thing_id: int) -> tuple[CheckInSource, Door]:
    """Of this place, and on."""
    found = source.find_source(context.notices, kind)
    one = await found.find(context.notices, thing_id) if found is not None else None
    if found is None or one is None:
        raise Refusal(t.no_code)
    if not one.is_on:
        raise Refusal(t.is_off(title=one.title))
    return found, one


def _check_time(context: Context, one: Door) -> None:
    if rules.is_early(one.start, context.now):
        opens = When(one.start - rules.BEFORE, context.place.clocks)
        raise Refusal(t.too_early(title=one.title, when=opens))
    if rules.is_late(one.end, context.now):
        raise Refusal(t.is_over(title=one.title))


def _by_name(context: Context, name: str, *args: int) -> Button:
    return Button(t.by_hand, context.town.actions[name].partial_address(*args))


def _shown(context: Context, found: CheckInSource, one: Door, *, below: bool = False) -> Button:
    """By its name: it is another feature's."""
    name = found.shows_below if below else found.shows
    return Button(t.see_it if below else t.back, context.town.actions[name].partial_address(one.id))
