"""Stuffing: one vote a person, visitors who came later counted apart, a crowd from one address noticed."""

from datetime import timedelta

import httpx
import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.identity.roles import Role
from tests.neighbour import AGREE, Neighbour, OnTheWeb
from tests.street import Street
from tests.town.polls.test_polls import DOORS, makes_other_poll, makes_poll


async def visits(street: Street, name: str, address: str, language: str = "en") -> Neighbour:
    """A new visitor of the page, who has agreed, from an address of our choice."""
    transport = httpx.ASGITransport(app=street.bot.web, client=(address, 4000))
    client = httpx.AsyncClient(
        transport=transport, base_url="http://nestbox.test", headers={"Origin": "http://nestbox.test"}
    )
    one = OnTheWeb(street, name, client)
    await one.opens(language)
    await one.says("/start")
    await one.presses({"zh": "中文", "ug": "ئۇيغۇرچە", "en": "English"}[language])
    await one.presses(*AGREE)
    return one


async def votes(one: Neighbour, option: str, question: str = "Which colour?") -> None:
    await one.says("/polls")
    await one.presses(question)
    await one.presses(option)


@pytest.mark.parametrize("door", DOORS)
async def test_visitors_younger_than_the_poll_are_shown_apart(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", door, "en")
    li = await street.arrives("Li", door, "zh")
    await makes_other_poll(volunteer, "One option each", "Yes, all the time")
    await street.later(seconds=5)
    await resident.presses("Green")
    for number in range(3):
        late = await visits(street, f"Late {number}", f"10.0.0.{number}")
        await votes(late, "Blue")
        await late.hears("You came after this poll began, so your vote is shown apart")
    await late.presses("Green")
    await late.presses("Blue")
    await resident.presses("Blue")
    await resident.presses("Green")
    await resident.hears(
        "1. Green – 1", "2. Blue – 0", "One person has voted", "+ 3 from visitors who came after it began"
    )
    await street.later(days=4)
    await resident.hears("Most votes: Green (1)", "One person voted, 2 did not vote", "+ 3 from visitors")
    await li.hears("+ 3 票来自投票开始后才来的访客")
    await late.hears("Most votes: Green (1)")  # whoever voted hears how it came out


async def test_whoever_is_known_otherwise_counts_though_she_came_later(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await makes_poll(volunteer)
    await street.later(seconds=5)
    on_telegram = await street.arrives("Telegram", TELEGRAM, "en")
    shopkeeper = await street.arrives("Shopkeeper", "web", "en", Role.SHOPKEEPER)
    await votes(on_telegram, "Green")
    await votes(shopkeeper, "Green")
    await street.later(days=4)
    result = await volunteer.hears("Most votes: Green (2)")
    assert "came after" not in result.words


async def test_somebody_who_came_before_the_poll_and_agreed_later_counts(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    early = await street.neighbour("Early", "web", "en")
    await early.says("/start")
    await makes_poll(volunteer)
    await early.presses("English")
    await early.presses(*AGREE)
    await votes(early, "Green")
    await street.later(days=4)
    await early.hears("Most votes: Green (1)")


async def test_a_sixth_newcomer_from_one_address_is_not_counted_and_the_team_hears_once(any_street: Street) -> None:
    street = any_street
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", "web", "zh")
    await makes_poll(volunteer)
    for number in range(7):
        # An IPv6 subscriber may take any address of a network of his own.
        late = await visits(street, f"Late {number}", f"2001:db8::{number + 1}")
        await votes(late, "Blue")
    await volunteer.hears("6 visitors who came after the poll began voted within a few minutes", "Which colour?")
    heard = [one for one in await volunteer.screen() if "🚨" in one.words]
    assert len(heard) == 1
    elsewhere = await visits(street, "Elsewhere", "2001:db8:0:1::1")
    await votes(elsewhere, "Blue")
    await street.later(days=4)
    await volunteer.hears("Nobody voted this time", "+ 6 from visitors", "2 more from an address that had its share")
    await resident.hears("+ 6 票来自投票开始后才来的访客", "另有 2 票来自同一个网络地址")


async def test_many_newcomers_at_once_alarm_the_team_wherever_they_come_from(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "zh", Role.VOLUNTEER)
    english = await street.arrives("English", "web", "en", Role.VOLUNTEER)
    await makes_poll(english)
    for number in range(10):
        await volunteer.hears_nothing_of("🚨")
        await votes(await visits(street, f"Late {number}", f"10.0.{number}.1"), "Blue")
    await volunteer.hears("🚨 几分钟内有 10 位投票开始后才来的访客投了票")


async def test_where_newcomers_came_from_is_forgotten_within_a_day_and_means_nothing_tomorrow(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await makes_poll(volunteer)

    async def origins() -> list[str]:
        async with street.bot.database.read() as tx:
            return await tx.all(str, "SELECT origin FROM poll_newcomers ORDER BY person_id")

    late = await visits(street, "Late", "10.1.2.3")
    await votes(late, "Blue")
    (first,) = await origins()
    assert "10.1.2.3" not in first
    await street.later(hours=24)
    assert await origins() == []
    again = await visits(street, "Again", "10.1.2.3")
    await votes(again, "Blue")
    (second,) = await origins()
    assert second != first
    await street.later(days=3)
    await volunteer.hears("+ 2 from visitors")  # the vote stays apart when its origin is forgotten


async def test_what_is_kept_of_an_update_does_not_tell_where_it_came_from(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    await makes_poll(volunteer)
    late = await visits(street, "Late", "10.1.2.3")

    async def crash(*_: object) -> None:
        raise RuntimeError("a crash")

    monkeypatch.setattr("handlers.polls.store.votes.vote", crash)
    await votes(late, "Blue")
    async with street.bot.database.read() as tx:
        kept = await tx.all(str, "SELECT raw FROM kept_aside")
        left = await tx.all(str, "SELECT body FROM gateway_updates")
    assert len(kept) == 1
    assert "polls.vote" in kept[0]
    assert "origin" not in "".join(kept + left)


async def test_a_forged_origin_through_telegram_means_nothing(street: Street) -> None:
    from bot.updates.parsing import parse

    user = {"id": 5, "is_bot": False, "first_name": "A"}
    query = {"id": "1", "from": user, "chat_instance": "1", "data": "polls.vote:1:1", "origin": "mine"}
    for door, expected in ((TELEGRAM, None), (WEB, "mine")):
        incoming = parse(door, {"update_id": 1, "callback_query": query})
        assert incoming is not None
        assert incoming.origin == expected
        assert "mine" not in incoming.raw


async def test_newcomers_do_not_push_a_quorum_out_of_reach(street: Street) -> None:
    volunteer = await street.arrives("Volunteer", "web", "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", "web", "en")
    await volunteer.says("/newpoll Which colour?\nGreen\nBlue")
    for label in ("That’s all", "One option each", "In three days", "Only after the close"):
        await volunteer.presses(label)
    for label in ("Change something", "How it is counted", "How many must vote", "40 %", "Send it to everybody"):
        await volunteer.presses(label)
    await resident.presses("Green")
    for number in range(4):
        await votes(await visits(street, f"Late {number}", f"10.0.{number}.1"), "Blue")
    street.clock.advance(timedelta(days=4))
    await street.tick()
    await resident.hears("Quorum reached: 1 voted, 1 of 2 active people were needed")
