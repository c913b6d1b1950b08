"""After-care: what was done is looked at again beside its first photo, and nobody is ever alone with it."""

from pathlib import Path

import httpx
import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.identity.roles import Role
from handlers.care import rules
from handlers.care.rules import DAY, Stage
from handlers.care.store.totals import Still
from tests.invariants import intact
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.pictures import photograph
from tests.street import Street
from tests.town.afterwards.test_made import WALL, finished
from tests.town.people.test_elsewhere import carries_on

LAMP_IS_ON = "The paint is whole and nothing hangs loose"


class Wall:
    """Shop L's wall is done: Chen had the idea, Emma looks after it, Li is her deputy."""

    def __init__(
        self, street: Street, chen: Neighbour, emma: Neighbour, li: Neighbour, team: Neighbour, keeper: Neighbour
    ) -> None:
        self.street, self.chen, self.emma, self.li, self.team, self.keeper = street, chen, emma, li, team, keeper


async def done(street: Street, door: str = WEB) -> Wall:
    chen, emma = await street.arrives("Chen", door, "en"), await street.arrives("Emma", door, "en")
    li = await street.arrives("Li", door, "en")
    team = await street.arrives("Zhou", door, "en", Role.VOLUNTEER)
    keeper = await street.arrives("Ma", door, "en", Role.SHOPKEEPER)
    await finished(chen, team, keeper)
    return Wall(street, chen, emma, li, team, keeper)


async def looked_after(street: Street, door: str = WEB) -> Wall:
    wall = await done(street, door)
    for one in (wall.emma, wall.li):
        await one.says("/1")
        await one.presses("I’ll look after it") if one is wall.emma else await second(one)
    return wall


async def second(one: Neighbour) -> None:
    """From its card: somebody looks after it already, and a second one would be good."""
    await one.presses("How it goes on")
    await one.hears("a second one would be good")
    await one.presses("I’ll look after it")


async def finds(one: Neighbour, how: str, words: str = "", photo: int = 0) -> None:
    """From the message that asked her to look."""
    await one.presses("I look at it now")
    if photo:
        await one.sends_photo(photograph(320, 240, seed=photo))
    else:
        await one.presses("I have no photo")
    await one.presses(how)
    if words:
        await one.says(words)


async def says_what_good_means(team: Neighbour) -> None:
    await team.says("/1")
    await team.presses("How it goes on")
    await team.presses("⋯ More")
    await team.presses("Say what good means")
    await team.says(LAMP_IS_ON)
    await team.hears(WALL, "Good means", LAMP_IS_ON)


async def looks_by_herself(one: Neighbour, how: str, words: str = "") -> None:
    """From its card; nobody asked her."""
    await one.says("/care")
    await one.presses(WALL)
    await finds(one, how, words)


async def heard(one: Neighbour, words: str) -> int:
    return len([each for each in await one.screen() if words in each.words])


async def ask(street: Street, sql: str) -> list[object]:
    async with street.bot.database.read() as tx:
        return await tx.all(lambda *row: row if len(row) > 1 else row[0], sql)


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_what_was_done_is_looked_at_again_beside_its_first_photo(any_street: Street, door: str) -> None:
    street = any_street
    wall = await done(street, door)
    chen, emma, li, team = wall.chen, wall.emma, wall.li, wall.team
    # One tap, from the news of the finished idea: thanks, what to do, what not, where to report, which tools.
    news = await chen.hears("🎉 Done", WALL)
    assert "🧡 I’ll look after it" in news.labels
    await emma.says("/1")
    await emma.presses("I’ll look after it")
    await emma.hears("Thank you! You look after", "To do:", "Not to do:", "Something broken?", "Tools:", "next look")
    # Everybody reads what good means: the team says it.
    assert "Say what good means" not in " ".join((await emma.last()).labels)
    await says_what_good_means(team)
    await li.says("/1")
    await second(li)
    await li.hears("together with somebody")
    await chen.presses("I’ll look after it")
    assert door == WEB or "Two people look after it already" in (await chen.toasts())[-1]

    await street.later(days=30, hours=1)
    asked = await emma.hears("was done 30 days ago", WALL, LAMP_IS_ON)
    assert asked.kind == "photo"
    assert asked.labels[:3] == ["📷 I look at it now", "⏰ Another day", "🙏 I can’t any more"]
    await li.hears_nothing_of("was done 30 days ago")
    await emma.presses("I look at it now")
    assert (await emma.hears("from the same spot")).kind == "photo"
    await emma.sends_photo(photograph(320, 240, seed=9))
    await emma.hears("The photo is kept", "How is it?", LAMP_IS_ON)
    await emma.presses("Good")
    await emma.hears("is still good", "Somebody of the team looks at it before everybody sees it")
    await chen.hears_nothing_of("is still good")

    # A neighbour's photo is for everybody once somebody of the team has seen it.
    seen = await team.hears("A neighbour looked at", "good", "May everybody see")
    assert seen.kind == "photo"
    await team.presses("Yes, tell everybody")
    told = await chen.hears("is still good, 30 days after it was done")
    assert told.kind == "photo"
    await chen.says("/1")
    await chen.hears("Looked at again", "look after it", "Still good")
    page = await public_page(street)
    assert "still good: 1" in page
    assert "%" not in page.partition('id="care"')[2].partition("</section>")[0]
    assert await ask(street, "SELECT to_status FROM idea_steps ORDER BY id DESC LIMIT 1") == ["looked_again"]
    await intact(street)


