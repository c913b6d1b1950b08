"""The story of L 店: the year that ends today. Numbers of ideas are those that people say aloud.

What is due happens at nine in the morning, before digests are written: nobody would ever read those.
"""

from datetime import timedelta

from simulation.demo import (
    busy,
    care,
    experts,
    gatherings,
    ideas,
    instalments,
    kit,
    leaving,
    made,
    mural,
    needs,
    open_data,
    people,
    permits,
    pictures,
    press,
    pulse,
    tasks,
    thanks,
    translations,
    words,
)
from simulation.demo.ideas import FRONT, INSIDE
from simulation.demo.people import Cast, Later
from simulation.web_phones import Town

BEFORE = timedelta(days=365)  # when it begins
SATURDAY = 5
FLOWERS, FREEZER, RAMP, NEST, NEST_AGAIN, MURAL, SHADE, BENCH, LAMP = 1, 2, 3, 4, 5, 6, 7, 8, 9  # 10 and 11 wait
RACK = 12
SWAP_EVENT, FAIR_EVENT, LIGHTS_EVENT = 1, 2, 3
RAMP_PERMIT = 1
NEST_VOTE, EVENING_VOTE, LIGHTS_VOTE, MONEY_VOTE = 1, 2, 3, 4
ON_TRIAL = 90  # days; the longest


async def tell(town: Town) -> None:
    cast = await people.first(town)
    await _an_empty_box(town, cast)
    await _first_ideas(town, cast)
    await _a_hole_in_the_wall(town, cast)
    later = await people.later(town)
    await _the_nest_is_built(town, cast, later)
    await _a_freezer_in_instalments(town, cast)
    await _and_a_quarter_later(town, cast, later)
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
    await translations.say_in(cast.aygul, NEST, "ug", words.NEST_IN_UYGHUR)
    await town.until(-317, 10)
    await gatherings.ask(town, cast.zhou, words.NEST_POLL, town.at(-314, 20), live=False)
    await gatherings.vote(town, NEST_VOTE, {cast.wang: 0, cast.aygul: 0, cast.emma: 1, cast.li: 0, cast.nurgul: 2})
    await town.until(-313, 9)
    await town.what_is_due()
    await gatherings.note_what_it_led_to(town, cast.zhou, NEST_VOTE, NEST)
    await town.until(-313, 10)
    await ideas.answer(cast.owner, NEST, "but", words.NEST_BUT)


async def _the_nest_is_built(town: Town, cast: Cast, later: Later) -> None:
    await town.until(-309, 10)
    await experts.becomes_planner(town, later.daniel)
    await experts.ask(town, cast.zhou, NEST, words.NEST_QUESTION)
    diary = busy.Diary(town, cast.owner)
    await diary.until(-304)
    await town.until(-304, 19)
    await experts.answer(town, later.daniel, words.NEST_ANSWER)
    await town.until(-303, 9)
    await experts.let_all_read(cast.zhou)
    await diary.until(-300)
    await town.until(-300, 10)
    await ideas.move_along(cast.zhou, NEST, "planned")
    await ideas.support(town, [later.dilnur, later.chen], NEST)
    await diary.until(-290)
    await town.until(-290, 10)
    await ideas.move_along(cast.zhou, NEST, "under_way")
    await diary.until(-270)
    await town.until(-270, 18)
    await ideas.move_along(cast.zhou, NEST, "done")
    await cast.zhou.sends_photo(pictures.nest())
    await town.until(-269, 12)
    await ideas.comment(cast.wang, NEST, words.NEST_THANKS)
    await care.take_on(cast.wang, NEST)
    await town.settle()
    await care.say_what_good_means(cast.zhou, NEST, words.NEST_IS_GOOD)
    await care.take_on(cast.li, NEST)
    await _is_it_getting_better(town, cast)
    await _what_became_of_the_first_ideas(town, cast, diary)


async def _is_it_getting_better(town: Town, cast: Cast) -> None:
    """Asked for the first time when the place is a quarter old."""
    await town.until(-268, 10)
    await town.what_is_due()
    said = {cast.wang: "good good", cast.aygul: "good same", cast.emma: "good good", cast.li: "same good"}
    await pulse.people_say(town, said | {cast.nurgul: "good good", cast.owner: "good same same"})


async def _and_a_quarter_later(town: Town, cast: Cast, later: Later) -> None:
    said = {cast.wang: "same same", cast.emma: "bad same", cast.li: "same good", later.chen: "same good"}
    await pulse.people_say(town, said | {later.dilnur: "good same", cast.owner: "same same bad"})


