"""A permit begins: for an idea or for the shop alone, from a list of steps that fits its kind."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import short
from handlers.permits import cards, rules, store
from handlers.permits.rules import DESK, Kind
from handlers.permits.words import kind_name, t

MOST_IDEAS = 30  # to choose from; any other by its number, from its card
show_desk = Ahead[[]]("permits.permits")


@action(DESK)
async def choose_idea(context: Context, page: int) -> None:
    found = await store.permits.ideas_to_choose(context.tx, context.place.id, MOST_IDEAS)
    choices = [
        choose_kind.button(t.idea(number=number, words=short(words, 30)), idea_id, 0)
        for idea_id, number, words in found
    ]
    choices.insert(min(len(choices), 2), choose_kind.button(t.without_idea, 0, 0))
    rows = paged(choices, page, choose_idea.button(t.more, max(page, 0) + 1))
    await context.show(t.for_which_idea, rows, back=show_desk.button(t.back))


@action(DESK)
async def choose_kind(context: Context, idea_id: int, page: int) -> None:
    if idea_id:
        await cards.on_board(context, idea_id)
    choices = [begin_one.button(kind_name(one), idea_id, one) for one in Kind]
    rows = paged(choices, page, choose_kind.button(t.more, idea_id, max(page, 0) + 1))
    await context.show(t.which_kind, rows, back=choose_idea.button(t.back, 0))


@action(DESK)
async def begin_one(context: Context, idea_id: int, kind: Kind) -> None:
    idea = await cards.on_board(context, idea_id) if idea_id else None
    of, place_id = idea.id if idea else None, context.place.id
    await context.tx.lock(f"permits of place {place_id}")
    permit_id = await store.permits.latest_of(context.tx, place_id, of, kind)
    if permit_id is None:
        if await store.permits.count_open(context.tx, place_id) >= rules.MOST_OPEN:
            raise Refusal(t.enough_open(limit=rules.MOST_OPEN))
        if of is not None and len(await store.permits.of_idea(context.tx, of)) >= rules.MOST_OF_IDEA:
            raise Refusal(t.enough_of_idea(limit=rules.MOST_OF_IDEA))
        permit_id = await store.permits.add(context.tx, place_id, of, kind, context.person.id, context.now_ms)
        await store.steps.begin_with(context.tx, permit_id, kind)
        context.toast(t.toast_begun)
    await cards.look(context, permit_id)
