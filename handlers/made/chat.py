"""The register: what people made here, one card, and the link that leads to it."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context, Where
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.texts import Text, join
from bot.identity import places
from bot.identity.roles import TEAM
from bot.outbox.message import Button, Collage
from handlers.made import cards, rules, store
from handlers.made.changing import change, manage, which_surface
from handlers.made.making import agreed, look_after, my_part, second_surface, wish
from handlers.made.registering import choose_finished
from handlers.made.rules import OWNERS, State
from handlers.made.store.things import Surface, Thing
from handlers.made.words import called, t, where

AT_ONCE = 2  # beside "more"


@action(command="made")
async def made(context: Context) -> None:
    await _list(context, 0)


@action()
async def page(context: Context, number: int) -> None:
    await _list(context, max(number, 0))


@action()
async def look(context: Context, thing_id: int) -> None:
    await show_card(context, await cards.known(context, thing_id))


@action()
async def see(context: Context, thing_id: int) -> None:
    """From a message that stays."""
    await show_card(context, await cards.known(context, thing_id), Where.BELOW)


@action()
async def more(context: Context, thing_id: int, number: int) -> None:
    """What is wished for it, until when it stays, what else it is on, and who looks after it."""
    thing = await cards.known(context, thing_id)
    surfaces = await store.things.surfaces(context.tx, thing.id)
    mine = await store.makers.part(context.tx, thing.id, context.person.id)
    choices: list[Button] = []
    if mine is not None or context.may(TEAM):
        choices.append(wish.button(t.wish_button, thing.id))
    choices += [agreed.button(t.agreed_button, one.id) for one in surfaces if _agrees(context, one)][:1]
    if thing.idea_id is not None:
        choices.append(cards.care(thing))
    elif thing.steward_id is None:
        choices.append(look_after.button(t.steward_yes, thing.id, 1))
    elif thing.steward_id == context.person.id:
        choices.append(look_after.button(t.steward_no, thing.id, 0))
    if context.may(TEAM) and len(surfaces) < rules.MOST_SURFACES:
        choices.append(second_surface.button(t.second_surface, thing.id, 0))
    rows = paged(choices, number, more.button(t.more, thing.id, max(number, 0) + 1))
    await context.show(await cards.card(context, thing), rows, cards.picture(thing), cards.back_to_card(thing))


async def show_card(context: Context, thing: Thing, where: Where = Where.INSTEAD) -> None:
    surfaces = await store.things.surfaces(context.tx, thing.id)
    mine = await store.makers.part(context.tx, thing.id, context.person.id)
    rows = [[my_part.button(t.my_part if mine else t.i_made_this, thing.id)]]
    if (ways := await _ways(context, thing, surfaces)) is not None:
        rows.append([ways])
    rows.append([more.button(t.more, thing.id, 0)])
    back = made.button(t.back_to_all)
    await context.show(await cards.card(context, thing), rows, cards.picture(thing), back, where=where)


async def open_link(context: Context, rest: str) -> None:
    """`code-27` from whoever passed it on: a number alone leads to nothing of another place."""
    code, _, number = rest.rpartition("-")
    if not (number.isascii() and number.isdecimal()) or len(number) > 9:
        raise Refusal(t.no_such_thing)
    place = await places.find_by_code(context.tx, code)
    if place is None or await store.things.find(context.tx, place.id, int(number)) is None:
        raise Refusal(t.no_such_thing)
    if place.id != context.place.id:
        await context.enter(place.id)
    await show_card(context, await cards.known(context, int(number)))


async def _ways(context: Context, thing: Thing, surfaces: list[Surface]) -> Button | None:
    """To its owner the change; to its makers the answer to one."""
    if context.may(OWNERS):
        for one in surfaces:
            if cards.owns(context, one) and one.change_id is not None:
                return manage.button(t.the_change, one.change_id)
        free = [one for one in surfaces if cards.owns(context, one) and not one.gone]
        if len(free) > 1:
            return which_surface.button(t.i_want_to_change, thing.id)
        if free:
            return change.button(t.i_want_to_change, free[0].id)
    changes = [one.change_id for one in surfaces if one.change_id is not None]
    if changes and await store.makers.part(context.tx, thing.id, context.person.id):
        # By address: answering stands beside this module.
        return Button(t.say_something, f"made.say_something:{changes[0]}")
    return None


def _agrees(context: Context, surface: Surface) -> bool:
    return cards.owns(context, surface) and not surface.gone and surface.change_id is None


async def _list(context: Context, number: int) -> None:
    found = await store.things.listed(context.tx, context.place.id, number * AT_ONCE, AT_ONCE + 1)
    team = [[choose_finished.button(t.add_one, 0)]] if context.may(TEAM) else []
    back = page.button(t.back, number - 1) if number else None
    if not found:
        await context.show(t.nothing_yet if not number else t.no_more, team, back=back)
        return
    shown = found[:AT_ONCE]
    lines = [t.register, *[await _line(context, one) for one in shown]]
    rows = [[look.button(called(one, 40), one.id)] for one in shown]
    if len(found) > AT_ONCE:
        rows.append([page.button(t.more, number + 1)])
    elif team:
        rows += team
    pictures = tuple((one.media_id, "") for one in shown if one.media_id is not None)
    await context.show(join(*lines, separator="\n\n"), rows, Collage(pictures) if pictures else None, back)


async def _line(context: Context, thing: Thing) -> Text:
    surfaces = await store.things.surfaces(context.tx, thing.id)
    state = store.things.state_of(surfaces)
    line = t.line(what=called(thing), where=where(surfaces))
    return line if state is State.THERE else join(line, t[f"state-{state.value}"])
