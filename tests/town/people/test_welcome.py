"""Arriving: language, what is kept, Home, and the way to a human being."""

import pytest

from bot.identity.roles import Role
from tests.pictures import photograph
from tests.street import Street

DOORS = ("web", "telegram")


@pytest.mark.parametrize("door", DOORS)
async def test_a_newcomer_chooses_a_language_agrees_and_is_home(street: Street, door: str) -> None:
    aygul = await street.neighbour("Aygul", door, "ug")
    await aygul.says("/start")
    assert (await aygul.last()).labels == ["中文", "ئۇيغۇرچە", "English"]
    await aygul.presses("ئۇيغۇرچە")
    await aygul.hears("L 店", "ساقلايدۇ")
    await aygul.presses("قوشۇلىمەن")
    home = await aygul.hears("نېمە قىلماقچى")
    assert "💡 تەكلىپ بېرىش" in home.labels
    assert len([one for one in await aygul.screen() if not one.mine]) == 1  # one message, edited in place


@pytest.mark.parametrize("door", DOORS)
async def test_a_question_reaches_the_team_and_the_answer_comes_back(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", door, "en", Role.VOLUNTEER)
    resident = await street.arrives("Resident", door)
    await resident.says("/help")
    await resident.presses("找真人")
    await resident.says("门口的灯谁来修？")
    await resident.hears("已经交给团队")
    await volunteer.hears("门口的灯谁来修？")
    await volunteer.presses("Answer")
    await volunteer.says("We will, on Tuesday.")
    await volunteer.hears("on its way")
    await resident.hears("We will, on Tuesday.", "门口的灯谁来修？")


@pytest.mark.parametrize("door", DOORS)
async def test_help_does_not_offer_help(street: Street, door: str) -> None:
    resident = await street.arrives("Resident", door, "en")
    await resident.says("/help")
    assert (await resident.last()).labels[-1] == "🏠 Home"
    await resident.says("/nosuchthing")
    below = await resident.last()
    assert below.labels[-1] == "❓ Help"
    await resident.taps(below.id, "welcome.help_below")
    assert (await resident.last()).labels[-1] == "🏠 Home"


@pytest.mark.parametrize("door", DOORS)
async def test_what_makes_no_sense_gets_a_useful_answer(street: Street, door: str) -> None:
    resident = await street.arrives("Resident", door, "en")
    await resident.says("/nosuchthing")
    await resident.hears("I do not know")
    last = await resident.last()
    await resident.taps(last.id, "welcome.home_below")
    await resident.hears("What would you like to do?")


@pytest.mark.parametrize("door", ["web", "telegram"])
async def test_the_team_sees_and_hears_what_somebody_asked_with_a_photo_or_her_voice(
    any_street: Street, door: str
) -> None:
    street = any_street
    aygul = await street.arrives("Aygul", door, "en")
    vera = await street.arrives("Vera", door, "en", Role.VOLUNTEER)
    await aygul.says("/human")
    await aygul.sends_photo(photograph(300, 200), "What is this?")
    await aygul.says("/human")
    await aygul.sends_voice(b"OggS" + bytes(400))
    await vera.hears("asks: 🎤")
    await vera.says("/questions")
    await vera.presses("What is this?")
    assert (await vera.hears("What is this?", "write your answer")).kind == "photo"
    await vera.says("A lamp")
    await aygul.hears("A lamp", "What is this?")
    await vera.says("/questions")
    await vera.presses("🎤")
    await vera.presses("Listen")
    assert (await vera.last()).kind == "voice"
    await vera.says("At nine")
    await aygul.hears("At nine", "🎤")


@pytest.mark.parametrize("door", ["web", "telegram"])
async def test_a_question_or_an_answer_that_is_too_long_is_not_cut_but_asked_again(street: Street, door: str) -> None:
    aygul = await street.arrives("Aygul", door, "en")
    vera = await street.arrives("Vera", door, "en", Role.VOLUNTEER)
    await aygul.says("/human")
    await aygul.says("a" * 2001)
    await aygul.hears("a little too long", "2000")
    await aygul.says("b" * 2000)
    await vera.hears("b" * 2000)
    await vera.presses("Answer")
    await vera.says("c" * 2001)
    await vera.hears("a little too long")
    await vera.says("c" * 2000)
    await aygul.hears("c" * 2000)
