"""What is needed here: all of it, one of them, and what one promised."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import paged
from bot.i18n.texts import join
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Stored
from handlers.needs import asking, cards, giving, receiving, rules, store
from handlers.needs.rules import Pledged, State
from handlers.needs.store.needs import Need
from handlers.needs.words import called, need_line, pledge_called, t

MOST, LINES = 40, 6


@action(command="needs")
async def needs(context: Context) -> None:
    await page(context, 0)


@action()
async def page(context: Context, number: int) -> None:
    found = await store.needs.listed(context.tx, context.place.id, MOST)
    choices: list[Button] = []
    if promised := await store.pledges.open_of(context.tx, context.place.id, context.person.id):
        choices.append(mine.button(t.my_promises(count=len(promised)), 0))
    choices += [look.button(called(one, 40), one.id) for one in found]
    if await store.needs.met(context.tx, context.place.id, 1):
        choices.append(met.button(t.see_met, 0))
    text = join(t.title, *map(need_line, found[:LINES])) if found else t.nothing_needed
    await context.show(text, paged(choices, number, page.button(t.more, max(number, 0) + 1)))


@action()
async def met(context: Context, number: int) -> None:
    """Kept and marked, apart, so that what is still needed does not drown among it."""
    found = await store.needs.met(context.tx, context.place.id, MOST)
    choices = [look.button(called(one, 40), one.id) for one in found]
    rows = paged(choices, number, met.button(t.more, max(number, 0) + 1))
    await context.show(join(t.met_title, *map(need_line, found[:LINES])), rows, back=needs.button(t.back))


@action()
async def mine(context: Context, number: int) -> None:
    found = await store.pledges.open_of(context.tx, context.place.id, context.person.id)
    choices = [giving.promise.button(pledge_called(one), one.id) for one in found]
    rows = paged(choices, number, mine.button(t.more, max(number, 0) + 1))
    await context.show(t.which_promise if found else t.nothing_promised, rows, back=needs.button(t.back))


@action()
async def look(context: Context, need_id: int) -> None:
    await _show(context, await cards.need(context, need_id), Where.INSTEAD)


@action()
async def see(context: Context, need_id: int) -> None:
    """From a message that stays."""
    await _show(context, await cards.need(context, need_id), Where.BELOW)


@action()
async def of_idea(context: Context, idea_id: int, number: int) -> None:
    """What one change needs, from its card."""
    idea = await cards.public_idea(context, idea_id)
    found = await store.needs.of_idea(context.tx, context.place.id, idea.id)
    choices: list[Button] = []
    if context.may(TEAM) and idea.status in rules.NEEDY:
        choices.append(asking.ask_kind.button(t.add, idea.id, 0))
    if idea.status in rules.NEEDY:
        choices += [look.button(called(one, 40), one.id) for one in found]
    choices.append(Button(t.money_of_change, f"needs.money:{idea.id}:0"))
    rows = paged(choices, number, of_idea.button(t.more, idea.id, max(number, 0) + 1))
    text = join(t.of_change, *map(need_line, found[:LINES])) if found else t.change_needs_nothing
    await context.show(text, rows, back=Button(t.back, f"ideas.card:{idea.id}"))


async def _show(context: Context, need: Need, where: Where) -> None:
    mine_ = await store.pledges.by(context.tx, context.place.id, need.id, context.person.id)
    rows: list[list[Button]] = []
    if mine_ is not None and mine_.state is not Pledged.WITHDRAWN:
        rows.append([giving.promise.button(t.my_promise, mine_.id)])
    elif need.state is State.OPEN:
        rows.append([giving.bring.button(t[f"bring-{need.kind.value}"], need.id)])
    if context.may(TEAM):
        rows.append([receiving.tend.button(t.look_after, need.id, 0)])
    rows.append([of_idea.button(t.of_this_change, need.idea_id, 0)])
    photo = next(
        (one.media_id for one in await store.pledges.of_need(context.tx, need.id) if _may_see(context, one)), None
    )
    picture = Stored(photo) if photo is not None else None
    await context.show(await cards.card(context, need), rows, picture, needs.button(t.back), where=where)


def _may_see(context: Context, one: store.pledges.Pledge) -> bool:
    """What was brought, for whoever brought it and the team."""
    return one.media_id is not None and (context.may(TEAM) or one.person_id == context.person.id)
