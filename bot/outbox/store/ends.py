"""Rows that are settled, how, and when they are forgotten."""

from collections.abc import Sequence

from bot.database.db import Short, Tx
from bot.outbox.store import pictures

SENT = Short("UPDATE outbox SET state = 'sent', message_id = ?, settled_at = ? WHERE id = ?")
# As long as somebody is held back or waits for the morning, the others are needed for the report.
OVER = (
    " o.settled_at < ? AND (o.campaign IS NULL OR o.campaign NOT IN"
    " (SELECT CAST(h.campaign_id AS TEXT) FROM campaign_people h WHERE h.held_until IS NOT NULL"
    " UNION SELECT w.campaign FROM outbox w WHERE w.state IN ('waiting', 'sending') AND w.campaign IS NOT NULL))"
)
PICTURED = "o.method IN ('sendPhoto', 'editMessageMedia')"


async def sent(tx: Tx, rows: Sequence[tuple[int, int | None]], now: int) -> None:
    """Of each its id, and what the door calls the message, if it is one."""
    await tx.many(SENT, [(message_id, now, row_id) for row_id, message_id in rows])


async def replaced(tx: Tx, row_id: int, message_id: int | None) -> None:
    """Its message was gone and has a new number: later edits change that one."""
    await tx.run("UPDATE outbox SET message_id = ? WHERE id = ?", message_id, row_id)


async def refused(tx: Tx, row_id: int, error: str, now: int) -> None:
    await tx.run("UPDATE outbox SET state = 'refused', error = ?, settled_at = ? WHERE id = ?", error, now, row_id)


async def refuse_chat(tx: Tx, door: str, chat_id: int, error: str, now: int) -> None:
    """Nobody is there any more: whatever waits for this chat does not leave."""
    await tx.run(
        "UPDATE outbox SET state = 'refused', error = ?, settled_at = ?"
        " WHERE door = ? AND chat_id = ? AND state = 'waiting'",
        error,
        now,
        door,
        chat_id,
    )


async def give_up(tx: Tx, row_id: int, error: str, now: int) -> None:
    """Not what another process took for abandoned meanwhile: it waits, and is said once more."""
    await tx.run(
        "UPDATE outbox SET state = 'uncertain', error = ?, settled_at = ? WHERE id = ? AND state = 'sending'",
        error,
        now,
        row_id,
    )


async def prune(tx: Tx, sent_before: int, settled_before: int, closed_before: int) -> None:
    """Messages with pictures are kept as long as what went wrong, since a picture may have to be called back."""
    over = f"DELETE FROM outbox WHERE id IN (SELECT o.id FROM outbox o WHERE {OVER}"  # noqa: S608 constants
    await tx.run(f"{over} AND o.state = 'sent' AND NOT {PICTURED})", sent_before)
    await pictures.note_out_of_reach(tx, OVER, settled_before)
    await tx.run(f"{over})", settled_before)
    await tx.run("DELETE FROM closed_until WHERE until < ?", closed_before)
