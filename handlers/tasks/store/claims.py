"""Who does what: herself, or somebody without a phone whom she noted."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.tasks.rules import Claim

CLAIM = (
    "SELECT c.id, c.date_id, d.task_id, c.person_id, p.name, c.for_name, c.state, c.reason, c.minutes, c.claimed_at,"
    " c.changed_at, c.asked_again, c.day_reminded_at, c.hours_reminded_at, c.asked_at, c.settled_by, c.by_list,"
    " c.there_at"
    " FROM task_claims c JOIN task_dates d ON d.id = c.date_id JOIN tasks t ON t.id = d.task_id"
    " JOIN people p ON p.id = c.person_id LEFT JOIN events e ON e.id = t.event_id"
)
# A standing task that has ended was on until then: who did its last date says how it went.
STANDS = "(t.state IN ('open', 'ended') AND d.cancelled_at IS NULL AND (e.id IS NULL OR e.status = 'announced'))"

HOLDS = "c.state IN ('claimed', 'stand_in')"


@dataclass(frozen=True)
class Held:
    """`for_name` is whom she noted, "" for herself; `name` is hers. Moments in ms."""

    id: int
    date_id: int
    task_id: int
    person_id: int
    name: str
    for_name: str
    state: Claim
    reason: str
    minutes: int | None
    claimed_at: int
    changed_at: int
    asked_again: int
    day_reminded_at: int | None
    hours_reminded_at: int | None
    asked_at: int | None
    settled_by: int | None
    by_list: int
    there_at: int | None


async def find(tx: Tx, place_id: int, claim_id: int) -> Held | None:
    return await tx.one(_held, f"{CLAIM} WHERE t.place_id = ? AND c.id = ?", place_id, claim_id)


async def hers(tx: Tx, date_id: int, person_id: int) -> Held | None:
    """Her own, whatever became of it."""
    return await tx.one(
        _held, f"{CLAIM} WHERE c.date_id = ? AND c.person_id = ? AND c.for_name = ''", date_id, person_id
    )


async def of_date(tx: Tx, date_id: int) -> list[Held]:
    """In the order in which they came; not who took it back."""
    return await tx.all(_held, f"{CLAIM} WHERE c.date_id = ? AND c.state <> 'withdrawn' ORDER BY c.id", date_id)


async def holding(tx: Tx, date_id: int) -> list[Held]:
    return await tx.all(
        _held, f"{CLAIM} WHERE c.date_id = ? AND c.state IN ('claimed', 'stand_in') ORDER BY c.id", date_id
    )


async def looking(tx: Tx, date_id: int) -> Held | None:
    """Whoever looks for a stand-in, and asked first."""
    return await tx.one(
        _held, f"{CLAIM} WHERE c.date_id = ? AND c.state = 'stand_in' ORDER BY c.changed_at, c.id LIMIT 1", date_id
    )


async def of_person(tx: Tx, place_id: int, person_id: int, since: int, limit: int, offset: int) -> list[Held]:
    """What she holds, and what is over since then and not told how it went; soonest first."""
    return await tx.all(
        _held,
        f"{CLAIM} WHERE t.place_id = ? AND c.person_id = ? AND c.state IN ('claimed', 'stand_in') AND {STANDS}"
        " AND d.ends_at > ? ORDER BY d.starts_at, c.id LIMIT ? OFFSET ?",
        place_id,
        person_id,
        since,
        limit,
        offset,
    )


async def holders(tx: Tx, place_id: int, now: int) -> list[int]:
    """Whoever does something herself that is to come."""
    sql = (
        "SELECT DISTINCT c.person_id FROM task_claims c JOIN task_dates d ON d.id = c.date_id"  # noqa: S608
        " JOIN tasks t ON t.id = d.task_id LEFT JOIN events e ON e.id = t.event_id WHERE t.place_id = ?"
        f" AND c.for_name = '' AND c.state IN ('claimed', 'stand_in') AND d.ends_at > ? AND {STANDS}"
        " ORDER BY c.person_id"
    )
    return await tx.all(int, sql, place_id, now)


async def count_open(tx: Tx, place_id: int, person_id: int, now: int) -> int:
    """What she holds herself that is not over."""
    return await _count(tx, place_id, person_id, now, f"c.for_name = '' AND {HOLDS}")


async def count_done_ahead(tx: Tx, place_id: int, person_id: int, now: int) -> int:
    """What she did herself of days that are not over."""
    return await _count(tx, place_id, person_id, now, "c.for_name = '' AND c.state = 'done'")


async def count_early(tx: Tx, place_id: int, person_id: int, since: int) -> int:
    """What she told as done since then, before its day."""
    sql = (
        "SELECT count(*) FROM task_claims c JOIN task_dates d ON d.id = c.date_id JOIN tasks t ON t.id = d.task_id"
        " WHERE t.place_id = ? AND c.person_id = ? AND c.state = 'done' AND c.changed_at > ?"
        " AND c.changed_at < d.starts_at"
    )
    return await tx.one(int, sql, place_id, person_id, since) or 0


async def count_on_behalf(tx: Tx, place_id: int, person_id: int, now: int) -> int:
    """One by one: what a group's list brings has limits of its own."""
    return await _count(tx, place_id, person_id, now, f"c.for_name <> '' AND c.by_list = 0 AND {HOLDS}")


