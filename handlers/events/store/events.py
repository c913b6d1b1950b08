"""Events as others read them: what is to come, what is over; and what people were told about them."""

from dataclasses import dataclass
from datetime import datetime

from bot.clock import moment
from bot.database.db import Tx
from handlers.events.rules import Step


@dataclass(frozen=True)
class Event:
    """Moments and how long it `lasts` in ms. `capacity` is 0 for no limit; `picture_state` is that of its media row.

    Of a weekly event: how many dates come `later`, and the start of the last one.
    """

    id: int
    place_id: int
    maker_id: int
    status: str
    title: str
    starts_at: int | None
    whereabouts: str | None
    capacity: int | None
    words: str | None
    media_id: int | None
    picture_state: str | None
    picture_settled: int
    calendar_key: str
    sequence: int
    changed_at: int
    change_due_at: int | None
    told_starts_at: int | None
    told_whereabouts: str | None
    cancel_reason: str | None
    day_reminded_at: int | None
    hours_reminded_at: int | None
    series_id: int | None
    repeats: int
    walk_ins: int
    coming: int
    guests: int
    children: int
    maybe: int
    waiting: int
    apart: int
    later: int
    last_at: int | None
    photos: int
    photos_waiting: int
    lasts: int | None
    told_lasts: int | None

    @property
    def start(self) -> datetime:
        """Expects that the time is settled, as it is for everything announced."""
        if self.starts_at is None:
            raise LookupError(f"event {self.id} has no time yet")
        return moment(self.starts_at)

    @property
    def end(self) -> datetime | None:
        """Where somebody said it."""
        return None if self.lasts is None or self.starts_at is None else moment(self.starts_at + self.lasts)

    @property
    def taken(self) -> int:
        """Seats: people, their guests and their children."""
        return self.coming + self.guests + self.children

    @property
    def step(self) -> Step:
        """What is still open about the draft."""
        if self.starts_at is None:
            return Step.WHEN
        if self.whereabouts is None:
            return Step.WHERE
        if self.capacity is None:
            return Step.MANY
        if self.words is None:
            return Step.WORDS
        return Step.PREVIEW if self.picture_settled else Step.PICTURE


EVENT = """SELECT e.id, e.place_id, e.maker_id, e.status, e.title, e.starts_at, e.whereabouts, e.capacity, e.words,
    e.media_id, m.state, e.picture_settled, e.calendar_key, e.sequence, e.changed_at, e.change_due_at,
    e.told_starts_at, e.told_whereabouts, e.cancel_reason, e.day_reminded_at, e.hours_reminded_at,
    e.series_id, e.repeats, e.walk_ins,
    (SELECT count(*) FROM event_answers a WHERE a.event_id = e.id AND a.answer = 'coming')
        + (SELECT count(*) FROM event_on_behalf n WHERE n.event_id = e.id AND n.answer = 'coming'),
    CAST((SELECT coalesce(sum(a.guests), 0) FROM event_answers a WHERE a.event_id = e.id AND a.answer = 'coming')
        + (SELECT coalesce(sum(n.guests), 0) FROM event_on_behalf n
            WHERE n.event_id = e.id AND n.answer = 'coming') AS BIGINT),
    CAST((SELECT coalesce(sum(a.children), 0) FROM event_answers a WHERE a.event_id = e.id AND a.answer = 'coming')
        + (SELECT coalesce(sum(n.children), 0) FROM event_on_behalf n
            WHERE n.event_id = e.id AND n.answer = 'coming') AS BIGINT),
    (SELECT count(*) FROM event_answers a WHERE a.event_id = e.id AND a.answer = 'maybe'),
    (SELECT count(*) FROM event_answers a WHERE a.event_id = e.id AND a.answer = 'waiting' AND a.apart = 0)
        + (SELECT count(*) FROM event_on_behalf n WHERE n.event_id = e.id AND n.answer = 'waiting'),
    (SELECT count(*) FROM event_answers a WHERE a.event_id = e.id AND a.apart = 1),
    (SELECT count(*) FROM events s WHERE s.series_id = e.series_id AND s.status = 'announced'
        AND s.starts_at > e.starts_at),
    (SELECT max(s.starts_at) FROM events s WHERE s.series_id = e.series_id AND s.status = 'announced'),
    (SELECT count(*) FROM event_photos f JOIN media n ON n.id = f.media_id
        WHERE f.event_id = e.id AND f.state = 'shown' AND n.state = 'ready'),
    (SELECT count(*) FROM event_photos f JOIN media n ON n.id = f.media_id
        WHERE f.event_id = e.id AND f.state = 'waiting' AND n.state = 'ready'),
    e.lasts, e.told_lasts
    FROM events e LEFT JOIN media m ON m.id = e.media_id """


async def find_event(tx: Tx, event_id: int) -> Event | None:
    return await tx.one(Event, EVENT + "WHERE e.id = ?", event_id)


async def upcoming(tx: Tx, place_id: int, now: int, limit: int, offset: int = 0) -> list[Event]:
    """Soonest first, of a weekly event its next date only; the cancelled ones are left out."""
    return await tx.all(
        Event,
        EVENT  # noqa: S608 only our own words
        + "WHERE e.place_id = ? AND e.status = 'announced' AND e.starts_at > ?"
        " AND NOT EXISTS (SELECT 1 FROM events s WHERE s.series_id = e.series_id AND s.status = 'announced'"
        " AND s.starts_at > ? AND s.starts_at < e.starts_at)"
        " ORDER BY e.starts_at, e.id LIMIT ? OFFSET ?",
        place_id,
        now,
        now,
        limit,
        offset,
    )


