"""One message to many people: queued in a few statements whatever their number, and counted as one thing.

Somebody's message is either a row of the outbox or held: she has had her two this week, or the whole is paused.
What is held leaves from `campaign_words`, so it can be paused, stopped and resumed after a crash without its feature.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot import budget
from bot.clock import milliseconds, moment
from bot.context import Notices
from bot.db import Tx
from bot.doors import TELEGRAM, WEB
from bot.outgoing import Lane, Message, content
from bot.people import WANTS_MESSAGES, Role
from bot.times import quiet_until
from bot.wishes import at_minute

CHUNK = 500  # values in one statement; older SQLite takes no more than 999
NOW = 0  # `held_until` of somebody whose turn it is
USUAL = -1  # quiet hours nobody chose

Versions = Callable[[str], Message]  # the message in each language


@dataclass(frozen=True)
class Report:
    """Adds up: total = reached + blocked + unsure + waiting + stopped. `held` are those among the waiting who have
    had their two messages this week; `paused` says whether all who wait do so because somebody paused it."""

    total: int
    reached: int
    blocked: int
    unsure: int
    waiting: int
    stopped: int
    held: int = 0
    paused: bool = False


@dataclass(frozen=True)
class Campaign:
    id: int
    lane: int
    start_at: int
    unasked: int
    useful_until: int | None
    paused_at: int | None


CAMPAIGN = "SELECT k.id, k.lane, k.start_at, k.unasked, k.useful_until, k.paused_at FROM campaigns k"


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


async def all_concerned(tx: Tx, campaign_id: int) -> None:
    """It is about what they do here, so that none of them hears it unasked."""
    await tx.run("UPDATE campaign_people SET concerned = 1 WHERE campaign_id = ?", campaign_id)


async def note_concerned(tx: Tx, campaign_id: int, person_ids: Sequence[int]) -> None:
    """These of its people take part in what it is about."""
    await _mark(tx, "concerned", 1, campaign_id, person_ids)


async def size(tx: Tx, campaign_id: int) -> int:
    count = await tx.one(int, "SELECT count(*) FROM campaign_people WHERE campaign_id = ?", campaign_id)
    return count or 0


async def people_in(tx: Tx, campaign_id: int) -> list[int]:
    return await tx.all(int, "SELECT person_id FROM campaign_people WHERE campaign_id = ?", campaign_id)


async def still_waiting(tx: Tx, campaign_id: int) -> list[int]:
    """Whom it has not left for yet: quiet hours, a full week, or so many people before them."""
    return await tx.all(
        int,
        "SELECT person_id FROM outbox WHERE campaign = ? AND state = 'waiting' AND person_id IS NOT NULL"
        " UNION SELECT person_id FROM campaign_people WHERE campaign_id = ? AND held_until IS NOT NULL",
        str(campaign_id),
        campaign_id,
    )


# --- on its way


async def queue_campaign(
    notices: Notices,
    campaign_id: int,
    message: Message | Versions,
    lane: Lane = Lane.BROADCAST,
    earliest: datetime | None = None,
) -> None:
    """The message to everybody in the campaign, in each one's language, not before `earliest` nor in quiet hours.

    For people who take part in what it is about; the web chat rings nobody, so quiet hours do not hold it back.
    """
    await _begin(notices, campaign_id, message, lane, earliest)


async def queue_unasked(
    notices: Notices,
    campaign_id: int,
    message: Message | Versions,
    lane: Lane = Lane.BROADCAST,
    earliest: datetime | None = None,
    useful_until: datetime | None = None,
) -> None:
    """The same for people who did not ask for it: only those who want news, and two a week (budget.py).

    Whoever has had hers is sent it when there is room again, unless that is after `useful_until`.
    """
    await notices.tx.run(
        "UPDATE campaigns SET unasked = 1, useful_until = ? WHERE id = ?",
        milliseconds(useful_until) if useful_until else None,
        campaign_id,
    )
    await budget.leave_out_unwilling(notices.tx, campaign_id, notices.now)
    await _begin(notices, campaign_id, message, lane, earliest)


async def pause(tx: Tx, campaign_id: int, now: datetime) -> None:
    """Nobody else is sent it until `go_on`."""
    await tx.run(
        "UPDATE campaigns SET paused_at = ? WHERE id = ? AND stopped_at IS NULL", milliseconds(now), campaign_id
    )
    await take_back(tx, str(campaign_id))


async def go_on(notices: Notices, campaign_id: int) -> None:
    """Whoever was waiting when it was paused is sent it now, or after her quiet hours."""
    await notices.tx.lock(f"campaign {campaign_id}")
    await notices.tx.run("UPDATE campaigns SET paused_at = NULL WHERE id = ?", campaign_id)
    campaign = await notices.tx.one(Campaign, f"{CAMPAIGN} WHERE k.id = ?", campaign_id)
    if campaign is not None:
        await _leave(notices, campaign)


async def stop(tx: Tx, campaign_id: int, now: datetime) -> None:
    """Whoever has not been sent it will not be."""
    await tx.run("UPDATE campaigns SET stopped_at = ? WHERE id = ?", milliseconds(now), campaign_id)
    await take_back(tx, str(campaign_id))


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
    waiting = await tx.all(
        int,
        "DELETE FROM outbox WHERE campaign = ? AND state = 'waiting' RETURNING coalesce(person_id, 0)",
        campaign,
    )
    if halted[0] is None:
        await _mark(tx, "held_until", NOW, int(campaign), waiting)
        return
    held = await tx.run(
        "UPDATE campaign_people SET held_until = NULL WHERE campaign_id = ? AND held_until IS NOT NULL", int(campaign)
    )
    await tx.run("UPDATE campaigns SET recalled = recalled + ? WHERE id = ?", len(waiting) + held, int(campaign))


async def let_go(notices: Notices) -> None:
    """Those who were held, and for whom there is room again; the oldest message first."""
    due = await notices.tx.all(
        Campaign,
        f"{CAMPAIGN} WHERE k.place_id = ? AND k.paused_at IS NULL AND EXISTS (SELECT 1 FROM campaign_people c"  # noqa: S608 constant
        " WHERE c.campaign_id = k.id AND c.held_until <= ?) ORDER BY k.id",
        notices.place.id,
        notices.now_ms,
    )
    for campaign in due:
        await notices.tx.lock(f"campaign {campaign.id}")
        too_late = campaign.useful_until is not None and campaign.useful_until <= notices.now_ms
        await notices.tx.run(
            "UPDATE campaign_people SET held_until = ? WHERE campaign_id = ? AND held_until <= ?",
            None if too_late else NOW,
            campaign.id,
            notices.now_ms,
        )
        await _leave(notices, campaign)


async def anything_held(tx: Tx) -> bool:
    return await tx.one(int, "SELECT 1 FROM campaign_people WHERE held_until IS NOT NULL LIMIT 1") is not None


async def forget_people(tx: Tx, before: int) -> None:
    """To whom a message went that began to leave before this moment, once nobody waits for it any more."""
    await tx.run(
        "DELETE FROM campaign_people WHERE campaign_id IN (SELECT k.id FROM campaigns k WHERE k.start_at > 0"
        " AND k.start_at < ? AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.campaign = CAST(k.id AS TEXT)))"
        " AND campaign_id NOT IN (SELECT h.campaign_id FROM campaign_people h WHERE h.held_until IS NOT NULL)",
        before,
    )


async def report(tx: Tx, campaign_id: int) -> Report:
    counts = dict(
        await tx.all(
            lambda state, count: (state, count),
            "SELECT state, count(*) FROM outbox WHERE campaign = ? GROUP BY state",
            str(campaign_id),
        )
    )
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
    total = await size(tx, campaign_id)
    reached, unsure = counts.get("sent", 0), counts.get("uncertain", 0)
    waiting = counts.get("waiting", 0) + counts.get("sending", 0) + len(held)
    blocked = total - reached - unsure - waiting - stopped
    return Report(total, reached, blocked, unsure, waiting, stopped, sum(until > NOW for until in held), paused)


# --- inside


async def _begin(
    notices: Notices, campaign_id: int, message: Message | Versions, lane: Lane, earliest: datetime | None
) -> None:
    tx = notices.tx
    for language in notices.place.languages:
        version = message if isinstance(message, Message) else message(language)
        with_home = Message(version.text, [*version.rows, notices.way_home()], version.picture)
        shown = content(with_home, language, notices.place.id) | {"language": language}
        params = json.dumps(shown, ensure_ascii=False)
        await tx.run(
            "INSERT INTO campaign_words (campaign_id, language, method, params) VALUES (?, ?, ?, ?)",
            campaign_id,
            language,
            "sendPhoto" if version.picture else "sendMessage",
            ", " + params.removeprefix("{"),
        )
    start_at = milliseconds(earliest or notices.now)
    await tx.run("UPDATE campaigns SET lane = ?, start_at = ? WHERE id = ?", int(lane), start_at, campaign_id)
    await tx.run("UPDATE campaign_people SET held_until = ? WHERE campaign_id = ?", NOW, campaign_id)
    campaign = await tx.one(Campaign, f"{CAMPAIGN} WHERE k.id = ?", campaign_id)
    if campaign is not None:
        await _leave(notices, campaign)


async def _leave(notices: Notices, campaign: Campaign) -> None:
    """Everybody whose turn it is, with one statement for each door and quiet hours."""
    start_at = max(campaign.start_at, notices.now_ms)
    if campaign.unasked:
        await budget.hold_back(notices.tx, campaign.id, notices.place.id, start_at)
    await _queue(notices, campaign, WEB, (USUAL, USUAL), start_at)
    chosen = await notices.tx.all(
        lambda start, end: (start, end),
        "SELECT DISTINCT coalesce(p.quiet_from, -1), coalesce(p.quiet_to, -1) FROM campaign_people c"
        " JOIN people p ON p.id = c.person_id WHERE c.campaign_id = ? AND c.held_until = 0",
        campaign.id,
    )
    for start, end in chosen:
        hours = None if start == USUAL else (at_minute(start), at_minute(end))
        quiet = quiet_until(moment(start_at), notices.place.clocks, *(hours or ()))
        await _queue(notices, campaign, TELEGRAM, (start, end), milliseconds(quiet) if quiet else start_at)
    await notices.tx.run(
        "UPDATE campaign_people SET held_until = NULL WHERE campaign_id = ? AND held_until = 0", campaign.id
    )


async def _queue(notices: Notices, campaign: Campaign, door: str, quiet: tuple[int, int], not_before: int) -> None:
    """All whose last words came through `door`; at Telegram, with these quiet hours."""
    quiet_hours = " AND coalesce(p.quiet_from, -1) = ? AND coalesce(p.quiet_to, -1) = ?" if door == TELEGRAM else ""
    willing = f" AND coalesce(p.paused_until, 0) <= ? AND (c.concerned = 1 OR {budget.WANTS_NEWS})"
    await notices.tx.run(
        "INSERT INTO outbox (door, queue, chat_id, person_id, method, params, lane, not_before, campaign, queued_at,"  # noqa: S608 constants
        " unasked_in) SELECT i.door, CAST(i.chat_id AS TEXT), i.chat_id, p.id, w.method,"
        " '{\"chat_id\": ' || CAST(i.chat_id AS TEXT) || w.params,"
        " CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS BIGINT),"
        " CASE WHEN c.concerned = 0 THEN CAST(? AS BIGINT) END"
        " FROM campaign_people c JOIN people p ON p.id = c.person_id JOIN identities i ON i.person_id = p.id"
        # Somebody whose language the place does not offer reads its first one.
        " JOIN campaign_words w ON w.campaign_id = c.campaign_id AND w.language = coalesce((SELECT v.language"
        " FROM campaign_words v WHERE v.campaign_id = c.campaign_id AND v.language = p.language), ?)"
        " WHERE c.campaign_id = ? AND c.held_until = 0 AND i.door = ?"
        " AND i.unreachable_at IS NULL AND p.consented_at IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM identities o WHERE o.person_id = i.person_id AND o.unreachable_at IS NULL"
        " AND (o.spoke_at, o.door, o.user_id) > (i.spoke_at, i.door, i.user_id))"
        f"{willing if campaign.unasked else ''}{quiet_hours} ORDER BY p.id",
        campaign.lane,
        not_before,
        str(campaign.id),
        notices.now_ms,
        notices.place.id if campaign.unasked else None,
        notices.place.languages[0],
        campaign.id,
        door,
        *((notices.now_ms, notices.now_ms) if campaign.unasked else ()),
        *(quiet if door == TELEGRAM else ()),
    )


async def _mark(tx: Tx, column: str, value: int, campaign_id: int, person_ids: Sequence[int]) -> None:
    """`column` is one of two fixed words."""
    for start in range(0, len(person_ids), CHUNK):
        chunk = person_ids[start : start + CHUNK]
        await tx.run(
            f"UPDATE campaign_people SET {column} = ? WHERE campaign_id = ?"  # noqa: S608 only question marks
            f" AND person_id IN ({', '.join('?' for _ in chunk)})",
            value,
            campaign_id,
            *chunk,
        )
