"""A line more: never one changed. Above the place's limit it counts once a second person agreed."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.incoming import Photo
from bot.errors import Refusal
from bot.i18n.texts import short
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.needs import cards, rules, store
from handlers.needs.rules import Money
from handlers.needs.store.lines import Line
from handlers.needs.words import money as shown
from handlers.needs.words import money_line, t

money = Ahead[[int, int]]("needs.money")
line = Ahead[[int]]("needs.line")


@action(TEAM)
async def choose_kind(context: Context, idea_id: int) -> None:
    idea = await cards.public_idea(context, idea_id)
    rows = [[ask_amount.button(t[f"choose-{one.value.replace('_', '-')}"], idea.id, one)] for one in Money]
    await context.show(t.which_money, rows, back=money.button(t.back, idea.id, 0))


@action(TEAM)
async def ask_amount(context: Context, idea_id: int, kind: Money) -> None:
    idea = await cards.public_idea(context, idea_id)
    rows = [[without_amount.button(t.without_amount, idea.id)]] if kind is Money.IN_KIND else []
    back = choose_kind.button(t.back, idea.id)
    await context.ask(t.how_much, hear_amount, idea.id, kind, rows=rows, back=back)


@action(TEAM)
async def without_amount(context: Context, idea_id: int) -> None:
    await _ask_words(context, idea_id, Money.IN_KIND, 0)


@action(TEAM)
async def hear_amount(context: Context, idea_id: int, kind: Money, words: str) -> None:
    await _ask_words(context, idea_id, kind, _amount(words))


@action(TEAM)
async def hear_what_for(context: Context, idea_id: int, kind: Money, amount: int, words: str) -> None:
    """The line stands as soon as it says what for."""
    idea = await cards.public_idea(context, idea_id)
    said = cards.read_words(words)
    if not 0 <= amount <= rules.MOST_AMOUNT:
        raise Refusal(t.how_much)
    await _add(context, idea.id, kind, amount, said, None, rules.needs_two(amount, context.place.money_limit))


@action(TEAM)
async def correct(context: Context, line_id: int) -> None:
    one = await _correctable(context, line_id)
    now = await store.lines.stands_at(context.tx, one.id)
    text = t.right_amount(number=one.number, amount=shown(now))
    await context.ask(text, hear_right_amount, one.id, back=line.button(t.back, one.id))


@action(TEAM)
async def hear_right_amount(context: Context, line_id: int, words: str) -> None:
    """A new row with the difference; what was written stays."""
    one = await _correctable(context, line_id)
    await context.tx.lock(f"money of {one.idea_id}")
    one, right = await _correctable(context, one.id), _amount(words)
    difference = right - await store.lines.stands_at(context.tx, one.id)
    if difference == 0:
        raise Refusal(t.right_already)
    two = not one.counts or rules.needs_two(difference, context.place.money_limit, right)
    await _add(context, one.idea_id, one.kind, difference, one.words, one, two)


@action(TEAM)
async def agree(context: Context, line_id: int) -> None:
    """The second of two, never the same one twice."""
    one = await known(context, line_id)
    await context.tx.lock(f"money of {one.idea_id}")
    if one.noted_by == context.person.id:
        raise Refusal(t.somebody_else_agrees)
    if (await known(context, one.id)).refused:
        raise Refusal(t.line_is_refused)
    if one.needs_two:
        await store.lines.agree(context.tx, one.id, context.person.id, context.now_ms)
    context.toast(t.toast_agreed)
    await line(context, one.id)


@action(TEAM)
async def refuse(context: Context, line_id: int) -> None:
    """What waits is not right: it waits no longer. Whoever wrote it may say so, too."""
    one = await known(context, line_id)
    await context.tx.lock(f"money of {one.idea_id}")
    one = await known(context, line_id)
    if one.counts or not (one.needs_two or one.refused):
        raise Refusal(t.line_counts)
    await store.lines.refuse(context.tx, one.id)
    context.toast(t.toast_refused)
    await line(context, one.id)


@action(TEAM)
async def ask_receipt(context: Context, line_id: int) -> None:
    one = await known(context, line_id)
    await context.ask(t.send_receipt, hear_receipt, one.id, back=line.button(t.back, one.id))


@action(TEAM)
async def hear_receipt(context: Context, line_id: int, photo: Photo) -> None:
    one = await known(context, line_id)
    await context.tx.lock(f"money of {one.idea_id}")
    if await store.lines.count_receipts(context.tx, one.id) >= rules.MOST_RECEIPTS:
        raise Refusal(t.enough_receipts(most=rules.MOST_RECEIPTS))
    media_id = await context.keep(photo)
    await store.lines.add_receipt(context.tx, one.id, media_id, context.person.id, photo.album, context.now_ms)
    await context.say(t.receipt_kept, [[line.button(t.see, one.id)]])


async def joins_album(context: Context, photo: Photo) -> bool:
    """A later picture of an album: one more receipt, or of what came in already, and no suggestion of its own."""
    album, me = photo.album or "", context.person.id
    line_id = await store.lines.of_album(context.tx, me, album)
    if line_id is None:
        return await store.pledges.in_album(context.tx, me, album)
    if context.may(TEAM) and await store.lines.count_receipts(context.tx, line_id) < rules.MOST_RECEIPTS:
        media_id = await context.keep(photo)
        await store.lines.add_receipt(context.tx, line_id, media_id, me, photo.album, context.now_ms)
    return True


async def known(context: Context, line_id: int) -> Line:
    found = await store.lines.find(context.tx, context.place.id, line_id)
    if found is None:
        raise Refusal(t.no_such_line)
    return found


async def _correctable(context: Context, line_id: int) -> Line:
    """A correction is corrected by correcting the line once more."""
    one = await known(context, line_id)
    if one.corrects is not None:
        raise Refusal(t.correct_the_line(number=one.corrected))
    if one.refused:
        raise Refusal(t.line_is_refused)
    return one


async def _ask_words(context: Context, idea_id: int, kind: Money, amount: int) -> None:
    idea = await cards.public_idea(context, idea_id)
    back = choose_kind.button(t.back, idea.id)
    await context.ask(t[f"what-for-{kind.value.replace('_', '-')}"], hear_what_for, idea.id, kind, amount, back=back)


async def _add(
    context: Context, idea_id: int, kind: Money, amount: int, words: str, corrects: Line | None, two: bool
) -> None:
    await context.tx.lock(f"money of {idea_id}")
    lines = await store.lines.of_idea(context.tx, context.place.id, idea_id)
    if len(lines) >= rules.MOST_LINES:
        raise Refusal(t.enough_lines(most=rules.MOST_LINES))
    me, now = context.person.id, context.now_ms
    line_of = corrects.id if corrects is not None else None
    line_id = await store.lines.add(
        context.tx, context.place.id, idea_id, kind, amount, short(words, rules.LONGEST), line_of, int(two), me, now
    )
    added = await known(context, line_id)
    rows: list[list[Button]] = [[ask_receipt.button(t.add_receipt, line_id)], [line.button(t.see, line_id)]]
    await context.say((t.line_waits if two else t.line_stands)(line=money_line(added)), rows)


def _amount(words: str) -> int:
    found = rules.read_amount(words)
    if found is None:
        raise Refusal(t.how_much)
    return found
