"""Which evening suits you, and what for these 2,000 yuan: time polls, budget polls, and what ideas cost, roughly."""

import pytest

from bot.identity.roles import Role
from handlers.polls import rules
from handlers.polls.rules import Entry, Kind, budgets, moments, winning
from handlers.polls.rules.winning import Terms
from tests.neighbour import Neighbour, together
from tests.street import Street
from tests.town.people.test_elsewhere import carries_on, count
from tests.town.polls.test_polls import has_idea

FRIDAY, SATURDAY = "Fri, Nov 27", "Sat, Nov 28"


async def makes_time_poll(volunteer: Neighbour, until: str = "In three days", result: str = "Only after") -> None:
    """Friday 19:00 and Saturday 20:00, by the clock of Beijing; three days on is Thursday evening."""
    await volunteer.says("/newpoll Which evening for the lights?")
    await volunteer.presses("Which time suits?")
    await volunteer.presses(FRIDAY)
    await volunteer.presses("19:00")
    await volunteer.says("Saturday 20:00")
    await volunteer.presses("That’s all")
    await volunteer.presses(until)
    await volunteer.presses(result)
    await volunteer.presses("Send it to everybody")


async def makes_budget_poll(
    street: Street, volunteer: Neighbour, author: Neighbour, result: str = "Only after"
) -> None:
    """1,000 yuan for a bench (800), lamps (500) or paint (300)."""
    for number, words in ((1, "A bench"), (2, "Lamps"), (3, "Paint")):
        await has_idea(street, author, number, words)
    await volunteer.says("/newpoll What for?")
    await volunteer.says("1 2 3")
    await volunteer.presses("That’s all")
    await volunteer.presses("Dots or points")
    await volunteer.presses("A budget to share out")
    for cost in ("800", "¥500", "300 yuan"):
        await volunteer.says(cost)
    await volunteer.says("1,000")
    await volunteer.presses("In three days")
    await volunteer.presses(result)
    await volunteer.presses("Send it to everybody")


# --- which evening suits you?


async def test_the_evening_that_suits_most_wins_and_becomes_an_event_in_one_tap(any_street: Street) -> None:
    street = any_street
    volunteer = await street.arrives("Volunteer", "telegram", "en", Role.VOLUNTEER)
    other = await street.arrives("Other", "web", "en", Role.VOLUNTEER)
    dilnur, li = await street.arrives("Dilnur", "telegram", "ug"), await street.arrives("Li", "web", "zh")
    await volunteer.says("/newpoll Which evening for the lights?")
    await volunteer.presses("Which time suits?")
    await volunteer.presses(FRIDAY)
    await volunteer.hears("at what time?")
    await volunteer.presses("19:00")
    await volunteer.hears("1. Fri, Nov 27", "19:00 Beijing time (17:00 Xinjiang time)")
    await volunteer.says("Saturday 7")  # morning or evening?
    await volunteer.hears("Which of the two do you mean?")
    await volunteer.presses("19:00")
    await volunteer.says("Saturday 19:00")  # said twice, there once
    assert "3." not in (await volunteer.hears("2. Sat, Nov 28")).words
    await volunteer.presses("That’s all")
    await volunteer.says("Sunday 20:00")
    await volunteer.hears("all of these times would be over")
    await volunteer.presses("In three days")
    await volunteer.presses("Only after the close")
    await volunteer.hears("Most “yes” wins", "1. Fri, Nov 27", "2. Sat, Nov 28")
    await volunteer.presses("Send it to everybody")

    asked = await li.hears("Which evening for the lights?", "19:00 北京时间（新疆时间 17:00）")
    await li.presses(*[label for label in asked.labels if "27" in label])
    await li.hears("这个时间您合适吗？")
    await li.presses("✅ 可以")
    await li.hears("28日", "这个时间您合适吗？")  # the next one follows by itself
    await li.presses("勉强可以")
    assert {label[0] for label in (await li.hears("您投的是")).labels} >= {"✅", "🟡"}
    asked = await dilnur.hears("Which evening for the lights?")
    await dilnur.presses(*[label for label in asked.labels if "27" in label])
    await dilnur.presses("مەيلى")
    await dilnur.presses("✅ بولىدۇ")
    await li.presses(*[label for label in (await li.hears("您投的是")).labels if "28" in label])
    await li.presses("✅ 可以")  # changed until the close
    await other.hears_nothing_of("Suits most")
    await street.later(days=4)

    result = await li.hears("最合适的时间：11月28日周六", "2 人回答：✅ 2 人可以 · 🟡 0 人勉强可以 · ❌ 0 人不行")
    assert result.kind == "photo"
    for one in (volunteer, other):
        await one.says("/polls")
        await one.presses("Which evening")
        await one.hears("Suits most: Sat, Nov 28", "Fri, Nov 27", "✅ 1 · 🟡 1 · ❌ 0")
    await together(*(one.presses("Make an event of it") for one in (volunteer, other)))
    await street.settle()
    assert await count(street, "SELECT count(*) FROM events WHERE status = 'draft'") == 1
    starts = await count(street, "SELECT starts_at FROM events")
    assert starts == await count(street, "SELECT max(starts_at) FROM poll_options")
    said = [(await one.toasts())[-1] for one in (volunteer, other)]
    assert sum("Nobody hears of it" in one for one in said) == 1
    assert sum("is making an event of it just now" in one for one in said) == 1
    maker = (volunteer, other)["Nobody" in said[1]]
    await maker.says("/newevent")  # half done, and taken up again
    await maker.hears("Which evening for the lights?")
    await maker.presses("Begin a new one")  # thrown away, it can be made once more
    await maker.says("/polls")
    await maker.presses("🏁 Which evening for the light…")
    await maker.presses("Make an event of it")
    await maker.hears("Where is it?")
    assert await count(street, "SELECT count(*) FROM events") == 1