async def test_nobody_is_ever_alone_with_it(any_street: Street) -> None:
    """Steward, deputy, team, and whoever's space it is, each after five silent days, each once."""
    street = any_street
    wall = await looked_after(street)
    await street.later(days=30, hours=1)
    order = [wall.emma, wall.li, wall.team, wall.keeper]
    for number, one in enumerate(order):
        await one.hears("was done 30 days ago", WALL)
        for later in order[number + 1 :]:
            await later.hears_nothing_of("was done 30 days ago")
        await street.later(days=4, hours=20)
        for later in order[number + 1 :]:
            await later.hears_nothing_of("was done 30 days ago")
        await street.later(hours=5)
    for one in order:
        assert len([each for each in await one.screen() if "was done 30 days ago" in each.words]) == 1
    # Nobody came: it is over by itself, and the next one comes on its day.
    assert await ask(street, "SELECT count(*) FROM care_checks WHERE closed_at IS NULL") == [0]
    await street.later(days=40)
    await wall.emma.hears("was done 90 days ago")
    await street.later(days=5, hours=1)
    await wall.li.hears("was done 90 days ago")
    await finds(wall.li, "Partly", "The blue has come off below")
    await wall.team.hears("is only partly good", "The blue has come off below")
    await wall.emma.hears("is only partly good", "The blue has come off below")
    await wall.chen.hears_nothing_of("The blue has come off below")
    # Partly makes a task, which the team opens with one tap.
    await wall.team.says("/today")
    await wall.team.hears("The blue has come off below")
    proposed = "SELECT title, state FROM tasks WHERE subject LIKE 'care %'"
    assert await ask(street, proposed) == [("The blue has come off below", "proposed")]
    # Nobody of the team looks at a neighbour's words: after five days the rest is told without them.
    await street.later(days=5, hours=1)
    await wall.chen.hears("is partly good, 95 days after it was done")
    await wall.chen.hears_nothing_of("The blue has come off below")
    await wall.team.presses("It is mended")
    await wall.team.hears("is mended")
    assert await ask(street, proposed) == []
    await intact(street)


@pytest.mark.server
async def test_two_who_answer_at_once_are_one_answer(any_street: Street) -> None:
    street = any_street
    wall = await looked_after(street)
    await street.later(days=30, hours=1)
    await street.later(days=5, hours=1)
    for one in (wall.emma, wall.li):
        await one.presses("I look at it now")
        await one.presses("I have no photo")
    await together(wall.emma.presses("Good"), wall.li.presses("Good"))
    assert await ask(street, "SELECT count(*) FROM care_checks WHERE answer = 'good'") == [1]
    heard = [one for each in (wall.emma, wall.li) for one in await each.screen() if "is still good" in one.words]
    assert len(heard) >= 1
    await intact(street)


