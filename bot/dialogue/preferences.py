"""What somebody wants to hear and when: everything or less, her own quiet hours, a pause. See /settings."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from bot.clock import milliseconds, moment
from bot.database.db import Tx
from bot.doors.door import WEB
from bot.i18n.clocks import Clocks, quiet_until
from bot.identity.people import Receiver
from bot.outbox.store import people as waiting

# Somebody who spoke this recently is awake, whatever the hour.
AWAKE = timedelta(minutes=15)
UNTIL_SHE_SAYS_SO = datetime(9999, 1, 1, tzinfo=UTC)
# When news is told to those who hear it once a week, in the clock shown first: no quiet hour on either clock.
WEEKLY_DAY, WEEKLY_AT = 5, time(10, 30)  # Saturday
DAY = timedelta(days=1)


class HowOften(StrEnum):
    """Everything; only what concerns her; and that once a week."""

    EVERYTHING = "everything"
    IMPORTANT = "important"
    WEEKLY = "weekly"


@dataclass(frozen=True)
class Wishes:
    """Quiet hours are minutes after midnight in the clock of the place, None for the usual ones; equal for none."""

    how_often: HowOften
    quiet_from: int | None
    quiet_to: int | None
    paused_until: int | None


async def wishes(tx: Tx, person_id: int) -> Wishes:
    found = await tx.one(
        lambda how_often, *rest: Wishes(HowOften(how_often), *rest),
        "SELECT how_often, quiet_from, quiet_to, paused_until FROM people WHERE id = ?",
        person_id,
    )
    if found is None:
        raise LookupError(f"no person {person_id}")
    return found


async def choose_how_often(tx: Tx, person_id: int, how_often: HowOften, now: datetime) -> None:
    """Unasked messages that wait for her are dropped when she does not want them any more."""
    await tx.run("UPDATE people SET how_often = ? WHERE id = ?", how_often.value, person_id)
    if how_often is not HowOften.EVERYTHING:
        await waiting.drop_unasked(tx, person_id, milliseconds(now))


async def choose_quiet(tx: Tx, person_id: int, start: int | None, end: int | None) -> None:
    await tx.run("UPDATE people SET quiet_from = ?, quiet_to = ? WHERE id = ?", start, end, person_id)


async def pause(tx: Tx, person_id: int, until: datetime, now: datetime) -> None:
    """Notices that wait are kept for later, messages to many are not: they would be old by then."""
    await tx.run("UPDATE people SET paused_until = ? WHERE id = ?", milliseconds(until), person_id)
    await waiting.drop_to_many(tx, person_id, milliseconds(now))
    await waiting.put_off_notices(tx, person_id, milliseconds(until))


async def end_pause(tx: Tx, person_id: int, now: datetime) -> None:
    """What was kept for later leaves now: she is awake, since she just said so."""
    paused = (await wishes(tx, person_id)).paused_until
    await tx.run("UPDATE people SET paused_until = NULL WHERE id = ?", person_id)
    if paused is not None:
        await waiting.leave_now(tx, person_id, paused, milliseconds(now))


async def stop_messages(tx: Tx, person_id: int, now: int) -> None:
    """What waits for her unasked does not leave any more."""
    await waiting.drop_told(tx, person_id, now)


def unpaused_at(receiver: Receiver, now: datetime) -> datetime:
    return now if receiver.paused_until is None else max(now, moment(receiver.paused_until))


def news_at(receiver: Receiver, at: datetime, clocks: Clocks) -> datetime:
    """At once, or on the next Saturday morning for somebody who hears of news once a week."""
    if receiver.how_often != HowOften.WEEKLY or at >= UNTIL_SHE_SAYS_SO:
        return at
    local = at.astimezone(clocks.first_shown)
    days = (WEEKLY_DAY - local.weekday()) % 7
    weekly = datetime.combine(local.date() + days * DAY, WEEKLY_AT, local.tzinfo)
    return (weekly if weekly >= local else weekly + 7 * DAY).astimezone(UTC)


def awake_at(receiver: Receiver, at: datetime, now: datetime, clocks: Clocks) -> datetime:
    """After her quiet hours. The web chat rings nobody, so it never waits for them."""
    if receiver.door == WEB or (at == now and now - moment(receiver.spoke_at) < AWAKE):
        return at
    if receiver.quiet_from is None or receiver.quiet_to is None:
        return quiet_until(at, clocks) or at
    return quiet_until(at, clocks, at_minute(receiver.quiet_from), at_minute(receiver.quiet_to)) or at


def at_minute(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