async def under_way(tx: Tx, place_id: int, first: int, last: int, usual: int) -> list[Event]:
    """What begins before `first` and ends after `last`; `usual` as in over_since."""
    return await tx.all(
        Event,
        EVENT + "WHERE e.place_id = ? AND e.status = 'announced' AND e.starts_at <= ?"
        " AND e.starts_at + coalesce(e.lasts, ?) >= ? ORDER BY e.starts_at, e.id LIMIT 20",
        place_id,
        first,
        usual,
        last,
    )


async def past(tx: Tx, place_id: int, now: int, limit: int, offset: int = 0) -> list[Event]:
    """What has begun and was not called off, the last one first; every date of a weekly event is one of its own."""
    return await tx.all(
        Event,
        EVENT + "WHERE e.place_id = ? AND e.status = 'announced' AND e.starts_at <= ?"
        " ORDER BY e.starts_at DESC, e.id DESC LIMIT ? OFFSET ?",
        place_id,
        now,
        limit,
        offset,
    )


async def upcoming_until(tx: Tx, place_id: int, now: int, until: int) -> list[Event]:
    return await tx.all(
        Event,
        EVENT + "WHERE e.place_id = ? AND e.status = 'announced' AND e.starts_at > ? AND e.starts_at <= ?"
        " ORDER BY e.starts_at, e.id",
        place_id,
        now,
        until,
    )


async def latest(tx: Tx, place_id: int, limit: int) -> list[Event]:
    """For a calendar that is subscribed to: the cancelled ones too, so that they go from it."""
    return await tx.all(
        Event,
        EVENT + "WHERE e.place_id = ? AND e.status <> 'draft' ORDER BY e.starts_at DESC, e.id LIMIT ?",
        place_id,
        limit,
    )


async def dates_of(tx: Tx, series_id: int, after: int) -> list[Event]:
    """What is announced of a weekly event and begins after a moment, soonest first."""
    return await tx.all(
        Event,
        EVENT + "WHERE e.series_id = ? AND e.status = 'announced' AND e.starts_at > ? ORDER BY e.starts_at, e.id",
        series_id,
        after,
    )


async def gone_to(tx: Tx, person_id: int, limit: int) -> list[Event]:
    """What a person may come to or came to, wherever; the newest, and what was cancelled too."""
    return await tx.all(
        Event,
        EVENT + "JOIN event_answers mine ON mine.event_id = e.id"
        " WHERE mine.person_id = ? AND mine.answer <> 'cant' AND e.status <> 'draft'"
        " ORDER BY e.starts_at DESC, e.id LIMIT ?",
        person_id,
        limit,
    )


async def with_photos_waiting(tx: Tx, place_id: int) -> list[Event]:
    """Whose new photos nobody of the team has looked at yet."""
    return await tx.all(
        Event,
        EVENT  # noqa: S608 only our own words
        + "WHERE e.place_id = ? AND EXISTS (SELECT 1 FROM event_photos f JOIN media n ON n.id = f.media_id"
        " WHERE f.event_id = e.id AND f.state = 'waiting' AND n.state = 'ready') ORDER BY e.starts_at, e.id",
        place_id,
    )


async def over_since(tx: Tx, place_id: int, after: int, now: int, usual: int) -> list[Event]:
    """Those that began after `after` and nobody was thanked for yet; `usual` is how long they last, in ms, where
    nobody said it."""
    return await tx.all(
        Event,
        EVENT + "WHERE e.place_id = ? AND e.status = 'announced' AND e.thanked_at IS NULL"
        " AND e.starts_at > ? AND e.starts_at + coalesce(e.lasts, ?) <= ? ORDER BY e.id",
        place_id,
        after,
        usual,
        now,
    )


async def changed_by(tx: Tx, place_id: int, now: int) -> list[Event]:
    """Whose change is to be told now."""
    return await tx.all(
        Event,
        EVENT + "WHERE e.place_id = ? AND e.status = 'announced' AND e.change_due_at <= ? ORDER BY e.id",
        place_id,
        now,
    )


async def hold_change(tx: Tx, event_id: int, now: int, due_at: int) -> None:
    """Calendars show it at once; people are told at `due_at`."""
    await tx.run(
        "UPDATE events SET sequence = sequence + 1, changed_at = ?, change_due_at = ? WHERE id = ?",
        now,
        due_at,
        event_id,
    )


async def settle_change(tx: Tx, event_id: int) -> None:
    await tx.run(
        "UPDATE events SET change_due_at = NULL, told_starts_at = starts_at, told_whereabouts = whereabouts,"
        " told_lasts = lasts"
        " WHERE id = ?",
        event_id,
    )


async def set_reminders(tx: Tx, event_id: int, day_at: int | None, hours_at: int | None) -> None:
    """When each of the two was sent or became needless; None for the ones to come."""
    await tx.run(
        "UPDATE events SET day_reminded_at = ?, hours_reminded_at = ? WHERE id = ?", day_at, hours_at, event_id
    )


async def set_cancel_reason(tx: Tx, event_id: int, reason: str) -> None:
    await tx.run("UPDATE events SET cancel_reason = ? WHERE id = ?", reason, event_id)


async def cancel(tx: Tx, event_id: int, now: int) -> None:
    await tx.run(
        "UPDATE events SET status = 'cancelled', sequence = sequence + 1, changed_at = ?, change_due_at = NULL"
        " WHERE id = ?",
        now,
        event_id,
    )


async def set_walk_ins(tx: Tx, event_id: int, people: int) -> None:
    await tx.run("UPDATE events SET walk_ins = ? WHERE id = ?", people, event_id)


async def note_thanked(tx: Tx, event_id: int, now: int) -> None:
    await tx.run("UPDATE events SET thanked_at = ? WHERE id = ?", now, event_id)
