"""One message to many people, counted as one thing: whom it is for, who has had it, and whether it was stopped.

Somebody's message is either a row of the outbox or held: she has had her two this week, or the whole is paused.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import milliseconds
from bot.database.db import Tx
from bot.identity import roles
from bot.identity.people import WANTS_MESSAGES
from bot.identity.roles import Role
from bot.outbox.store import campaigns as rows
from bot.outbox.store import fragments
from bot.outbox.store import people as waiting_rows
from bot.outbox.store.rows import State

CHUNK = 500  # values in one statement; older SQLite takes no more than 999
PEOPLE_KEPT = timedelta(days=180)  # a poll may be open for half of it, and those it was told to hear of it until then
NOW = 0  # `held_until` of somebody whose turn it is

# `untold`: why somebody of the campaign was never told.
LATE, RECALLED = 1, 2


@dataclass(frozen=True)
class Report:
    """Adds up: total = reached + blocked + unsure + waiting + stopped + late. `held` are those among the waiting who
    have had their two messages this week; `late` those for whom it would have been over; `paused` says whether all
    who wait do so because somebody paused it."""

    total: int
    reached: int
    blocked: int
    unsure: int
    waiting: int
    stopped: int
    held: int = 0
    paused: bool = False
    late: int = 0


@dataclass(frozen=True)
class Campaign:
    id: int
    lane: int
    start_at: int
    unasked: int
    useful_until: int | None
    paused_at: int | None
    urgent: int = 0


CAMPAIGN = "SELECT k.id, k.lane, k.start_at, k.unasked, k.useful_until, k.paused_at, k.urgent FROM campaigns k"
# Whoever's turn it is and can be reached, once each: through the door where she spoke last.
WHOSE_TURN = " FROM campaign_people c JOIN people p ON p.id = c.person_id JOIN identities i ON i.person_id = p.id"
REACHABLE = (
    " AND i.unreachable_at IS NULL AND p.consented_at IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM identities o WHERE o.person_id = i.person_id AND o.unreachable_at IS NULL"
    " AND (o.spoke_at, o.door, o.user_id) > (i.spoke_at, i.door, i.user_id))"
)


async def new_campaign(tx: Tx, place_id: int, now: datetime) -> int:
    campaign_id = await tx.one(
        int,
        "INSERT INTO campaigns (place_id, made_at) VALUES (?, ?) RETURNING id",
        place_id,
        milliseconds(now),
    )
    if campaign_id is None:
        raise LookupError("the new campaign has no id")
    return campaign_id


# --- whom


async def add_role(tx: Tx, campaign_id: int, place_id: int, role: Role) -> None:
    """Everybody who holds the role in the place and agreed to be written to; a resident is everyone."""
    only = "" if role is Role.RESIDENT else f" AND {roles.holds('m.person_id', 'm.place_id', role)}"
    await tx.run(
        "INSERT INTO campaign_people (campaign_id, person_id)"  # noqa: S608 the role is one of four fixed words
        " SELECT CAST(? AS BIGINT), m.person_id FROM members m JOIN people p ON p.id = m.person_id"
        f" WHERE m.place_id = ? AND p.consented_at IS NOT NULL AND {WANTS_MESSAGES}{only} ON CONFLICT DO NOTHING",
        campaign_id,
        place_id,
    )


async def add_people(tx: Tx, campaign_id: int, person_ids: Sequence[int]) -> None:
    """Those of them who agreed to be written to."""
    for start in range(0, len(person_ids), CHUNK):
        chunk = person_ids[start : start + CHUNK]
        await tx.run(
            "INSERT INTO campaign_people (campaign_id, person_id)"  # noqa: S608 only question marks
            " SELECT CAST(? AS BIGINT), p.id FROM people p"
            f" WHERE p.id IN ({', '.join('?' for _ in chunk)}) AND p.consented_at IS NOT NULL"
            f" AND {WANTS_MESSAGES} ON CONFLICT DO NOTHING",
            campaign_id,
            *chunk,
        )


async def only_readers(tx: Tx, campaign_id: int, language: str) -> None:
    """Narrows it to those who read this language."""
    await tx.run(
        "DELETE FROM campaign_people WHERE campaign_id = ? AND person_id NOT IN"
        " (SELECT p.id FROM people p WHERE p.language = ?)",
        campaign_id,
        language,
    )


async def only_active(tx: Tx, campaign_id: int, since: datetime) -> None:
    """Narrows it to those who said or pressed something since then."""
    await tx.run(
        "DELETE FROM campaign_people WHERE campaign_id = ? AND person_id NOT IN"
        " (SELECT i.person_id FROM identities i WHERE i.spoke_at >= ?)",
        campaign_id,
        milliseconds(since),
    )


async def leave_out(tx: Tx, campaign_id: int, person_id: int) -> None:
    """Whoever made the news need not hear it."""
    await tx.run("DELETE FROM campaign_people WHERE campaign_id = ? AND person_id = ?", campaign_id, person_id)


async def leave_out_all(tx: Tx, campaign_id: int, person_ids: Sequence[int]) -> None:
    """Who hears it otherwise."""
    await tx.many(
        "DELETE FROM campaign_people WHERE campaign_id = ? AND person_id = ?",
        [(campaign_id, person_id) for person_id in person_ids],
    )


async def all_concerned(tx: Tx, campaign_id: int) -> None:
    """It is about what they do here, so that none of them hears it unasked."""
    await tx.run("UPDATE campaign_people SET concerned = 1 WHERE campaign_id = ?", campaign_id)


async def note_concerned(tx: Tx, campaign_id: int, person_ids: Sequence[int]) -> None:
    """These of its people take part in what it is about."""
    await mark(tx, "concerned", 1, campaign_id, person_ids)


async def size(tx: Tx, campaign_id: int) -> int:
    count = await tx.one(int, "SELECT count(*) FROM campaign_people WHERE campaign_id = ?", campaign_id)
    return count or 0


async def people_in(tx: Tx, campaign_id: int) -> list[int]:
    return await tx.all(int, "SELECT person_id FROM campaign_people WHERE campaign_id = ?", campaign_id)


async def told(tx: Tx, campaign_id: int) -> list[int]:
    """Whom it has left for; not who still waits, for whom it came too late, and who could not be sent it."""
    return await tx.all(
        int,
        "SELECT c.person_id FROM campaign_people c WHERE c.campaign_id = ?"  # noqa: S608 our own columns
        " AND c.held_until IS NULL AND c.untold = 0"
        f" AND NOT {fragments.not_sent('c.campaign_id', 'c.person_id')} ORDER BY c.person_id",
        campaign_id,
    )


async def too_late_for(tx: Tx, campaign_id: int) -> list[int]:
    return await tx.all(
        int, "SELECT person_id FROM campaign_people WHERE campaign_id = ? AND untold = ?", campaign_id, LATE
    )


async def still_waiting(tx: Tx, campaign_id: int) -> list[int]:
    """Whom it has not left for yet: quiet hours, a full week, or so many people before them."""
    held = await tx.all(
        int, "SELECT person_id FROM campaign_people WHERE campaign_id = ? AND held_until IS NOT NULL", campaign_id
    )
    return sorted({*held, *await rows.still_waiting(tx, campaign_id)})


# --- on its way


async def pause(tx: Tx, campaign_id: int, now: datetime) -> None:
    """Nobody else is sent it until `go_on`."""
    await tx.run(
        "UPDATE campaigns SET paused_at = ? WHERE id = ? AND stopped_at IS NULL", milliseconds(now), campaign_id
    )
    await take_back(tx, str(campaign_id))


async def stop(tx: Tx, campaign_id: int, now: datetime) -> None:
    """Whoever has not been sent it will not be."""
    await tx.run("UPDATE campaigns SET stopped_at = ? WHERE id = ?", milliseconds(now), campaign_id)
    await take_back(tx, str(campaign_id))


async def call_back(tx: Tx, campaign_id: int, now: datetime) -> list[int]:
    """Stops it for the sake of another that tells the same; whom that one is for: who waited, or would have been too
    late. They are this one's no longer, so that nobody else is told for it again."""
    late = await too_late_for(tx, campaign_id)
    unread = [*await still_waiting(tx, campaign_id), *late]
    if unread:
        await stop(tx, campaign_id, now)
        await mark(tx, "untold", RECALLED, campaign_id, late)
        await tx.run("UPDATE campaigns SET recalled = recalled + ? WHERE id = ?", len(late), campaign_id)
    return unread


