"""The deep crawler walks a wholly furnished street in every role, and finds nothing to complain of."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.identity.roles import Role
from tests.tools.deep_crawl import Walk, crawl, walk_through
from tests.tools.deep_street import furnished_anew

# Each role once, each language and each door; `python -m tests.tools.deep_crawl --all` walks all of them to the end.
WALKS = (
    Walk(Role.RESIDENT, "ug", WEB, 0, 24, 60, 1),
    Walk(Role.VOLUNTEER, "zh", TELEGRAM, 1, 24, 130, 1),
    Walk(Role.LEAD, "en", WEB, 2, 24, 130, 1),
    Walk(Role.SHOPKEEPER, "zh", WEB, 3, 24, 60, 1),
    Walk(Role.LIAISON, "ug", TELEGRAM, 4, 24, 60, 1),
)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: f"{walk.role}-{walk.language}-{walk.door}")
async def test_nothing_anybody_presses_says_or_forges_breaks_a_promise(
    walk: Walk, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = tmp_path_factory.getbasetemp() / "wholly-furnished"
    done = await crawl(base, tmp_path / "street", walk)
    assert not done.complaints, "\n".join(done.complaints.values())
    assert done.acts > 200


async def test_nor_does_it_on_postgresql(new_postgres: Callable[[], str], tmp_path: Path) -> None:
    """Whose columns and parameters are of one type each."""
    async with furnished_anew(tmp_path, new_postgres()) as street:
        done = await walk_through(street, Walk(Role.VOLUNTEER, "en", WEB, 7, 24, 130, 1))
    assert not done.complaints, "\n".join(done.complaints.values())
