"""What waits for somebody, or was sent to her: kept for later, dropped, handed over, emptied."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.database.db import Tx
from bot.outbox import calls
from bot.outbox.calls import Call
from bot.outbox.message import Lane

UNWANTED = "UPDATE outbox SET state = 'refused', error = 'no longer wanted', settled_at = ?"
TO_MANY = " WHERE person_id = ? AND state = 'waiting' AND campaign IS NOT NULL"
AT_ONCE = 1000  # rows read together


@dataclass(frozen=True)
class Waiting:
    """A message that has not left yet."""

    row_id: int
    call: Call


async def drop_unasked(tx: Tx, person_id: int, now: int) -> None:
    """Messages to many that she did not come for."""
    await tx.run(f"{UNWANTED}{TO_MANY} AND unasked_in IS NOT NULL", now, person_id)


async def drop_to_many(tx: Tx, person_id: int, now: int) -> None:
    """The same and every broadcast: they would be old by the time she wants to hear again."""
    either = f" AND (unasked_in IS NOT NULL OR lane = {int(Lane.BROADCAST)})"
    await tx.run(f"{UNWANTED}{TO_MANY}{either}", now, person_id)


async def drop_told(tx: Tx, person_id: int, now: int) -> None:
    """Whatever she is told that she does not wait for."""
    await tx.run(
        f"{UNWANTED} WHERE person_id = ? AND state = 'waiting' AND lane >= ? AND method LIKE 'send%'",
        now,
        person_id,
        int(Lane.NOTICE),
    )


async def put_off_notices(tx: Tx, person_id: int, until: int) -> None:
    await tx.run(
        "UPDATE outbox SET not_before = ? WHERE person_id = ? AND state = 'waiting' AND lane = ?"
        " AND campaign IS NULL AND method LIKE 'send%'",
        until,
        person_id,
        int(Lane.NOTICE),
    )


async def leave_now(tx: Tx, person_id: int, not_before: int, now: int) -> None:
    """What was to wait until that moment."""
    await tx.run(
        "UPDATE outbox SET not_before = ? WHERE person_id = ? AND state = 'waiting' AND not_before >= ?",
        now,
        person_id,
        not_before,
    )


async def drop_twice(tx: Tx, keeper: int, other: int) -> list[str]:
    """What waits for `other` and has reached `keeper`, or waits for her as well; of which campaigns."""
    return await tx.all(
        str,
        "DELETE FROM outbox WHERE person_id = ? AND state = 'waiting' AND campaign IN (SELECT h.campaign"
        " FROM outbox h WHERE h.campaign IS NOT NULL AND h.person_id = ? AND h.state <> 'refused')"
        " RETURNING campaign",
        other,
        keeper,
    )


async def hand_over(tx: Tx, keeper: int, other: int) -> list[str]:
    """What waits to be sent to many goes to `keeper`; of which campaigns."""
    return await tx.all(
        str,
        "UPDATE outbox SET person_id = ? WHERE person_id = ? AND state = 'waiting' AND campaign IS NOT NULL"
        " RETURNING campaign",
        keeper,
        other,
    )


async def empty_chat(tx: Tx, door: str, chat_id: int, now: int) -> None:
    """Nothing of them is left but their numbers: given again, a number would be taken for a message already sent.

    What they showed cannot be called back any more: the chat is gone.
    """
    await tx.run(
        "DELETE FROM shown_pictures WHERE outbox_id IN"
        " (SELECT o.id FROM outbox o WHERE o.door = ? AND o.chat_id = ?)",
        door,
        chat_id,
    )
    await tx.run(
        "UPDATE outbox SET params = '{}', queue = 'gone', chat_id = NULL, person_id = NULL, edits = NULL,"
        " campaign = NULL, settled_at = coalesce(settled_at, ?),"
        " state = CASE WHEN state = 'waiting' THEN 'refused' ELSE state END WHERE door = ? AND chat_id = ?",
        now,
        door,
        chat_id,
    )


async def waiting_news(tx: Tx, after: int) -> Sequence[Waiting]:
    """What nobody waits for and has not left yet, by its number, at most AT_ONCE of it."""
    return await tx.all(
        lambda row_id, method, params: Waiting(row_id, calls.load(method, params)),
        "SELECT id, method, params FROM outbox WHERE state = 'waiting' AND lane >= ? AND id > ? ORDER BY id LIMIT ?",
        int(Lane.NOTICE),
        after,
        AT_ONCE,
    )


async def reword(tx: Tx, row_id: int, call: Call) -> None:
    await tx.run("UPDATE outbox SET params = ? WHERE id = ?", calls.dump(call), row_id)


async def forget(tx: Tx, row_id: int, now: int) -> None:
    """It says nothing any more, and does not leave."""
    await tx.run(
        "UPDATE outbox SET state = 'refused', params = '{}', error = 'forgotten', settled_at = ? WHERE id = ?",
        now,
        row_id,
    )


async def empty_copies(tx: Tx) -> None:
    """What was sent may name or quote somebody: it is in people's chats, and of no use here any more.

    Messages with pictures are kept, since a picture may have to be called back from them (outbox/held_pictures.py).
    """
    await tx.run(
        "UPDATE outbox SET params = '{}' WHERE state IN ('sent', 'refused') AND params <> '{}' AND method NOT IN"
        " ('sendPhoto', 'editMessageMedia', 'editMessageCaption', 'editMessageReplyMarkup')"
    )


async def empty_private(tx: Tx, feature: str, since: int) -> None:
    """Of what was settled since then (ms), with buttons of this feature (`name.`), only that it was sent is kept.

    Whoever it was sent to: she may have left, or may have nothing to do with it any more.
    """
    await tx.run(
        "UPDATE outbox SET params = '{}' WHERE settled_at > ? AND state IN ('sent', 'refused') AND params LIKE ?",
        since,
        f'%"callback_data": "{feature}%',
    )
