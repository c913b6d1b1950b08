"""Broadcasts: drafts, those that wait for a second person or their time, and those under way."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.broadcasts.rules import Whom


@dataclass(frozen=True)
class Broadcast:
    """`language` is that of its words, `media_state` that of its picture's row; `told_left` is how many waited when
    the sender last heard; an `urgent` one waits for a second person, and then for nothing.
    Its `state`: draft, asked (a second person), planned, sending, done."""

    id: int
    place_id: int
    made_by: int
    words: str | None
    language: str | None
    media_id: int | None
    media_state: str | None
    whom: str | None
    subject: int | None
    only_language: str | None
    only_active: int
    state: str
    campaign_id: int | None
    approved_by: int | None
    asked_times: int
    send_at: int | None
    progress_row: int | None
    told_left: int | None
    urgent: int
    useful_until: int | None


# The table's word for planned is: asked, and waits for its time.
STATE = "CASE WHEN b.state = 'asked' AND b.waits_for = 'time' THEN 'planned' ELSE b.state END"
BROADCAST = (
    "SELECT b.id, b.place_id, b.made_by, b.words, b.language, b.media_id, m.state, b.whom, b.subject,"  # noqa: S608
    f" b.only_language, b.only_active, {STATE}, b.campaign_id, b.approved_by, b.asked_times,"
    " b.send_at, b.progress_row, b.told_left, b.urgent, b.useful_until"
    " FROM broadcasts b LEFT JOIN media m ON m.id = b.media_id"
)


async def find(tx: Tx, place_id: int, broadcast_id: int) -> Broadcast | None:
    return await tx.one(Broadcast, f"{BROADCAST} WHERE b.place_id = ? AND b.id = ?", place_id, broadcast_id)


async def find_draft(tx: Tx, place_id: int, person_id: int) -> Broadcast | None:
    sql = f"{BROADCAST} WHERE b.place_id = ? AND b.made_by = ? AND b.state = 'draft'"
    return await tx.one(Broadcast, sql, place_id, person_id)


async def find_draft_with_picture(tx: Tx, place_id: int, media_id: int) -> Broadcast | None:
    sql = f"{BROADCAST} WHERE b.place_id = ? AND b.media_id = ? AND b.state = 'draft'"
    return await tx.one(Broadcast, sql, place_id, media_id)


async def has_album(tx: Tx, place_id: int, person_id: int, album: str) -> bool:
    sql = "SELECT count(*) FROM broadcasts WHERE place_id = ? AND made_by = ? AND album = ?"
    return bool(await tx.one(int, sql, place_id, person_id, album))


async def under_way(tx: Tx, place_id: int) -> list[Broadcast]:
    return await tx.all(
        Broadcast, f"{BROADCAST} WHERE b.place_id = ? AND b.state = 'sending' ORDER BY b.id", place_id
    )


async def planned(tx: Tx, place_id: int) -> list[Broadcast]:
    """The next one first."""
    return await tx.all(
        Broadcast,
        f"{BROADCAST} WHERE b.place_id = ? AND b.state = 'asked' AND b.waits_for = 'time' ORDER BY b.send_at, b.id",
        place_id,
    )


async def anything_open(tx: Tx) -> bool:
    """Planned or under way, wherever that is."""
    found = "SELECT 1 FROM broadcasts WHERE state = 'sending' OR (state = 'asked' AND waits_for = 'time') LIMIT 1"
    return await tx.one(int, found) is not None


async def add_draft(tx: Tx, place_id: int, person_id: int, now: int) -> int:
    broadcast_id = await tx.one(
        int,
        "INSERT INTO broadcasts (place_id, made_by, made_at) VALUES (?, ?, ?) RETURNING id",
        place_id,
        person_id,
        now,
    )
    if broadcast_id is None:
        raise LookupError("the new broadcast has no id")
    return broadcast_id


async def drop_draft(tx: Tx, place_id: int, person_id: int) -> None:
    await tx.run(
        "DELETE FROM broadcast_words WHERE broadcast_id IN"
        " (SELECT b.id FROM broadcasts b WHERE b.place_id = ? AND b.made_by = ? AND b.state = 'draft')",
        place_id,
        person_id,
    )
    await tx.run("DELETE FROM broadcasts WHERE place_id = ? AND made_by = ? AND state = 'draft'", place_id, person_id)


async def set_words(tx: Tx, broadcast_id: int, words: str, language: str) -> None:
    """The version in this language, if there was one, gives way."""
    await tx.run("UPDATE broadcasts SET words = ?, language = ? WHERE id = ?", words, language, broadcast_id)
    await drop_version(tx, broadcast_id, language)


async def set_version(tx: Tx, broadcast_id: int, language: str, words: str) -> None:
    await tx.run(
        "INSERT INTO broadcast_words (broadcast_id, language, words) VALUES (?, ?, ?)"
        " ON CONFLICT (broadcast_id, language) DO UPDATE SET words = excluded.words",
        broadcast_id,
        language,
        words,
    )


async def drop_version(tx: Tx, broadcast_id: int, language: str) -> None:
    await tx.run("DELETE FROM broadcast_words WHERE broadcast_id = ? AND language = ?", broadcast_id, language)


async def versions(tx: Tx, broadcast_id: int) -> dict[str, str]:
    """What it says in other languages, by language."""
    return dict(
        await tx.all(
            lambda language, words: (language, words),
            "SELECT language, words FROM broadcast_words WHERE broadcast_id = ?",
            broadcast_id,
        )
    )


async def set_picture(tx: Tx, broadcast_id: int, media_id: int, album: str | None) -> None:
    await tx.run("UPDATE broadcasts SET media_id = ?, album = ? WHERE id = ?", media_id, album, broadcast_id)


async def lose_picture(tx: Tx, broadcast_id: int) -> None:
    await tx.run("UPDATE broadcasts SET media_id = NULL WHERE id = ?", broadcast_id)


async def set_whom(tx: Tx, broadcast_id: int, whom: Whom, subject: int | None) -> None:
    await tx.run(
        "UPDATE broadcasts SET whom = ?, subject = ?, only_language = NULL, only_active = 0 WHERE id = ?",
        whom.value,
        subject,
        broadcast_id,
    )


async def set_until(tx: Tx, broadcast_id: int, useful_until: int | None) -> None:
    await tx.run("UPDATE broadcasts SET useful_until = ? WHERE id = ?", useful_until, broadcast_id)


async def narrow_to_readers(tx: Tx, broadcast_id: int, language: str) -> None:
    await tx.run("UPDATE broadcasts SET only_language = ? WHERE id = ?", language, broadcast_id)


async def narrow_to_active(tx: Tx, broadcast_id: int) -> None:
    await tx.run("UPDATE broadcasts SET only_active = 1 WHERE id = ?", broadcast_id)


async def set_campaign(tx: Tx, broadcast_id: int, campaign_id: int) -> None:
    await tx.run("UPDATE broadcasts SET campaign_id = ? WHERE id = ?", campaign_id, broadcast_id)


async def is_for(tx: Tx, broadcast_id: int, person_id: int) -> bool:
    """Whether she is among the people of one that has left."""
    found = await tx.one(
        int,
        "SELECT 1 FROM broadcasts b JOIN campaign_people c ON c.campaign_id = b.campaign_id"
        " WHERE b.id = ? AND c.person_id = ? AND b.state IN ('sending', 'done')",
        broadcast_id,
        person_id,
    )
    return found is not None


async def empty_campaign(tx: Tx, campaign_id: int) -> None:
    """The people of a draft are counted anew each time, since they come and go."""
    await tx.run("DELETE FROM campaign_people WHERE campaign_id = ?", campaign_id)


async def note_done(tx: Tx, broadcast_id: int) -> None:
    await tx.run("UPDATE broadcasts SET state = 'done' WHERE id = ?", broadcast_id)


async def note_progress_row(tx: Tx, broadcast_id: int, row_id: int | None, left: int) -> None:
    sql = "UPDATE broadcasts SET progress_row = ?, told_left = ? WHERE id = ?"
    await tx.run(sql, row_id, left, broadcast_id)


async def note_told(tx: Tx, broadcast_id: int, left: int) -> None:
    await tx.run("UPDATE broadcasts SET told_left = ? WHERE id = ?", left, broadcast_id)