async def _and_since_the_wall(town: Town, cast: Cast, later: Later) -> None:
    """One of them also says what changed most; others ticked a sheet at the fair."""
    said = {cast.aygul: "good good", cast.emma: "good good", cast.li: "good same", later.chen: "good good"}
    said |= {later.daniel: "same good", cast.owner: "good good same", cast.wang: "good good"}
    await pulse.people_say(town, said)
    await pulse.tells(cast.wang, words.CHANGED_MOST, "everybody")
    await town.settle()
    await pulse.shows(cast.zhou, "9 2 0")


async def _what_became_of_the_first_ideas(town: Town, cast: Cast, diary: busy.Diary) -> None:
    """Meanwhile people have seen the nest, and stay away again."""
    await diary.until(ON_TRIAL - 335 + 1)
    await town.until(ON_TRIAL - 335 + 1, 9)
    await town.what_is_due()
    await ideas.keep_after_trial(cast.owner, FLOWERS)
    await diary.until(-240)
    await town.until(-240, 10)
    await _what_the_flowers_need(town, cast)
    for status in ("planned", "under_way", "done"):
        await ideas.move_along(cast.nurgul, FLOWERS, status)
    await cast.nurgul.presses("ideas.no_photo")
    await _what_was_done_is_looked_after(town, cast, diary)
    await diary.end()
    await town.until(-200, 10)
    await ideas.answer(cast.owner, RAMP, "yes")
    await town.until(-180, 10)
    await ideas.move_along(cast.nurgul, RAMP, "planned")
    await _the_city_is_asked_about_the_ramp(town, cast)


async def _the_city_is_asked_about_the_ramp(town: Town, cast: Cast) -> None:
    """Two months, one question back, and conditions in the end."""
    await town.until(-178, 10)
    await permits.begin(cast.nurgul, RAMP, "other")
    await permits.step_done(cast.nurgul)
    await town.until(-177, 10)
    await permits.looks(cast.nurgul, RAMP_PERMIT)
    await permits.moves(cast.nurgul, "handed_in")
    await permits.expected(cast.nurgul, 1)
    await town.until(-176, 10)
    await permits.looks(cast.nurgul, RAMP_PERMIT)
    await permits.moves(cast.nurgul, "questions")
    await cast.nurgul.says(words.RAMP_QUESTIONS)
    await permits.moves(cast.nurgul, "handed_in")
    await permits.expected(cast.nurgul, 1)


async def _the_ramp_is_granted(town: Town, cast: Cast) -> None:
    await permits.looks(cast.nurgul, RAMP_PERMIT)
    await permits.moves(cast.nurgul, "conditions", pages=1)
    await cast.nurgul.says(words.RAMP_CONDITIONS)
    await permits.valid_for_a_year(cast.nurgul)
    await town.settle()


async def _what_was_done_is_looked_after(town: Town, cast: Cast, diary: busy.Diary) -> None:
    """The flowers have their steward; after thirty days the nest has a loose branch, which is mended."""
    await town.until(-239, 10)
    await care.take_on(cast.emma, FLOWERS)
    await town.settle()
    await care.say_what_good_means(cast.zhou, FLOWERS, words.FLOWERS_ARE_GOOD)
    await care.care_days(cast.emma, FLOWERS, 2)
    await diary.until(-238)
    await town.until(-238, 9)
    await town.what_is_due()
    await care.looks(cast.wang, "partly", words.NEST_LOOSE)
    await care.tell_everybody(cast.zhou)
    await diary.until(-230)
    await town.until(-230, 10)
    await cast.zhou.presses("care.mended")


async def _what_the_flowers_need(town: Town, cast: Cast) -> None:
    """Earth is brought and marked as found; what it cost stands there for everybody."""
    await needs.ask_for(cast.nurgul, FLOWERS, "material", words.EARTH, f"{town.at(-225, 10):%Y-%m-%d}")
    await town.until(-240, 11)
    await needs.bring(town, cast.li)
    await town.until(-240, 12)
    await needs.is_here(cast.nurgul, pictures.flowers())
    await town.settle()
    await needs.write_line(cast.nurgul, FLOWERS, "given", "120", words.GIVEN_FOR_FLOWERS)
    await needs.write_line(cast.nurgul, FLOWERS, "spent", "86.50", words.POTS)


