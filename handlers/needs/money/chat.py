"""All lines of a change, one of them, and its receipts for the team."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import join
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Collage
from handlers.needs import cards, store
from handlers.needs.money import adding
from handlers.needs.store.lines import Line
from handlers.needs.words import day, money_line, t, totals

AT_ONCE = 8  # lines on a screen


@action()
async def money(context: Context, idea_id: int, page: int) -> None:
    """Every row, for everybody: the newest last, page by page."""
    idea = await cards.public_idea(context, idea_id)
    lines = await store.lines.of_idea(context.tx, context.place.id, idea.id)
    first = max(page, 0) * AT_ONCE
    shown = lines[first : first + AT_ONCE] or lines[:AT_ONCE]
    rows: list[list[Button]] = []
    if context.may(TEAM):
        rows.append([adding.choose_kind.button(t.add_line, idea.id)])
        if lines:
            rows.append([choose.button(t.look_at_line, idea.id, 0)])
    if len(lines) > first + AT_ONCE:
        rows.append([money.button(t.more, idea.id, max(page, 0) + 1)])
    text = join(t.money_title, *totals(lines), *map(money_line, shown)) if lines else t.no_money
    await context.show(join(text, t.money_note), rows, back=Button(t.back, f"needs.of_idea:{idea.id}:0"))


@action(TEAM)
async def choose(context: Context, idea_id: int, page: int) -> None:
    idea = await cards.public_idea(context, idea_id)
    lines = await store.lines.of_idea(context.tx, context.place.id, idea.id)
    choices = [line.button(t.line_number(number=one.number, words=one.words[:30]), one.id) for one in reversed(lines)]
    rows = paged(choices, page, choose.button(t.more, idea.id, max(page, 0) + 1))
    await context.show(t.which_line, rows, back=money.button(t.back, idea.id, 0))


@action(TEAM)
async def line(context: Context, line_id: int) -> None:
    one = await adding.known(context, line_id)
    lines = [money_line(one), t.line_noted(day=day(context.place, one.noted_at))]
    rows: list[list[Button]] = []
    waits = one.needs_two and not one.counts
    if waits and one.noted_by != context.person.id:
        rows.append([adding.agree.button(t.i_agree, one.id)])
    elif one.corrects is None and not one.refused:
        rows.append([adding.correct.button(t.correct, one.id)])
    if waits:
        rows.append([adding.refuse.button(t.refuse, one.id)])
    shown = bool(await store.lines.receipts(context.tx, one.id))
    if not (waits and shown):
        rows.append([adding.ask_receipt.button(t.add_receipt, one.id)])
    if shown:
        rows.append([receipts.button(t.see_receipts, one.id)])
    await context.show(join(*lines), rows, back=money.button(t.back, one.idea_id, 0))


@action(TEAM)
async def receipts(context: Context, line_id: int) -> None:
    """For the team alone: a receipt may say who bought what where."""
    one: Line = await adding.known(context, line_id)
    found = await store.lines.receipts(context.tx, one.id)
    if not found:
        raise Refusal(t.no_receipts)
    pictures = Collage(tuple((media_id, "") for media_id in found))
    await context.show(t.receipts_title(number=one.number), [], pictures, line.button(t.back, one.id))
