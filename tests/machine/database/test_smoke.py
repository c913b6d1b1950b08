"""A street on the database of the running bot, threads and fsync and all: the other streets have a quicker one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.database import connecting
from bot.identity.roles import Role
from handlers import FEATURES
from tests.neighbour import together
from tests.street import Street, open_street
from tests.town.ideas.test_ideas import DOORS, photo, suggests


@pytest.fixture
async def street(tmp_path: Path) -> AsyncIterator[Street]:
    async with open_street(tmp_path, FEATURES, connect=connecting.connect) as opened:
        yield opened


@pytest.mark.parametrize("door", DOORS)
async def test_an_idea_is_published_and_supported_by_many_at_once(street: Street, door: str) -> None:
    volunteer = await street.arrives("Volunteer", role=Role.VOLUNTEER)
    aygul = await street.arrives("Aygul", door)
    await suggests(aygul, "店里放一把椅子")
    await volunteer.says("/desk")
    await volunteer.presses("公开到列表")
    others = [await street.arrives(name, door) for name in ("Li", "Ann", "Gul")]
    for one in others:
        await one.says("/1")
    await together(*(one.presses("支持") for one in others))
    async with street.bot.database.read() as tx:
        assert await tx.one(int, "SELECT count(*) FROM idea_voices WHERE idea_id = 1") == len(others)


async def test_a_photo_is_kept_and_a_street_that_opens_again_still_has_it(tmp_path: Path) -> None:
    async with open_street(tmp_path, FEATURES, connect=connecting.connect) as street:
        aygul = await street.arrives("Aygul")
        await aygul.sends_photo(photo())
        await aygul.presses("一个新建议")
        await aygul.presses("店里")
        await street.later(days=1)
    async with (
        open_street(tmp_path, FEATURES, connect=connecting.connect) as street,
        street.bot.database.read() as tx,
    ):
        assert await tx.one(int, "SELECT count(*) FROM idea_media WHERE idea_id = 1") == 1