async def test_a_time_that_is_over_can_be_neither_chosen_nor_win_and_live_counts_are_words(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    gul, aziz = await street.arrives("Gul", "web", "en"), await street.arrives("Aziz", "telegram", "en")
    await volunteer.says("/newpoll Which evening?")
    await volunteer.presses("Which time suits?")
    await volunteer.says("Tuesday 19:00")
    await volunteer.says("Saturday 20:00")
    await volunteer.presses("That’s all")
    await volunteer.presses("In three days")
    await volunteer.presses("Yes, all the time")
    await volunteer.presses("Send it to everybody")
    await gul.presses(*[label for label in (await gul.hears("Which evening?")).labels if "Nov 24" in label])
    await gul.presses("✅ Yes")
    await gul.presses("If need be")
    await gul.hears("Your vote: ✅ Tue, Nov 24", "🟡 Sat, Nov 28", "1. Tue, Nov 24", "✅ 1 · 🟡 0 · ❌ 0")
    await street.later(days=2)
    await aziz.presses(*[label for label in (await aziz.hears("Which evening?")).labels if "Nov 24" in label])
    assert "over already" in (await aziz.toasts())[-1]
    await volunteer.says("/polls")
    await volunteer.presses("Which evening")
    await volunteer.presses("Time and close")
    await volunteer.presses("3 days longer")
    assert "all of these times would be over" in (await volunteer.toasts())[-1]
    await street.later(days=2)
    await gul.hears("Suits most: Sat, Nov 28", "0 yes · 🟡 1 if need be · ❌ 0 no, of 1 who answered")


# --- what for these 1,000 yuan?


@pytest.mark.server
async def test_nobodys_basket_costs_more_than_there_is_and_the_money_goes_by_votes(any_street: Street) -> None:
    street = any_street
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    gul, dilnur, li = (
        await street.arrives("Gul", "web", "en"),
        await street.arrives("Dilnur", "web", "ug"),
        await street.arrives("Li", "telegram", "zh"),
    )
    await makes_budget_poll(street, volunteer, gul)
    await gul.hears("There are ¥1,000", "1. #1 A bench · ¥800", "3. #3 Paint · ¥300")
    await gul.presses("#1 A bench")
    await gul.hears("Your vote: #1 A bench", "¥200 of ¥1,000 left")
    await gul.presses("#3 Paint")
    assert "costs ¥300, and ¥200 is left" in (await gul.toasts())[-1]
    await gul.presses("✓ #1 A bench")
    await gul.presses("#2 Lamps")
    await gul.presses("#3 Paint")
    await gul.hears("Your vote: #2 Lamps · #3 Paint", "¥200 of ¥1,000 left")
    # Two presses at once of what fits alone, but not together.
    asked = await li.hears("一共有 1,000 元")
    bench, lamps = (next(label for label in asked.labels if what in label) for what in ("A bench", "Lamps"))
    await together(li.presses(bench), li.presses(lamps))
    await street.settle()
    assert await count(street, BASKET, await street.person_id(li)) in (500, 800)
    await li.presses(*[label for label in (await li.hears("您投的是")).labels if label.startswith("✓")])
    await li.hears("您还没有投票")
    await dilnur.presses("#1 A bench · 800 يۈەن")
    await street.later(days=4)
    result = await gul.hears(
        "The money pays for 2 of them: ¥800 of ¥1,000",
        "of two alike the cheaper",
        "✅ #3 Paint, ¥300: one chose it",
        "· #1 A bench, ¥800: one chose it, the money did not reach",
    )
    assert result.kind == "photo"
    await dilnur.hears("1,000 يۈەندىن")


IN_IT = "FROM poll_votes v JOIN poll_options o ON o.id = v.option_id WHERE v.person_id = ?"
BASKET = f"SELECT coalesce(sum(o.cost), 0) {IN_IT}"


async def test_a_basket_stays_one_when_two_doors_become_one_person(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    here, there = await street.arrives("Gul", "web", "en"), await street.arrives("Gul K.", "telegram", "en")
    await makes_budget_poll(street, volunteer, volunteer, "Yes, all the time")
    await here.presses("#1 A bench")
    await street.later(minutes=1)
    await there.presses("#2 Lamps")
    await there.presses("#3 Paint")
    await carries_on(here, there)
    await street.later(minutes=1)
    assert await count(street, "SELECT count(DISTINCT person_id) FROM poll_votes") == 1
    assert await count(street, BASKET, await street.person_id(here)) == 800
    await there.hears("Lamps · ¥500 – 1")


async def test_what_is_too_little_too_much_or_no_number_is_asked_again(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await volunteer.says("/newpoll What for?\nA bench\nLamps")
    for label in ("That’s all", "Dots or points", "A budget"):
        await volunteer.presses(label)
    await volunteer.says("a lot")
    await volunteer.hears("Please write whole yuan")
    await volunteer.presses("¥500")
    await volunteer.presses("¥100")
    for said, heard in (("400", "nobody could choose it"), ("600", "nothing to decide"), ("0", "whole yuan")):
        await volunteer.says(said)
        await volunteer.hears(heard)
    await volunteer.says("550")
    await volunteer.hears("Until when can people vote?")


async def test_an_old_button_makes_a_whole_poll_of_another_kind(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "telegram", "en", Role.VOLUNTEER)
    await volunteer.says("/newpoll Which evening?")
    first = await volunteer.hears("What can people choose?")
    await volunteer.presses("Which time suits?")
    await volunteer.says("Saturday 20:00")
    draft = await count(street, "SELECT id FROM polls")
    await volunteer.taps(first.id, f"polls.make_consent:{draft}")
    await volunteer.hears("Until when can people vote?")
    await volunteer.presses("In three days")
    await volunteer.presses("Only after")
    await volunteer.hears("Is it safe to try?", "Fine with me", "I object")
    await volunteer.taps(first.id, f"polls.make_time_poll:{draft}")
    await volunteer.says("Saturday 20:00")
    assert await count(street, "SELECT consent FROM polls") == 0
    assert await count(street, "SELECT count(*) FROM poll_options") == 1


# --- what an idea costs, roughly


async def test_the_team_says_in_a_band_what_an_idea_costs_and_a_poll_keeps_what_it_began_with(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    gul = await street.arrives("Gul", "web", "en")
    await has_idea(street, gul, 1, "A bench")
    await has_idea(street, gul, 2, "Lamps")
    await volunteer.says("/1")
    await _pages(volunteer, "🗂 Look after it")
    await _sets_cost(volunteer, "¥100–500")
    await volunteer.hears("The team’s estimate: ¥100–500")
    await volunteer.says("/newpoll What for?")
    await volunteer.says("1 2")
    for label in ("That’s all", "Dots or points", "A budget", "¥500", "¥100"):
        await volunteer.presses(label)
    await volunteer.says("550")
    for label in ("In three days", "Only after", "Send it"):
        await volunteer.presses(label)
    await volunteer.says("/1")
    await _pages(volunteer, "🗂 Look after it")
    await _sets_cost(volunteer, "more than ¥10,000")
    await gul.says("/polls")
    await gul.presses("What for?")
    await gul.hears("A bench · ¥500")
    await volunteer.says("/newpoll What first?")
    await volunteer.says("1 2")
    for label in ("That’s all", "One option each", "In three days", "Only after", "Send it"):
        await volunteer.presses(label)
    asked = await gul.hears("What first?")
    assert {"#1 A bench · more than ¥10,000", "#2 Lamps"} <= set(asked.labels)
    await gul.says("/1")
    await gul.hears("The team’s estimate: more than ¥10,000")
    await gul.presses("⋯ More")
    await gul.presses("⋯ More")
    await gul.presses("The record")
    await gul.hears("Estimate: ¥100–500", "Estimate: more than ¥10,000")


async def _sets_cost(volunteer: Neighbour, band: str) -> None:
    await _pages(volunteer, "What it costs")
    await _pages(volunteer, band)


async def _pages(volunteer: Neighbour, label: str) -> None:
    """Through the choices, three at a time, until this one is there."""
    for _ in range(6):
        if any(label in one for one in (await volunteer.last()).labels):
            break
        await volunteer.presses("More")
    await volunteer.presses(label)


# --- rules


def entry(words: str, yes: int, maybe: int, no: int, at: int = 9) -> Entry:
    return Entry(words, yes + maybe + no, yes * moments.YES_WEIGHS + maybe, at)


@pytest.mark.parametrize(
    ("entries", "leader"),
    [
        ([entry("a", 3, 0, 0), entry("b", 2, 9, 0)], ("a",)),  # most yes
        ([entry("a", 3, 1, 0), entry("b", 3, 2, 5)], ("b",)),  # then most "if need be"
        ([entry("a", 3, 2, 1), entry("b", 3, 2, 0)], ("b",)),  # then fewest no
        ([entry("a", 3, 2, 1, 8), entry("b", 3, 2, 1, 7)], ("b",)),  # then the earliest
        ([entry("a", 9, 0, 0, 5), entry("b", 0, 1, 8)], ("b",)),  # over at the close
        ([entry("a", 0, 0, 3)], ()),  # suits nobody
    ],
)
def test_a_time_wins_by_yes_then_if_need_be_then_no_then_the_earliest(
    entries: list[Entry], leader: tuple[str, ...]
) -> None:
    assert winning.outcome(Kind.TIME, entries, 9, 9, Terms(decided_at=5)).leaders == leader


def test_money_goes_by_votes_then_to_what_costs_less_then_to_the_lower_number_while_it_lasts() -> None:
    def priced(words: str, votes: int, cost: int) -> Entry:
        return Entry(words, votes, votes, cost=cost)

    assert budgets.funded([priced("a", 5, 800), priced("b", 4, 300), priced("c", 1, 200)], 1000) == ("a", "c")
    assert budgets.funded([priced("a", 2, 800), priced("b", 2, 300)], 1000) == ("b",)
    assert budgets.funded([priced("a", 2, 600), priced("b", 2, 600)], 1000) == ("a",)
    assert budgets.funded([priced("a", 0, 1)], 1000) == ()
    came_out = winning.outcome(Kind.BUDGET, [priced("a", 5, 800), priced("b", 4, 300)], 6, 9, Terms(total=1000))
    assert (came_out.best, came_out.abstained) == (800, 3)


@pytest.mark.parametrize(
    ("words", "amount"),
    [("500", 500), ("2,000 元", 2000), ("¥300", 300), ("１２００", 1200), ("500.00", 500), ("0", None),
     ("12.50", None), ("99999999", None), ("many", None)],
)  # fmt: skip
def test_an_amount_is_whole_yuan(words: str, amount: int | None) -> None:
    assert budgets.read_amount(words) == amount
    assert rules.whole_kind("several", 0, "budget") is Kind.BUDGET
