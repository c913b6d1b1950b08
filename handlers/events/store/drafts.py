"""Events that are being made, the parts of one that are changed later too, and its announcement."""

import secrets

from bot.database.db import Tx
from handlers.events.store.events import EVENT, Event

KEY_BYTES = 12


async def find_draft(tx: Tx, place_id: int, maker_id: int) -> Event | None:
    return await tx.one(
        Event, EVENT + "WHERE e.place_id = ? AND e.maker_id = ? AND e.status = 'draft'", place_id, maker_id
    )


async def draft_with_picture(tx: Tx, media_id: int) -> Event | None:
    return await tx.one(Event, EVENT + "WHERE e.media_id = ? AND e.status = 'draft'", media_id)


async def add_draft(tx: Tx, place_id: int, maker_id: int, title: str, now: int) -> int:
    event_id = await tx.one(
        int,
        "INSERT INTO events (place_id, maker_id, title, calendar_key, made_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)"
        " RETURNING id",
        place_id,
        maker_id,
        title,
        secrets.token_hex(KEY_BYTES),
        now,
        now,
    )
    if event_id is None:
        raise LookupError("the new event has no id")
    return event_id


async def remove_draft(tx: Tx, event_id: int) -> None:
    await tx.run("DELETE FROM events WHERE id = ? AND status = 'draft'", event_id)


async def set_title(tx: Tx, event_id: int, title: str) -> None:
    await tx.run("UPDATE events SET title = ? WHERE id = ?", title, event_id)


async def set_start(tx: Tx, event_id: int, starts_at: int) -> None:
    """It lasts as long as before."""
    await tx.run("UPDATE events SET starts_at = ? WHERE id = ?", starts_at, event_id)


async def set_start_and_end(tx: Tx, event_id: int, starts_at: int, lasts: int) -> None:
    await tx.run("UPDATE events SET starts_at = ?, lasts = ? WHERE id = ?", starts_at, lasts, event_id)


async def set_whereabouts(tx: Tx, event_id: int, whereabouts: str) -> None:
    await tx.run("UPDATE events SET whereabouts = ? WHERE id = ?", whereabouts, event_id)


async def set_capacity(tx: Tx, event_id: int, capacity: int) -> None:
    await tx.run("UPDATE events SET capacity = ? WHERE id = ?", capacity, event_id)


async def set_words(tx: Tx, event_id: int, words: str) -> None:
    await tx.run("UPDATE events SET words = ? WHERE id = ?", words, event_id)


async def set_picture(tx: Tx, event_id: int, media_id: int | None) -> None:
    await tx.run("UPDATE events SET media_id = ?, picture_settled = 1 WHERE id = ?", media_id, event_id)


async def set_repeats(tx: Tx, event_id: int, times: int) -> None:
    await tx.run("UPDATE events SET repeats = ? WHERE id = ?", times, event_id)


async def repeat(tx: Tx, event_id: int, starts_at: int, now: int) -> int:
    """One more date of an event that is about to be announced; returns the id of that date."""
    await tx.run("UPDATE events SET series_id = id WHERE id = ?", event_id)
    date_id = await tx.one(
        int,
        "INSERT INTO events (place_id, maker_id, status, title, starts_at, whereabouts, capacity, words, media_id,"
        " picture_settled, calendar_key, made_at, announced_at, changed_at, told_starts_at, told_whereabouts,"
        " series_id, lasts, told_lasts)"
        " SELECT place_id, maker_id, 'announced', title, CAST(? AS BIGINT), whereabouts, capacity, words, media_id,"
        " picture_settled, CAST(? AS TEXT), made_at, CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT),"
        " whereabouts, id, lasts, lasts FROM events WHERE id = ? RETURNING id",
        starts_at,
        secrets.token_hex(KEY_BYTES),
        now,
        now,
        starts_at,
        event_id,
    )
    if date_id is None:
        raise LookupError("the new date has no id")
    return date_id


async def announce(tx: Tx, event_id: int, now: int) -> None:
    await tx.run(
        "UPDATE events SET status = 'announced', announced_at = ?, changed_at = ?, told_starts_at = starts_at,"
        " told_whereabouts = whereabouts, told_lasts = lasts WHERE id = ? AND status = 'draft'",
        now,
        now,
        event_id,
    )
