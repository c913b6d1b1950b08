"""Arriving: language, what is kept, Home, and the way to a human being."""

import pytest

from bot.people import Role
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
async def test_what_makes_no_sense_gets_a_useful_answer(street: Street, door: str) -> None:
    resident = await street.arrives("Resident", door, "en")
    await resident.says("/nosuchthing")
    await resident.hears("I do not know")
    last = await resident.last()
    await resident.taps(last.id, "welcome.home_below")
    await resident.hears("What would you like to do?")