async def take_back(tx: Tx, campaign: str) -> None:
    """What a stopped or paused campaign still has waiting leaves the outbox: also what was on its way just now, and
    could not be delivered."""
    if not campaign.isdigit():
        return
    await tx.lock(f"campaign {campaign}")
    halted = await tx.one(
        lambda stopped, paused: (stopped, paused),
        "SELECT stopped_at, paused_at FROM campaigns WHERE id = ?",
        int(campaign),
    )
    if halted is None or halted == (None, None):
        return
    waiting = await rows.take_back(tx, campaign)
    if halted[0] is None:
        await mark(tx, "held_until", NOW, int(campaign), waiting)
        return
    await mark(tx, "untold", RECALLED, int(campaign), waiting)
    held = await tx.run(
        "UPDATE campaign_people SET held_until = NULL, untold = ? WHERE campaign_id = ? AND held_until IS NOT NULL",
        RECALLED,
        int(campaign),
    )
    await tx.run("UPDATE campaigns SET recalled = recalled + ? WHERE id = ?", len(waiting) + held, int(campaign))


async def hand_over(tx: Tx, keeper: int, other: int) -> None:
    """Two people became one: what still waits to be sent to many goes to her, and once."""
    for campaign in await waiting_rows.drop_twice(tx, keeper, other):
        sql = "DELETE FROM campaign_people WHERE campaign_id = ? AND person_id = ?"
        await tx.run(sql, int(campaign), other)
    for campaign in dict.fromkeys(await waiting_rows.hand_over(tx, keeper, other)):
        await tx.run(
            "UPDATE campaign_people SET person_id = ? WHERE campaign_id = ? AND person_id = ? AND NOT EXISTS"
            " (SELECT 1 FROM campaign_people h WHERE h.campaign_id = ? AND h.person_id = ?)",
            keeper,
            int(campaign),
            other,
            int(campaign),
            keeper,
        )
    # What waits for room waits for her now, unless she has it, or waits for it, already.
    await tx.run(
        "UPDATE campaign_people SET person_id = ? WHERE person_id = ? AND held_until IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM campaign_people h WHERE h.campaign_id = campaign_people.campaign_id AND h.person_id = ?)",
        keeper,
        other,
        keeper,
    )


