"""Ideas in public space come before the liaison, an empty role is said, and a week of silence names a person."""

from datetime import timedelta

import pytest

from bot.identity.roles import Role
from tests.neighbour import Neighbour
from tests.street import MORNING, Street
from tests.town.telling.test_broadcasts import DOORS

MONDAY = MORNING + timedelta(days=7, hours=-2, minutes=-29)  # 09:31 in Beijing, when the liaison's week comes
CROSSING = "A safer crossing before the school"


async def suggests(street: Street, spot: str = "The street", words: str = CROSSING) -> Neighbour:
    aygul = await street.arrives("Aygul", "telegram", "en")
    await aygul.says(words)
    await aygul.presses("A new idea")
    if spot not in (await aygul.last()).labels:
        await aygul.presses("More")
    await aygul.presses(spot)
    return aygul


async def published(street: Street, vera: Neighbour, spot: str = "The street") -> Neighbour:
    aygul = await suggests(street, spot)
    await vera.says("/desk")
    await vera.presses("Put it on the board")
    await street.later(minutes=1)
    return aygul


@pytest.mark.parametrize("door", DOORS)
async def test_the_liaison_decides_about_the_street_in_her_digest(street: Street, door: str) -> None:
    vera = await street.arrives("Vera", "telegram", "en", Role.VOLUNTEER)
    leyla = await street.arrives("Leyla", door, "en", Role.LIAISON)
    aygul = await published(street, vera)
    await street.until(MONDAY)
    digest = await leyla.hears("totals since", "1 waits for your answer", CROSSING)
    assert "Aygul" not in digest.words  # totals and things, never a row about a person
    assert [label for label in digest.labels if label.startswith("1 ")] == ["1 ✓", "1 but…", "1 try", "1 later"]
    await leyla.presses("1 but…")
    await leyla.says("Only after the pipes are laid")
    await aygul.hears(CROSSING, "Agreed with conditions", "Only after the pipes are laid")
    await leyla.hears("✓ Yes, but… – 1")
    await leyla.says("/digest")
    assert "1 ✓" not in (await leyla.last()).labels


async def test_what_is_not_looked_at_yet_is_not_put_before_the_liaison(street: Street) -> None:
    leyla = await street.arrives("Leyla", "telegram", "en", Role.LIAISON)
    await suggests(street)
    await leyla.says("/digest")
    await leyla.hears_nothing_of(CROSSING)


@pytest.mark.parametrize(
    ("spot", "role", "named"),
    [
        ("Inside the shop", Role.SHOPKEEPER, "the shopkeeper"),
        ("The street", Role.LIAISON, "the city's liaison"),
        ("The yard", Role.PROPERTY_MANAGER, "property management or the community office"),
    ],
)
async def test_a_consent_names_each_before_whom_an_idea_comes_and_a_no_counts_for_each(
    street: Street, spot: str, role: Role, named: str
) -> None:
    vera = await street.arrives("Vera", "telegram", "en", Role.VOLUNTEER)
    decides = await street.arrives("Leyla", "telegram", "en", role)
    aygul = await published(street, vera, spot)
    await aygul.says("/privacy")
    for label in ("What I agreed to", "One by one", "The next one", "The next one"):
        await aygul.presses(label)
    await aygul.hears("To those who decide", named)
    await aygul.presses("Withdraw it")
    await decides.says("/digest")
    await decides.hears_nothing_of(CROSSING)
    await aygul.presses("Yes, I agree")
    await aygul.hears("(text 2, English)")
    await decides.says("/digest")
    await decides.hears(CROSSING)


async def test_only_whoever_is_the_liaison_now_presses_in_that_digest(street: Street) -> None:
    vera = await street.arrives("Vera", "telegram", "en", Role.VOLUNTEER)
    leyla = await street.arrives("Leyla", "telegram", "en", Role.LIAISON)
    await published(street, vera)
    await leyla.says("/digest")
    digest = await leyla.hears(CROSSING)
    lead = await street.arrives("Gul", "telegram", "en", Role.LEAD)
    await lead.taps((await lead.last()).id, f"team.take:{await street.person_id(leyla)}:liaison")
    await street.gives(leyla, Role.SHOPKEEPER)
    await leyla.taps(digest.id, next(data for row in digest.buttons for label, data in row if label == "1 ✓"))
    await leyla.says("/1")
    await leyla.hears(CROSSING, "Open")


async def test_at_the_shop_front_the_other_party_is_still_asked(street: Street) -> None:
    vera = await street.arrives("Vera", "telegram", "en", Role.VOLUNTEER)
    leyla = await street.arrives("Leyla", "telegram", "en", Role.LIAISON)
    akram = await street.arrives("Akram", "telegram", "en", Role.SHOPKEEPER)
    await published(street, vera, "The shop front")
    for one in (leyla, akram):
        await one.says("/digest")
    await akram.presses("1 ✓")
    await leyla.says("/digest")
    await leyla.presses("1 ✓")
    await vera.hears(CROSSING, "Agreed")


@pytest.mark.parametrize("door", DOORS)
async def test_an_empty_role_is_said_to_the_leads_with_the_link_that_fills_it(street: Street, door: str) -> None:
    lead = await street.arrives("Gul", door, "en", Role.LEAD)
    vera = await street.arrives("Vera", "telegram", "en", Role.VOLUNTEER)
    await published(street, vera)
    await street.later(minutes=6)
    await lead.hears("Nobody is the city's liaison here yet", "/1")
    await lead.presses("A link for the liaison")
    await lead.hears("This link makes one person “City liaison”", "#i-")
    before = len(await lead.screen())
    await street.later(hours=20)
    heard = [one.words for one in (await lead.screen())[before:] if "Nobody is the city's liaison" in one.words]
    assert [words for words in heard if "For the team today" not in words] == []  # once a week
    await vera.says("/digest")
    await vera.hears("For the team today", "Nobody is the city's liaison here yet")


async def test_nothing_is_with_the_shopkeeper_where_there_is_none(street: Street) -> None:
    vera = await street.arrives("Vera", "telegram", "en", Role.VOLUNTEER)
    await published(street, vera, "Inside the shop")
    await vera.taps((await vera.last()).id, "ideas.move:1:0")
    await vera.hears("Nobody is the shopkeeper here yet")
    await vera.hears_nothing_of("in the shopkeeper's digest")
    await street.arrives("Akram", "telegram", "en", Role.SHOPKEEPER)
    await vera.taps((await vera.last()).id, "ideas.move:1:0")
    await vera.hears("It stands in the shopkeeper's digest")


@pytest.mark.parametrize("door", DOORS)
async def test_a_week_of_silence_names_who_should_speak_with_the_liaison(street: Street, door: str) -> None:
    vera = await street.arrives("Vera", "telegram", "en", Role.VOLUNTEER)
    leyla = await street.arrives("Leyla", door, "en", Role.LIAISON)
    await published(street, vera)
    await street.until(MONDAY)
    await leyla.hears("1 waits for your answer")
    await street.until(MONDAY + timedelta(days=6))
    await vera.hears_nothing_of("speak with the liaison")
    await street.until(MONDAY + timedelta(days=7))
    await vera.hears("No. 1 still waits for the liaison's answer", "Would you speak with the liaison?")
    await vera.says("/digest")
    await vera.hears("For the team today", "Vera, would you speak with the liaison?")
    await leyla.hears_nothing_of("speak with")
