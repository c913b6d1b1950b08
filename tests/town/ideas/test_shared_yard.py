"""Whoever manages the shared yard is a party of it: property management, or the community office."""

from datetime import timedelta

import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.identity.places import Space
from bot.identity.roles import Role
from handlers.board.rules import voice
from handlers.care import rules as care
from handlers.ideas import rules
from handlers.ideas.rules import Status
from handlers.kit.rules import Facts, Page, Sheet
from handlers.ledger.rules import By, Decision, decided_by
from handlers.made import rules as made
from tests.neighbour import Neighbour, leaves_for_good, together
from tests.street import MORNING, Street
from tests.town.afterwards.test_kit import a_kit, brings, written
from tests.town.ideas.test_public_space import published
from tests.town.people.test_elsewhere import carries_on
from tests.town.telling.test_broadcasts import DOORS

TOMORROW = MORNING + timedelta(days=1, hours=-2, minutes=-29)  # 09:31 in Beijing, when digests come


async def in_the_yard(street: Street) -> tuple[Neighbour, Neighbour]:
    """Vera of the team, and Aygul whose idea about the yard is on the board."""
    vera = await street.arrives("Vera", TELEGRAM, "en", Role.VOLUNTEER)
    return vera, await published(street, vera, "The yard")


async def says_yes(one: Neighbour, number: int = 1) -> None:
    await one.says(f"/{number}")
    await one.taps((await one.last()).id, f"ideas.answer_with:{number}:yes")


@pytest.mark.parametrize("door", DOORS)
async def test_a_link_makes_somebody_the_property_manager(any_street: Street, door: str) -> None:
    street = any_street
    lead = await street.arrives("Gul", TELEGRAM, "en", Role.LEAD)
    await lead.says("/invite")
    for label in ("Somebody else", "More roles", "Property management or community office"):
        await lead.presses(label)
    link = (await lead.hears("This link makes one person “Property management or community office”", "#i-")).words
    bahar = await street.arrives("Bahar", door, "en")
    await bahar.says(f"/start {link.partition('#')[2].split()[0]}")
    if door == WEB:
        await bahar.says("Property Manager")  # no name says so; the badge beside it does
        await bahar.says("Bahar")
    await bahar.hears("together with the team", "a short digest reaches you once a day")
    await lead.hears("Bahar has taken up an invitation", "Property management or community office")
    await lead.says("/team")
    await lead.hears("Property management or community office: Bahar")
    await bahar.says("/settings")
    await bahar.hears("Bahar (property or community office)")


@pytest.mark.parametrize("door", DOORS)
async def test_the_yard_waits_for_the_team_and_for_property_management(any_street: Street, door: str) -> None:
    street = any_street
    bahar = await street.arrives("Bahar", door, "en", Role.PROPERTY_MANAGER)
    vera, aygul = await in_the_yard(street)
    await says_yes(vera)
    await vera.hears("is on record", "The other party's answer counts too")
    await aygul.hears_nothing_of("Agreed")
    await street.until(TOMORROW)
    digest = await bahar.hears("For the yard", "1 needs you")
    assert [label for label in digest.labels if label.startswith("1 ")] == ["1 ✓", "1 but…", "1 try", "1 later"]
    await bahar.presses("1 but…")
    await bahar.says("Not in front of the gas meter")
    await bahar.hears("✓ Yes, but… – 1")
    heard = await aygul.hears("Agreed with conditions", "Not in front of the gas meter")
    assert "property management or community office" in heard.words
    await bahar.says("/digest")
    await bahar.hears_nothing_of("2 need you")
    assert "1 ✓" not in (await bahar.last()).labels


async def test_property_management_first_and_then_the_team_is_asked(street: Street) -> None:
    bahar = await street.arrives("Bahar", WEB, "en", Role.PROPERTY_MANAGER)
    vera, aygul = await in_the_yard(street)
    await bahar.says("/today")
    await bahar.presses("Answer 1")
    await bahar.presses("Yes")
    await vera.hears("needs your answer as well", "The other party said")
    await says_yes(vera)
    await aygul.hears("Agreed")


async def test_two_parties_that_answer_at_once_decide_once(any_street: Street) -> None:
    street = any_street
    bahar = await street.arrives("Bahar", TELEGRAM, "en", Role.PROPERTY_MANAGER)
    vera, aygul = await in_the_yard(street)
    for one in (bahar, vera):
        await one.says("/1")
    taps = [one.taps((await one.last()).id, "ideas.answer_with:1:yes") for one in (bahar, vera)]
    await together(*taps)
    await aygul.hears("Agreed")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM idea_steps WHERE to_status = 'agreed'") == 1


@pytest.mark.parametrize("door", DOORS)
async def test_where_nobody_manages_the_yard_the_team_answers_and_hears_once_that_somebody_could(
    street: Street, door: str
) -> None:
    lead = await street.arrives("Gul", door, "en", Role.LEAD)
    vera, aygul = await in_the_yard(street)
    await street.later(minutes=6)
    await lead.hears("Nobody is here for property management or the community office yet", "/1")
    await lead.presses("A link for property management")
    await lead.hears("This link makes one person “Property management or community office”", "#i-")
    before = len(await lead.screen())
    await street.later(days=9)
    heard = [one.words for one in (await lead.screen())[before:] if "Nobody is here for property" in one.words]
    assert [words for words in heard if "For the team today" not in words] == []  # once a quarter
    await vera.taps((await vera.last()).id, "ideas.record:1:0")
    await vera.hears("the volunteers' team answers")
    await vera.hears_nothing_of("property management answer")
    await says_yes(vera)
    await aygul.hears("Agreed")


