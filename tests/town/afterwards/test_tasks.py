"""Tasks and shifts: what needs a hand, who does it, who steps in, and how long it took."""

import re
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.i18n.clocks import Clocks
from bot.identity.roles import Role
from handlers.tasks import rules
from handlers.tasks.rules import Every
from handlers.tasks.store import hours, tasks
from tests.invariants import intact
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.street import MORNING, Street
from tests.town.people.test_elsewhere import carries_on

WATER = "Water the flowers"
SATURDAY = "28 November 15:00-17:00"  # five days ahead


async def makes(team: Neighbour, title: str = WATER, *answers: str, needed: str = "1", work: str = "Plants") -> None:
    """A slot on Saturday unless said otherwise; opened."""
    await team.says("/newtask")
    await team.says(title)
    for one in answers or ("From …", SATURDAY):
        await answers_with(team, one)
    await answers_with(team, work)
    await team.says(needed)


async def answers_with(team: Neighbour, one: str) -> None:
    """By its button where there is one, with "more" before it; else in words."""
    for _ in range(4):
        last = await team.last()
        if any(one in label for label in last.labels):
            await team.presses(next(label for label in last.labels if one in label))
            return
        if "⋯ More" not in last.labels:
            break
        await team.presses("⋯ More")
    await team.says(one)


async def opens(team: Neighbour, title: str = WATER, *answers: str, needed: str = "1", work: str = "Plants") -> None:
    await makes(team, title, *answers, needed=needed, work=work)
    await team.presses("Open it")
    await team.hears("is open ✓")


async def finds(one: Neighbour, title: str = WATER) -> None:
    await one.says("/tasks")
    for _ in range(10):
        last = await one.last()
        if any(title in label for label in last.labels):
            await one.presses(next(label for label in last.labels if title in label))
            return
        await one.presses("⋯ More")
    raise AssertionError(f"{title} is not in the list")


async def takes(one: Neighbour, title: str = WATER) -> None:
    await finds(one, title)
    await one.presses("I’ll do it")


async def states(street: Street) -> list[str]:
    async with street.bot.database.read() as tx:
        return await tx.all(str, "SELECT state FROM task_claims ORDER BY id")


@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_somebody_takes_a_task_on_is_reminded_twice_and_says_how_long_it_took(
    any_street: Street, door: str
) -> None:
    street = any_street
    team = await street.arrives("Zhou", door, "en", Role.VOLUNTEER)
    wang = await street.arrives("Wang", door, "en")
    await makes(team)
    await team.hears("This is what everybody sees", WATER, "0 of 1")
    await team.presses("Change")
    await team.presses("What to bring")
    await team.says("A watering can stands behind the door")
    await team.presses("Open it")
    await team.hears("is open ✓")
    await wang.says("/tasks")
    await wang.hears("What needs a hand", WATER, "0 / 1")
    await takes(wang)
    await wang.hears("Thank you! You do it", WATER, "A watering can", "/human", "a day and two hours before")
    await takes_again_is_once(wang)
    assert await states(street) == ["claimed"]

    await street.later(days=4, hours=4)
    reminder = await wang.hears("Soon: “Water the flowers”", "Do you still do it?")
    assert reminder.labels[:3] == ["✓ Yes, still", "🔄 Find me a stand-in", "✗ I can’t"]
    await wang.presses("Yes, still")
    await street.until(MORNING + timedelta(days=5, hours=2))
    await wang.hears("Almost time: “Water the flowers”")
    await street.later(hours=5)
    await wang.hears("Was “Water the flowers” done?")
    await wang.presses("✓ Done, 2 h")
    await wang.hears("Noted ✓ “Water the flowers”: 2 h")
    assert await states(street) == ["done"]
    await wang.says("/hours")
    await wang.hears("tasks 1, in all 2 h", "Only you see it all together")
    await intact(street)


async def takes_again_is_once(one: Neighbour) -> None:
    await finds_mine(one)
    await one.hears("✓ You do it")


async def finds_mine(one: Neighbour, title: str = WATER) -> None:
    await one.says("/mytasks")
    last = await one.last()
    await one.presses(next(label for label in last.labels if title in label))