async def test_two_of_the_team_who_tell_everybody_at_once_tell_it_once(street: Street) -> None:
    wall = await looked_after(street)
    other = await street.arrives("Nurgul", WEB, "en", Role.LEAD)
    await street.later(days=30, hours=1)
    await finds(wall.emma, "Good", photo=12)
    await together(wall.team.presses("Yes, tell everybody"), other.presses("Yes, tell everybody"))
    assert len([one for one in await wall.chen.screen() if "is still good" in one.words]) == 1
    assert await ask(street, "SELECT count(*) FROM idea_steps WHERE to_status = 'looked_again'") == [1]
    # Nobody tells the street every day that it is still good.
    await wall.emma.says("/care")
    await wall.emma.presses(WALL)
    await wall.emma.presses("I look at it now")
    await wall.emma.presses("I have no photo")
    await wall.emma.presses("Good")
    assert await ask(street, "SELECT count(*) FROM care_checks WHERE answer IS NOT NULL") == [1]
    await intact(street)


@pytest.mark.server
async def test_two_who_take_it_on_at_once_are_steward_and_deputy(any_street: Street) -> None:
    street = any_street
    wall = await done(street)
    for one in (wall.emma, wall.li):
        await one.says("/1")
    await together(wall.emma.presses("I’ll look after it"), wall.li.presses("I’ll look after it"))
    assert sorted(await ask(street, "SELECT steward_id <> deputy_id FROM care_plans")) in ([1], [True])
    # Pressed twice is pressed once.
    await wall.emma.says("/care")
    assert len(await ask(street, "SELECT id FROM care_plans")) == 1


async def test_nobody_is_asked_to_hear_the_same_wrong_press_again_and_again(street: Street) -> None:
    """A bored neighbour becomes its steward with one tap: others hear of her twice, and not all day."""
    wall = await looked_after(street)
    # It is as it was: nobody was told, so nobody hears that it was not so.
    await looks_by_herself(wall.emma, "Good")
    await wall.emma.presses("Undo")
    await wall.chen.hears_nothing_of("is still good")
    await wall.chen.hears_nothing_of("not so")
    await looks_by_herself(wall.emma, "Partly", "It is all wrong")
    await wall.emma.presses("Undo")
    assert await heard(wall.team, "It is all wrong") == 2
    await looks_by_herself(wall.emma, "Partly", "It is all wrong again")
    await wall.emma.hears("can be corrected once, within a day")
    await wall.team.hears_nothing_of("wrong again")
    # One that she was asked for is taken back once, and not after a day.
    await street.later(days=30, hours=1)
    await finds(wall.emma, "Partly", "The blue has come off")
    await wall.emma.presses("Undo")
    await finds(wall.emma, "Partly", "The blue has come off below")
    await wall.emma.presses("Undo")
    assert await ask(street, "SELECT count(*) FROM care_checks WHERE answer = 'partly'") == [1]
    await intact(street)


async def test_whoever_takes_it_on_and_lets_it_go_all_day_is_heard_of_once(street: Street) -> None:
    wall = await done(street)
    await wall.emma.says("/1")
    await wall.emma.presses("I’ll look after it")
    for _ in range(3):
        await wall.emma.says("/care")
        await wall.emma.presses(WALL)
        await wall.emma.presses("⋯ More")
        await wall.emma.presses("I can’t any more")
        await wall.emma.presses("I’ll look after it")
    assert await heard(wall.team, "Nobody looks after") == 1
    await intact(street)


async def test_what_is_gone_ends_it_once_the_team_says_so_too(street: Street) -> None:
    wall = await looked_after(street)
    await street.later(days=30, hours=1)
    await finds(wall.emma, "Gone", "It was painted over at night")
    await wall.team.hears("A neighbour says that", "is gone. Is that so?", "painted over at night")
    await wall.chen.hears_nothing_of("is gone")
    await wall.team.presses("No")
    await wall.team.hears("Set aside")
    assert await ask(street, "SELECT count(*) FROM care_checks WHERE answer IS NOT NULL") == [0]
    await finds(wall.team, "Gone", "It is gone indeed")
    await wall.chen.hears("is gone, 30 days after it was done", "It is gone indeed")
    await wall.emma.hears("is gone, 30 days after it was done")
    await street.later(days=60)
    await wall.emma.hears_nothing_of("was done 90 days ago")
    assert "gone: 1" in await public_page(street)
    # A wrong press is taken back, whoever had heard of it hears that, and somebody looks anew.
    await wall.team.presses("Undo")
    await wall.chen.hears("what you heard last was not so")
    await wall.team.says("/care")
    await wall.team.presses(WALL)
    await wall.team.hears("Somebody has been asked to look at it")
    await intact(street)


