"""What needs me today: one list, oldest first, for whoever something waits for."""

import pytest

from bot.identity.roles import Role
from tests.street import Street
from tests.town.telling.test_broadcasts import DOORS


@pytest.mark.parametrize("door", DOORS)
async def test_the_team_has_one_list_of_what_waits_oldest_first(any_street: Street, door: str) -> None:
    street = any_street
    vera = await street.arrives("Vera", door, "en", Role.VOLUNTEER)
    aygul = await street.arrives("Aygul", door, "en")
    await vera.says("/home")
    await vera.presses("More")
    await vera.presses("What needs me today")
    await vera.hears("Nothing waits for you")

    await aygul.says("/human")
    await aygul.says("Who has the key of the shed?")
    await street.later(days=2)
    await aygul.says("A bench under the mulberry tree")
    await aygul.presses("A new idea")
    await aygul.presses("The shop front")
    await vera.says("/today")
    shown = await vera.hears("2 things wait for you")
    assert shown.words.index("key of the shed") < shown.words.index("A bench under")
    assert "for 2 days" in shown.words

    await vera.presses("Who has the key")
    await vera.says("It hangs behind the counter.")
    await vera.says("/today")
    await vera.hears("One thing waits for you", "A bench under")
    await vera.presses("Look at 1")
    await vera.presses("Put it on the board")
    await vera.says("/today")
    await vera.hears("Nothing waits for you")


@pytest.mark.parametrize("door", DOORS)
async def test_the_shopkeeper_finds_there_what_she_decides(street: Street, door: str) -> None:
    gul = await street.arrives("Gul", door, "en", Role.VOLUNTEER)
    arzu = await street.arrives("Arzu", door, "en", Role.SHOPKEEPER)
    aygul = await street.arrives("Aygul", door, "en")
    await aygul.says("/today")
    await aygul.hears("Nothing waits for you")  # a neighbour sees nothing of the team's
    await aygul.says("A bird's nest in the hole of the wall")
    await aygul.presses("A new idea")
    await aygul.presses("Inside the shop")
    await arzu.says("/today")
    await arzu.hears("Nothing waits for you")  # nobody has looked at it yet
    await gul.says("/today")
    await gul.presses("Look at 1")
    await gul.presses("Put it on the board")
    await arzu.says("/today")
    await arzu.hears("One thing waits for you", "bird's nest")
    await arzu.presses("Answer 1")
    await arzu.presses("Yes")
    await arzu.says("/today")
    await arzu.hears("Nothing waits for you")


@pytest.mark.parametrize("door", DOORS)
async def test_a_thing_is_put_off_given_and_noted_upon(any_street: Street, door: str) -> None:
    street = any_street
    vera = await street.arrives("Vera", door, "en", Role.VOLUNTEER)
    bahar = await street.arrives("Bahar", door, "ug", Role.VOLUNTEER)
    aygul = await street.arrives("Aygul", door, "en")
    for name, one in (("Vera", vera), ("Bahar", bahar)):
        await one.says("/name")
        await one.says(name)
    await aygul.says("/human")
    await aygul.says("Who has the key of the shed?")

    # Put off is put off for her alone.
    await vera.says("/today")
    await vera.presses("⋯")
    await vera.presses("Not today")
    await vera.presses("In 3 days")
    await vera.hears("Nothing waits for you")
    await bahar.says("/today")
    await bahar.hears("key of the shed")
    await street.later(days=3)
    await vera.says("/today")
    await vera.hears("key of the shed")

    # Given to Bahar it is hers; she hears of it, and Vera does not see it for five days.
    await vera.presses("⋯")
    await vera.presses("Share it out")
    await vera.presses("A note for the team")
    await vera.says("Arzu has it on Mondays")
    await vera.presses("What needs me today")
    await vera.hears("Vera: Arzu has it on Mondays")
    await vera.presses("⋯")
    await vera.presses("Share it out")
    await vera.presses("Who does it?")
    await vera.presses("Bahar")
    await vera.hears("Nothing waits for you")
    await bahar.hears("Vera", "key of the shed")
    await bahar.says("/today")
    await bahar.hears("Arzu has it on Mondays")
    await street.later(days=5)
    await vera.says("/today")
    await vera.hears("key of the shed", "With Bahar")

    # Whoever asked reads a ready-made answer in her own language, and hears nothing of the note.
    await bahar.says("/today")
    await bahar.presses("Who has the key")
    await bahar.presses("تەييار جاۋاب")
    await bahar.presses("پوكەيدىن سوراڭ")
    answer = await aygul.hears("Please ask at the counter of the shop")
    assert "Mondays" not in " ".join(shown.words for shown in await aygul.screen())
    assert "Who has the key of the shed?" in answer.words
    await vera.says("/today")
    await vera.hears("Nothing waits for you")


async def test_whoever_leaves_the_team_or_for_good_holds_nothing_in_the_list(street: Street) -> None:
    gul = await street.arrives("Gul", "web", "en", Role.LEAD)
    vera = await street.arrives("Vera", "web", "en", Role.VOLUNTEER)
    await vera.says("/name")
    await vera.says("Vera")
    aygul = await street.arrives("Aygul", "web", "en")
    await aygul.says("/human")
    await aygul.says("Who has the key of the shed?")
    await vera.says("/today")
    await vera.presses("⋯")
    await vera.presses("Share it out")
    await vera.presses("A note for the team")
    await vera.says("I saw it on the nail")
    await vera.says("/today")
    await vera.presses("⋯")
    await vera.presses("Share it out")
    await vera.presses("Who does it?")
    await vera.presses("I do it")
    await gul.says("/today")
    await gul.hears("Nothing waits for you")
    await vera.says("/privacy")
    await vera.presses("Delete me")
    await vera.presses("Delete")
    await gul.says("/today")
    shown = await gul.hears("key of the shed")
    assert "nail" not in shown.words


async def test_what_was_done_meanwhile_or_is_made_up_is_not_marked(street: Street) -> None:
    vera = await street.arrives("Vera", "telegram", "en", Role.VOLUNTEER)
    aygul = await street.arrives("Aygul", "telegram", "en")
    await aygul.says("/human")
    await aygul.says("Who has the key of the shed?")
    await vera.says("/today")
    shown = await vera.last()
    for address in ("today.aside:welcome.question:999", "today.give:ideas.queue:1:1", "today.later:x:1:400"):
        await vera.taps(shown.id, address)
    await aygul.taps((await aygul.last()).id, "today.note:welcome.question:1")
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM today_marks") == 0
        assert await tx.one(int, "SELECT count(*) FROM today_later") == 0