@pytest.mark.server
async def test_of_two_who_take_the_last_place_at_once_one_has_it_and_the_other_is_offered_the_next(
    any_street: Street,
) -> None:
    street = any_street
    team = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER)
    await opens(team)
    await opens(team, "Sweep the yard", "Once", "30 November", work="Carry")
    people = [await street.arrives(f"N{number}", WEB, "en") for number in range(4)]
    for one in people:
        await finds(one)
    await together(*(one.presses("I’ll do it") for one in people))
    assert await states(street) == ["claimed"]
    heard = [(await one.last()).words for one in people]
    assert sum("You do it" in one for one in heard) == 1
    late = [one for one, words in zip(people, heard, strict=True) if "just taken" in words]
    assert len(late) == 3
    await late[0].hears("The last place was just taken", "Sweep the yard")
    await late[0].presses("Sweep the yard")
    await late[0].presses("I’ll do it")
    await late[0].hears("You do it", "Sweep the yard")
    await intact(street)


async def watches(one: Neighbour, work: str = "Plants") -> None:
    await finds(one, "Tell me when")
    await answers_with(one, work)


async def heard(one: Neighbour, words: str) -> int:
    return sum(words in message.words for message in await one.screen() if not message.mine)


async def test_the_old_place_stays_until_one_of_two_steps_in_and_watchers_hear_once(any_street: Street) -> None:
    street = any_street
    team = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER)
    wang, li, chen = [await street.arrives(name, WEB, "en") for name in ("Wang", "Li", "Chen")]
    await opens(team)
    for one in (li, chen):
        await watches(one)
    await takes(wang)
    await street.later(hours=2)
    await finds_mine(wang)
    await wang.presses("Find me a stand-in")
    await wang.hears("I ask whoever wants to hear", "It stays yours until somebody takes it")
    await li.hears("Somebody is missing here", WATER, "Somebody looks for a stand-in")
    assert await states(street) == ["stand_in"]
    await wang.presses("Yes, still")
    await wang.presses("Find me a stand-in")
    assert await heard(li, "Somebody is missing") == 1
    await together(li.presses("I’ll do it"), chen.presses("I’ll do it"))
    assert sorted(await states(street)) == ["claimed", "withdrawn"]
    await wang.hears("Somebody takes your place", WATER)
    assert await heard(wang, "takes your place") == 1
    words = [(await one.last()).words for one in (li, chen)]
    assert sum("You do it" in one for one in words) == sum("just taken" in one for one in words) == 1
    await intact(street)


async def test_whoever_cannot_come_is_offered_another_date_and_her_place_is_free_at_once(street: Street) -> None:
    team = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER)
    wang, li = await street.arrives("Wang", WEB, "en"), await street.arrives("Li", WEB, "en")
    await opens(team, WATER, "Again and again", SATURDAY, "Every week")
    await watches(li)
    # Taken and given back at once, it is as free as it was: nobody is rung.
    await takes(wang)
    await finds_mine(wang)
    await wang.presses("Find me a stand-in")
    await wang.hears("It stands among what needs a hand", "It stays yours until somebody takes it")
    await wang.presses("I can’t")
    await li.hears_nothing_of("Somebody is missing")
    await takes(wang)
    await street.later(hours=2)
    await finds_mine(wang)
    await wang.presses("I can’t")
    await wang.hears("Somebody else can do")
    await li.hears("Somebody is missing here", WATER)
    await wang.presses("Another day")
    await wang.hears("What suits you better?", "Dec 5")
    await wang.presses("Water the flowers · Sat, Dec 5…")
    await wang.presses("I’ll do it")
    await wang.hears("You do it", "Dec 5")
    await li.presses("I’ll do it")
    assert await states(street) == ["withdrawn", "claimed", "claimed"]
    await intact(street)


async def test_the_team_hears_once_that_nobody_was_found_two_days_before(street: Street) -> None:
    team = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER)
    await opens(team, needed="2")
    await opens(team, "Sweep", "From …", "24 November 20:00-21:00", work="Carry")
    await street.later(minutes=10)
    await team.hears_nothing_of("needs hands")
    await street.later(hours=7)
    await team.hears("“Sweep” needs hands: 0 of at least 1")
    await team.says(f"/start task-{street.place.code}-2")
    await team.presses("Look after it")
    await answers_with(team, "Another time")
    await team.says("25 November 15:00-16:00")
    await team.hears("is now", "Nov 25")
    await street.until(MORNING + timedelta(days=3, hours=4))
    await team.hears("“Water the flowers” needs hands: 0 of at least 1")
    await street.later(hours=5)
    assert await heard(team, "needs hands") == 2
    await team.says("/today")
    await team.hears("Lacks hands: Water the flowers")