async def test_a_step_back_from_done_ends_it_and_done_again_begins_it_for_the_same_people(street: Street) -> None:
    wall = await looked_after(street)
    await wall.team.says("/1")
    await wall.team.presses("Look after it")
    await wall.team.presses("Move it along")
    await takes_back(wall.team)
    await street.tick()
    await wall.emma.hears("is not done any more")
    await street.later(days=31)
    await wall.emma.hears_nothing_of("was done 30 days ago")
    await wall.team.says("/1")
    await wall.team.presses("Look after it")
    await wall.team.presses("Move it along")
    await wall.team.presses("Done")
    await wall.team.presses("Leave it out")
    await wall.team.presses("No photo, tell everyone")
    await street.tick()
    await street.later(days=30, hours=1)
    await wall.emma.hears("was done 30 days ago", WALL)
    await intact(street)


async def takes_back(team: Neighbour) -> None:
    label = next(one for one in (await team.last()).labels if "↩" in one)
    await team.presses(label)


async def test_what_was_hidden_and_comes_back_is_looked_after_as_before(street: Street) -> None:
    wall = await looked_after(street)
    plan = "SELECT id, step_id, done_at, steward_id, next_at, ended_at FROM care_plans"
    before = await ask(street, plan)
    await wall.team.says("/1")
    await wall.team.presses("Look after it")
    await wall.team.presses("⋯ More")
    await wall.team.presses("Hide")
    await wall.team.says("A face is on the photo")
    await street.tick()
    assert await ask(street, plan) == before
    await wall.team.presses("Undo")
    for _ in range(2):
        await street.tick()
        assert await ask(street, plan) == before
    await intact(street)


async def test_a_look_that_is_taken_back_among_the_steps_of_the_idea_is_taken_back(street: Street) -> None:
    wall = await done(street)
    await wall.team.says("/1")
    await wall.team.presses("Look after it")
    await wall.team.presses("Move it along")
    await wall.team.presses("Looked at again")
    await wall.team.presses("I have no photo")
    await wall.team.presses("Good")
    await wall.chen.hears("is still good")
    await wall.team.says("/1")
    await wall.team.presses("Look after it")
    await wall.team.presses("Move it along")
    await takes_back(wall.team)
    await street.tick()
    assert await ask(street, "SELECT count(*) FROM care_checks WHERE answer IS NOT NULL") == [0]
    assert await ask(street, "SELECT status FROM ideas") == ["done"]
    await intact(street)


async def test_a_steward_who_leaves_is_followed_by_her_deputy(any_street: Street) -> None:
    street = any_street
    wall = await looked_after(street)
    await street.later(days=30, hours=1)
    await wall.emma.hears("was done 30 days ago")
    await says_what_good_means(wall.team)
    await leaves_for_good(wall.emma)
    await street.settle()
    assert await ask(street, "SELECT good || tools FROM care_plans") == [""]
    await wall.li.hears("Now it is you")
    await wall.li.hears("was done 30 days ago")
    await wall.li.presses("I can’t any more")
    await wall.li.hears("Thank you for all you did")
    await wall.team.hears("Nobody looks after", "any more")
    await wall.team.hears("was done 30 days ago")
    await intact(street)


async def test_a_steward_who_is_her_own_deputy_at_another_door_is_one_person(street: Street) -> None:
    wall = await done(street)
    emma = wall.emma
    await emma.says("/1")
    await emma.presses("I’ll look after it")
    there = await street.arrives("Emma there", TELEGRAM, "en")
    await there.says("/1")
    await second(there)
    await carries_on(emma, there)
    assert await ask(street, "SELECT count(*) FROM care_plans WHERE deputy_id IS NULL AND steward_id > 0") == [1]
    await street.later(days=30, hours=1)
    await street.later(days=5, hours=1)
    heard = [one for each in (emma, there) for one in await each.screen() if "was done 30 days ago" in one.words]
    assert len(heard) == 1
    await intact(street)


