"""A crowd of new visitors from one address, about one thing on one day: enough to notice it, not to find anybody.

Whoever has a cookie is a person to us, and a bored teenager has two hundred. Who came from where is kept for a day.
"""

from dataclasses import dataclass
from datetime import timedelta

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.dialogue.context import Context
from bot.doors.door import TELEGRAM
from bot.identity.roles import Role

NEW = timedelta(days=7)  # how long somebody is new here
NEWCOMERS_EACH = 5  # of one address, about one thing and day
VISITORS_EACH = 20  # of one address in all, who may have waited to be no longer new
MANY, AT_ONCE = 10, timedelta(minutes=10)  # newcomers, wherever they come from
ALARM_AGAIN = timedelta(hours=6)
KEPT = timedelta(days=1)


@dataclass(frozen=True)
class Thing:
    """What a crowd may gather around, such as an idea; `began_at` (ms): whoever came later is new to it."""

    kind: str
    id: int
    began_at: int


@dataclass(frozen=True)
class Judged:
    """`apart`: beyond the share of her address. `alarm`: how many the team has to hear of now, or 0."""

    apart: bool
    newcomer: bool = False
    alarm: int = 0


@dataclass(frozen=True)
class Met:
    """When the bot first met somebody (ms), and whether she also has a Telegram account here."""

    created_at: int
    on_telegram: int


@dataclass(frozen=True)
class _Visit:
    newcomer: int
    apart: int


async def judge(context: Context, thing: Thing) -> Judged:
    """Somebody counts herself in, by a press. What was found once stays so for the day.

    A role, or a Telegram account, vouches for her; what she did through a door without addresses counts.
    """
    tx, person_id = context.tx, context.person.id
    known = await met(tx, person_id)
    if known.on_telegram or context.roles != {Role.RESIDENT}:
        return Judged(apart=False)
    # Two of a crowd who press at once would each count without the other.
    await tx.lock(f"crowd {thing.kind} {thing.id}")
    visit = await _find(tx, thing, person_id)
    if visit is not None:
        return Judged(bool(visit.apart), bool(visit.newcomer))
    newcomer = known.created_at > min(thing.began_at, milliseconds(context.now - NEW))
    origin = context.incoming.origin or ""
    apart = bool(origin) and await _had_its_share(tx, thing, origin, newcomer)
    await _add(tx, thing, person_id, origin, _Visit(int(newcomer), int(apart)), context.now_ms)
    return Judged(apart, newcomer, await _alarm(context, thing, apart))


async def from_her_address(context: Context, thing: Thing) -> list[int]:
    """Everybody new who counted herself in today from where this press comes; herself among them, if she did."""
    return await context.tx.all(
        int,
        "SELECT person_id FROM crowd_visits WHERE kind = ? AND thing_id = ? AND origin = ? AND newcomer = 1",
        thing.kind,
        thing.id,
        context.incoming.origin or "",
    )


async def prune(tx: Tx, before: int) -> None:
    await tx.run("DELETE FROM crowd_visits WHERE came_at < ?", before)
    await tx.run("DELETE FROM crowd_alarms WHERE alarmed_at < ?", before)


async def met(tx: Tx, person_id: int) -> Met:
    """Raises LookupError."""
    found = await tx.one(
        Met,
        "SELECT p.created_at, (SELECT count(*) FROM identities i WHERE i.person_id = p.id AND i.door = ?)"
        " FROM people p WHERE p.id = ?",
        TELEGRAM,
        person_id,
    )
    if found is None:
        raise LookupError(f"no person {person_id}")
    return found


async def _find(tx: Tx, thing: Thing, person_id: int) -> _Visit | None:
    sql = "SELECT newcomer, apart FROM crowd_visits WHERE kind = ? AND thing_id = ? AND person_id = ?"
    return await tx.one(_Visit, sql, thing.kind, thing.id, person_id)


async def _had_its_share(tx: Tx, thing: Thing, origin: str, newcomer: bool) -> bool:
    found = await tx.all(
        _Visit,
        "SELECT newcomer, apart FROM crowd_visits WHERE kind = ? AND thing_id = ? AND origin = ?",
        thing.kind,
        thing.id,
        origin,
    )
    return len(found) >= VISITORS_EACH or (newcomer and sum(one.newcomer for one in found) >= NEWCOMERS_EACH)


async def _add(tx: Tx, thing: Thing, person_id: int, origin: str, visit: _Visit, now: int) -> None:
    await tx.run(
        "INSERT INTO crowd_visits (kind, thing_id, person_id, origin, newcomer, apart, came_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        thing.kind,
        thing.id,
        person_id,
        origin,
        visit.newcomer,
        visit.apart,
        now,
    )


async def _alarm(context: Context, thing: Thing, apart: bool) -> int:
    since = milliseconds(context.now - AT_ONCE)
    count = await context.tx.one(
        int,
        "SELECT count(*) FROM crowd_visits WHERE kind = ? AND thing_id = ? AND came_at >= ?"
        " AND (newcomer = 1 OR apart = 1)",
        thing.kind,
        thing.id,
        since,
    )
    if not apart and (count or 0) < MANY:
        return 0
    again = milliseconds(context.now - ALARM_AGAIN)
    rung = await context.tx.run(
        "INSERT INTO crowd_alarms (kind, thing_id, alarmed_at) VALUES (?, ?, ?)"
        " ON CONFLICT (kind, thing_id) DO UPDATE SET alarmed_at = excluded.alarmed_at"
        " WHERE crowd_alarms.alarmed_at < ?",
        thing.kind,
        thing.id,
        context.now_ms,
        again,
    )
    return (count or 0) if rung else 0