async def invites(team: Neighbour) -> None:
    await team.says("/newevent")
    for words in ("The fair", "28 November 15:00", "The yard"):
        await team.says(words)
    await team.presses("No limit")
    await team.presses("Skip")
    await team.presses("Skip")
    await team.presses("📣")
    await team.presses("📅 See the event")


async def fair_with_task(street: Street) -> tuple[Neighbour, Neighbour]:
    team, wang = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER), await street.arrives("Wang", WEB, "en")
    await invites(team)
    await team.presses("New task")
    await team.says("Put up the tables")
    await team.presses("From … to …")
    await answers_with(team, "13:00")
    await team.presses("Carry and clean")
    await team.says("1")
    await team.hears("for “The fair”")
    await team.presses("Open it")
    await wang.says("/events")
    await wang.presses("The fair")
    await wang.hears("Tasks that need a hand: 1")
    await wang.presses("Lend a hand")
    await wang.presses("I’ll do it")
    return team, wang


async def test_a_cancelled_event_takes_its_tasks_along(any_street: Street) -> None:
    street = any_street
    team, wang = await fair_with_task(street)
    await team.says("/events")
    await team.presses("The fair")
    await team.presses("🛠")
    await team.presses("Cancel it")
    await team.says("It rains")
    await team.presses("Cancel and tell them")
    await street.later(minutes=2)
    await wang.hears("“Put up the tables” is off", "It rains")
    await street.later(days=5)
    await wang.hears_nothing_of("Do you still do it?")
    await wang.says("/tasks")
    await wang.hears("Nothing needs a hand just now")
    await intact(street)


async def test_a_moved_event_asks_the_people_of_its_tasks_again(street: Street) -> None:
    team, wang = await fair_with_task(street)
    await team.says("/events")
    await team.presses("The fair")
    await team.presses("🛠")
    await team.presses("Change")
    await team.presses("Time")
    await team.says("29 November 16:00")
    await wang.hears_nothing_of("has a new time")
    await street.later(minutes=12)
    await wang.hears("“Put up the tables” has a new time", "Nov 29", "14:00–16:00", "Do you still do it?")
    await wang.says("/today")
    await wang.hears("New time, still yes?")
    await wang.presses("Yes, still")
    await street.until(MORNING + timedelta(days=5, hours=3))
    assert await heard(wang, "Soon: “Put up the tables”") == 1
    await intact(street)


async def test_a_standing_task_goes_on_only_when_somebody_says_so(street: Street) -> None:
    team = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER)
    await opens(team, WATER, "Again and again", SATURDAY, "Every week")

    async def ahead() -> int:
        async with street.bot.database.read() as tx:
            now = street.now_ms()
            return await tx.one(int, "SELECT count(*) FROM task_dates WHERE starts_at > ?", now) or 0

    assert await ahead() == 8
    await street.later(days=7)
    assert await ahead() == 8
    await street.later(days=162)
    await team.hears("“Water the flowers” runs until", "go on for half a year?")
    await team.presses("It goes on")
    await street.later(days=30)
    assert await ahead() == 8
    await street.later(days=140)
    await team.presses("It ends then")
    wang = await street.arrives("Wang", WEB, "en")
    async with street.bot.database.read() as tx:
        last = await tx.one(int, "SELECT max(id) FROM task_dates")
    await wang.says(f"/start task-{street.place.code}-{last}")
    await wang.presses("I’ll do it")
    await street.later(days=13)
    await wang.hears("Was “Water the flowers” done?")
    await wang.presses("✓ Done, 2 h")
    await wang.hears("Noted ✓ “Water the flowers”: 2 h")
    await street.later(days=47)
    assert await ahead() == 0
    async with street.bot.database.read() as tx:
        assert await tx.all(str, "SELECT state FROM tasks") == ["ended"]


async def test_somebody_without_a_phone_is_noted_and_comes_although_who_noted_her_leaves(any_street: Street) -> None:
    street = any_street
    team = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER)
    lead = await street.arrives("Nur", WEB, "en", Role.LEAD)
    await opens(team, needed="2")
    await team.presses("I know somebody")
    await team.hears("Pass this on", "/#task-")
    await team.presses("Somebody without a phone")
    await team.says("Granny Li")
    await team.hears("Noted ✓ Granny Li does")
    await street.later(days=4, hours=4)
    await team.hears("Soon: “Water the flowers”", "about Granny Li")
    await leaves_for_good(team)
    await street.settle()
    await lead.hears("Granny Li has no phone and does “Water the flowers”")
    await lead.presses("Look at it")
    await lead.hears("This is about Granny Li")
    await street.later(days=1, hours=6)
    await lead.presses("✓ Done, 2 h")
    await lead.hears("Noted for Granny Li")
    await lead.says("/hours")
    await lead.hears("Nothing is noted of you yet")
    await intact(street)


