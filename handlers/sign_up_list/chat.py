"""A list to paste into a group, the list as it comes back, and one tap that books who is on it."""

from bot.clock import milliseconds
from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import join, literal, short
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.sign_up_list import booking, reading, rules, source, store
from handlers.sign_up_list.source import Gathering, SignUpSource
from handlers.sign_up_list.words import known_lines, listed, result, t, to_copy

AHEAD = 10  # of each kind
ON_BUTTON = 40  # letters


@action(TEAM, command="lists")
async def lists(context: Context) -> None:
    await page(context, 0)


@action(TEAM)
async def page(context: Context, number: int) -> None:
    """What is to come, events and tasks, soonest first."""
    found = [
        (one, kind.kind)
        for kind in source.sources(context.notices)
        for one in await kind.ahead(context.notices, AHEAD)
    ]
    found.sort(key=lambda each: each[0].start)
    labels = [t.of_one(title=short(one.title, ON_BUTTON)) for one, _ in found]
    buttons = [
        (of_event if kind == "event" else of_task).button(label, one.id)
        for label, (one, kind) in zip(labels, found, strict=True)
    ]
    rows = paged(buttons, number, page.button(t.more, max(number, 0) + 1))
    await context.show(t.which_list if found else t.nothing_ahead, rows, back=context.go(t.back, "home"))


@action(TEAM)
async def of_event(context: Context, event_id: int) -> None:
    await _hand_out(context, "event", event_id)


@action(TEAM)
async def of_task(context: Context, date_id: int) -> None:
    await _hand_out(context, "task", date_id)


async def _hand_out(context: Context, kind: str, thing_id: int) -> None:
    """The text to copy, and beneath it the question for the list as the group made it."""
    found, one = await booking.open_(context, kind, thing_id)
    noted = await found.noted(context.notices, one.id)
    for part in to_copy(one, noted, context.links.anywhere(one.code)):
        await context.say(part, where=Where.BELOW)
    back = _back(context, found, one)
    await context.ask(t.paste_back(title=one.title), hear_list, kind, one.id, back=back, where=Where.BELOW)


@action(TEAM)
async def hear_list(context: Context, kind: str, thing_id: int, words: str) -> None:
    _, one = await booking.open_(context, kind, thing_id)
    if len(words) > rules.LONGEST_PASTE:
        raise Refusal(t.too_long)
    if rules.of_another(words, one.code):
        raise Refusal(t.of_another(title=one.title))
    read = reading.read(words, known_lines(one, context.links.anywhere(one.code)))
    if not read.entries:
        raise Refusal(t.no_names if read.unread or not read.blank else t.still_blank)
    await context.tx.lock(f"lists of {context.person.id}")
    since = milliseconds(context.now - rules.PASTE_KEPT)
    if await store.count_since(context.tx, context.person.id, since) >= rules.MOST_PASTES:
        raise Refusal(t.enough_for_today(most=rules.MOST_PASTES))
    paste_id = await store.add(context.tx, context.place.id, context.person.id, kind, one.id, words, context.now_ms)
    await compare(context, paste_id)


@action(TEAM)
async def compare(context: Context, paste_id: int) -> None:
    """Who is new, gone, comes with another number; and what was not understood."""
    paste = await booking.my_paste(context, paste_id)
    found, one = await booking.known(context, paste.kind, paste.thing_id)
    told = await booking.compare(context, paste, found, one)
    rows = []
    if told.is_news:
        rows.append([book.button(t.book(count=len(told.new) + len(told.changed)), paste.id)])
    if told.gone:
        rows.append([ask_gone.button(t.take_off(count=len(told.gone)), paste.id)])
    text = result(one.title, told)
    if not told.is_news and not told.gone:
        text = join(text, t.nothing_new)
    await context.show(text, rows, back=_back(context, found, one))


@action(TEAM)
async def book(context: Context, paste_id: int) -> None:
    paste, found, one = await booking.held(context, paste_id)
    became = await booking.book(context, paste, found, one)
    did = became.booked or became.changed or became.waiting
    if not did and not became.no_room:
        context.toast(t.booked_already)
        await compare(context, paste.id)
        return
    lines = [t.booked(title=one.title, count=became.booked)]
    if became.changed:
        lines.append(t.changed_too(count=became.changed))
    if became.waiting:
        lines += listed(t.waiting(count=len(became.waiting)), [literal(name) for name in became.waiting])
    if became.no_room:
        lines += listed(t.no_room(count=len(became.no_room)), [literal(name) for name in became.no_room])
    rows = [[undo.button(t.undo, paste.id)]] if did else []
    told = await booking.compare(context, paste, found, one)
    if told.gone:
        rows.append([ask_gone.button(t.take_off(count=len(told.gone)), paste.id)])
    await context.say(join(*lines), [*rows, [_see_below(context, found, one)]])


@action(TEAM)
async def undo(context: Context, paste_id: int) -> None:
    paste, found, one = await booking.held(context, paste_id)
    if paste.undone_at is not None:
        raise Refusal(t.undone_already)
    back = await booking.undo(context, paste, found, one)
    rows = [[compare.button(t.look_again, paste.id)], [_see_below(context, found, one)]]
    await context.say(t.undone(title=one.title, count=back), rows)


@action(TEAM)
async def ask_gone(context: Context, paste_id: int) -> None:
    """Perhaps only a part of the list was pasted: nobody is taken off unasked."""
    paste = await booking.my_paste(context, paste_id)
    found, one = await booking.known(context, paste.kind, paste.thing_id)
    gone = (await booking.compare(context, paste, found, one)).gone
    back = compare.button(t.back, paste.id)
    if not gone:
        await context.show(t.nobody_gone, back=back)
        return
    names = listed(t.really_gone(title=one.title, count=len(gone)), [literal(each.name) for each in gone])
    rows = [[take_off.button(t.take_off_now(count=len(gone)), paste.id)], [compare.button(t.leave_them, paste.id)]]
    await context.show(join(*names), rows, back=back)


@action(TEAM)
async def take_off(context: Context, paste_id: int) -> None:
    paste, found, one = await booking.held(context, paste_id)
    gone = await booking.take_off(context, paste, found, one)
    if not gone:
        raise Refusal(t.nobody_gone)
    text = join(*listed(t.taken_off(title=one.title, count=len(gone)), [literal(name) for name in gone]))
    await context.say(text, [[_see_below(context, found, one)]])


def _see_below(context: Context, found: SignUpSource, one: Gathering) -> Button:
    """What was booked stays in the chat, with the way to take it back."""
    return Button(t.see_it, context.town.actions[found.shows_below].partial_address(one.id))


def _back(context: Context, found: SignUpSource, one: Gathering) -> Button:
    """By its name: it is another feature's."""
    return Button(t.back, context.town.actions[found.shows].partial_address(one.id))
