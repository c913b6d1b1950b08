"""No screen reads a whole table: what the databases intend to do is asked for, so that no clock is needed."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from bot.database.db import Tx
from bot.identity.places import Space
from bot.identity.roles import Role
from handlers.board import store as board
from handlers.ideas.store import ideas, lookalikes, totals
from handlers.ideas.store.ideas import View
from handlers.polls.store import polls, tallies, votes
from tests.bench import grown
from tests.street import Street

MANY = 600
LARGE = [
    "ideas",
    "idea_grams",
    "idea_media",
    "idea_steps",
    "idea_voices",
    "media",
    "members",
    "people",
    "poll_asked",
    "poll_votes",
]
# They hold only what is looked for, or in the order in which it is read until there is enough.
WALKED = [
    "ideas_newest",
    "ideas_by_voices",
    "ideas_lately",
    "ideas_undecided",
    "ideas_new",
    "ideas_unseen",
    "idea_steps_by_time",
]
NEWEST_FIRST = "decisions"  # walks idea_steps from its end until five are found


class Asked:
    """A transaction that remembers what was asked of it."""

    def __init__(self, tx: Tx) -> None:
        self._tx = tx
        self.questions: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tx, name)

    async def one(self, shape: Callable[..., Any], sql: str, *values: Any) -> Any:
        self.questions.append((sql, values))
        return await self._tx.one(shape, sql, *values)

    async def all(self, shape: Callable[..., Any], sql: str, *values: Any) -> Any:
        self.questions.append((sql, values))
        return await self._tx.all(shape, sql, *values)


async def test_no_screen_reads_a_whole_table(any_street: Street) -> None:
    street = any_street
    await grown.fill(street, MANY)
    await _photos(street)
    dialect = street.bot.database.dialect
    if dialect == "postgres":
        await street.bot.database.script(["ANALYZE"])
    async with street.bot.database.write() as tx:
        if dialect == "postgres":
            # A table of six hundred rows is read whole otherwise; where an index serves, it is taken.
            await tx.run("SET LOCAL enable_seqscan = off")
        scans = [
            f"{name}: {line}"
            for name, ask in (await _questions(street)).items()
            for line in await _scans(tx, dialect, name, ask)
        ]
    assert not scans, "\n".join(scans)


async def test_counters_say_what_counting_says(any_street: Street) -> None:
    await grown.fill(any_street, 60)
    async with any_street.bot.database.write() as tx:
        await tx.run("UPDATE ideas SET status = 'hidden' WHERE number < 10")
        await tx.run("UPDATE ideas SET spot_id = NULL WHERE number BETWEEN 5 AND 15")
        await tx.run("DELETE FROM idea_grams WHERE idea_id < 5")
        counted = await tx.all(
            lambda *row: row,
            "SELECT status, coalesce(spot_id, 0), count(*) FROM ideas GROUP BY status, coalesce(spot_id, 0)",
        )
        kept = await tx.all(lambda *row: row, "SELECT status, spot_id, ideas FROM idea_counts WHERE ideas <> 0")
        assert sorted(kept) == sorted(counted)
        counted = await tx.all(lambda *row: row, "SELECT gram, count(*) FROM idea_grams GROUP BY gram")
        kept = await tx.all(lambda *row: row, "SELECT gram, ideas FROM gram_counts WHERE ideas <> 0")
        assert sorted(kept) == sorted(counted)
        for poll_id in await tx.all(int, "SELECT id FROM polls"):
            before = await polls.options(tx, poll_id)
            await tallies.recount(tx, poll_id)
            assert await polls.options(tx, poll_id) == before


async def _photos(street: Street) -> None:
    """On record only; whose draft has one is compared with all of them (store/lookalikes.py)."""
    async with street.bot.database.write() as tx:
        await tx.run(
            "INSERT INTO media (id, door, file_id, kind, person_id, state, hash, fingerprint, not_before, created_at)"
            " SELECT id, 'web', 'f', 'photo', person_id, 'ready', CAST(id AS TEXT), id, 0, sent_at FROM ideas"
        )
        await tx.run(
            "INSERT INTO idea_media (idea_id, media_id, kind) SELECT id, id, 'photo' FROM ideas WHERE number > 10"
        )


async def _questions(street: Street) -> dict[str, Callable[[Any], Awaitable[object]]]:
    place, now, clock = street.place.id, street.now_ms(), street.clock.now()
    async with street.bot.database.read() as tx:
        idea = await ideas.find_by_number(tx, place, 7)
        poll = (await polls.polls_to_show(tx, place, now))[0]
    assert idea is not None
    views = (View(), View(by_voices=True), View(status="agreed"), View(spot_id=1), View(status="agreed", spot_id=1))
    boards = {
        str(one): lambda tx, view=one: ideas.board(tx, place, 1, view, 0, 6) for one in (*views, View(mine=True))
    }
    return boards | {
        "the desk": lambda tx: ideas.queue(tx, place, clock, 1),
        "how long the queue is": lambda tx: ideas.count_queue(tx, place, clock),
        "flagged": lambda tx: ideas.flagged(tx, place),
        "undecided": lambda tx: ideas.undecided(tx, place, frozenset({Space.INSIDE}), Role.SHOPKEEPER, now),
        "published since": lambda tx: ideas.published_since(tx, place, now),
        "sent since": lambda tx: ideas.sent_since(tx, place, now),
        "look-alikes": lambda tx: lookalikes.look_alikes(tx, idea, 2),
        "how many": lambda tx: board.by_spot(tx, place, ""),
        "photos": lambda tx: board.photos(tx, [idea.id, idea.id + 1]),
        "a picture": lambda tx: board.is_public_photo(tx, place, "a"),
        NEWEST_FIRST: lambda tx: board.decisions(tx, place, 5),
        "last steps": lambda tx: board.last_steps(tx, [idea.id, idea.id + 1]),
        "the feed": lambda tx: board.news(tx, place, 40),
        "totals": lambda tx: totals.totals(tx, place, now, now + 1),
        "what became": lambda tx: totals.became(tx, place, now, 1),
        "polls closed": lambda tx: polls.closed_since(tx, place, now),
        "options": lambda tx: polls.options(tx, poll.id),
        "voters": lambda tx: votes.count_voters(tx, poll.id),
        "who came later": lambda tx: votes.count_later(tx, poll.id),
        "her choice": lambda tx: votes.choices_of(tx, poll.id, grown.FIRST),
        "voters of a week": lambda tx: votes.count_people(tx, place, now, now + 1),
    }


async def _scans(tx: Tx, dialect: str, name: str, ask: Callable[[Any], Awaitable[object]]) -> list[str]:
    asked = Asked(tx)
    await ask(asked)
    found: list[str] = []
    for sql, values in asked.questions:
        tables = {alias or table: table for table, alias in re.findall(r"(?:FROM|JOIN) (\w+)(?: (\w+))?", sql)}
        look = _on_postgres if dialect == "postgres" else _on_sqlite
        found += await look(tx, sql, values, tables | {one: one for one in LARGE})
    return [line for line in found if name != NEWEST_FIRST or "idea_steps" not in line]


async def _on_sqlite(tx: Tx, sql: str, values: tuple[Any, ...], tables: dict[str, str]) -> list[str]:
    """https://www.sqlite.org/eqp.html: SCAN reads all of it; a place is as good as all of it."""
    lines = await tx.all(lambda *row: str(row[3]), f"EXPLAIN QUERY PLAN {sql}", *values)
    found = []
    for line in lines:
        how, alias = line.split()[:2]
        index = next(iter(re.findall(r"INDEX (\w+)", line)), "")
        whole = how == "SCAN" or (how == "SEARCH" and line.endswith("(place_id=?)"))
        if whole and tables.get(alias) in LARGE and index not in WALKED:
            found.append(f"{line} of {tables[alias]}")
    return found


async def _on_postgres(tx: Tx, sql: str, values: tuple[Any, ...], tables: dict[str, str]) -> list[str]:
    """https://www.postgresql.org/docs/current/using-explain.html: an index without a condition is read whole."""
    lines = await tx.all(str, f"EXPLAIN {sql}", *values)
    found = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        scan = re.search(r"(Seq Scan|Index (?:Only )?Scan(?: Backward)?)(?: using (\w+))? on (\w+)", line)
        if scan is None or scan[3] not in LARGE or scan[2] in WALKED:
            continue
        condition = following.strip().removeprefix("Index Cond: ")
        if scan[1] == "Seq Scan" or "Cond" not in following or re.fullmatch(r"\(place_id = [^()]+\)", condition):
            found.append(line.strip() + " " + condition)
    return found