async def anything_held(tx: Tx) -> bool:
    return await tx.one(int, "SELECT 1 FROM campaign_people WHERE held_until IS NOT NULL LIMIT 1") is not None


async def forget_people(tx: Tx, before: int) -> None:
    """To whom a message went that began to leave before this moment, once nobody waits for it any more."""
    await tx.run(
        "DELETE FROM campaign_people WHERE campaign_id IN (SELECT k.id FROM campaigns k"  # noqa: S608 our own columns
        f" WHERE k.start_at > 0 AND k.start_at < ? AND NOT {fragments.any_row('k.id')})"
        " AND campaign_id NOT IN (SELECT h.campaign_id FROM campaign_people h WHERE h.held_until IS NOT NULL)",
        before,
    )


async def forget_words(tx: Tx, before: int) -> None:
    """What a message made before this moment said, once nobody is held back from it."""
    await tx.run(
        "DELETE FROM campaign_words WHERE campaign_id IN (SELECT k.id FROM campaigns k WHERE k.made_at < ?)"
        " AND campaign_id NOT IN (SELECT h.campaign_id FROM campaign_people h WHERE h.held_until IS NOT NULL)",
        before,
    )


async def report(tx: Tx, campaign_id: int) -> Report:
    counts = await rows.counts(tx, campaign_id)
    halted = await tx.one(
        lambda paused_at, recalled: (paused_at is not None, recalled),
        "SELECT paused_at, recalled FROM campaigns WHERE id = ?",
        campaign_id,
    )
    paused, stopped = halted or (False, 0)
    held = await tx.all(
        int,
        "SELECT held_until FROM campaign_people WHERE campaign_id = ? AND held_until IS NOT NULL",
        campaign_id,
    )
    for state, count in await _gathered(tx, campaign_id):
        counts[state] = counts.get(state, 0) + count
    total, late = await size(tx, campaign_id), len(await too_late_for(tx, campaign_id))
    reached, unsure = counts.get(State.SENT, 0), counts.get(State.UNCERTAIN, 0)
    waiting = counts.get(State.WAITING, 0) + counts.get(State.SENDING, 0) + len(held)
    blocked = total - reached - unsure - waiting - stopped - late
    full = sum(until > NOW for until in held)
    return Report(total, reached, blocked, unsure, waiting, stopped, full, paused, late)


# --- inside


async def _gathered(tx: Tx, campaign_id: int) -> list[tuple[str, int]]:
    """What became of the messages in which people read of it with other news; the oldest the outbox has forgotten."""
    return await tx.all(
        lambda state, count: (state, count),
        f"SELECT state, count(*) FROM (SELECT coalesce({fragments.state_of('c.gathered_as')}, 'sent') AS state"  # noqa: S608
        " FROM campaign_people c WHERE c.campaign_id = ? AND c.gathered_as IS NOT NULL) read_of GROUP BY state",
        campaign_id,
    )


async def mark(tx: Tx, column: str, value: int, campaign_id: int, person_ids: Sequence[int]) -> None:
    """`column` is one of three fixed words."""
    for start in range(0, len(person_ids), CHUNK):
        chunk = person_ids[start : start + CHUNK]
        await tx.run(
            f"UPDATE campaign_people SET {column} = ? WHERE campaign_id = ?"  # noqa: S608 only question marks
            f" AND person_id IN ({', '.join('?' for _ in chunk)})",
            value,
            campaign_id,
            *chunk,
        )