async def test_a_lead_corrects_for_seven_days_and_three_misses_are_asked_about_in_private(street: Street) -> None:
    lead = await street.arrives("Nur", WEB, "en", Role.LEAD)
    team, wang = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER), await street.arrives("Wang", WEB, "en")
    await wang.says("/name")
    await wang.says("Wang")
    await watches(wang)
    for week in range(3):
        await opens(lead, f"{WATER} {week}", "From …", _in_two(street))
        await wang.presses("I’ll do it")
        await street.later(days=3)
        await wang.hears(f"Was “{WATER} {week}” done?")
        await finds_who(lead, week)
        await lead.presses("Wang")
        await lead.presses("Was not there")
        await lead.hears("Wang: was not there")
        await lead.toasts()  # which come so many at a time
    await wang.hears("It did not work out three times", "Nobody else reads this")
    for one in (lead, team):
        await one.hears_nothing_of("did not work out")
    await wang.presses("Yes, ask me less")
    await opens(lead, "One more", "From …", _in_two(street))
    assert await heard(wang, "One more") == 0
    # What is true may be said until seven days later.
    await finds_who(lead, 2)
    await lead.presses("Wang")
    await lead.says("1.5")
    await lead.hears("Wang: done, 1.5 h")
    await finds_mine_by_address(wang)
    await finds_who(team, 2)
    assert "Wang" not in (await team.last()).labels
    await street.later(days=8)
    await finds_who(lead, 2)
    await lead.hears("Wang: done, 1.5 h")
    await lead.toasts()
    await lead.presses("Wang")
    assert "more than seven days ago" in (await lead.toasts())[-1]
    await intact(street)


async def finds_mine_by_address(one: Neighbour) -> None:
    """What a lead noted stands, whatever button is still in the chat."""
    await one.toasts()
    await one.presses("✓ Done, 2 h")
    assert "A lead noted this" in (await one.toasts())[-1]


def _in_two(street: Street) -> str:
    return f"{street.clock.now() + timedelta(days=2):%Y-%m-%d} 15:00-17:00"


async def finds_who(one: Neighbour, week: int) -> None:
    await one.says(f"/start task-{await _code(one)}-{week + 1}")
    await one.presses("Look after it")
    await one.presses("Who does it…")


async def _code(one: Neighbour) -> str:
    return one.street.place.code  # type: ignore[attr-defined, no-any-return]


async def test_hours_without_a_task_and_training_are_hers_alone(street: Street) -> None:
    wang, lead = await street.arrives("Wang", WEB, "en"), await street.arrives("Nur", WEB, "en", Role.LEAD)
    for number in range(3):
        await wang.says("/hours")
        await wang.presses("I learned something" if number else "I helped, without a task")
        await wang.says("two" if not number else "2")
        if not number:
            await wang.hears("I did not understand the hours")
            await wang.says("1,5 h")
        await wang.says(f"Pruning {number}")
    await wang.presses("Undo")
    await wang.hears("all 1.5 h", "Training: 2 h", "Pruning 1")
    async with street.bot.database.read() as tx:
        me = await street.person_id(wang)
        assert await hours.sum_of(tx, street.place.id, me) == hours.Sum(0, 90, 120)
        lines = await hours.of_person(tx, street.place.id, me)
    assert [(one.title, one.minutes, one.training) for one in lines] == [("Pruning 0", 90, 0), ("Pruning 1", 120, 1)]
    await lead.says("/hours")
    await lead.presses("Correct hours")
    await lead.presses(next(one for one in (await lead.last()).labels if "Pruning 1" in one))
    await lead.says("3")
    await wang.hears("noted for you: “Pruning 1”, 3 h")
    await wang.says("/hours")
    for _ in range(2):
        await wang.presses("I helped, without a task")
        await wang.presses("1 h")
        await wang.says("More")
        await wang.says("/hours")
    await wang.hears("noted 3 times today")


