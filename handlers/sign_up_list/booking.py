"""A list that came back becomes seats, under one lock: of two at once, the second reads what the first did."""

from dataclasses import dataclass

from bot.dialogue.context import Context
from bot.errors import Refusal
from handlers.sign_up_list import reading, rules, source, store
from handlers.sign_up_list.rules import Comparison, Noted
from handlers.sign_up_list.source import Gathering, SignUpSource
from handlers.sign_up_list.store import Paste
from handlers.sign_up_list.words import known_lines, t


@dataclass(frozen=True)
class Outcome:
    """How many have a seat and how many come with another number; the names of those in line, and without room."""

    booked: int
    changed: int
    waiting: tuple[str, ...]
    no_room: tuple[str, ...]


async def known(context: Context, kind: str, thing_id: int) -> tuple[SignUpSource, Gathering]:
    """Of this place."""
    found = source.find_source(context.notices, kind)
    one = await found.find(context.notices, thing_id) if found is not None else None
    if found is None or one is None:
        raise Refusal(t.no_such_list)
    return found, one


async def open_(context: Context, kind: str, thing_id: int) -> tuple[SignUpSource, Gathering]:
    found, one = await known(context, kind, thing_id)
    if not one.is_open:
        raise Refusal(t.is_closed)
    return found, one


async def my_paste(context: Context, paste_id: int) -> Paste:
    paste = await store.find(context.tx, context.place.id, context.person.id, paste_id)
    if paste is None:
        raise Refusal(t.paste_gone)
    return paste


async def held(context: Context, paste_id: int) -> tuple[Paste, SignUpSource, Gathering]:
    """For whoever changes something."""
    paste = await my_paste(context, paste_id)
    found, _ = await open_(context, paste.kind, paste.thing_id)
    await found.hold(context.notices, paste.thing_id)
    _, one = await open_(context, paste.kind, paste.thing_id)
    return await my_paste(context, paste_id), found, one


async def compare(context: Context, paste: Paste, found: SignUpSource, one: Gathering) -> Comparison:
    """As it is now, whatever was booked since it was pasted."""
    read = reading.read(paste.words, known_lines(one, context.links.anywhere(one.code)))
    noted = await found.noted(context.notices, one.id)
    themselves = await found.themselves(context.notices, one.id)
    return rules.compare(read, noted, themselves, paste.pasted_at, parties=found.parties)


async def book(context: Context, paste: Paste, found: SignUpSource, one: Gathering) -> Outcome:
    """In the order of the list; who was first in the line stays first."""
    told = await compare(context, paste, found, one)
    now = {each.id: each for each in await found.noted(context.notices, one.id)}
    for each in await store.booked(context.tx, paste.id):
        if not _is_still(paste, now.get(each.noted_id)):
            await store.drop(context.tx, paste.id, each.noted_id)
    room = rules.MOST_NOTED - len(now)
    booked = changed = 0
    waiting: list[str] = []
    no_room: list[str] = []
    for change in told.changed:
        had, entry = change.noted, change.entry
        if not await found.change(context.notices, one.id, had.id, entry.guests, entry.children):
            no_room.append(entry.name)
            continue
        changed += 1
        was = store.Noted(had.id, had.guests, had.children, entry.guests, entry.children)
        await store.note(context.tx, paste.id, was)
    for entry in told.new:
        guests, children = (entry.guests, entry.children) if found.parties else (0, 0)
        became = None
        if booked + len(waiting) < room:
            became = await found.add(context.notices, one.id, context.person.id, entry.name, guests, children)
        if became is None:
            no_room.append(entry.name)
            continue
        booked += not became.waiting
        if became.waiting:
            waiting.append(entry.name)
        await store.note(context.tx, paste.id, store.Noted(became.id, None, None, guests, children))
    await store.note_booked(context.tx, paste.id, context.now_ms)
    return Outcome(booked, changed, tuple(waiting), tuple(no_room))


async def undo(context: Context, paste: Paste, found: SignUpSource, one: Gathering) -> int:
    """What this list did and nobody changed since; how many that were."""
    now = {each.id: each for each in await found.noted(context.notices, one.id)}
    back = 0
    done = [(each, now.get(each.noted_id)) for each in await store.booked(context.tx, paste.id)]
    # Who waits goes first: she would be given the seat of the one before her, and taken off a moment later.
    for each, there in sorted(done, key=lambda one: one[1] is None or not one[1].waiting):
        if there is None or not _is_still(paste, there):
            continue
        if (there.guests, there.children) != (each.guests, each.children):
            continue
        if each.had_guests is None or each.had_children is None:
            back += await found.drop(context.notices, one.id, each.noted_id)
        else:
            back += await found.change(context.notices, one.id, each.noted_id, each.had_guests, each.had_children)
    await store.note_undone(context.tx, paste.id, context.now_ms)
    return back


def _is_still(paste: Paste, there: Noted | None) -> bool:
    """SQLite gives the number of who was taken off to who comes next: noted later, it is somebody else."""
    return there is not None and paste.booked_at is not None and there.noted_at <= paste.booked_at


async def take_off(context: Context, paste: Paste, found: SignUpSource, one: Gathering) -> list[str]:
    """Those who came by a list and do not stand on this one; their names."""
    gone = (await compare(context, paste, found, one)).gone
    # As in `undo`.
    in_line_first = sorted(gone, key=lambda each: not each.waiting)
    off = {each.id for each in in_line_first if await found.drop(context.notices, one.id, each.id)}
    return [each.name for each in gone if each.id in off]