async def take(tx: Tx, date_id: int, person_id: int, for_name: str, now: int) -> int:
    """Expects that there is room. What she said of the same date before is not so any more."""
    claim_id = await tx.one(
        int,
        "INSERT INTO task_claims (date_id, person_id, for_name, state, claimed_at, changed_at)"
        " VALUES (?, ?, ?, 'claimed', ?, ?) ON CONFLICT (date_id, person_id, for_name) DO UPDATE SET"
        " state = 'claimed', reason = '', minutes = NULL, claimed_at = excluded.claimed_at,"
        " changed_at = excluded.changed_at, there_at = NULL, asked_again = 0,"
        " day_reminded_at = NULL, hours_reminded_at = NULL,"
        " asked_at = NULL, settled_by = NULL RETURNING id",
        date_id,
        person_id,
        for_name,
        now,
        now,
    )
    if claim_id is None:
        raise LookupError("the new claim has no id")
    return claim_id


async def note_there(tx: Tx, date_id: int, claim_id: int, there_at: int | None) -> bool:
    """Of who has the place; how long it took is said afterwards."""
    sql = (
        "UPDATE task_claims SET there_at = ?, asked_again = 0, state = 'claimed' WHERE id = ? AND date_id = ?"
        " AND state IN ('claimed', 'stand_in')"
    )
    return bool(await tx.run(sql, there_at, claim_id, date_id))


async def nobody_there(tx: Tx, date_id: int) -> None:
    await tx.run("UPDATE task_claims SET there_at = NULL WHERE date_id = ? AND there_at IS NOT NULL", date_id)


async def mark_by_list(tx: Tx, claim_id: int) -> None:
    """Whom a group's list brought."""
    await tx.run("UPDATE task_claims SET by_list = 1 WHERE id = ?", claim_id)


async def drop_listed(tx: Tx, date_id: int, claim_id: int) -> bool:
    """Whether somebody whom a list brought still had that place."""
    sql = (
        "DELETE FROM task_claims WHERE id = ? AND date_id = ? AND by_list = 1 AND for_name <> ''"
        " AND state IN ('claimed', 'stand_in')"
    )
    return bool(await tx.run(sql, claim_id, date_id))


async def listed_of(tx: Tx, date_id: int, person_id: int) -> list[Held]:
    """Whom she noted by a list, and of whom nobody said how it went."""
    return await tx.all(
        _held,
        f"{CLAIM} WHERE c.date_id = ? AND c.person_id = ? AND c.by_list = 1"
        " AND c.state IN ('claimed', 'stand_in') ORDER BY c.id",
        date_id,
        person_id,
    )


async def forget_listed(tx: Tx, place_id: int, before: int) -> None:
    """The names that came by a list to what was over before: the hours stay, under a number."""
    past = (
        "date_id IN (SELECT d.id FROM task_dates d JOIN tasks t ON t.id = d.task_id WHERE t.place_id = ?"
        " AND d.ends_at < ?)"
    )
    await tx.run(f"DELETE FROM task_claims WHERE by_list = 1 AND state <> 'done' AND {past}", place_id, before)  # noqa: S608
    await tx.run(
        f"UPDATE task_claims SET for_name = '#' || id, reason = '', by_list = 0 WHERE by_list = 1 AND {past}",  # noqa: S608
        place_id,
        before,
    )


