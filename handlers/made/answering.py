"""What makers say when something they made is to be changed: it is fine, a photo first, move it, or together."""

from bot.dialogue.actions import action
from bot.dialogue.context import Context
from bot.dialogue.incoming import Photo
from bot.errors import Refusal
from bot.identity.roles import TEAM, Audience
from bot.outbox.message import Button
from handlers.ideas.rules import NOBODY
from handlers.made import cards, settling, store, telling
from handlers.made.changing import keep_photo
from handlers.made.rules import Answer
from handlers.made.store.changes import Change
from handlers.made.store.things import Thing
from handlers.made.words import called, t


@action()
async def say_something(context: Context, change_id: int) -> None:
    """Why it is to be changed, and the same answers as below the message."""
    one, thing = await _mine(context, change_id)
    rows = [list(row) for row in telling.answer_rows(one)]
    text = cards.change_line(context.notices, one)
    await context.show(text, rows, cards.picture(thing), cards.back_to_card(thing))


@action()
async def otherwise(context: Context, change_id: int) -> None:
    one, thing = await _mine(context, change_id)
    rows = [
        [answer.button(t.answer_move, one.id, Answer.MOVE)],
        [answer.button(t.answer_together, one.id, Answer.TOGETHER)],
    ]
    back = say_something.button(t.back, one.id)
    await context.show(t.what_instead(what=called(thing)), rows, back=back)


@action()
async def answer(context: Context, change_id: int, said: Answer) -> None:
    one, thing = await _mine(context, change_id)
    await settling.hold(context.notices, thing.id)
    one, thing = await _mine(context, change_id)
    before = (await store.changes.answers(context.tx, one.id)).get(context.person.id)
    await store.changes.answer(context.tx, one.id, context.person.id, said, context.now_ms)
    if said is Answer.PHOTOGRAPH:
        await context.ask(t.send_your_photo(what=called(thing)), hear_photo, one.id, rows=cards.see_rows(thing))
        return
    if said is Answer.FINE:
        await settling.settle(context.notices, one.id)
    elif said is not before:
        surface = await store.things.find_surface(context.tx, one.surface_id)
        if surface is not None:
            await telling.wants_to_help(context.notices, thing, surface, one, said)
    await context.say(t[f"noted-{said.value}"], _again(one, thing))


@action()
async def hear_photo(context: Context, change_id: int, photo: Photo) -> None:
    """One after the other, as many as she has."""
    one, thing = await _mine(context, change_id, TEAM)
    await keep_photo(context, one, photo)
    await context.ask(t.photo_kept, hear_photo, one.id, rows=_again(one, thing))


def _again(one: Change, thing: Thing) -> list[list[Button]]:
    return [[say_something.button(t.say_otherwise, one.id)], *map(list, cards.see_rows(thing))]


async def _mine(context: Context, change_id: int, others: Audience = NOBODY) -> tuple[Change, Thing]:
    """Refuses what is over, and whoever neither made it nor is one of the others who may do this."""
    one = await store.changes.find(context.tx, context.place.id, change_id)
    thing = await cards.thing_of(context.notices, one) if one else None
    if one is None or thing is None:
        raise Refusal(t.no_such_thing)
    if one.outcome is not None:
        raise Refusal(t.over_already)
    if await store.makers.part(context.tx, thing.id, context.person.id) is None and not context.may(others):
        raise Refusal(t.only_makers)
    return one, thing
