"""The steps of a broadcast from draft to done; each says whether it was taken, since two may press at once."""

from bot.database.db import Tx
from handlers.broadcasts.store.broadcasts import Broadcast


async def ask(tx: Tx, one: Broadcast, send_at: int | None, urgent: int = 0) -> int | None:
    """A second person is asked; the number of this question, or None when somebody else was faster."""
    return await tx.one(
        int,
        "UPDATE broadcasts SET state = 'asked', waits_for = 'person', send_at = ?, urgent = ?, approved_by = NULL,"  # noqa: S608
        f" asked_times = asked_times + 1 WHERE id = ? AND {_stands(one)} RETURNING asked_times",
        send_at,
        urgent,
        one.id,
    )


async def plan(tx: Tx, one: Broadcast, send_at: int, approved_by: int | None) -> bool:
    return bool(
        await tx.run(
            "UPDATE broadcasts SET state = 'asked', waits_for = 'time', send_at = ?, approved_by = ?"  # noqa: S608
            f" WHERE id = ? AND {_stands(one)}",
            send_at,
            approved_by,
            one.id,
        )
    )


async def begin(tx: Tx, one: Broadcast, send_at: int, approved_by: int | None) -> bool:
    """It leaves once, however often it is pressed."""
    return bool(
        await tx.run(
            "UPDATE broadcasts SET state = 'sending', waits_for = 'person', send_at = ?, approved_by = ?"  # noqa: S608
            f" WHERE id = ? AND {_stands(one)}",
            send_at,
            approved_by,
            one.id,
        )
    )


async def reopen(tx: Tx, one: Broadcast) -> bool:
    """A draft again: whatever was agreed to is not any more."""
    return bool(
        await tx.run(
            "UPDATE broadcasts SET state = 'draft', waits_for = 'person', send_at = NULL, approved_by = NULL,"  # noqa: S608
            f" urgent = 0 WHERE id = ? AND {_stands(one)}",
            one.id,
        )
    )


async def call_off(tx: Tx, one: Broadcast) -> bool:
    return bool(
        await tx.run(f"UPDATE broadcasts SET state = 'done' WHERE id = ? AND {_stands(one)}", one.id)  # noqa: S608
    )


def _stands(one: Broadcast) -> str:
    """As it was read; made of fixed words."""
    if one.state == "planned":
        return "state = 'asked' AND waits_for = 'time'"
    if one.state == "asked":
        return "state = 'asked' AND waits_for = 'person'"
    return "state = 'draft'"