async def _what_the_ramp_needs(town: Town, cast: Cast, later: Later) -> None:
    """A drill is promised and cement is not, yet."""
    await needs.ask_for(cast.zhou, RAMP, "tool", words.DRILL, f"{town.at(8, 10):%Y-%m-%d}")
    await needs.ask_for(cast.zhou, RAMP, "material", words.CEMENT, f"{town.at(12, 10):%Y-%m-%d}")
    await needs.bring(town, later.parhat)


async def _a_freezer_in_instalments(town: Town, cast: Cast) -> None:
    """Nobody but the owner and her helper ever sees this part of the story."""
    await town.until(-175, 11)
    await instalments.write_down(cast.owner, words.FREEZER_PAID, f"{town.at(-168, 10):%Y-%m-%d}")
    await instalments.name_helper(town, cast.owner, cast.zhou)
    await town.until(-174, 9)
    await town.what_is_due()


async def _swapping_things(town: Town, cast: Cast, later: Later) -> None:
    await town.until(-167, 10)
    await gatherings.invite(town, cast.nurgul, town.at(-160, 14), words.SWAP, None)
    await gatherings.come(town, [cast.emma, cast.li, later.chen, later.dilnur])
    await town.until(-159, 9)
    await town.what_is_due()
    await care.looks(cast.wang, "good", photo=pictures.nest())
    await care.tell_everybody(cast.zhou)
    await care.looks(cast.emma, "good")
    await care.waters(cast.emma)
    await gatherings.tick_who_came(cast.nurgul, SWAP_EVENT, people=2)
    for phone, mood in ((cast.emma, "good"), (later.chen, "fair")):
        await phone.presses("events.feedback", mood)
    await town.until(-150, 10)
    await _the_ramp_is_granted(town, cast)


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
    await tasks.before_an_event(town, cast.zhou, FAIR_EVENT, words.PAINTS, 2)
    await gatherings.sign_up_in_the_group(town, cast.zhou, FAIR_EVENT, words.FAIR_LIST)
    await tasks.lend_a_hand(town, [cast.emma, cast.li])
    await town.until(saturday + 1, 9)
    await town.what_is_due()
    await gatherings.tick_who_came(cast.zhou, FAIR_EVENT, people=5)
    await tasks.done(town, [cast.emma, cast.li])
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
    await made.keep(cast.zhou)
    await town.settle()
    await made.made_it(later.chen, "children")
    await made.made_it(cast.wang, "named")
    await made.may_stay_a_year(cast.owner)
    await _and_since_the_wall(town, cast, later)
    await town.until(saturday + 9, 9)
    await town.what_is_due()
    await care.looks(cast.li, "good", photo=pictures.nest())
    await care.tell_everybody(cast.zhou)
    await _thanks_and_a_certificate(town, cast, later)


async def _thanks_and_a_certificate(town: Town, cast: Cast, later: Later) -> None:
    """In a lead's own words; and on paper for whoever wants to show it elsewhere."""
    await town.settle()
    await town.what_is_due()
    await thanks.becomes_lead(town, cast.nurgul)
    for sentence in words.THANKED:
        await thanks.thank(cast.nurgul, sentence)
    await thanks.ask_for_certificate(later.chen, words.CHEN_ON_PAPER)
    await town.settle()
    await thanks.sign(cast.nurgul)
    await town.settle()
    await open_data.open_as(cast.nurgul, "by")


async def _what_waits_now(town: Town, cast: Cast, later: Later) -> None:
    """The queue, and what the owner has not answered."""
    await town.until(-30, 10)
    await ideas.suggest(cast.aygul, words.SHADE, FRONT)
    await ideas.publish(cast.nurgul, SHADE)
    await ideas.support(town, [cast.wang, later.parhat], SHADE)
    await town.until(-29, 10)
    await ideas.answer(cast.owner, SHADE, "try", words.SHADE_TRIAL)
    await town.until(-25, 10)
    await made.wants_to_change(cast.owner, words.MURAL_CHANGED)
    await town.settle()
    await made.photograph(later.chen, mural.painted())
    await town.until(-20, 10)
    await ideas.move_along(cast.nurgul, RAMP, "under_way")
    await _what_the_ramp_needs(town, cast, later)
    await _half_of_the_time_is_over(town, cast)
    await town.until(-13, 10)
    await permits.begin(cast.zhou, SHADE, "sign")
    await permits.step_done(cast.zhou)
    await permits.moves(cast.zhou, "handed_in")
    await permits.expected(cast.zhou, 1)
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
    await _the_wall_is_plastered(town, cast)
    await town.until(-9, 12)
    await ideas.suggest(cast.li, words.PUDDLE, FRONT)