async def test_what_was_decided_before_is_not_asked_about_again(street: Street) -> None:
    vera, aygul = await in_the_yard(street)
    await says_yes(vera)
    await aygul.hears("Agreed")
    bahar = await street.arrives("Bahar", WEB, "en", Role.PROPERTY_MANAGER)
    await bahar.says("/digest")
    assert "1 ✓" not in (await bahar.last()).labels


@pytest.mark.parametrize("how", ["taken", "forgotten", "handed"])
async def test_an_answer_does_not_wait_for_somebody_who_is_gone(any_street: Street, how: str) -> None:
    street = any_street
    lead = await street.arrives("Gul", TELEGRAM, "en", Role.LEAD)
    bahar = await street.arrives("Bahar", WEB, "en", Role.PROPERTY_MANAGER)
    vera, aygul = await in_the_yard(street)
    await says_yes(vera)
    await street.later(minutes=6)
    await aygul.hears_nothing_of("Agreed")
    if how == "taken":
        await lead.taps((await lead.last()).id, f"team.take:{await street.person_id(bahar)}:property_manager")
    elif how == "forgotten":
        await leaves_for_good(bahar)
    else:
        await bahar.says("/handover")
        await bahar.presses("Your role: Property management or community office")
        await bahar.presses("back")
    await street.later(minutes=6)
    await aygul.hears("Agreed")
    await vera.hears("Nobody is there for the other party any more")


async def test_a_party_that_goes_quiet_is_asked_and_the_leads_hear(street: Street) -> None:
    lead = await street.arrives("Gul", TELEGRAM, "en", Role.LEAD)
    bahar = await street.arrives("Bahar", TELEGRAM, "en", Role.PROPERTY_MANAGER)
    await in_the_yard(street)
    for _ in range(9):
        await street.later(days=3)
        await lead.says("/home")
    await bahar.hears("Your role: Property management or community office")
    await lead.hears("Bahar has not been here for 27 days")


async def test_a_week_of_silence_names_who_should_speak_with_them(street: Street) -> None:
    await street.arrives("Bahar", WEB, "en", Role.PROPERTY_MANAGER)
    vera, _ = await in_the_yard(street)
    for _ in range(8):
        await street.later(days=1)
        await vera.says("/home")
    await vera.hears("still waits for property management's answer", "Would you speak with them?")


async def test_the_role_goes_along_to_another_door(street: Street) -> None:
    bahar = await street.arrives("Bahar", WEB, "en", Role.PROPERTY_MANAGER)
    await in_the_yard(street)
    phone = await street.neighbour("Bahar", TELEGRAM, "en")
    await carries_on(bahar, phone)
    await phone.says("/digest")
    await phone.hears("For the yard", "1 needs you")


async def test_a_kit_says_which_party_a_change_like_that_needs(street: Street) -> None:
    lead = await street.arrives("Gul", TELEGRAM, "en", Role.LEAD)
    change = Sheet(Page.CHANGE, Facts(space="yard"), (("en", "A tree with a seat"),))
    await brings(lead, written(a_kit(change)), "kit.json")
    await lead.presses("Look at the first one")
    await lead.hears("A tree with a seat", "property management or community office", "Nobody is that here yet")
    await street.arrives("Bahar", WEB, "en", Role.PROPERTY_MANAGER)
    await lead.says("/kit")
    await lead.presses("Kits from elsewhere")
    await lead.presses("Look at them one by one (1)")
    await lead.hears("A tree with a seat")
    assert "Nobody is that here yet" not in (await lead.last()).words


def test_a_wall_of_the_yard_is_not_painted_over_without_its_makers() -> None:
    assert Role.PROPERTY_MANAGER in made.owner(Space.YARD).roles & made.OWNERS.roles
    assert Role.PROPERTY_MANAGER not in made.owner(Space.INSIDE).roles


def test_it_is_said_whose_answer_it_was() -> None:
    def by(*roles: Role) -> By:
        return decided_by(Decision(1, frozenset(roles), backed=False, agrees=True, days=1))

    assert by(Role.PROPERTY_MANAGER) is By.YARD
    assert by(Role.PROPERTY_MANAGER, Role.VOLUNTEER) is By.SEVERAL
    assert voice(Status.AGREED, "yard", {Role.PROPERTY_MANAGER}) == "property_manager"
    assert voice(Status.AGREED, "yard", {Role.RESIDENT}) == "team"  # whoever it was has no role any more
    assert voice(Status.AGREED, "front", {Role.RESIDENT}) == "shopkeeper"
    assert rules.PARTIES[Space.YARD][0].roles == {Role.VOLUNTEER, Role.LEAD}


def test_a_look_at_the_yard_ends_with_them_or_with_owner_and_liaison() -> None:
    assert [sorted(one.roles) for one in care.last_ones(Space.YARD)] == [
        [Role.PROPERTY_MANAGER],
        [Role.LIAISON, Role.SHOPKEEPER],
    ]
    assert Role.PROPERTY_MANAGER in care.may_answer(Space.YARD).roles