async def set_state(tx: Tx, claim_id: int, state: Claim, now: int, reason: str = "", by: int | None = None) -> None:
    """Anything but done."""
    await tx.run(
        "UPDATE task_claims SET state = ?, reason = ?, minutes = NULL, changed_at = ?, settled_by = ? WHERE id = ?",
        state.value,
        reason,
        now,
        by,
        claim_id,
    )


async def confirm(tx: Tx, claim_id: int, now: int) -> None:
    await tx.run(
        "UPDATE task_claims SET state = 'claimed', asked_again = 0, changed_at = ? WHERE id = ?"
        " AND state IN ('claimed', 'stand_in')",
        now,
        claim_id,
    )


async def done(tx: Tx, claim_id: int, minutes: int, now: int, by: int | None = None) -> None:
    await tx.run(
        "UPDATE task_claims SET state = 'done', minutes = ?, reason = '', changed_at = ?, settled_by = ?"
        " WHERE id = ?",
        minutes,
        now,
        by,
        claim_id,
    )


async def note_reminded(tx: Tx, claim_id: int, now: int, hours: int | None) -> None:
    await tx.run(
        "UPDATE task_claims SET day_reminded_at = coalesce(day_reminded_at, ?),"
        " hours_reminded_at = coalesce(hours_reminded_at, ?) WHERE id = ?",
        now,
        hours,
        claim_id,
    )


async def note_asked(tx: Tx, claim_id: int, now: int) -> None:
    await tx.run("UPDATE task_claims SET asked_at = ? WHERE id = ?", now, claim_id)


async def to_remind(tx: Tx, place_id: int, now: int, until: int) -> list[Held]:
    return await tx.all(
        _held,
        f"{CLAIM} WHERE t.place_id = ? AND {STANDS} AND c.state IN ('claimed', 'stand_in') AND d.starts_at > ?"
        " AND d.starts_at <= ? AND c.hours_reminded_at IS NULL ORDER BY c.id",
        place_id,
        now,
        until,
    )


async def to_ask(tx: Tx, place_id: int, now: int, since: int) -> list[Held]:
    """It is over, and nobody said how it went."""
    return await tx.all(
        _held,
        f"{CLAIM} WHERE t.place_id = ? AND {STANDS} AND c.state IN ('claimed', 'stand_in') AND d.ends_at <= ?"
        " AND d.ends_at > ? AND c.asked_at IS NULL ORDER BY c.id",
        place_id,
        now,
        since,
    )


async def missed_since(tx: Tx, place_id: int, person_id: int, since: int) -> int:
    sql = (
        "SELECT count(*) FROM task_claims c JOIN task_dates d ON d.id = c.date_id JOIN tasks t ON t.id = d.task_id"
        " WHERE t.place_id = ? AND c.person_id = ? AND c.for_name = '' AND c.state = 'missed' AND c.changed_at > ?"
    )
    return await tx.one(int, sql, place_id, person_id, since) or 0


async def _count(tx: Tx, place_id: int, person_id: int, now: int, which: str) -> int:
    sql = (
        "SELECT count(*) FROM task_claims c JOIN task_dates d ON d.id = c.date_id JOIN tasks t ON t.id = d.task_id"  # noqa: S608
        " LEFT JOIN events e ON e.id = t.event_id WHERE t.place_id = ? AND c.person_id = ?"
        f" AND d.ends_at > ? AND {STANDS} AND {which}"
    )
    return await tx.one(int, sql, place_id, person_id, now) or 0


def _held(
    claim_id: int,
    date_id: int,
    task_id: int,
    person_id: int,
    name: str,
    for_name: str,
    state: str,
    reason: str,
    minutes: int | None,
    claimed_at: int,
    changed_at: int,
    asked_again: int,
    day_reminded_at: int | None,
    hours_reminded_at: int | None,
    asked_at: int | None,
    settled_by: int | None,
    by_list: int,
    there_at: int | None,
) -> Held:
    return Held(
        claim_id,
        date_id,
        task_id,
        person_id,
        name,
        for_name,
        Claim(state),
        reason,
        minutes,
        claimed_at,
        changed_at,
        asked_again,
        day_reminded_at,
        hours_reminded_at,
        asked_at,
        settled_by,
        by_list,
        there_at,
    )
