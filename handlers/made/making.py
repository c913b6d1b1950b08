"""Who made it, what its makers wish for it, until when it stays, and who looks after it."""

from datetime import date, datetime, time

from bot.clock import milliseconds
from bot.dialogue import naming
from bot.dialogue.actions import action
from bot.dialogue.ahead import Ahead
from bot.dialogue.context import Context
from bot.dialogue.paging import paged
from bot.errors import Refusal
from bot.i18n.clocks import When
from bot.i18n.dates import understand_day
from bot.identity import places
from bot.identity.roles import TEAM
from bot.outbox.message import Button
from handlers.ideas.words import spot_name
from handlers.made import cards, rules, settling, store, telling
from handlers.made.rules import OWNERS, Part, Wish
from handlers.made.store.things import Surface, Thing
from handlers.made.words import called, t

look = Ahead[[int]]("made.look")
more = Ahead[[int, int]]("made.more")
END_OF_DAY = time(20)  # in the clock shown first


@action()
async def my_part(context: Context, thing_id: int) -> None:
    """By her name, without it, or for children who made it; and not at all."""
    thing = await cards.known(context, thing_id)
    mine = await store.makers.part(context.tx, thing.id, context.person.id)
    rows: list[list[Button]] = [list(row) for row in telling.part_rows(thing.id)]
    if mine is not None:
        # What she is now needs no button of its own; taking it back does.
        rows = [row for row in rows if not (row[0].address or "").endswith(f":{mine}")]
        rows = [*rows[:2], [not_me.button(t.not_me, thing.id)]]
    asked = t.how_did_you_make if mine is None else t[f"you-are-{mine.value}"]
    await context.show(asked(what=called(thing)), rows, cards.picture(thing), cards.back_to_card(thing))


@action()
async def take_part(context: Context, thing_id: int, part: Part) -> None:
    thing = await cards.known(context, thing_id)
    if part is Part.ASKED:
        raise Refusal(t.no_such_thing)
    await settling.hold(context.notices, thing.id)
    await store.makers.join(context.tx, thing.id, context.person.id, part, context.now_ms)
    wished = [wish.button(t.wish_button, thing.id)]
    noted = t[f"part-{part.value}"](what=called(thing))
    if part is not Part.NAMED:
        await context.say(noted, [wished, [not_me.button(t.not_me, thing.id)], *cards.see_rows(thing)])
        return
    # What stands there is her name, so this is where she is asked for it.
    text, rows = await naming.asked_with(context, noted(name=context.called), [wished, *cards.see_rows(thing)])
    await context.say(text, rows)


@action()
async def not_me(context: Context, thing_id: int) -> None:
    """Whoever is a maker no more is not waited for either."""
    thing = await cards.known(context, thing_id)
    await settling.hold(context.notices, thing.id)
    await store.makers.leave(context.tx, thing.id, context.person.id)
    for change_id in await store.changes.open_of(context.tx, thing.id):
        await settling.settle(context.notices, change_id)
    context.toast(t.toast_not_me)
    await look(context, thing.id)


# --- what is wished for it


@action()
async def wish(context: Context, thing_id: int) -> None:
    thing = await _wished_by(context, thing_id)
    rows = [[set_wish.button(t.wish_ask, thing.id, Wish.ASK)]]
    if await _may_loosen(context, thing):
        rows.append([ask_until.button(t.wish_until, thing.id)])
        rows.append([set_wish.button(t.wish_freely, thing.id, Wish.FREELY)])
    await context.show(t.what_wish(what=called(thing)), rows, cards.picture(thing), more.button(t.back, thing.id, 0))


@action()
async def set_wish(context: Context, thing_id: int, what: Wish) -> None:
    if what is Wish.UNTIL:
        await ask_until(context, thing_id)
        return
    thing = await _wished_by(context, thing_id)
    await settling.hold(context.notices, thing.id)
    if what is Wish.FREELY:
        await _loosened_by(context, thing_id)
    await store.things.set_wish(context.tx, thing.id, what, None)
    context.toast(t.toast_wish)
    await look(context, thing.id)


@action()
async def ask_until(context: Context, thing_id: int) -> None:
    thing = await _loosened_by(context, thing_id)
    await context.ask(t.until_when, hear_until, thing.id, back=wish.button(t.back, thing.id))


@action()
async def hear_until(context: Context, thing_id: int, words: str) -> None:
    thing = await _wished_by(context, thing_id)
    await settling.hold(context.notices, thing.id)
    await _loosened_by(context, thing_id)
    await store.things.set_wish(context.tx, thing.id, Wish.UNTIL, milliseconds(read_day(context, words)))
    await look(context, thing.id)


# --- until when it stays, said by its owner


@action(OWNERS)
async def agreed(context: Context, surface_id: int) -> None:
    surface, thing = await owned(context, surface_id)
    rows = [
        [agree.button(t.stays_half_a_year, surface.id, 0)],
        [agree.button(t.stays_a_year, surface.id, 1)],
        [ask_agreed.button(t.stays_until_a_day, surface.id)],
    ]
    await context.show(t.how_long_it_stays(what=called(thing)), rows, back=more.button(t.back, thing.id, 0))


