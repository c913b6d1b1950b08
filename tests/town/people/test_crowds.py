"""A bored teenager with two hundred cookies: support and seats from one address, counted apart and noticed."""

import pytest

from bot.identity.roles import Role
from tests.street import Street
from tests.town.events.test_events import announced
from tests.town.ideas.test_ideas import published
from tests.town.polls.test_polls_newcomers import visits

IDEA = "门口放长椅"


async def on_board(street: Street) -> None:
    await published(street, await street.arrives("Author"), IDEA)


async def test_a_sixth_newcomer_of_one_address_is_kept_apart_and_the_team_counts_her_in(any_street: Street) -> None:
    street = any_street
    await on_board(street)
    team = await street.arrives("Team", "web", "en", Role.VOLUNTEER)
    for number in range(8):
        # An IPv6 subscriber may take any address of a network of his own.
        one = await visits(street, f"Cookie {number}", f"2001:db8::{number + 1}")
        await one.says("/1")
        await one.presses("👍 Support")
        assert ("counted once the team has looked" in (await one.toasts())[-1]) == (number >= 5)
    neighbour = await street.arrives("Neighbour", language="en")
    await neighbour.says("/1")
    await neighbour.hears("👍 5", "+ 3 from a network that had its share today, not counted")
    await neighbour.presses("👍 Support")
    await neighbour.hears("👍 6")
    heard = [one for one in await team.screen() if "🚨" in one.words]
    assert len(heard) == 1
    assert "newcomers supported no. 1" in heard[0].words
    await team.presses("Count the…")
    await team.hears("No. 1 has 👍 9 now")
    await team.presses("Undo")
    await team.hears("No. 1 has 👍 6.")


async def test_who_takes_it_back_and_gives_it_again_stands_where_she_stood(street: Street) -> None:
    await on_board(street)
    cookies = [await visits(street, f"Cookie {number}", "10.0.0.1") for number in range(6)]
    for one in cookies:
        await one.says("/1")
        await one.presses("👍 Support")
    await cookies[0].presses("I support it")
    await cookies[0].presses("👍 Support")
    await cookies[0].hears("👍 5")
    await cookies[5].presses("I support it")
    await cookies[5].presses("👍 Support")
    await cookies[5].hears("👍 5", "+ 1 from a network")


async def test_a_voice_added_to_a_look_alike_is_judged_as_well_and_merging_lets_nobody_in(street: Street) -> None:
    await on_board(street)
    for number in range(6):
        one = await visits(street, f"Cookie {number}", "10.0.0.1")
        await one.says("/suggest")
        await one.says(IDEA)
        await one.presses("Inside the shop")
        await one.presses("Add my voice to…")
    await one.hears("kept with no. 1", "counted once the team has looked")
    team = await street.arrives("Team", "telegram", "en", Role.VOLUNTEER)
    await published(street, await street.arrives("Other"), "种葡萄")
    await team.taps((await team.last()).id, "ideas.merge_into:1:8")
    await team.hears("now belongs to", "👍 6")  # five of the cookies, and the author


async def test_whoever_is_known_otherwise_counts_from_a_crowded_address(street: Street) -> None:
    await on_board(street)
    for number in range(6):
        one = await visits(street, f"Cookie {number}", "10.0.0.1")
        await one.says("/1")
        await one.presses("👍 Support")
    shopkeeper = await visits(street, "Keeper", "10.0.0.1")
    await street.gives(shopkeeper, Role.SHOPKEEPER)
    await shopkeeper.says("/1")
    await shopkeeper.presses("👍 Support")
    await shopkeeper.hears("👍 6")


async def test_cookies_that_waited_a_week_have_a_share_too(street: Street) -> None:
    cookies = [await visits(street, f"Cookie {number}", "10.0.0.1") for number in range(22)]
    await street.later(days=8)
    await on_board(street)
    for one in cookies:
        await one.says("/1")
        await one.presses("👍 Support")
    await one.hears("👍 20", "+ 2 from a network")


@pytest.mark.parametrize("language", ["zh", "ug"])
async def test_it_is_said_kindly_in_her_language(street: Street, language: str) -> None:
    await on_board(street)
    for number in range(6):
        one = await visits(street, f"Cookie {number}", "10.0.0.1", language)
        await one.says("/1")
        await one.presses("👍")
    said = {"zh": "团队看过后会计入", "ug": "گۇرۇپپا كۆرگەندىن كېيىن سانىلىدۇ"}[language]
    assert said in (await one.toasts())[-1]


async def test_seats_from_one_address_wait_beside_the_line_until_the_team_lets_them_in(any_street: Street) -> None:
    street = any_street
    neighbour = await street.arrives("Neighbour", language="en")
    maker = await announced(street, "8")
    cookies = [await visits(street, f"Cookie {number}", "10.0.0.1") for number in range(7)]
    for one in cookies:
        await one.says("/start event-1")
        await one.presses("Coming")
    assert "the team looks first" in (await one.toasts())[-1]
    await one.hears("You are noted", "5 of 8 seats", "+ 2 from a network")
    await neighbour.presses("Coming")
    await neighbour.hears("You are coming", "6 of 8 seats")
    await maker.hears("🚨", "社区秋日会")
    await maker.presses("看看是谁")
    await maker.hears("不在候补里")
    await maker.presses("让另外 2 位进来")
    await one.hears("A seat is free")
    await neighbour.says("/start event-1")
    await neighbour.hears("8 of 8 seats")


async def test_newcomers_of_one_address_do_not_take_all_seats_with_guests_nobody_has_seen(street: Street) -> None:
    await announced(street, "30")
    for number in range(2):
        one = await visits(street, f"Cookie {number}", "10.0.0.1")
        await one.says("/start event-1")
        await one.presses("Coming")
        for _ in range(9):
            if "+ one guest" in (await one.last()).labels:
                await one.presses("+ one guest")
    assert "can take 12 seats" in (await one.toasts())[-1]
    await one.says("/start event-1")
    await one.hears("12 of 30 seats")