async def test_what_was_made_of_an_idea_has_one_steward(street: Street) -> None:
    wall = await done(street)
    await wall.team.presses("Keep as made by people")
    await wall.team.presses("Keep it")
    async with street.bot.database.write() as tx:
        # As it stood before there was after-care.
        await tx.run("DELETE FROM care_plans")
        await tx.run("UPDATE made_things SET steward_id = ?", await street.person_id(wall.emma))
    await street.tick()
    assert await ask(street, "SELECT count(*) FROM made_things WHERE steward_id IS NOT NULL") == [0]
    await wall.li.says("/made")
    await wall.li.presses(WALL)
    await wall.li.hears("looks after it")
    await wall.li.presses("⋯ More")
    await wall.li.presses("How it is looked after")
    await wall.li.presses("I’ll look after it")
    await wall.li.hears("together with somebody")
    await street.later(days=30, hours=1)
    await wall.emma.hears("was done 30 days ago")
    await wall.li.hears_nothing_of("was done 30 days ago")
    # What its owner lets go in the register is gone here, too.
    await wall.keeper.says("/made")
    await wall.keeper.presses(WALL)
    await wall.keeper.presses("I want to change this")
    await wall.keeper.presses("It cannot wait")
    await wall.keeper.says("Damp")
    await wall.keeper.presses("How it stands")
    await wall.keeper.presses("It goes now")
    await wall.keeper.presses("I have no photo")
    await street.tick()
    await wall.emma.hears("is gone, as its owner says")
    assert await ask(street, "SELECT outcome FROM care_plans") == ["gone"]
    await intact(street)


async def test_after_half_a_year_it_is_looked_at_yearly_or_that_is_enough(street: Street) -> None:
    wall = await looked_after(street)
    for days in (30, 60, 90):
        await street.later(days=days, hours=1)
        await finds(wall.emma, "Good")
    await wall.emma.hears("The next look is on")
    await wall.emma.presses("That is enough")
    await wall.li.hears("has been looked at long enough")
    await wall.emma.presses("Look again every year")
    await street.later(days=186)
    await wall.emma.hears("was done a year ago")
    await finds(wall.emma, "Good")
    page = await public_page(street)
    assert "1 of 1 were found to be still good." in page
    await intact(street)


async def test_another_day_is_asked_for_twice_and_no_more(street: Street) -> None:
    wall = await looked_after(street)
    await street.later(days=30, hours=1)
    await wall.emma.presses("Another day")
    await wall.emma.hears("I ask you again on")
    await street.later(days=3, hours=1)
    await wall.emma.hears("You wanted to look at", "today")
    await wall.emma.presses("Another day")
    await street.later(days=3, hours=1)
    await wall.li.hears_nothing_of("was done 30 days ago")
    await street.later(days=5, hours=1)
    await wall.li.hears("was done 30 days ago")


async def test_what_grows_has_care_days(street: Street) -> None:
    wall = await looked_after(street)
    await wall.emma.says("/care")
    await wall.emma.presses(WALL)
    await wall.emma.presses("⋯ More")
    await wall.emma.presses("Care days")
    await wall.emma.presses("Every 2 weeks")
    await wall.emma.hears("The first care day", "is")
    await street.later(days=14)
    for one in (wall.emma, wall.li):
        assert (await one.hears("Today is the care day of", WALL)).labels[0] == "🌱 Done"
    await together(wall.emma.presses("Done"), wall.li.presses("Done"))
    screens = [*await wall.emma.screen(), *await wall.li.screen()]
    assert len([one for one in screens if "has its next care day" in one.words]) == 1
    for _ in range(3):
        await street.later(days=14)
    await wall.team.says("/digest")
    await wall.team.hears("Nobody came to the last two care days")
    await wall.emma.presses("I can’t any more")
    await wall.li.hears("Now it is you")
    # Without anybody who comes there are no care days.
    await wall.li.presses("I can’t any more")
    await wall.team.hears("Nobody looks after", "any more")
    assert await ask(street, "SELECT count(*) FROM care_plans WHERE care_at IS NULL AND care_missed = 0") == [1]
    await intact(street)


async def test_a_stranger_cannot_answer_and_cannot_take_on_everything(street: Street) -> None:
    wall = await looked_after(street)
    await street.later(days=30, hours=1)
    bored = await street.arrives("Bored", TELEGRAM, "en")
    await bored.says("/help")
    for address in (
        "care.answer:1:gone",
        "care.gone_plainly:1",
        "care.look_again:1",
        "care.mended:1",
        "care.enough:1",
        "care.take_back:1",
        "care.set_rhythm:1:1",
        "care.another_day:1",
    ):
        await bored.taps((await bored.last()).id, address)
        assert "look after" in (await bored.toasts())[-1], address
    assert await ask(street, "SELECT count(*) FROM care_checks WHERE answer IS NOT NULL") == [0]
    # Words that everybody would read are not hers, nor the steward's.
    there = await street.arrives("Steward", TELEGRAM, "en")
    async with street.bot.database.write() as tx:
        await tx.run("UPDATE care_plans SET deputy_id = ?", await street.person_id(there))
    await there.says("/help")
    for one in (bored, there):
        for address in ("care.ask_good:1", "care.ask_tools:1"):
            await one.taps((await one.last()).id, address)
            assert "The team says that" in (await one.toasts())[-1], address
    await wall.team.says("/1")
    assert rules.MOST_HELD == 5


