"""A message to many on its way: in each one's language, with a statement for each door and quiet hours.

What is held leaves from `campaign_words`, so it can be paused, stopped and resumed after a crash without its feature.
When there is room again several of them leave as one (gathered.py); what would come of it is asked in forecast.py.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.clock import milliseconds, moment
from bot.database.db import Tx
from bot.dialogue.notices import Notices
from bot.dialogue.preferences import at_minute
from bot.doors.door import TELEGRAM, WEB
from bot.i18n.clocks import quiet_until
from bot.i18n.texts import Text, render, render_label
from bot.outbox import calls, campaigns, frequency_cap
from bot.outbox.campaigns import CAMPAIGN, LATE, NOW, REACHABLE, WHOSE_TURN, Campaign
from bot.outbox.message import Button, Lane, Message
from bot.outbox.queue import spoken
from bot.outbox.store import pictures, rows

USUAL = -1  # quiet hours nobody chose
Versions = Callable[[str], Message]  # the message in each language
WILLING = f" AND coalesce(p.paused_until, 0) <= ? AND (c.concerned = 1 OR {frequency_cap.WANTS_NEWS})"  # twice `now`


@dataclass(frozen=True)
class Brief:
    """How a message is named among others that are told together: a line, and the button that leads to it."""

    line: Text
    button: Button


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
    """The same for people who did not ask for it: only those who want news, and two a week (frequency_cap.py).

    Whoever has had hers is sent it when there is room again, unless that is after `useful_until`; together with other
    news as `brief`, which only a message that all its people are concerned in may do without.
    """
    await notices.tx.run(
        "UPDATE campaigns SET unasked = 1, useful_until = ? WHERE id = ?",
        milliseconds(useful_until) if useful_until else None,
        campaign_id,
    )
    await frequency_cap.leave_out_unwilling(notices.tx, campaign_id, notices.now)
    await _begin(notices, campaign_id, message, lane, earliest, brief)


async def queue_urgent(
    notices: Notices, campaign_id: int, message: Message | Versions, earliest: datetime | None = None
) -> None:
    """What cannot wait, released by a second person: quiet hours and budget do not hold it back, a pause does."""
    await campaigns.all_concerned(notices.tx, campaign_id)
    await notices.tx.run("UPDATE campaigns SET urgent = 1 WHERE id = ?", campaign_id)
    await frequency_cap.leave_out_unwilling(notices.tx, campaign_id, notices.now)
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


async def go_on(notices: Notices, campaign_id: int) -> None:
    """Whoever was waiting when it was paused is sent it now, or after her quiet hours."""
    await notices.tx.lock(f"campaign {campaign_id}")
    await notices.tx.run("UPDATE campaigns SET paused_at = NULL WHERE id = ?", campaign_id)
    campaign = await notices.tx.one(Campaign, f"{CAMPAIGN} WHERE k.id = ?", campaign_id)
    if campaign is not None:
        await leave(notices, campaign)


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
        call = spoken(with_home, language, notices.place.id)
        await tx.run(
            "INSERT INTO campaign_words (campaign_id, language, method, params, line, label, address)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            campaign_id,
            language,
            call.method,
            calls.dump(call),
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
    left = await _queue(notices, campaign, WEB, (USUAL, USUAL), start_at)
    for quiet in await chosen_quiet_hours(notices.tx, campaign.id):
        left += await _queue(notices, campaign, TELEGRAM, quiet, awake_from(notices, campaign, quiet))
    if left:
        await _note_pictures(notices.tx, campaign.id)
    await notices.tx.run(
        "UPDATE campaign_people SET held_until = NULL WHERE campaign_id = ? AND held_until = 0", campaign.id
    )


async def hold(notices: Notices, campaign: Campaign) -> None:
    """Sorts out who has to wait for room, and for whom it would come too late then, or in the morning."""
    tx = notices.tx
    if campaign.unasked:
        await frequency_cap.hold_back(tx, campaign.id, notices.place.id, max(campaign.start_at, notices.now_ms))
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


async def _queue(notices: Notices, campaign: Campaign, door: str, quiet: tuple[int, int], not_before: int) -> int:
    """All whose last words came through `door`; at Telegram, with these quiet hours. How many."""
    quiet_hours = " AND coalesce(p.quiet_from, -1) = ? AND coalesce(p.quiet_to, -1) = ?" if door == TELEGRAM else ""
    notices.tx.queued.add((door, int(campaign.lane)))
    return await rows.add_selected(
        notices.tx,
        "SELECT i.door, CAST(i.chat_id AS TEXT), i.chat_id, p.id, w.method, w.params,"  # noqa: S608 constants
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


async def _note_pictures(tx: Tx, campaign_id: int) -> None:
    """Which pictures its rows show; a message without one needs no statement more."""
    sql = "SELECT params FROM campaign_words WHERE campaign_id = ? AND method = 'sendPhoto'"
    for params in await tx.all(str, sql, campaign_id):
        await pictures.note_campaign(tx, str(campaign_id), params, calls.load("sendPhoto", params).pictures)
