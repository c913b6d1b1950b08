"""Ending web sessions from outside the chat they belong to, for a phone that was lost."""

from collections.abc import Sequence

from bot.database.db import Tx
from bot.gateway import numbers, queues, store
from bot.gateway.notifier import Bell


async def sign_out(tx: Tx, chats: Sequence[int], now: int) -> None:
    """Nobody can come back to these chats, from this transaction on. An open page is told nothing any more, and is
    rung for within a second (`Gateway._look_around`) to find that it is over."""
    for chat in sorted(chats):
        await tx.run("DELETE FROM gateway_sessions WHERE person = ?", chat)
        await store.mark_gone(tx, chat)
        (number,) = await numbers.take(tx, chat, 1)
        await queues.add_event(tx, Bell(), number, chat, "reset", now)


async def with_sessions(tx: Tx, chats: Sequence[int]) -> list[int]:
    """Those of them that somebody can still come back to."""
    return [chat for chat in chats if await store.has_session(tx, chat)]
