"""The team writes down what a change needs, one question at a time; half done, it is found again."""

from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.identity.roles import TEAM
from handlers.needs import cards, rules, store
from handlers.needs.rules import Kind, Level, State
from handlers.needs.store.needs import Need
from handlers.needs.words import called, kind_named, t

look = Ahead[[int]]("needs.look")
of_idea = Ahead[[int, int]]("needs.of_idea")


@action(TEAM)
async def ask_kind(context: Context, idea_id: int, page: int) -> None:
    idea = await cards.needy_idea(context, idea_id)
    half = await store.needs.draft(context.tx, context.place.id, idea.id, context.person.id)
    if half is not None and page == 0:
        await _go_on(context, half)
        return
    choices = [set_kind.button(kind_named(one), idea.id, one) for one in Kind]
    rows = paged(choices, page, ask_kind.button(t.more, idea.id, max(page, 0) + 1))
    await context.show(t.which_kind, rows, back=of_idea.button(t.back, idea.id, 0))


@action(TEAM)
async def set_kind(context: Context, idea_id: int, kind: Kind) -> None:
    idea = await cards.needy_idea(context, idea_id)
    await context.tx.lock(f"needs of {idea.id}")
    found = await store.needs.of_idea(context.tx, context.place.id, idea.id)
    if sum(one.state is State.OPEN for one in found) >= rules.MOST_NEEDS:
        raise Refusal(t.enough_needs(most=rules.MOST_NEEDS))
    half = await store.needs.draft(context.tx, context.place.id, idea.id, context.person.id)
    if half is None:
        me, now = context.person.id, context.now_ms
        need_id = await store.needs.begin(context.tx, context.place.id, idea.id, kind, me, now)
    else:
        need_id = half.id
        await store.needs.set_kind(context.tx, need_id, kind)
    await _go_on(context, await cards.draft(context, need_id))


@action(TEAM)
async def hear_need(context: Context, need_id: int, words: str) -> None:
    need = await cards.draft(context, need_id)
    await store.needs.set_words(context.tx, need.id, cards.read_words(words))
    await _go_on(context, await cards.draft(context, need.id))


@action(TEAM)
async def set_level(context: Context, need_id: int, level: Level) -> None:
    need = await cards.draft(context, need_id)
    await store.needs.set_level(context.tx, need.id, level)
    rows = [[without_day.button(t.no_date, need.id)]]
    await context.ask(t.by_when, hear_by, need.id, rows=rows, back=of_idea.button(t.back, need.idea_id, 0))


@action(TEAM)
async def hear_by(context: Context, need_id: int, words: str) -> None:
    need = await cards.draft(context, need_id)
    await _open(context, need, cards.read_day(context, words))


@action(TEAM)
async def without_day(context: Context, need_id: int) -> None:
    await _open(context, await cards.draft(context, need_id), None)


async def _go_on(context: Context, need: Need) -> None:
    back = of_idea.button(t.back, need.idea_id, 0)
    if not need.words:
        rows = [[ask_kind.button(t.another_kind, need.idea_id, 1)]]
        await context.ask(t[f"what-{need.kind.value}"], hear_need, need.id, rows=rows, back=back)
        return
    rows = [[set_level.button(t[f"choose-{one.value}"], need.id, one)] for one in Level]
    await context.show(t.which_level(what=called(need)), rows, back=back)


async def _open(context: Context, need: Need, by_at: int | None) -> None:
    """Whoever made the button up has not said yet what is needed."""
    if not need.words:
        await _go_on(context, need)
        return
    await store.needs.set_by(context.tx, need.id, by_at)
    await store.needs.set_state(context.tx, need.id, State.OPEN, None)
    rows = [[look.button(t.see, need.id)], [ask_kind.button(t.add_another, need.idea_id, 0)]]
    await context.say(t.written_down(what=called(need)), rows)
