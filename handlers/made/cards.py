"""What people made as it looks: its card, who may do what with it, and choices three at a time."""

from collections.abc import Sequence

from bot.clock import moment
from bot.dialogue.context import Context
from bot.dialogue.notices import Notices
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join, short
from bot.identity import names, people
from bot.outbox.message import Button, Rows, Stored
from handlers.made import rules, store
from handlers.made.rules import State
from handlers.made.store.changes import Change
from handlers.made.store.things import Surface, Thing
from handlers.made.words import ON_CARD, WHY, called, makers_line, t, where, wish_line


async def known(context: Context, thing_id: int) -> Thing:
    """Of this place."""
    thing = await store.things.find(context.tx, context.place.id, thing_id)
    if thing is None:
        raise Refusal(t.no_such_thing)
    return thing


async def thing_of(notices: Notices, change: Change) -> Thing | None:
    return await store.things.find(notices.tx, notices.place.id, change.thing_id)


async def card(context: Context, thing: Thing) -> Text:
    tx, clocks = context.tx, context.place.clocks
    surfaces = await store.things.surfaces(tx, thing.id)
    lines = [
        t.card(what=called(thing, ON_CARD)),
        t.card_where(where=where(surfaces)),
        t.card_made(when=When(moment(thing.made_at), clocks, "date")),
        makers_line(await store.makers.of(tx, thing.id)),
    ]
    lines.append(wish_line(thing, context.place))
    lines += [
        t.card_agreed(until=When(moment(one.agreed_until), clocks, "date"))
        for one in surfaces
        if one.agreed_until is not None and one.agreed_until > context.now_ms and not one.gone
    ]
    if thing.steward_id is not None:
        name = (await people.person(tx, thing.steward_id)).name
        lines.append(t.card_steward(name=names.called(name, 30)))
    return join(*lines, *await _state_lines(context, surfaces))


async def _state_lines(context: Context, surfaces: Sequence[Surface]) -> list[Text]:
    lines: list[Text] = []
    for one in surfaces:
        change = await store.changes.find(context.tx, context.place.id, one.change_id) if one.change_id else None
        if change is not None:
            lines.append(change_line(context.notices, change))
    state = store.things.state_of(list(surfaces))
    if state in (State.MOVED, State.GONE):
        lines.append(t[f"state-{state.value}"])
    return lines


def change_line(notices: Notices, change: Change) -> Text:
    """Why, and until when its makers have time."""
    if change.urgent is not None:
        return t.change_urgent(why=short(change.urgent, WHY))
    until = When(moment(change.may_at), notices.place.clocks, "date")
    if change.may_at <= notices.now_ms:
        return t.change_over(why=short(change.why, WHY))
    return t.change_open(why=short(change.why, WHY), until=until)


def picture(thing: Thing) -> Stored | None:
    return Stored(thing.media_id) if thing.media_id is not None else None


def owns(context: Context, surface: Surface) -> bool:
    return context.may(rules.owner(surface.space))


def see_rows(thing: Thing) -> Rows:
    """Below a notice or a receipt. By address, since the list stands above this module."""
    return [[Button(t.see, f"made.see:{thing.id}")]]


def care(thing: Thing) -> Button:
    """What was made of an idea has one steward, in after-care. By address, as another feature's."""
    known = thing.steward_id is not None
    label = t.care_button if known else t.steward_yes
    return Button(label, f"care.{'look' if known else 'look_after'}:{thing.idea_id}")


def back_to_card(thing: Thing) -> Button:
    return Button(t.back, f"made.look:{thing.id}")
