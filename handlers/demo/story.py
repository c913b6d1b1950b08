"""The story of L 店: the year that ends today. Numbers of ideas are those that people say aloud.

What is due happens at nine in the morning, before digests are written: nobody would ever read those.
"""

from datetime import timedelta

from bot.phones import Town
from handlers.demo import gatherings, ideas, mural, people, pictures, words
from handlers.demo.ideas import FRONT, INSIDE
from handlers.demo.people import Cast, Later

BEFORE = timedelta(days=365)  # when it begins
SATURDAY = 5
FLOWERS, FREEZER, RAMP, NEST, NEST_AGAIN, MURAL, SHADE, BENCH, LAMP = 1, 2, 3, 4, 5, 6, 7, 8, 9  # 10 and 11 wait
SWAP_EVENT, FAIR_EVENT = 1, 2
NEST_VOTE, LIGHTS_VOTE = 1, 2
ON_TRIAL = 90  # days; the longest


async def tell(town: Town) -> None:
    cast = await people.first(town)
    await _an_empty_box(town, cast)
    await _first_ideas(town, cast)
    await _a_hole_in_the_wall(town, cast)
    later = await people.later(town)
    await _the_nest_is_built(town, cast, later)
    await _what_became_of_the_first_ideas(town, cast)
    await _swapping_things(town, cast, later)
    await _a_wall_for_the_children(town, cast, later)
    await _the_autumn_fair(town, cast, later)
    await _what_waits_now(town, cast, later)
    await _the_lights_go_on(town, cast, later)
    await town.settle()


async def _an_empty_box(town: Town, cast: Cast) -> None:
    await town.until(-364, 9)
    await gatherings.tell_everybody(town, cast.zhou, words.EMPTY_BOX)


async def _first_ideas(town: Town, cast: Cast) -> None:
    """Three weeks pass before somebody dares."""
    await town.until(-341, 10)
    await ideas.suggest(cast.emma, words.FLOWERS, FRONT, pictures.flowers())
    await town.until(-340, 10)
    await ideas.suggest(cast.li, words.FREEZER, FRONT)
    await town.until(-339, 10)
    await ideas.suggest(cast.aygul, words.RAMP, FRONT, pictures.ramp())
    await town.until(-338, 9)
    for number in (FLOWERS, FREEZER, RAMP):
        await ideas.publish(cast.zhou, number)
    await town.until(-337, 12)
    await ideas.support(town, [cast.wang, cast.li], FLOWERS)
    await ideas.support(town, [cast.wang, cast.emma], RAMP)
    await town.until(-335, 9)
    await ideas.answer(cast.owner, FLOWERS, "try", words.FLOWERS_TRIAL)
    await ideas.answer(cast.owner, FREEZER, "later", words.FREEZER_NOT_NOW)


async def _a_hole_in_the_wall(town: Town, cast: Cast) -> None:
    await town.until(-320, 15)
    await ideas.suggest(cast.wang, words.NEST, INSIDE, pictures.hole())
    await town.until(-319, 9)
    await ideas.publish(cast.zhou, NEST)
    await town.until(-319, 12)
    await ideas.suggest(cast.aygul, words.NEST_AGAIN, INSIDE)
    await town.until(-318, 9)
    await ideas.merge(cast.nurgul, NEST_AGAIN, NEST)
    await town.until(-318, 12)
    await ideas.support(town, [cast.emma, cast.li, cast.nurgul], NEST)
    for phone, said in zip((cast.li, cast.emma, cast.aygul), words.NEST_COMMENTS, strict=True):
        await ideas.comment(phone, NEST, said)
    await town.until(-317, 10)
    await gatherings.ask(town, cast.zhou, words.NEST_POLL, town.at(-314, 20), live=False)
    await gatherings.vote(town, NEST_VOTE, {cast.wang: 0, cast.aygul: 0, cast.emma: 1, cast.li: 0, cast.nurgul: 2})
    await town.until(-313, 9)
    await town.what_is_due()
    await town.until(-313, 10)
    await ideas.answer(cast.owner, NEST, "but", words.NEST_BUT)


async def _the_nest_is_built(town: Town, cast: Cast, later: Later) -> None:
    await town.until(-300, 10)
    await ideas.move_along(cast.zhou, NEST, "planned")
    await ideas.support(town, [later.dilnur, later.chen], NEST)
    await town.until(-290, 10)
    await ideas.move_along(cast.zhou, NEST, "under_way")
    await town.until(-270, 18)
    await ideas.move_along(cast.zhou, NEST, "done")
    await cast.zhou.sends_photo(pictures.nest())
    await town.until(-269, 12)
    await ideas.comment(cast.wang, NEST, words.NEST_THANKS)


async def _what_became_of_the_first_ideas(town: Town, cast: Cast) -> None:
    await town.until(ON_TRIAL - 335 + 1, 9)
    await town.what_is_due()
    await ideas.keep_after_trial(cast.owner, FLOWERS)
    await town.until(-240, 10)
    for status in ("planned", "under_way", "done"):
        await ideas.move_along(cast.nurgul, FLOWERS, status)
    await cast.nurgul.presses("ideas.no_photo")
    await town.until(-200, 10)
    await ideas.answer(cast.owner, RAMP, "yes")
    await town.until(-180, 10)
    await ideas.move_along(cast.nurgul, RAMP, "planned")


