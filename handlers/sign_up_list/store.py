"""Lists that were pasted back, for a day, and what they changed."""

from dataclasses import dataclass

from bot.database.db import Tx


@dataclass(frozen=True)
class Paste:
    """`kind` is that of its source, `thing_id` which one. Moments in ms."""

    id: int
    person_id: int
    kind: str
    thing_id: int
    words: str
    pasted_at: int
    booked_at: int | None
    undone_at: int | None


@dataclass(frozen=True)
class Noted:
    """What a list made of somebody; `had_…` is None where she was new."""

    noted_id: int
    had_guests: int | None
    had_children: int | None
    guests: int
    children: int


async def add(tx: Tx, place_id: int, person_id: int, kind: str, thing_id: int, words: str, now: int) -> int:
    paste_id = await tx.one(
        int,
        "INSERT INTO sign_up_pastes (place_id, person_id, kind, thing_id, words, pasted_at) VALUES (?, ?, ?, ?, ?, ?)"
        " RETURNING id",
        place_id,
        person_id,
        kind,
        thing_id,
        words,
        now,
    )
    if paste_id is None:
        raise LookupError("the new list has no id")
    return paste_id


async def find(tx: Tx, place_id: int, person_id: int, paste_id: int) -> Paste | None:
    """Of hers alone, until it is forgotten."""
    return await tx.one(
        Paste,
        "SELECT id, person_id, kind, thing_id, words, pasted_at, booked_at, undone_at"
        " FROM sign_up_pastes WHERE place_id = ? AND person_id = ? AND id = ? AND words <> ''",
        place_id,
        person_id,
        paste_id,
    )


async def count_since(tx: Tx, person_id: int, since: int) -> int:
    sql = "SELECT count(*) FROM sign_up_pastes WHERE person_id = ? AND pasted_at > ?"
    return await tx.one(int, sql, person_id, since) or 0


async def note_booked(tx: Tx, paste_id: int, now: int) -> None:
    await tx.run("UPDATE sign_up_pastes SET booked_at = ?, undone_at = NULL WHERE id = ?", now, paste_id)


async def note_undone(tx: Tx, paste_id: int, now: int) -> None:
    await tx.run("UPDATE sign_up_pastes SET undone_at = ? WHERE id = ?", now, paste_id)
    await tx.run("DELETE FROM sign_up_booked WHERE paste_id = ?", paste_id)


async def drop(tx: Tx, paste_id: int, noted_id: int) -> None:
    await tx.run("DELETE FROM sign_up_booked WHERE paste_id = ? AND noted_id = ?", paste_id, noted_id)


async def note(tx: Tx, paste_id: int, one: Noted) -> None:
    """What it was before the first change of this list counts."""
    await tx.run(
        "INSERT INTO sign_up_booked (paste_id, noted_id, had_guests, had_children, guests, children)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (paste_id, noted_id) DO UPDATE SET guests = excluded.guests,"
        " children = excluded.children",
        paste_id,
        one.noted_id,
        one.had_guests,
        one.had_children,
        one.guests,
        one.children,
    )


async def booked(tx: Tx, paste_id: int) -> list[Noted]:
    return await tx.all(
        Noted,
        "SELECT noted_id, had_guests, had_children, guests, children FROM sign_up_booked WHERE paste_id = ?"
        " ORDER BY noted_id",
        paste_id,
    )


async def forget(tx: Tx, place_id: int, before: int) -> None:
    """The newest row stays, without words: its number would be another list's, and buttons stay in chats."""
    last = "(SELECT max(id) FROM sign_up_pastes)"
    old = "place_id = ? AND pasted_at < ?"
    await tx.run(f"DELETE FROM sign_up_pastes WHERE {old} AND id < {last}", place_id, before)  # noqa: S608
    await tx.run(f"UPDATE sign_up_pastes SET words = '' WHERE {old} AND words <> ''", place_id, before)  # noqa: S608