@action(OWNERS)
async def agree(context: Context, surface_id: int, how_long: int) -> None:
    surface, thing = await owned(context, surface_id)
    if how_long not in range(len(rules.AGREED)):
        raise Refusal(t.no_such_thing)
    await _agreed_until(context, surface, thing, context.now + rules.AGREED[how_long])


@action(OWNERS)
async def ask_agreed(context: Context, surface_id: int) -> None:
    surface, _ = await owned(context, surface_id)
    await context.ask(t.until_when, hear_agreed, surface.id, back=agreed.button(t.back, surface.id))


@action(OWNERS)
async def hear_agreed(context: Context, surface_id: int, words: str) -> None:
    surface, thing = await owned(context, surface_id)
    await _agreed_until(context, surface, thing, read_day(context, words))


async def _agreed_until(context: Context, surface: Surface, thing: Thing, until: datetime) -> None:
    await store.things.agree(context.tx, surface.id, milliseconds(until), context.person.id)
    day = When(until, context.place.clocks, "date")
    await context.say(t.agreed_noted(what=called(thing), until=day), cards.see_rows(thing))


# --- what else it is on, and who looks after it


@action(TEAM)
async def second_surface(context: Context, thing_id: int, page: int) -> None:
    thing = await cards.known(context, thing_id)
    on = {one.spot_id for one in await store.things.surfaces(context.tx, thing.id)}
    spots = [one for one in await places.spots(context.tx, context.place.id) if one.id not in on]
    choices = [add_surface.button(spot_name(one), thing.id, one.id) for one in spots]
    rows = paged(choices, page, second_surface.button(t.more, thing.id, max(page, 0) + 1))
    await context.show(t.what_else_is_it_on, rows, back=more.button(t.back, thing.id, 0))


@action(TEAM)
async def add_surface(context: Context, thing_id: int, spot_id: int) -> None:
    thing = await cards.known(context, thing_id)
    spot = await places.find_spot(context.tx, context.place.id, spot_id)
    surfaces = await store.things.surfaces(context.tx, thing.id)
    if spot is None or len(surfaces) >= rules.MOST_SURFACES:
        raise Refusal(t.no_such_spot)
    await store.things.add_surface(context.tx, thing.id, spot.id, spot.space)
    await look(context, thing.id)


@action()
async def look_after(context: Context, thing_id: int, wished: int) -> None:
    thing = await cards.known(context, thing_id)
    if thing.idea_id is not None:
        # From an old chat: whoever looks after an idea that was done looks after what was made of it.
        await context.show(
            t.steward_of_idea(what=called(thing)), [[cards.care(thing)]], back=cards.back_to_card(thing)
        )
        return
    await settling.hold(context.notices, thing.id)
    thing = await cards.known(context, thing_id)
    if wished:
        if thing.steward_id not in (None, context.person.id):
            raise Refusal(t.steward_already)
        await store.things.set_steward(context.tx, thing.id, context.person.id)
        # Her name stands on the card, so this is where she is asked for it.
        text, rows = await naming.asked_with(context, t.toast_steward, cards.see_rows(thing))
        await context.say(text, rows)
        return
    if thing.steward_id == context.person.id:
        await store.things.set_steward(context.tx, thing.id, None)
        context.toast(t.toast_no_steward)
    await look(context, thing.id)


# --- checks


async def owned(context: Context, surface_id: int) -> tuple[Surface, Thing]:
    """Refuses what is in another place, gone, or somebody else's to decide about."""
    surface = await store.things.find_surface(context.tx, surface_id)
    thing = await store.things.find(context.tx, context.place.id, surface.thing_id) if surface else None
    if surface is None or thing is None:
        raise Refusal(t.no_such_thing)
    if not cards.owns(context, surface):
        raise Refusal(t.not_yours)
    if surface.gone:
        raise Refusal(t.gone_already)
    return surface, thing


async def _wished_by(context: Context, thing_id: int) -> Thing:
    thing = await cards.known(context, thing_id)
    mine = await store.makers.part(context.tx, thing.id, context.person.id)
    if mine is None and not context.may(TEAM):
        raise Refusal(t.only_makers)
    return thing


async def _loosened_by(context: Context, thing_id: int) -> Thing:
    """Refuses whoever may not say that it may go."""
    thing = await _wished_by(context, thing_id)
    if not await _may_loosen(context, thing):
        raise Refusal(t.wish_not_yours)
    return thing


async def _may_loosen(context: Context, thing: Thing) -> bool:
    makers = await store.makers.of(context.tx, thing.id)
    mine = next((one.part for one in makers if one.person_id == context.person.id), None)
    sure = sum(one.part is not Part.ASKED for one in makers)
    owns = any(cards.owns(context, one) for one in await store.things.surfaces(context.tx, thing.id))
    return rules.may_loosen(mine, sure, len(makers) - sure, owns=owns, team=context.may(TEAM))


def read_day(context: Context, words: str) -> datetime:
    """The end of a day to come, with or without a time of day; refuses what is none."""
    found = understand_day(words, context.now, context.place.clocks, context.language)
    if found is None:
        raise Refusal(t.until_when)
    return _on(context, found)


def _on(context: Context, day: date) -> datetime:
    at = datetime.combine(day, END_OF_DAY, context.place.clocks.first_shown)
    if not context.now < at <= context.now + rules.FURTHEST:
        raise Refusal(t.until_when)
    return at
