"""What must be true whatever happened: each a question to the database whose answer is the number of exceptions.

`python -m bot doctor`, simulations and tests ask them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import milliseconds, moment
from bot.database.db import Database, Tx
from bot.dialogue.preferences import AWAKE, at_minute
from bot.doors.door import TELEGRAM
from bot.i18n.clocks import Clocks, quiet_until
from bot.identity import roles
from bot.identity.places import all_places
from bot.media.pictures import Pictures
from bot.outbox.store import counts

DRAINING = timedelta(minutes=10)  # what was due before the quiet hours may still be leaving
EXACT = timedelta(minutes=2)  # how exactly `spoke_at` is kept, and a little


@dataclass(frozen=True)
class Invariant:
    """`sql` counts what contradicts the name; every `?` in it is the present, in ms. Lane 2 is a notice."""

    name: str
    sql: str


@dataclass(frozen=True)
class Finding:
    name: str
    broken: int

    @property
    def line(self) -> str:
        return f"ok      {self.name}" if not self.broken else f"BROKEN  {self.name}: {self.broken}"


MACHINE = (
    *(Invariant(name, sql) for name, sql in counts.PROMISES),
    Invariant("no handler broke", "SELECT count(*) FROM kept_aside WHERE reason NOT LIKE 'unreadable%'"),
    Invariant(
        "everybody who speaks is a member of her place",
        "SELECT count(*) FROM people p WHERE EXISTS (SELECT 1 FROM identities i WHERE i.person_id = p.id)"
        " AND NOT EXISTS (SELECT 1 FROM members m WHERE m.person_id = p.id AND m.place_id = p.place_id)",
    ),
    Invariant(
        "every role is one we know",
        f"SELECT (SELECT count(*) FROM roles WHERE role NOT IN ({roles.in_sql(*roles.HELD)}))"  # noqa: S608 our own words
        f" + (SELECT count(*) FROM invites WHERE role NOT IN ({roles.in_sql(*roles.Role)}))"
        f" + (SELECT count(*) FROM role_changes WHERE role NOT IN ({roles.in_sql(*roles.Role)}))",
    ),
    Invariant(
        "a picture that is ready has a name",
        "SELECT count(*) FROM media"
        " WHERE (state = 'ready' OR (state = 'refused' AND reason = 'private')) <> (hash IS NOT NULL)",
    ),
)


async def examine(
    database: Database, pictures: Pictures, now: datetime, more: Sequence[Invariant] = ()
) -> list[Finding]:
    """Every invariant, those of the machine first."""
    there = await pictures.hashes()
    async with database.read() as tx:
        findings = [await _asked(tx, one, milliseconds(now)) for one in (*MACHINE, *more)]
        findings.append(Finding("pictures and their rows belong together", await _pictures_without(tx, there)))
        findings.append(Finding("nothing unasked rings in quiet hours", await _rings_in_quiet_hours(tx)))
        if database.dialect == "sqlite":
            findings += [
                Finding("PRAGMA integrity_check", await _complaints(tx, "integrity_check")),
                Finding("PRAGMA foreign_key_check", await _complaints(tx, "foreign_key_check")),
            ]
    return findings


async def _asked(tx: Tx, one: Invariant, now: int) -> Finding:
    return Finding(one.name, await tx.one(int, one.sql, *[now] * one.sql.count("?")) or 0)


async def _complaints(tx: Tx, pragma: str) -> int:
    """https://www.sqlite.org/pragma.html#pragma_integrity_check"""
    rows = await tx.all(lambda *row: row, f"PRAGMA {pragma}")
    return sum(row != ("ok",) for row in rows)


async def _rings_in_quiet_hours(tx: Tx) -> int:
    """Through Telegram, to somebody who was not awake. When she spoke is known of the last time only."""
    clocks = {place.id: place.clocks for place in await all_places(tx)}
    rings = 0
    for one in await counts.rang(tx, TELEGRAM):
        asleep = moment(one.spoke_at) < moment(one.queued_at) - AWAKE - EXACT
        clock = clocks[one.place_id]
        rings += asleep and in_quiet_hours(moment(one.claimed_at), clock, one.quiet_from, one.quiet_to)
    return rings


def in_quiet_hours(left: datetime, clocks: Clocks, start: int | None, end: int | None) -> bool:
    """In those she chose (minutes after midnight), else in those of the place; a queue may still drain into them."""
    own = (None, None) if start is None or end is None else (at_minute(start), at_minute(end))
    return all(quiet_until(moment, clocks, *own) for moment in (left, left - DRAINING))


async def _pictures_without(tx: Tx, there: set[str]) -> int:
    """Rows without a file, and files without a row."""
    known = set(
        await tx.all(
            str,
            "SELECT hash FROM media WHERE hash IS NOT NULL"
            " UNION SELECT hash FROM held_pictures WHERE erased_at IS NULL",
        )
    )
    return len(known ^ there)
