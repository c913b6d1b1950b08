"""Every action that changes something, by two people at once from two chats, on both databases: it ends as if one had
come after the other, what is always true stays true, and nobody is left in silence."""

import random
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest

from bot.database.postgres import PostgresDatabase
from bot.doors.door import TELEGRAM
from bot.identity.roles import Role
from handlers import FEATURES
from tests.invariants import broken
from tests.lengths import WHOLE, length
from tests.street import FakeClock, Street, open_street
from tests.tools import two_chats
from tests.tools.deeds import deeds_of
from tests.tools.furnished import a_day_later, furnish, moves_in
from tests.tools.two_chats import Act, Deed, Somebody, TwoChats

EACH = length(1, 3)  # of one action with other arguments, by each person
MOST = length(60, 3000)  # presses of each person while looking for what changes something
PAIRS = length(30, 100_000)
CROWDS = length(4, 60)
CROWD = 8
LOOK_EVERY = length(5, 1)  # how often everything that is always true is asked


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("town")


async def furnished(folder: Path) -> None:
    """Of each role two, and residents enough for a crowd."""
    clock = FakeClock()
    async with open_street(folder, FEATURES, clock=clock) as street:
        await furnish(street, street.place, "Αlpha", 100)
        for role in Role:
            await moves_in(street, street.place, f"Other {role.value}", role)
        await a_day_later(street)
    (folder / "now").write_text(clock.now().isoformat())


@asynccontextmanager
async def opened(base: Path, folder: Path, url: str = "") -> AsyncIterator[Street]:
    shutil.copytree(base, folder)
    clock = FakeClock(datetime.fromisoformat((base / "now").read_text()))
    async with open_street(folder, FEATURES, url, clock=clock) as street:
        async with street.bot.database.write() as tx:
            await tx.run("DELETE FROM receipts")
        yield street


async def people_of(street: Street) -> list[Somebody]:
    async with street.bot.database.read() as tx:
        return await tx.all(
            Somebody,
            "SELECT p.id, i.user_id, p.name FROM identities i JOIN people p ON p.id = i.person_id"
            " WHERE i.door = ? ORDER BY p.id",
            TELEGRAM,
        )


async def acts_of(chats: TwoChats, chance: random.Random) -> list[tuple[Deed, list[Somebody]]]:
    """What changes something, and who can do it."""
    found: dict[Deed, list[Somebody]] = {}
    people = await people_of(chats.street)
    for one in people:
        for deed in await deeds_of(chats, one, EACH, MOST, chance):
            found.setdefault(deed, []).append(one)
    for deed, able in found.items():
        for one in people:
            if len(able) < 2 and one not in able and (await chats.tries(one, deed)).changed:
                able.append(one)
    acts = sorted(found.items(), key=lambda act: (act[0].address, act[0].words))  # those of two first
    chance.shuffle(acts)
    return sorted(acts, key=lambda act: len(act[1]) < 2)


async def test_two_at_once_are_as_one_after_the_other(
    town: Path, tmp_path: Path, ready_postgres: str, new_postgres: Callable[..., str]
) -> None:
    await furnished(town)
    two_chats.REFERS.update(two_chats.references(str(town / "nestbox.db")))
    chance = random.Random(7)
    async with opened(town, tmp_path / "sqlite") as street:
        chats = TwoChats(street)
        await chats.begin()
        acts = await acts_of(chats, chance)
        people = await people_of(street)
        pairs = [pair for deed, able in acts for pair in [_pair(deed, able, people, chance)]][:PAIRS]
        crowds = [[(one, deed) for one in able[:CROWD]] for deed, able in acts if len(able) > 2][:CROWDS]
        wrong = await complaints(chats, [*pairs, *crowds])
    async with opened(town, tmp_path / "postgres", new_postgres(ready_postgres)) as street:
        database = street.bot.database
        assert isinstance(database, PostgresDatabase)
        await two_chats.bring_over(str(town / "nestbox.db"), database)
        chats = TwoChats(street)
        await chats.begin()
        wrong += await complaints(chats, [*pairs, *crowds])
    if WHOLE:
        print(len(acts), "deeds of", len({deed.action for deed, _ in acts}), "actions,", len(crowds), "crowds")
    assert not wrong, "\n".join([f"{len(wrong)} of {2 * len(pairs + crowds)}", *wrong])


def _pair(deed: Deed, able: list[Somebody], people: list[Somebody], chance: random.Random) -> list[Act]:
    """Two who can; else one who can and one who cannot."""
    others = [one for one in people if one not in able]
    chance.shuffle(others)
    return [(one, deed) for one in [*able, *others][:2]]


async def complaints(chats: TwoChats, cases: list[list[Act]]) -> list[str]:
    dialect = chats.street.bot.database.dialect
    wrong: list[str] = []
    before = await untrue(chats.street)
    for number, acts in enumerate(cases):
        name = f"{dialect}: {acts[0][1].address} {acts[0][1].words} by {', '.join(one.name for one, _ in acts)}"
        if number % 2:
            chats.dispatch._turns.changing.clear()
        came = await chats.at_once(acts)
        if not number % LOOK_EVERY:
            wrong += [f"{name}: {one}" for one in await untrue(chats.street) - before]
        await chats.put_back()
        wrong += [f"{name}: {one} is left in silence" for one in came.silent]
        after = await chats.one_after_the_other(came.order)
        if came.outcome != after and len(acts) == 2:
            after = await chats.one_after_the_other(came.order[::-1])
        if came.outcome != after:
            wrong.append(f"{name}: {_difference(came.outcome, after)}")
    return wrong


async def untrue(street: Street) -> set[str]:
    """Nobody erases files here."""
    return {one for one in await broken(street) if "pictures and their rows" not in one}


def _difference(one: two_chats.Outcome, other: two_chats.Outcome) -> str:
    return "\n    ".join(
        f"{table}:\n      at once {sorted(set(one.get(table, ())) - set(other.get(table, ())))}"
        f"\n      in turn {sorted(set(other.get(table, ())) - set(one.get(table, ())))}"
        for table in sorted({*one, *other})
        if one.get(table) != other.get(table)
    )
