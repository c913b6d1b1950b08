"""The bird's nest story, at both doors and on both databases, with the same result."""

import pytest

from bot.doors.door import TELEGRAM, WEB
from tests.birds_nest import Cast, tell
from tests.neighbour import Neighbour
from tests.street import Street


@pytest.mark.parametrize("language", ["zh", "ug"])
@pytest.mark.parametrize("door", [WEB, TELEGRAM])
async def test_a_hole_in_the_wall_becomes_a_birds_nest(any_street: Street, door: str, language: str) -> None:
    async def newcomer(name: str, speaks: str, code: str) -> Neighbour:
        one = await any_street.neighbour(name, door, speaks)
        await one.says(f"/start {code}")
        return one

    async def look(name: str, one: Neighbour) -> None:
        """At these doors there is nothing to take a picture of."""

    await tell(any_street, Cast(newcomer, look, language))
