"""Neighbours who support the same idea in the same moment are all counted."""

import asyncio

import pytest

from bot.identity.roles import Role
from tests.birds_nest import NEST, words
from tests.neighbour import OnTheWeb
from tests.street import Street


@pytest.mark.server
async def test_voices_given_at_the_same_moment_are_all_counted(any_street: Street) -> None:
    aygul = await any_street.arrives("Aygul")
    volunteer = await any_street.arrives("Volunteer", role=Role.VOLUNTEER)
    neighbours = [await any_street.arrives(f"Neighbour {number}") for number in range(6)]
    await aygul.says("/suggest")
    await aygul.says(NEST)
    await aygul.presses(words("zh", "ideas", "spot-inside"))
    await volunteer.says("/desk")
    await volunteer.presses(words("zh", "ideas", "publish"))
    pressed = []
    for one in neighbours:
        assert isinstance(one, OnTheWeb)
        await one.says("/1")
        card = await one.last()
        data = next(data for row in card.buttons for _, data in row if data.startswith("ideas.support"))
        pressed.append((one, {"message_id": card.id, "data": data}))
    # All of them are on their way before the bot looks.
    await asyncio.gather(
        *(one.client.post("/chat/press", json=press | {"txn": f"press-{one.name[-1]}"}) for one, press in pressed)
    )
    await any_street.settle()
    await aygul.says("/1")
    await aygul.hears(NEST, "👍 6")
