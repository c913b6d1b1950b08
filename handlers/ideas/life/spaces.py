"""Whose space an idea is in: it follows from the spot, and a volunteer can draw the boundary elsewhere."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import join
from bot.identity.places import Space
from bot.identity.roles import TEAM, Role
from handlers.ideas import cards, guards, store
from handlers.ideas.life import steps, vacancies
from handlers.ideas.words import space_name, t


@action(TEAM)
async def whose_space(context: Context, idea_id: int, page: int) -> None:
    idea = await guards.check_kept(context, idea_id)
    choices = [draw_boundary.button(space_name(space), idea.id, space) for space in Space if space is not idea.space]
    rows = paged(choices, max(0, page), whose_space.button(t.more, idea.id, page + 1))
    text = t.whose_space(number=idea.number, space=space_name(idea.space))
    await context.show(text, rows, back=cards.back_to_tools(idea))


@action(TEAM)
async def draw_boundary(context: Context, idea_id: int, space: Space) -> None:
    idea = await guards.check_kept(context, idea_id)
    rows = [[draw_plainly.button(t.without_reason, idea.id, space)]]
    question = t.why_this_space(number=idea.number, space=space_name(space))
    await context.ask(
        question, hear_why_space, idea.id, space, rows=rows, back=whose_space.button(t.back, idea.id, 0)
    )


@action(TEAM)
async def draw_plainly(context: Context, idea_id: int, space: Space) -> None:
    await hear_why_space(context, idea_id, space, "")


@action(TEAM)
async def hear_why_space(context: Context, idea_id: int, space: Space, reason: str) -> None:
    """The spot stays; what was agreed for another space does not count in this one."""
    idea = await guards.check_kept(context, idea_id)
    if space is idea.space:
        raise Refusal(t.space_is_so_already)
    role = Role(steps.taken_as(context, TEAM))
    await store.answers.draw(context.tx, idea, space, context.person.id, role, reason.strip(), context.now_ms)
    rows = [[whose_space.button(t.whose_space_button, idea.id, 0)], *cards.see_rows(idea)]
    who = await vacancies.whose_answer(context.tx, idea.place_id, space)
    drawn = t.space_drawn(number=idea.number, space=space_name(space), who=who)
    await context.say(join(drawn, *await vacancies.nobody_decides(context.tx, idea.place_id, space)), rows)
