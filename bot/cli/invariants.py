"""What must be true whatever happened: each a question to the database whose answer is the number of exceptions.

`python -m bot doctor`, simulations and tests ask them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import milliseconds, moment
from bot.database.db import Database, Tx
from bot.dialogue.wishes import AWAKE, at_minute
from bot.i18n.times import Clocks, quiet_until
from bot.identity.places import all_places
from bot.media.images import MediaFolder

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
    Invariant(
        "nobody who cannot be reached was written to",
        "SELECT count(*) FROM outbox o JOIN identities i ON i.door = o.door AND i.chat_id = o.chat_id"
        " WHERE o.state = 'sent' AND o.lane > 0 AND o.claimed_at > i.unreachable_at",
    ),
    Invariant(
        "nobody who has not agreed was told anything unasked",
        "SELECT count(*) FROM outbox o JOIN people p ON p.id = o.person_id"
        " WHERE o.state = 'sent' AND o.lane >= 2 AND o.method LIKE 'send%' AND p.consented_at IS NULL",
    ),
    Invariant(
        "a message to many reaches nobody twice",
        "SELECT count(*) FROM (SELECT 1 FROM outbox WHERE campaign IS NOT NULL AND method LIKE 'send%'"
        " AND state IN ('sent', 'uncertain') GROUP BY campaign, person_id HAVING count(*) > 1) AS doubles",
    ),
    Invariant(
        "a message to many goes only to those it is for",
        "SELECT count(*) FROM outbox o JOIN campaigns c ON CAST(c.id AS TEXT) = o.campaign"
        # Without a list it is a message to one, only kept together with its later renewals.
        " WHERE o.method LIKE 'send%' AND EXISTS (SELECT 1 FROM campaign_people l WHERE l.campaign_id = c.id)"
        " AND NOT EXISTS (SELECT 1 FROM campaign_people p"
        " WHERE p.campaign_id = c.id AND p.person_id = o.person_id)",
    ),
    Invariant(
        "nothing is on its way for ever",
        "SELECT count(*) FROM outbox WHERE state = 'sending' AND claimed_at < CAST(? AS BIGINT) - 600000",
    ),
    Invariant(
        "nobody had three unasked messages of a place within a week",
        # Less an hour: a message that was held back counts from when it was due, not from when it arrived.
        "SELECT count(*) FROM (SELECT 1 FROM outbox WHERE unasked_in IS NOT NULL AND state = 'sent'"
        " AND method LIKE 'send%' AND settled_at > CAST(? AS BIGINT) - 601200000"
        " GROUP BY unasked_in, person_id HAVING count(*) > 2) AS heaps",
    ),
    Invariant("no handler broke", "SELECT count(*) FROM kept_aside WHERE reason NOT LIKE 'unreadable%'"),
    Invariant(
        "everybody who speaks is a member of her place",
        "SELECT count(*) FROM people p WHERE EXISTS (SELECT 1 FROM identities i WHERE i.person_id = p.id)"
        " AND NOT EXISTS (SELECT 1 FROM members m WHERE m.person_id = p.id AND m.place_id = p.place_id)",
    ),
    Invariant(
        "a picture that is ready has a name",
        "SELECT count(*) FROM media"
        " WHERE (state = 'ready' OR (state = 'refused' AND reason = 'private')) <> (hash IS NOT NULL)",
    ),
)


async def examine(
    database: Database, folder: MediaFolder, now: datetime, more: Sequence[Invariant] = ()
) -> list[Finding]:
    """Every invariant, those of the machine first."""
    async with database.read() as tx:
        findings = [await _asked(tx, one, milliseconds(now)) for one in (*MACHINE, *more)]
        findings.append(Finding("nothing unasked rings in quiet hours", await _rings_in_quiet_hours(tx)))
        findings.append(Finding("pictures and their rows belong together", await _pictures_without(tx, folder)))
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
    rows = await tx.all(
        lambda *row: row,
        "SELECT p.place_id, p.quiet_from, p.quiet_to, o.queued_at, o.claimed_at, i.spoke_at"
        " FROM outbox o JOIN people p ON p.id = o.person_id"
        " JOIN identities i ON i.door = o.door AND i.chat_id = o.chat_id"
        " WHERE o.door = 'telegram' AND o.state = 'sent' AND o.lane >= 2 AND o.method LIKE 'send%'",
    )
    rings = 0
    for place_id, start, end, queued_at, claimed_at, spoke_at in rows:
        asleep = moment(spoke_at) < moment(queued_at) - AWAKE - EXACT
        rings += asleep and in_quiet_hours(moment(claimed_at), clocks[place_id], start, end)
    return rings


def in_quiet_hours(left: datetime, clocks: Clocks, start: int | None, end: int | None) -> bool:
    """In those she chose (minutes after midnight), else in those of the place; a queue may still drain into them."""
    own = (None, None) if start is None or end is None else (at_minute(start), at_minute(end))
    return all(quiet_until(moment, clocks, *own) for moment in (left, left - DRAINING))


async def _pictures_without(tx: Tx, folder: MediaFolder) -> int:
    """Rows without a file, and files without a row."""
    known = set(
        await tx.all(
            str,
            "SELECT hash FROM media WHERE hash IS NOT NULL"
            " UNION SELECT hash FROM held_pictures WHERE erased_at IS NULL",
        )
    )
    there = folder.hashes()
    return len(known ^ there)
