"""What a message to many would do if it left now: said before it leaves, by the rules that hold when it does."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.clock import milliseconds, moment
from bot.dialogue import mailing
from bot.dialogue.notices import Notices
from bot.doors.door import WEB
from bot.i18n.clocks import When
from bot.i18n.texts import Text, join
from bot.i18n.texts import machine as m
from bot.outbox import campaigns, frequency_cap
from bot.outbox.campaigns import CAMPAIGN, NOW, REACHABLE, WHOSE_TURN, Campaign

SOON = timedelta(minutes=1)  # the time to stop it: still "now" for everybody
SOON_MS = int(SOON / timedelta(milliseconds=1))
DAYS = 3  # that are named; what comes after them is "later"

Gather = Callable[[int], Awaitable[None]]  # puts its people into the campaign


@dataclass(frozen=True)
class Later:
    """How many hear it on one day: from `at` on, in the morning or when there is room for them again."""

    at: datetime
    count: int


@dataclass(frozen=True)
class Forecast:
    """`late`: it would be over by then. `unwilling`: want no news, or have paused. `held`: how many wait for room.
    `planned`: it leaves later, so that nobody expects anybody to hear it now."""

    now: int
    later: tuple[Later, ...]
    late: int
    unwilling: int
    held: int
    planned: bool = False

    @property
    def everybody_now(self) -> bool:
        return not (self.later or self.late)


class _Rehearsed(Exception):
    """Nothing of it stays."""


async def foresee(
    notices: Notices, gather: Gather, earliest: datetime | None = None, useful_until: datetime | None = None
) -> Forecast:
    """Done as far as counting goes, and undone: the same statements sort people when it really leaves."""
    found: list[Forecast] = []
    try:
        async with notices.tx.savepoint():
            found.append(await _rehearse(notices, gather, earliest, useful_until))
            raise _Rehearsed
    except _Rehearsed:
        return found[0]


def words(notices: Notices, one: Forecast) -> Text:
    """With why somebody waits."""
    told = line(notices, one)
    return join(told, m.forecast_why) if one.held else told


def line(notices: Notices, one: Forecast) -> Text:
    """ "2 hear it now · 3 on Tue, 1 Dec · 1 not in time"."""
    clocks = notices.place.clocks
    today = _day(notices, notices.now)
    parts = [m.forecast_now(count=one.now)] if one.now else []
    if not one.now and not (one.planned and (one.later or one.late)):
        parts.append(m.forecast_nobody_now if one.later or one.late else m.forecast_nobody)
    for later in one.later[:DAYS]:
        if _day(notices, later.at) == today:
            parts.append(m.forecast_today(count=later.count, time=When(later.at, clocks, "time")))
        else:
            parts.append(m.forecast_day(count=later.count, day=When(later.at, clocks, "day")))
    if more := sum(later.count for later in one.later[DAYS:]):
        parts.append(m.forecast_later(count=more))
    if one.late:
        parts.append(m.forecast_late(count=one.late))
    if one.unwilling:
        parts.append(m.forecast_unwilling(count=one.unwilling))
    return m.forecast(parts=join(*parts, separator=" · "))


async def _rehearse(
    notices: Notices, gather: Gather, earliest: datetime | None, useful_until: datetime | None
) -> Forecast:
    tx = notices.tx
    campaign_id = await campaigns.new_campaign(tx, notices.place.id, notices.now)
    await gather(campaign_id)
    everybody = await campaigns.size(tx, campaign_id)
    await frequency_cap.leave_out_unwilling(tx, campaign_id, notices.now)
    willing = await campaigns.size(tx, campaign_id)
    await tx.run(
        "UPDATE campaigns SET unasked = 1, start_at = ?, useful_until = ? WHERE id = ?",
        milliseconds(earliest or notices.now),
        milliseconds(useful_until) if useful_until else None,
        campaign_id,
    )
    await tx.run("UPDATE campaign_people SET held_until = ? WHERE campaign_id = ?", NOW, campaign_id)
    campaign = await tx.one(Campaign, f"{CAMPAIGN} WHERE k.id = ?", campaign_id)
    if campaign is None:
        raise LookupError("the new campaign is gone")
    await mailing.hold(notices, campaign)
    return await _sorted(notices, campaign, everybody - willing)


async def _sorted(notices: Notices, campaign: Campaign, unwilling: int) -> Forecast:
    leaves_at = max(campaign.start_at, notices.now_ms)
    now, late, held = 0, len(await campaigns.too_late_for(notices.tx, campaign.id)), 0
    days: dict[date, Later] = {}
    for door, quiet_from, quiet_to, held_until, count in await _groups(notices, campaign):
        at = max(held_until, leaves_at)
        if door != WEB:
            at = mailing.awake_from(notices, campaign, (quiet_from, quiet_to), at)
        if campaign.useful_until is not None and at >= campaign.useful_until:
            late += count
            continue
        held += count if held_until > NOW else 0
        if at <= notices.now_ms + SOON_MS:
            now += count
            continue
        day = _day(notices, moment(at))
        before = days.get(day, Later(moment(at), 0))
        days[day] = Later(min(before.at, moment(at)), before.count + count)
    later = tuple(days[day] for day in sorted(days))
    return Forecast(now, later, late, unwilling, held, leaves_at > notices.now_ms + SOON_MS)


async def _groups(notices: Notices, campaign: Campaign) -> list[tuple[str, int, int, int, int]]:
    """Of those who can be reached: door, quiet hours, until when they are held, and how many."""
    return await notices.tx.all(
        lambda *columns: columns,
        "SELECT i.door, coalesce(p.quiet_from, -1), coalesce(p.quiet_to, -1), c.held_until, count(*)"
        f"{WHOSE_TURN} WHERE c.campaign_id = ? AND c.held_until IS NOT NULL{REACHABLE}"
        " GROUP BY i.door, coalesce(p.quiet_from, -1), coalesce(p.quiet_to, -1), c.held_until",
        campaign.id,
    )


def _day(notices: Notices, at: datetime) -> date:
    return at.astimezone(notices.place.clocks.first_shown).date()
