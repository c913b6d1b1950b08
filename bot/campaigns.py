"""One message to many people: queued in a few statements whatever their number, and counted as one thing."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.clock import milliseconds
from bot.context import Notices
from bot.db import Tx
from bot.doors import TELEGRAM, WEB
from bot.outgoing import Lane, Message, content
from bot.people import WANTS_MESSAGES, Role
from bot.times import quiet_until

CHUNK = 500  # values in one statement; older SQLite takes no more than 999


@dataclass(frozen=True)
class Report:
    """Adds up: total = reached + blocked + unsure + waiting + stopped."""

    total: int
    reached: int
    blocked: int
    unsure: int
    waiting: int
    stopped: int


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


async def add_role(tx: Tx, campaign_id: int, place_id: int, role: Role) -> None:
    """Everybody who holds the role in the place and agreed to be written to; a resident is everyone."""
    only = "" if role is Role.RESIDENT else f" AND m.{role.value} = 1"
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


async def leave_out(tx: Tx, campaign_id: int, person_id: int) -> None:
    """Whoever made the news need not hear it."""
    await tx.run("DELETE FROM campaign_people WHERE campaign_id = ? AND person_id = ?", campaign_id, person_id)


async def size(tx: Tx, campaign_id: int) -> int:
    count = await tx.one(int, "SELECT count(*) FROM campaign_people WHERE campaign_id = ?", campaign_id)
    return count or 0


async def people_in(tx: Tx, campaign_id: int) -> list[int]:
    return await tx.all(int, "SELECT person_id FROM campaign_people WHERE campaign_id = ?", campaign_id)


async def still_waiting(tx: Tx, campaign_id: int) -> list[int]:
    """Whom it has not left for yet: quiet hours, or so many people before them."""
    return await tx.all(
        int,
        "SELECT person_id FROM outbox WHERE campaign = ? AND state = 'waiting' AND person_id IS NOT NULL",
        str(campaign_id),
    )


async def queue_campaign(
    notices: Notices,
    campaign_id: int,
    message: Message,
    lane: Lane = Lane.BROADCAST,
    earliest: datetime | None = None,
) -> None:
    """The message to everybody in the campaign, in each one's language, not before `earliest` nor in quiet hours.

    The web chat rings nobody, so quiet hours do not hold it back.
    """
    start = earliest or notices.now
    with_home = Message(message.text, [*message.rows, notices.way_home()], message.picture)
    for language in notices.place.languages:
        for door in (TELEGRAM, WEB):
            quiet = quiet_until(start, notices.place.clocks) if door == TELEGRAM else None
            await _queue(notices, campaign_id, with_home, lane, door, language, quiet or start)


async def report(tx: Tx, campaign_id: int) -> Report:
    counts = dict(
        await tx.all(
            lambda state, count: (state, count),
            "SELECT state, count(*) FROM outbox WHERE campaign = ? GROUP BY state",
            str(campaign_id),
        )
    )
    total = await size(tx, campaign_id)
    reached, unsure = counts.get("sent", 0), counts.get("uncertain", 0)
    waiting = counts.get("waiting", 0) + counts.get("sending", 0)
    stopped_at = await tx.one(lambda at: at, "SELECT stopped_at FROM campaigns WHERE id = ?", campaign_id)
    rest = total - reached - unsure - waiting
    refused = counts.get("refused", 0)
    if stopped_at is None:
        return Report(total, reached, rest, unsure, waiting, 0)
    return Report(total, reached, refused, unsure, waiting, rest - refused)


async def stop(tx: Tx, campaign_id: int, now: datetime) -> None:
    """Whoever has not been sent it will not be."""
    await tx.run("DELETE FROM outbox WHERE campaign = ? AND state = 'waiting'", str(campaign_id))
    await tx.run("UPDATE campaigns SET stopped_at = ? WHERE id = ?", milliseconds(now), campaign_id)


async def _queue(
    notices: Notices, campaign_id: int, message: Message, lane: Lane, door: str, language: str, not_before: datetime
) -> None:
    """One statement for all whose last words came through `door` and who read `language`."""
    params = json.dumps(content(message, language) | {"language": language}, ensure_ascii=False)
    # Somebody whose language the place no longer offers reads its first one.
    first = notices.place.languages[0]
    others = " OR p.language IS NULL OR p.language NOT IN (" + ", ".join("?" for _ in notices.place.languages) + ")"
    whose = f"(p.language = ?{others if language == first else ''})"
    values = [language, *(notices.place.languages if language == first else ())]
    await notices.tx.run(
        "INSERT INTO outbox (door, queue, chat_id, person_id, method, params, lane, not_before, campaign, queued_at)"  # noqa: S608
        " SELECT i.door, CAST(i.chat_id AS TEXT), i.chat_id, p.id, CAST(? AS TEXT),"
        " '{\"chat_id\": ' || CAST(i.chat_id AS TEXT) || CAST(? AS TEXT),"
        " CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS BIGINT)"
        " FROM campaign_people c JOIN people p ON p.id = c.person_id JOIN identities i ON i.person_id = p.id"
        f" WHERE c.campaign_id = ? AND i.door = ? AND {whose}"
        " AND i.unreachable_at IS NULL AND p.consented_at IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM identities o WHERE o.person_id = i.person_id AND o.unreachable_at IS NULL"
        " AND (o.spoke_at, o.door, o.user_id) > (i.spoke_at, i.door, i.user_id))"
        " ORDER BY p.id",
        "sendPhoto" if message.picture else "sendMessage",
        ", " + params.removeprefix("{"),
        int(lane),
        milliseconds(not_before),
        str(campaign_id),
        notices.now_ms,
        campaign_id,
        door,
        *values,
    )