async def _half_of_the_time_is_over(town: Town, cast: Cast) -> None:
    """Who has not answered is reminded, and answers."""
    await town.until(-17, 9)
    await town.what_is_due()
    await made.fine(cast.wang)


async def _the_wall_is_plastered(town: Town, cast: Cast) -> None:
    """After the term; those who painted it have its photo."""
    await town.until(-10, 9)
    await town.what_is_due()
    await made.goes(cast.owner)
    await town.settle()


async def _the_lights_go_on(town: Town, cast: Cast, later: Later) -> None:
    await _which_evening_suits(town, cast, later)
    await town.until(-3, 10)
    await gatherings.invite_when_it_suits(town, cast.zhou, EVENING_VOTE, words.LIGHTS[1:], pictures.nest())
    await gatherings.come(town, [cast.wang, cast.aygul, cast.emma, cast.li, later.chen])
    await gatherings.come(town, [later.parhat], "maybe")
    await tasks.before_an_event(town, cast.zhou, LIGHTS_EVENT, words.STRINGS, 3)
    await tasks.lend_a_hand(town, [later.chen])
    await tasks.every_week(town, cast.nurgul, words.WATERING)
    await town.until(-2, 9)
    await gatherings.tell_everybody(town, cast.zhou, words.THANKS)
    await town.until(-2, 18)
    await leaving.hand_on(town, cast.zhou, cast.nurgul, "events")
    await town.until(-1, 10)
    await gatherings.ask(town, cast.nurgul, words.LIGHTS_POLL, town.at(2, 20), live=True)
    await gatherings.vote(town, LIGHTS_VOTE, {cast.wang: 0, cast.emma: 0, cast.li: 2, later.chen: 1, later.dilnur: 0})
    await _a_little_money(town, cast, later)
    await town.until(-1, 19)
    await ideas.suggest(later.chen, words.SHELF, INSIDE)
    await _the_yard_is_not_the_teams_alone(town, cast)
    await kit.make(cast.nurgul, words.KIT, "zh", 2)
    await _a_sheet_for_newspapers(town, cast)


async def _a_sheet_for_newspapers(town: Town, cast: Cast) -> None:
    """Those who are asked say yes: one by her name, one as a neighbour."""
    await press.asks(cast.nurgul, NEST)
    await press.says(town, cast.wang, "named", 2)
    await press.says(town, cast.li, "neighbour")
    await press.make(cast.nurgul, words.PRESS_STORY, words.PRESS_FOR)


async def _the_yard_is_not_the_teams_alone(town: Town, cast: Cast) -> None:
    """Whoever manages it answers with the team, from a digest."""
    manager = await people.manages_the_yard(town)
    await ideas.suggest_in_the_yard(cast.li, words.RACK)
    await ideas.publish(cast.nurgul, RACK)
    await ideas.move_along(cast.nurgul, RACK, "agreed")
    await ideas.answer_in_digest(manager, "but", words.RACK_BUT)
    await town.settle()


async def _which_evening_suits(town: Town, cast: Cast, later: Later) -> None:
    """Saturday, not for everybody at once: it has most yes."""
    saturday = _days_to_saturday(town)
    await town.until(-7, 18)
    evenings = [town.at(saturday, 19), town.at(saturday + 1, 19)]
    await gatherings.ask_which_time(town, cast.zhou, words.EVENING_POLL, evenings, town.at(-4, 20))
    answers = {
        cast.wang: ("yes", "no"),
        cast.aygul: ("yes", "maybe"),
        cast.emma: ("maybe", "yes"),
        cast.li: ("yes", "no"),
        later.chen: ("yes", "yes"),
    }
    await gatherings.say_what_suits(town, EVENING_VOTE, answers)
    await town.until(-4, 20)
    await town.what_is_due()


async def _a_little_money(town: Town, cast: Cast, later: Later) -> None:
    """What the team thinks ideas cost, and which of them the neighbours would pay for: everybody can still vote."""
    for number, band in ((BENCH, "middle"), (LAMP, "small")):
        await ideas.estimate(cast.nurgul, number, band)
    await gatherings.ask_what_for(town, cast.nurgul, words.MONEY_POLL, (800, 300, 200), 1000, town.at(4, 20))
    baskets = {cast.wang: 1, cast.emma: 0, cast.li: 1, later.dilnur: 2}
    await gatherings.vote(town, MONEY_VOTE, baskets)


def _days_to_saturday(town: Town) -> int:
    """From today; on a Saturday the next one."""
    today = town.clock.present.astimezone(town.place.clocks.first_shown).date()
    return (SATURDAY - today.weekday()) % 7 or 7
