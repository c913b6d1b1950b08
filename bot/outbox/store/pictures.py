"""Which message shows which stored picture, so that a picture can be called back from all of them.

A message without a picture writes nothing here; a row that is forgotten takes its lines with it (ON DELETE CASCADE).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.database.db import Tx
from bot.outbox import calls
from bot.outbox.calls import Call

NOTE = "INSERT INTO shown_pictures (outbox_id, media_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
HOW_MANY = "(SELECT count(*) FROM shown_pictures shown WHERE shown.outbox_id = outbox.id)"


@dataclass(frozen=True)
class Standing:
    """A message that stands in a chat with a picture in it, and the call that brought it."""

    row_id: int
    door: str
    chat_id: int
    person_id: int | None
    message_id: int
    call: Call


async def note(tx: Tx, row_id: int, media_ids: Sequence[int]) -> None:
    if media_ids:
        await tx.many(NOTE, [(row_id, media_id) for media_id in media_ids])


async def note_campaign(tx: Tx, campaign: str, words: str, media_ids: Sequence[int]) -> None:
    """Of all its rows with these words, a call as it is written in the row."""
    for media_id in media_ids:
        await tx.run(
            "INSERT INTO shown_pictures (outbox_id, media_id) SELECT o.id, CAST(? AS BIGINT) FROM outbox o"
            " WHERE o.campaign = ? AND o.params = ? ON CONFLICT DO NOTHING",
            media_id,
            campaign,
            words,
        )


async def forget(tx: Tx, row_id: int) -> None:
    await tx.run("DELETE FROM shown_pictures WHERE outbox_id = ?", row_id)


async def note_out_of_reach(tx: Tx, over: str, settled_before: int) -> None:
    """Expects the rows `o` for which `over` holds to be forgotten next: nobody calls back what they showed."""
    await tx.run(
        "INSERT INTO pictures_out_of_reach (media_id, messages) SELECT s.media_id, count(*)"  # noqa: S608 a constant
        # CROSS, so that SQLite begins with the few rows that go.
        f" FROM outbox o CROSS JOIN shown_pictures s WHERE s.outbox_id = o.id AND {over}"
        " AND o.state = 'sent' AND o.method = 'sendPhoto'"
        " GROUP BY s.media_id ON CONFLICT (media_id) DO UPDATE SET"
        " messages = pictures_out_of_reach.messages + excluded.messages",
        settled_before,
    )


async def standing_with(tx: Tx, media_id: int, claimed_until: int) -> list[Standing]:
    """Messages with this picture in them. One that is about to show something else is left alone."""
    return await tx.all(
        _standing,
        "SELECT o.id, o.door, o.chat_id, o.person_id, o.message_id, o.method, o.params FROM shown_pictures s"
        " JOIN outbox o ON o.id = s.outbox_id"
        " WHERE s.media_id = ? AND o.state = 'sent' AND o.message_id IS NOT NULL AND o.chat_id IS NOT NULL"
        " AND o.claimed_at <= ?"
        " AND NOT EXISTS (SELECT 1 FROM outbox l"
        " WHERE l.door = o.door AND l.chat_id = o.chat_id AND l.message_id = o.message_id AND l.id > o.id"
        " AND l.state = 'sent' AND l.method = 'editMessageMedia') AND NOT EXISTS (SELECT 1 FROM outbox w"
        " WHERE w.door = o.door AND w.state = 'waiting' AND w.method = 'editMessageMedia' AND w.edits IN"
        " (CAST(o.chat_id AS TEXT) || ':' || CAST(o.message_id AS TEXT), 'row:' || CAST(o.id AS TEXT)))"
        " ORDER BY o.id",
        media_id,
        claimed_until,
    )


async def changes_of_words(tx: Tx, one: Standing) -> list[Call]:
    """What was, or is about to be, said beneath it since, or beside it."""
    return await tx.all(
        calls.load,
        "SELECT method, params FROM outbox WHERE door = ? AND id > ? AND state IN ('sent', 'sending', 'waiting')"
        " AND method IN ('editMessageCaption', 'editMessageReplyMarkup')"
        " AND ((chat_id = ? AND message_id = ?) OR edits = ? OR edits = ?) ORDER BY id",
        one.door,
        one.row_id,
        one.chat_id,
        one.message_id,
        f"{one.chat_id}:{one.message_id}",
        f"row:{one.row_id}",
    )


async def drop_recalls(tx: Tx, edits: str) -> None:
    await tx.run("DELETE FROM outbox WHERE edits = ? AND state = 'waiting'", edits)


async def recalled(tx: Tx, edits: str, since: int) -> dict[str, int]:
    """How many of these changes are in which state."""
    rows = await tx.all(
        lambda state, count: (state, count),
        "SELECT state, count(*) FROM outbox WHERE edits = ? AND queued_at >= ? GROUP BY state",
        edits,
        since,
    )
    return dict(rows)


def _standing(
    row_id: int, door: str, chat_id: int, person_id: int | None, message_id: int, method: str, params: str
) -> Standing:
    return Standing(row_id, door, chat_id, person_id, message_id, calls.load(method, params))