async def test_what_was_done_long_ago_is_asked_about_a_few_at_a_time(street: Street, tmp_path: Path) -> None:
    """An old database: eight ideas were done in one week, two years ago."""
    wall = await done(street)
    now, years = street.now_ms(), 2 * 365 * DAY
    async with street.bot.database.write() as tx:
        await tx.run("DELETE FROM care_plans")
        await tx.run("UPDATE idea_steps SET taken_at = ? WHERE to_status = 'done'", now - years)
        for number in range(2, 9):
            await tx.run(
                "INSERT INTO ideas (id, place_id, person_id, number, status, words, space, touched_at, sent_at)"
                " VALUES (?, 1, 1, ?, 'done', ?, 'inside', 0, 1)",
                number,
                number,
                f"old {number}",
            )
            await tx.run(
                "INSERT INTO idea_steps (idea_id, person_id, from_status, to_status, space, taken_at, told_at)"
                " VALUES (?, 1, 'under_way', 'done', 'inside', ?, 1)",
                number,
                now - years + number * DAY // 10,
            )
    await street.tick()
    assert await ask(street, "SELECT count(*) FROM care_plans") == [8]
    assert await ask(street, "SELECT count(*) FROM care_checks") == [0]
    await wall.team.hears_nothing_of("years ago")
    await street.later(days=366)
    assert await ask(street, "SELECT count(*) FROM care_checks") == [rules.MOST_A_DAY]
    await street.later(days=1, hours=1)
    assert await ask(street, "SELECT count(*) FROM care_checks") == [2 * rules.MOST_A_DAY]


async def test_a_photo_that_is_held_back_is_shown_nowhere(street: Street) -> None:
    wall = await looked_after(street)
    await street.later(days=30, hours=1)
    await finds(wall.emma, "Good", photo=11)
    await wall.team.presses("Yes, tell everybody")
    await wall.chen.hears("is still good")
    (media_id,) = await ask(street, "SELECT media_id FROM care_checks WHERE media_id IS NOT NULL")
    before = await shown_to(street, wall.chen)
    assert media_id in before
    there = await street.arrives("Nurgul", TELEGRAM, "en", Role.VOLUNTEER)
    await there.says("/help")
    await there.taps((await there.last()).id, f"held.hold:picture:{media_id}:{media_id}")
    assert await ask(street, "SELECT count(*) FROM held_pictures") == [1]
    assert await shown_to(street, wall.chen) == before - {media_id}
    await wall.emma.hears("keep it to ourselves until a guardian has agreed")


async def shown_to(street: Street, one: Neighbour) -> set[object]:
    """The pictures of its card."""
    await one.says("/care")
    await one.presses(WALL)
    newest = "SELECT max(id) FROM outbox WHERE method NOT LIKE '%Callback%'"
    return set(await ask(street, f"SELECT media_id FROM shown_pictures WHERE outbox_id = ({newest})"))  # noqa: S608


async def public_page(street: Street) -> str:
    transport = httpx.ASGITransport(app=street.bot.web, client=("127.0.0.1", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        return (await client.get(f"/p/{street.place.code}?lang=en")).text


def test_days_come_at_thirty_ninety_and_hundred_and_eighty_and_then_every_year() -> None:
    done_at, seen = 1_000 * DAY, []
    after = done_at
    for _ in range(5):
        after = rules.next_due(done_at, after)
        seen.append((after - done_at) // DAY)
    assert seen == [30, 90, 180, 365, 730]
    assert rules.first_due(done_at, done_at) == done_at + 30 * DAY
    assert rules.first_due(done_at, done_at + 400 * DAY) == done_at + 730 * DAY
    assert rules.first_due(done_at, done_at + 728 * DAY) == done_at + 1095 * DAY
    assert list(Stage) == [Stage.STEWARD, Stage.DEPUTY, Stage.TEAM, Stage.LAST]
    assert Still(5, 2, 1, 1).open == 1
