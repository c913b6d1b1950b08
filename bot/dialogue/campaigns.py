"""One message to many people: queued in a few statements whatever their number, and counted as one thing.

Somebody's message is either a row of the outbox or held: she has had her two this week, or the whole is paused.
What is held leaves from `campaign_words`, so it can be paused, stopped and resumed after a crash without its feature.
When there is room again several of them leave as one (gathered.py); what would come of it is asked in forecast.py.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import milliseconds, moment
from bot.database.db import Tx
from bot.dialogue.actions import Button
from bot.dialogue.context import Notices
from bot.dialogue.wishes import at_minute
from bot.doors.door import TELEGRAM, WEB
from bot.i18n.texts import Text, render, render_label
from bot.i18n.times import quiet_until
from bot.identity.people import WANTS_MESSAGES, Role
from bot.outbox import budget
from bot.outbox.outgoing import Lane, Message, content

CHUNK = 500  # values in one statement; older SQLite takes no more than 999
PEOPLE_KEPT = timedelta(days=180)  # a poll may be open for half of it, and those it was told to hear of it until then
NOW = 0  # `held_until` of somebody whose turn it is
USUAL = -1  # quiet hours nobody chose

# `untold`: why somebody of the campaign was never told.
LATE, RECALLED = 1, 2

Versions = Callable[[str], Message]  # the message in each language


@dataclass(frozen=True)
class Brief:
    """How a message is named among others that are told together: a line, and the button that leads to it."""

    line: Text
    button: Button


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
WILLING = f" AND coalesce(p.paused_until, 0) <= ? AND (c.concerned = 1 OR {budget.WANTS_NEWS})"  # twice `now`


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


async def told(tx: Tx, campaign_id: int) -> list[int]:
    """Whom it has left for; not who still waits, for whom it came too late, and who could not be sent it."""
    return await tx.all(
        int,
        "SELECT c.person_id FROM campaign_people c WHERE c.campaign_id = ? AND c.held_until IS NULL AND c.untold = 0"
        " AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.campaign = ? AND o.person_id = c.person_id"
        " AND o.state IN ('waiting', 'refused')) ORDER BY c.person_id",
        campaign_id,
        str(campaign_id),
    )


async def too_late_for(tx: Tx, campaign_id: int) -> list[int]:
    return await tx.all(
        int, "SELECT person_id FROM campaign_people WHERE campaign_id = ? AND untold = ?", campaign_id, LATE
    )


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
    brief: Brief | None = None,
) -> None:
    """The same for people who did not ask for it: only those who want news, and two a week (budget.py).

    Whoever has had hers is sent it when there is room again, unless that is after `useful_until`; together with other
    news as `brief`, which only a message that all its people are concerned in may do without.
    """
    await notices.tx.run(
        "UPDATE campaigns SET unasked = 1, useful_until = ? WHERE id = ?",
        milliseconds(useful_until) if useful_until else None,
        campaign_id,
    )
    await budget.leave_out_unwilling(notices.tx, campaign_id, notices.now)
    await _begin(notices, campaign_id, message, lane, earliest, brief)


async def queue_urgent(
    notices: Notices, campaign_id: int, message: Message | Versions, earliest: datetime | None = None
) -> None:
    """What cannot wait, released by a second person: quiet hours and budget do not hold it back, a pause does."""
    await all_concerned(notices.tx, campaign_id)
    await notices.tx.run("UPDATE campaigns SET urgent = 1 WHERE id = ?", campaign_id)
    await budget.leave_out_unwilling(notices.tx, campaign_id, notices.now)
    await _begin(notices, campaign_id, message, Lane.BROADCAST, earliest)


async def use_until(notices: Notices, campaign_id: int, until: datetime) -> None:
    """It is of use for longer: whoever it would have reached too late is in time now, or waits for room."""
    await notices.tx.lock(f"campaign {campaign_id}")
    tx = notices.tx
    await tx.run("UPDATE campaigns SET useful_until = ? WHERE id = ?", milliseconds(until), campaign_id)
    await tx.run(
        "UPDATE campaign_people SET held_until = ?, untold = 0 WHERE campaign_id = ? AND untold = ?",
        NOW,
        campaign_id,
        LATE,
    )
    campaign = await tx.one(Campaign, f"{CAMPAIGN} WHERE k.id = ? AND k.stopped_at IS NULL", campaign_id)
    if campaign is not None and campaign.paused_at is None:
        await leave(notices, campaign)


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
        await leave(notices, campaign)


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
        await _mark(tx, "untold", RECALLED, campaign_id, late)
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
    waiting = await tx.all(
        int,
        "DELETE FROM outbox WHERE campaign = ? AND state = 'waiting' RETURNING coalesce(person_id, 0)",
        campaign,
    )
    if halted[0] is None:
        await _mark(tx, "held_until", NOW, int(campaign), waiting)
        return
    await _mark(tx, "untold", RECALLED, int(campaign), waiting)
    held = await tx.run(
        "UPDATE campaign_people SET held_until = NULL, untold = ? WHERE campaign_id = ? AND held_until IS NOT NULL",
        RECALLED,
        int(campaign),
    )
    await tx.run("UPDATE campaigns SET recalled = recalled + ? WHERE id = ?", len(waiting) + held, int(campaign))


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
    for state, count in await _gathered(tx, campaign_id):
        counts[state] = counts.get(state, 0) + count
    total, late = await size(tx, campaign_id), len(await too_late_for(tx, campaign_id))
    reached, unsure = counts.get("sent", 0), counts.get("uncertain", 0)
    waiting = counts.get("waiting", 0) + counts.get("sending", 0) + len(held)
    blocked = total - reached - unsure - waiting - stopped - late
    full = sum(until > NOW for until in held)
    return Report(total, reached, blocked, unsure, waiting, stopped, full, paused, late)


# --- inside


async def _begin(
    notices: Notices,
    campaign_id: int,
    message: Message | Versions,
    lane: Lane,
    earliest: datetime | None,
    brief: Brief | None = None,
) -> None:
    tx = notices.tx
    for language in notices.place.languages:
        version = message if isinstance(message, Message) else message(language)
        with_home = Message(version.text, [*version.rows, notices.way_home()], version.picture)
        shown = content(with_home, language, notices.place.id) | {"language": language}
        params = json.dumps(shown, ensure_ascii=False)
        await tx.run(
            "INSERT INTO campaign_words (campaign_id, language, method, params, line, label, address)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            campaign_id,
            language,
            "sendPhoto" if version.picture else "sendMessage",
            ", " + params.removeprefix("{"),
            render(brief.line, language) if brief else None,
            render_label(brief.button.label, language) if brief else None,
            brief.button.address if brief else None,
        )
    start_at = milliseconds(earliest or notices.now)
    await tx.run("UPDATE campaigns SET lane = ?, start_at = ? WHERE id = ?", int(lane), start_at, campaign_id)
    await tx.run("UPDATE campaign_people SET held_until = ? WHERE campaign_id = ?", NOW, campaign_id)
    campaign = await tx.one(Campaign, f"{CAMPAIGN} WHERE k.id = ?", campaign_id)
    if campaign is not None:
        await leave(notices, campaign)


async def leave(notices: Notices, campaign: Campaign) -> None:
    """Everybody whose turn it is, with one statement for each door and quiet hours."""
    start_at = max(campaign.start_at, notices.now_ms)
    await hold(notices, campaign)
    await _queue(notices, campaign, WEB, (USUAL, USUAL), start_at)
    for quiet in await chosen_quiet_hours(notices.tx, campaign.id):
        await _queue(notices, campaign, TELEGRAM, quiet, awake_from(notices, campaign, quiet))
    await notices.tx.run(
        "UPDATE campaign_people SET held_until = NULL WHERE campaign_id = ? AND held_until = 0", campaign.id
    )


async def hold(notices: Notices, campaign: Campaign) -> None:
    """Sorts out who has to wait for room, and for whom it would come too late then, or in the morning."""
    tx = notices.tx
    if campaign.unasked:
        await budget.hold_back(tx, campaign.id, notices.place.id, max(campaign.start_at, notices.now_ms))
    if campaign.useful_until is None:
        return
    await tx.run(
        "UPDATE campaign_people SET held_until = NULL, untold = ? WHERE campaign_id = ? AND held_until >= ?",
        LATE,
        campaign.id,
        campaign.useful_until,
    )
    for quiet in await chosen_quiet_hours(tx, campaign.id):
        if awake_from(notices, campaign, quiet) >= campaign.useful_until:
            await tx.run(
                "UPDATE campaign_people SET held_until = NULL, untold = ? WHERE campaign_id = ? AND person_id IN"  # noqa: S608 constants
                f" (SELECT c.person_id{WHOSE_TURN} WHERE c.campaign_id = ? AND c.held_until = 0 AND i.door = ?"
                f"{REACHABLE} AND coalesce(p.quiet_from, -1) = ? AND coalesce(p.quiet_to, -1) = ?)",
                LATE,
                campaign.id,
                campaign.id,
                TELEGRAM,
                *quiet,
            )


async def chosen_quiet_hours(tx: Tx, campaign_id: int) -> list[tuple[int, int]]:
    """Those of the people whose turn it is; `USUAL` twice for those of the place."""
    return await tx.all(
        lambda start, end: (start, end),
        "SELECT DISTINCT coalesce(p.quiet_from, -1), coalesce(p.quiet_to, -1) FROM campaign_people c"
        " JOIN people p ON p.id = c.person_id WHERE c.campaign_id = ? AND c.held_until = 0",
        campaign_id,
    )


def awake_from(notices: Notices, campaign: Campaign, quiet: tuple[int, int], at: int | None = None) -> int:
    """When (ms) it may ring somebody with these quiet hours, from when it leaves or from `at` on."""
    start_at = max(campaign.start_at, notices.now_ms) if at is None else at
    if campaign.urgent:
        return start_at
    hours = None if quiet[0] == USUAL else (at_minute(quiet[0]), at_minute(quiet[1]))
    until = quiet_until(moment(start_at), notices.place.clocks, *(hours or ()))
    return milliseconds(until) if until else start_at


async def _queue(notices: Notices, campaign: Campaign, door: str, quiet: tuple[int, int], not_before: int) -> None:
    """All whose last words came through `door`; at Telegram, with these quiet hours."""
    quiet_hours = " AND coalesce(p.quiet_from, -1) = ? AND coalesce(p.quiet_to, -1) = ?" if door == TELEGRAM else ""
    notices.tx.queued.add((door, int(campaign.lane)))
    await notices.tx.run(
        "INSERT INTO outbox (door, queue, chat_id, person_id, method, params, lane, not_before, campaign, queued_at,"  # noqa: S608 constants
        " unasked_in) SELECT i.door, CAST(i.chat_id AS TEXT), i.chat_id, p.id, w.method,"
        " '{\"chat_id\": ' || CAST(i.chat_id AS TEXT) || w.params,"
        " CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS BIGINT),"
        f" CASE WHEN c.concerned = 0 THEN CAST(? AS BIGINT) END{WHOSE_TURN}"
        # Somebody whose language the place does not offer reads its first one.
        " JOIN campaign_words w ON w.campaign_id = c.campaign_id AND w.language = coalesce((SELECT v.language"
        " FROM campaign_words v WHERE v.campaign_id = c.campaign_id AND v.language = p.language), ?)"
        f" WHERE c.campaign_id = ? AND c.held_until = 0 AND i.door = ?{REACHABLE}"
        f"{WILLING if campaign.unasked else ''}{quiet_hours} ORDER BY p.id",
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


async def _gathered(tx: Tx, campaign_id: int) -> list[tuple[str, int]]:
    """What became of the messages in which people read of it with other news; the oldest the outbox has forgotten."""
    return await tx.all(
        lambda state, count: (state, count),
        "SELECT coalesce(o.state, 'sent'), count(*) FROM campaign_people c LEFT JOIN outbox o ON o.id = c.gathered_as"
        " WHERE c.campaign_id = ? AND c.gathered_as IS NOT NULL GROUP BY coalesce(o.state, 'sent')",
        campaign_id,
    )


async def _mark(tx: Tx, column: str, value: int, campaign_id: int, person_ids: Sequence[int]) -> None:
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
