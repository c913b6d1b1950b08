"""The story of L 店, told in two months that end today. Numbers of ideas are those that people say aloud.

What is due happens at nine in the morning, before digests are written: nobody would ever read those.
"""

from datetime import timedelta

from handlers.demo import gatherings, ideas, people, pictures, words
from handlers.demo.ideas import FRONT, INSIDE
from handlers.demo.people import Cast, Later
from handlers.demo.phones import Town

BEFORE = timedelta(days=60)  # when it begins
SATURDAY = 5
FLOWERS, FREEZER, RAMP, NEST, NEST_AGAIN, MURAL, BENCH, LAMP = 1, 2, 3, 4, 5, 6, 8, 9  # 7 waits in the queue
SWAP_EVENT = 1
NEST_VOTE, FAIR_VOTE = 1, 2


async def tell(town: Town) -> None:
    cast = await people.first(town)
    await _first_ideas(town, cast)
    await _a_hole_in_the_wall(town, cast)
    later = await people.later(town)
    await _the_nest_is_built(town, cast, later)
    await _swapping_things(town, cast, later)
    await _a_wall_for_the_children(town, cast, later)
    await _what_waits_now(town, cast, later)
    await _the_fair_comes(town, cast, later)
    await town.settle()


async def _first_ideas(town: Town, cast: Cast) -> None:
    await town.until(-56, 10)
    await ideas.suggest(cast.emma, words.FLOWERS, FRONT, pictures.flowers())
    await town.until(-55, 10)
    await ideas.suggest(cast.li, words.FREEZER, FRONT)
    await town.until(-54, 10)
    await ideas.suggest(cast.aygul, words.RAMP, FRONT, pictures.ramp())
    await town.until(-53, 9)
    for number in (FLOWERS, FREEZER, RAMP):
        await ideas.publish(cast.zhou, number)
    await town.until(-52, 12)
    await ideas.support(town, [cast.wang, cast.li], FLOWERS)
    await ideas.support(town, [cast.wang, cast.emma], RAMP)
    await town.until(-50, 9)
    await ideas.answer(cast.owner, FLOWERS, "try", words.FLOWERS_TRIAL)
    await ideas.answer(cast.owner, FREEZER, "later", words.FREEZER_NOT_NOW)


async def _a_hole_in_the_wall(town: Town, cast: Cast) -> None:
    await town.until(-48, 15)
    await ideas.suggest(cast.wang, words.NEST, INSIDE, pictures.hole())
    await town.until(-47, 9)
    await ideas.publish(cast.zhou, NEST)
    await town.until(-47, 12)
    await ideas.suggest(cast.aygul, words.NEST_AGAIN, INSIDE)
    await town.until(-46, 9)
    await ideas.merge(cast.nurgul, NEST_AGAIN, NEST)
    await town.until(-46, 12)
    await ideas.support(town, [cast.emma, cast.li, cast.nurgul], NEST)
    for phone, said in zip((cast.li, cast.emma, cast.aygul), words.NEST_COMMENTS, strict=True):
        await ideas.comment(phone, NEST, said)
    await town.until(-45, 10)
    await gatherings.ask(town, cast.zhou, words.NEST_POLL, town.at(-42, 20), live=False)
    await gatherings.vote(town, NEST_VOTE, {cast.wang: 0, cast.aygul: 0, cast.emma: 1, cast.li: 0, cast.nurgul: 2})
    await town.until(-41, 9)
    await town.what_is_due()
    await town.until(-41, 10)
    await ideas.answer(cast.owner, NEST, "but", words.NEST_BUT)


async def _the_nest_is_built(town: Town, cast: Cast, later: Later) -> None:
    await town.until(-38, 10)
    await ideas.move_along(cast.zhou, NEST, "planned")
    await ideas.support(town, [later.dilnur, later.chen], NEST)
    await town.until(-33, 10)
    await ideas.move_along(cast.zhou, NEST, "under_way")
    await town.until(-21, 18)
    await ideas.move_along(cast.zhou, NEST, "done")
    await cast.zhou.sends_photo(pictures.nest())
    await town.until(-20, 12)
    await ideas.comment(cast.wang, NEST, words.NEST_THANKS)


