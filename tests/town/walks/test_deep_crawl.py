"""The deep crawler walks a wholly furnished street in every role, and finds nothing to complain of."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.doors.door import TELEGRAM, WEB
from bot.identity.roles import Role
from tests.lengths import length
from tests.tools.deep_crawl import Walk, crawl, walk_through
from tests.tools.deep_street import furnished_anew

# Each role once, each language and each door; `python -m tests.tools.deep_crawl --all` walks all of them to the end.
FEW, MANY = length((40, 70), (60, 130))  # presses of whoever has few screens, and of whoever has many
SHARE = length(48, 24)
WALKS = (
    Walk(Role.RESIDENT, "ug", WEB, 0, SHARE, FEW, 1),
    Walk(Role.VOLUNTEER, "zh", TELEGRAM, 1, SHARE, MANY, 1),
    Walk(Role.LEAD, "en", WEB, 2, SHARE, MANY, 1),
    Walk(Role.SHOPKEEPER, "zh", WEB, 3, SHARE, FEW, 1),
    Walk(Role.LIAISON, "ug", TELEGRAM, 4, SHARE, FEW, 1),
)


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: f"{walk.role}-{walk.language}-{walk.door}")
async def test_nothing_anybody_presses_says_or_forges_breaks_a_promise(
    walk: Walk, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = tmp_path_factory.getbasetemp() / "wholly-furnished"
    done = await crawl(base, tmp_path / "street", walk)
    assert not done.complaints, "\n".join(done.complaints.values())
    assert done.acts > length(150, 200)


@pytest.mark.whole  # tests/heard_sql.py holds it in `make test`: every statement, every type
async def test_nor_does_it_on_postgresql(new_postgres: Callable[[], str], tmp_path: Path) -> None:
    """Whose columns and parameters are of one type each."""
    async with furnished_anew(tmp_path, new_postgres()) as street:
        done = await walk_through(street, Walk(Role.VOLUNTEER, "en", WEB, 7, 24, 130, 1))
    assert not done.complaints, "\n".join(done.complaints.values())