async def test_a_stranger_takes_few_and_pressing_for_others_finds_nothing(street: Street) -> None:
    team = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER)
    for number in range(4):
        await opens(team, f"{WATER} {number}", "Once", "30 November", needed="2")
    await opens(team, f"{WATER} 4", needed="2")
    stranger = await street.arrives("Stranger", WEB, "en")
    wang = await street.arrives("Wang", TELEGRAM, "en")
    for number in range(3):
        await takes(stranger, f"{WATER} {number}")
    await finds_mine(stranger, f"{WATER} 0")
    await stranger.presses("It is done")
    await stranger.says("12")
    await stranger.hears("12 h")
    await takes(stranger, f"{WATER} 3")
    assert "At first 3 are plenty" in (await stranger.toasts())[-1]
    assert await states(street) == ["done", "claimed", "claimed"]
    await wang.taps((await wang.last()).id, "tasks.cant:1")
    assert "somebody else’s task" in (await wang.toasts())[-1]
    await wang.taps((await wang.last()).id, "tasks.claim:99")
    assert "no such task" in (await wang.toasts())[-1]
    await takes(wang, f"{WATER} 4")
    for early in ("tasks.done:4:60", "tasks.excuse:4", "tasks.no_reason:4"):
        await wang.taps((await wang.last()).id, early)
        assert "once it has begun" in (await wang.toasts())[-1]
    for number in range(4):
        await takes(wang, f"{WATER} {number}")
        await wang.taps((await wang.last()).id, f"tasks.done:{number + 5}:60")
    assert "noted 3 times today" in (await wang.toasts())[-1]
    assert await states(street) == ["done", "claimed", "claimed", "claimed", "done", "done", "done", "claimed"]


async def test_only_adults_say_so_first(street: Street) -> None:
    team, wang = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER), await street.arrives("Wang", WEB, "en")
    await makes(team, "Prune the tree")
    await team.presses("Change")
    await answers_with(team, "Adults only")
    await team.presses("Adults only")
    await team.presses("Open it")
    await takes(wang, "Prune the tree")
    await wang.hears("for adults only. Are you 18 or older?")
    assert await states(street) == []
    await wang.presses("Yes, I am")
    await wang.hears("You do it")


async def test_who_leaves_frees_her_place_and_two_doors_are_one_pair_of_hands(any_street: Street) -> None:
    street = any_street
    team = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER)
    wang, li = await street.arrives("Wang", WEB, "en"), await street.arrives("Li", TELEGRAM, "en")
    await opens(team, needed="2")
    await opens(team, "Sweep", "Once", "30 November", needed="2", work="Carry")
    for one in (wang, li):
        await takes(one)
        await takes(one, "Sweep")
        await finds_mine(one, "Sweep")
    await wang.presses("It is done")
    await wang.presses("✓ Done, 1 h")
    await street.later(hours=2)
    await li.presses("I can’t")
    await carries_on(wang, li)
    # What was done stays done, although she gave it back at the other door later.
    assert sorted(await states(street)) == ["claimed", "done"]
    await li.says("/tasks")
    await li.hears("1 / 2")
    await watches(team)
    await leaves_for_good(wang)
    await street.settle()
    await team.hears("Somebody is missing here", WATER)
    assert await states(street) == ["done"]
    await intact(street)


async def test_two_drafts_do_not_keep_two_doors_apart_and_nobody_noted_stays_with_nobody(street: Street) -> None:
    team, there = [await street.arrives("Zhou", door, "en", Role.VOLUNTEER) for door in (WEB, TELEGRAM)]
    wang, chen = await street.arrives("Wang", WEB, "en"), await street.arrives("Chen", TELEGRAM, "en")
    await opens(team, needed="3")
    for one in (team, there):
        await takes(one)
        await one.says("/newtask")
        await one.says("Sweep")
        await street.later(minutes=1)
    await finds(team)
    await team.presses("I know somebody")
    await team.presses("Somebody without a phone")
    await team.says("Granny Li")
    await watches(chen)
    await street.later(hours=2)
    await carries_on(team, there)
    await there.hears("You are one person")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(DISTINCT made_by) FROM tasks WHERE state = 'draft'") == 2
    await takes(wang)
    await there.says("/elsewhere")
    await there.presses("↩ Undo the joining")
    # Three places for four: the newest of theirs gives way, and that is the neighbour's.
    await street.settle()
    await team.hears("Somebody takes your place", "about Granny Li")
    await leaves_for_good(there)
    await street.settle()
    await chen.hears("Somebody is missing here", WATER)
    await team.presses("One more")
    await team.says("Granny Li")
    assert await states(street) == ["claimed", "claimed", "claimed"]
    await leaves_for_good(team)
    await street.settle()
    assert await states(street) == ["claimed"]
    await intact(street)