async def _swapping_things(town: Town, cast: Cast, later: Later) -> None:
    await town.until(-17, 10)
    await gatherings.invite(town, cast.nurgul, town.at(-10, 14), words.SWAP, None)
    await gatherings.come(town, [cast.emma, cast.li, later.chen, later.dilnur])


async def _a_wall_for_the_children(town: Town, cast: Cast, later: Later) -> None:
    await town.until(-16, 15)
    await ideas.suggest(later.chen, words.MURAL, FRONT, pictures.mural())
    await town.until(-15, 9)
    await ideas.publish(cast.zhou, MURAL)
    await ideas.support(town, [cast.wang, cast.emma, later.dilnur, later.daniel], MURAL)
    for phone, said in zip((cast.li, later.daniel), words.MURAL_COMMENTS, strict=True):
        await ideas.comment(phone, MURAL, said)
    await town.until(-13, 10)
    await ideas.answer(cast.owner, MURAL, "but", words.MURAL_BUT)
    await ideas.answer(cast.owner, RAMP, "yes")
    await town.until(-12, 10)
    await ideas.move_along(cast.zhou, MURAL, "planned")
    await ideas.move_along(cast.nurgul, RAMP, "planned")
    await town.until(-9, 9)
    await town.what_is_due()
    await gatherings.tick_who_came(cast.nurgul, SWAP_EVENT, people=2)
    for phone, mood in ((cast.emma, "good"), (later.chen, "fair")):
        await phone.presses("events.feedback", mood)


async def _what_waits_now(town: Town, cast: Cast, later: Later) -> None:
    """The queue, and what the owner has not answered: two wishes, and the trial that is over."""
    await town.until(-9, 12)
    await ideas.suggest(cast.li, words.PUDDLE, FRONT)
    await town.until(-6, 10)
    await ideas.suggest(later.daniel, words.BENCH, FRONT, pictures.bench())
    await ideas.publish(cast.nurgul, BENCH)
    await ideas.support(town, [cast.wang, cast.li, later.chen, cast.aygul], BENCH)
    for phone, said in zip((later.chen, cast.emma), words.BENCH_COMMENTS, strict=True):
        await ideas.comment(phone, BENCH, said)
    await town.until(-5, 19)
    await ideas.suggest(later.parhat, words.LAMP, FRONT, pictures.lamp())
    await ideas.publish(cast.nurgul, LAMP)
    await ideas.support(town, [cast.wang, later.dilnur, later.chen], LAMP)
    for said in words.LAMP_COMMENTS:
        await ideas.comment(cast.wang, LAMP, said)
    await town.until(-4, 10)
    await ideas.move_along(cast.nurgul, RAMP, "under_way")


async def _the_fair_comes(town: Town, cast: Cast, later: Later) -> None:
    await town.until(-3, 10)
    await gatherings.invite(town, cast.zhou, town.at(_days_to_saturday(town), 15), words.FAIR, pictures.fair())
    await gatherings.come(town, [cast.wang, cast.aygul, cast.emma, cast.li, later.chen])
    await gatherings.come(town, [later.parhat], "maybe")
    for phone in (cast.wang, later.chen):
        await phone.presses("events.guests", "1")
    await town.until(-2, 9)
    await gatherings.tell_everybody(town, cast.zhou, words.THANKS)
    await town.until(-1, 10)
    await gatherings.ask(town, cast.nurgul, words.FAIR_POLL, town.at(2, 20), live=True)
    await gatherings.vote(town, FAIR_VOTE, {cast.wang: 0, cast.emma: 0, cast.li: 2, later.chen: 1, later.dilnur: 0})
    await town.until(-1, 19)
    await ideas.suggest(later.chen, words.SHELF, INSIDE)


def _days_to_saturday(town: Town) -> int:
    """From today; on a Saturday the next one."""
    today = town.clock.present.astimezone(town.place.clocks.first_shown).date()
    return (SATURDAY - today.weekday()) % 7 or 7
