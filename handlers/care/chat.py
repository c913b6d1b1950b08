"""What is looked after here: the list, one card, and what stands behind it."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import paged
from bot.i18n.texts import Text, join
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.care import cards, store
from handlers.care.checking import look_again
from handlers.care.days import cared, rhythm
from handlers.care.store.plans import Plan
from handlers.care.taking import look_after, ways
from handlers.care.words import called, found_line, t

AT_ONCE = 2  # beside "more"


@action(command="care")
async def care(context: Context) -> None:
    await _list(context, 0)


@action()
async def page(context: Context, number: int) -> None:
    await _list(context, max(number, 0))


@action()
async def look(context: Context, idea_id: int) -> None:
    await show_card(context, await cards.to_show(context, idea_id))


@action()
async def see(context: Context, idea_id: int) -> None:
    """From a message that stays."""
    await show_card(context, await cards.to_show(context, idea_id), Where.BELOW)


@action()
async def around(context: Context, idea_id: int, number: int) -> None:
    """What good means, tools, care days, handing it on."""
    plan = await cards.to_show(context, idea_id)
    choices = ways(context, plan)
    if plan.outcome is None and (plan.held_by(context.person.id) or context.may(TEAM)):
        choices.insert(1, rhythm.button(t.care_days, plan.idea_id))
    choices.append(Button(t.the_idea, f"ideas.back_to_card:{plan.idea_id}"))
    rows = paged(choices, number, around.button(t.more, plan.idea_id, max(number, 0) + 1))
    await context.show(await cards.card(context, plan), rows, back=look.button(t.back, plan.idea_id))


async def show_card(context: Context, plan: Plan, where: Where = Where.INSTEAD) -> None:
    """The first photo beside how it was found last."""
    rows: list[list[Button]] = []
    if plan.outcome is None:
        if plan.care_open_at is not None and plan.held_by(context.person.id):
            rows.append([cared.button(t.cared_for, plan.idea_id)])
        elif not plan.held_by(context.person.id) and (plan.steward_id is None or plan.deputy_id is None):
            rows.append([look_after.button(t.i_look_after_it, plan.idea_id)])
        if cards.answers(context, plan):
            rows.append([look_again.button(t.i_look_now, plan.idea_id)])
    rows.append([around.button(t.more, plan.idea_id, 0)])
    if (last := await cards.last_look(context, plan)) is not None:
        picture = await cards.beside(context.tx, context.place, plan, last)
    else:
        picture = await cards.picture(context.tx, plan)
    await context.show(await cards.card(context, plan), rows, picture, care.button(t.back_to_all), where=where)


async def _list(context: Context, number: int) -> None:
    found = await store.plans.listed(context.tx, context.place.id, context.person.id, number * AT_ONCE, AT_ONCE + 1)
    back = page.button(t.back, number - 1) if number else None
    if not found:
        await context.show(t.no_more if number else t.nothing_yet, back=back)
        return
    shown = found[:AT_ONCE]
    lines = [t.list_title, *[await _line(context, one) for one in shown]]
    rows = [[look.button(called(one, 40), one.idea_id)] for one in shown]
    if len(found) > AT_ONCE:
        rows.append([page.button(t.more, number + 1)])
    await context.show(join(*lines, separator="\n\n"), rows, back=back)


async def _line(context: Context, plan: Plan) -> Text:
    line = join(t.line(what=called(plan)), await cards.stewards_line(context.tx, plan))
    last = await cards.last_look(context, plan)
    return join(line, found_line(context.place, last)) if last is not None else line