async def test_what_another_feature_found_waits_for_one_tap_of_the_team(any_street: Street) -> None:
    street = any_street
    team, wang = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER), await street.arrives("Wang", WEB, "en")
    async with street.bot.database.write() as tx:
        now, place = street.now_ms(), street.place.id
        first = await tasks.propose(tx, place, "Fix the bench", "care 1", now, work=rules.Work.CRAFT)
        assert await tasks.propose(tx, place, "Fix the bench", "care 1", now) == first
        for number in range(rules.MOST_PROPOSED - 1):
            assert await tasks.propose(tx, place, "x", f"care x{number}", now) is not None
        assert await tasks.propose(tx, place, "x", "care y", now) is None
    await wang.says("/tasks")
    await wang.hears("Nothing needs a hand")
    await team.says("/today")
    await team.presses("Found to be done: Fix the bench")
    await team.hears("Found to be done. Opened, it looks like this", "Fix the bench", "Build and paint")
    await team.presses("Open it")
    await takes(wang, "Fix the bench")
    await finds_mine(wang, "Fix the bench")
    await wang.presses("It is done")
    await wang.presses(next(x for x in (await wang.last()).labels if "Done, 1 h" in x))
    await wang.hears("Noted ✓ “Fix the bench”: 1 h")


async def test_what_needs_a_hand_is_public_and_stands_in_calendars_without_names(any_street: Street) -> None:
    street = any_street
    team, wang = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER), await street.arrives("Wang", WEB, "en")
    await opens(team, needed="2")
    await wang.says("/name")
    await wang.says("Wang Meili")
    await takes(wang)
    transport = httpx.ASGITransport(app=street.bot.web)
    async with httpx.AsyncClient(transport=transport, base_url="http://nestbox.test") as client:
        page = (await client.get(f"/p/{street.place.code}?lang=en")).text
        assert WATER in page
        assert f"/#task-{street.place.code}-1" in page
        assert "Wang" not in page
        feed = (await client.get(f"/calendar/{street.place.code}.ics?language=en")).text
        assert f"SUMMARY:🧤 {WATER} (1/2)" in feed
        await wang.says("/calendar")
        await wang.presses("Give me a link")
        secret = re.search(r"/calendar/mine/[\w-]+\.ics", (await wang.last()).words)
        assert secret is not None
        mine = (await client.get(secret[0])).text
    assert f"SUMMARY:🧤 {WATER}" in mine
    assert "DTSTART;TZID=Asia/Shanghai:20261128T150000" in mine


async def test_another_time_and_calling_off_are_told_to_who_does_it(street: Street) -> None:
    team, wang = await street.arrives("Zhou", WEB, "en", Role.VOLUNTEER), await street.arrives("Wang", WEB, "en")
    await opens(team, needed="2")
    await takes(wang)
    await takes(team)
    await team.says(f"/start task-{street.place.code}-1")
    await team.presses("Look after it")
    await answers_with(team, "Another time")
    await team.says("27 November 15:00-16:00")
    await team.hears("is now", "Nov 27", "Asked again: 2")
    await wang.hears("has a new time", "Nov 27")
    await team.says(f"/start task-{street.place.code}-1")
    await team.presses("Look after it")
    await answers_with(team, "Call it off")
    await team.says("It rains")
    await team.hears("is off ✓ Told: 1")
    await wang.hears("“Water the flowers” is off", "It rains")
    await wang.presses("Yes, still")
    assert "This is off" in (await wang.toasts())[-1]


def test_a_month_without_such_a_day_has_it_on_its_last_one() -> None:
    clocks = Clocks("Asia/Urumqi")
    first = datetime(2027, 1, 31, 4, tzinfo=UTC)
    found = rules.dates(first, Every.MONTH, first, first + timedelta(days=125), clocks)
    assert [(one.month, one.day) for one in found] == [(2, 28), (3, 31), (4, 30), (5, 31)]


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("2", 120), ("1.5", 90), ("1,5 h", 90), ("两个半小时", 150), ("半小时", 30), ("٢", 120), ("90 min", 90),
     ("25", None), ("0", None), ("many", None)],
)  # fmt: skip
def test_hours_are_read_as_people_say_them(words: str, minutes: int | None) -> None:
    assert rules.read_hours(words) == minutes