async def _swapping_things(town: Town, cast: Cast, later: Later) -> None:
    await town.until(-167, 10)
    await gatherings.invite(town, cast.nurgul, town.at(-160, 14), words.SWAP, None)
    await gatherings.come(town, [cast.emma, cast.li, later.chen, later.dilnur])
    await town.until(-159, 9)
    await town.what_is_due()
    await gatherings.tick_who_came(cast.nurgul, SWAP_EVENT, people=2)
    for phone, mood in ((cast.emma, "good"), (later.chen, "fair")):
        await phone.presses("events.feedback", mood)


async def _a_wall_for_the_children(town: Town, cast: Cast, later: Later) -> None:
    await town.until(-100, 15)
    await ideas.suggest(later.chen, words.MURAL, FRONT, mural.sketch())
    await town.until(-99, 9)
    await ideas.publish(cast.zhou, MURAL)
    await ideas.support(town, [cast.wang, cast.emma, later.dilnur, later.daniel], MURAL)
    for phone, said in zip((cast.li, later.daniel), words.MURAL_COMMENTS, strict=True):
        await ideas.comment(phone, MURAL, said)
    await town.until(-97, 10)
    await ideas.answer(cast.owner, MURAL, "but", words.MURAL_BUT)
    await town.until(-90, 10)
    for status in ("planned", "under_way"):
        await ideas.move_along(cast.zhou, MURAL, status)


async def _the_autumn_fair(town: Town, cast: Cast, later: Later) -> None:
    """The children paint their wall there; the photo of it comes the day after."""
    saturday = _days_to_saturday(town) - 7 * 8
    await town.until(saturday - 10, 10)
    await gatherings.invite(town, cast.zhou, town.at(saturday, 15), words.FAIR, pictures.fair())
    await gatherings.come(town, [cast.wang, cast.aygul, cast.emma, cast.li, later.chen, later.daniel])
    await gatherings.come(town, [later.parhat], "maybe")
    for phone in (cast.wang, later.chen):
        await phone.presses("events.bring")
    await town.until(saturday + 1, 9)
    await town.what_is_due()
    await gatherings.tick_who_came(cast.zhou, FAIR_EVENT, people=5)
    for phone, mood in ((cast.wang, "good"), (cast.aygul, "good"), (later.daniel, "good")):
        await phone.presses("events.feedback", mood)
    await gatherings.show_photos(
        town, cast.zhou, FAIR_EVENT, {later.chen: mural.painting(), cast.wang: pictures.fair()}
    )
    await town.until(saturday + 1, 18)
    await ideas.move_along(cast.zhou, MURAL, "done")
    await cast.zhou.sends_photo(mural.painted())
    await town.until(saturday + 2, 12)
    await ideas.comment(later.chen, MURAL, words.MURAL_THANKS)
    await town.until(saturday + 9, 10)
    await ideas.move_along(cast.zhou, NEST, "looked_again", words.NEST_AGAIN_GOOD)


async def _what_waits_now(town: Town, cast: Cast, later: Later) -> None:
    """The queue, and what the owner has not answered."""
    await town.until(-30, 10)
    await ideas.suggest(cast.aygul, words.SHADE, FRONT)
    await ideas.publish(cast.nurgul, SHADE)
    await ideas.support(town, [cast.wang, later.parhat], SHADE)
    await town.until(-29, 10)
    await ideas.answer(cast.owner, SHADE, "try", words.SHADE_TRIAL)
    await town.until(-20, 10)
    await ideas.move_along(cast.nurgul, RAMP, "under_way")
    await town.until(-12, 10)
    await ideas.suggest(later.daniel, words.BENCH, FRONT, pictures.bench())
    await ideas.publish(cast.nurgul, BENCH)
    await ideas.support(town, [cast.wang, cast.li, later.chen, cast.aygul], BENCH)
    for phone, said in zip((later.chen, cast.emma), words.BENCH_COMMENTS, strict=True):
        await ideas.comment(phone, BENCH, said)
    await town.until(-11, 19)
    await ideas.suggest(later.parhat, words.LAMP, FRONT, pictures.lamp())
    await ideas.publish(cast.nurgul, LAMP)
    await ideas.support(town, [cast.wang, later.dilnur, later.chen], LAMP)
    for said in words.LAMP_COMMENTS:
        await ideas.comment(cast.wang, LAMP, said)
    await town.until(-9, 12)
    await ideas.suggest(cast.li, words.PUDDLE, FRONT)


async def _the_lights_go_on(town: Town, cast: Cast, later: Later) -> None:
    await town.until(-3, 10)
    await gatherings.invite(town, cast.zhou, town.at(_days_to_saturday(town), 19), words.LIGHTS, pictures.nest())
    await gatherings.come(town, [cast.wang, cast.aygul, cast.emma, cast.li, later.chen])
    await gatherings.come(town, [later.parhat], "maybe")
    await town.until(-2, 9)
    await gatherings.tell_everybody(town, cast.zhou, words.THANKS)
    await town.until(-1, 10)
    await gatherings.ask(town, cast.nurgul, words.LIGHTS_POLL, town.at(2, 20), live=True)
    await gatherings.vote(town, LIGHTS_VOTE, {cast.wang: 0, cast.emma: 0, cast.li: 2, later.chen: 1, later.dilnur: 0})
    await town.until(-1, 19)
    await ideas.suggest(later.chen, words.SHELF, INSIDE)


def _days_to_saturday(town: Town) -> int:
    """From today; on a Saturday the next one."""
    today = town.clock.present.astimezone(town.place.clocks.first_shown).date()
    return (SATURDAY - today.weekday()) % 7 or 7
