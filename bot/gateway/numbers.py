"""Numbers for people, messages, events, updates and queries: one sequence, and a line for each chat.

Whoever takes numbers for a chat is alone in it until the commit, so there they become visible in order: a page that
has seen one has missed none before it. On SQLite there is one writer anyway; on PostgreSQL others do not wait for it.
"""

from bot.database.db import Database, Tx

NEXT = {
    "sqlite": "UPDATE gateway_counter SET value = value + ? RETURNING value",
    "postgres": "SELECT nextval('gateway_numbers') FROM generate_series(1, CAST(? AS INTEGER))",
}
# The lock comes first: nextval is asked once for each row, and there is none before it is held.
NEXT_IN_LINE = (
    "SELECT nextval('gateway_numbers') FROM (SELECT pg_advisory_xact_lock(hashtextextended(?, 0)) OFFSET 0) AS held,"
    " generate_series(1, CAST(? AS INTEGER))"
)
NEWEST = {
    "sqlite": "SELECT value FROM gateway_counter",
    "postgres": "SELECT last_value FROM gateway_numbers",  # beyond every snapshot
}


async def take(tx: Tx, chat: int, count: int) -> list[int]:
    """The next numbers for a chat, in whose line everybody else waits until this transaction ends.

    Who needs several chats takes the smallest first.
    """
    if tx.dialect == "sqlite":
        return await take_out_of_line(tx, count)
    return sorted(await tx.all(int, NEXT_IN_LINE, _line(chat), count))


async def take_out_of_line(tx: Tx, count: int) -> list[int]:
    """For whoever has no chat yet: in which order they become visible says nothing."""
    if tx.dialect == "sqlite":
        last = await tx.one(int, NEXT["sqlite"], count) or 0
        return list(range(last - count + 1, last + 1))
    return sorted(await tx.all(int, NEXT["postgres"], count))


async def stand_in_line(tx: Tx, chat: int) -> None:
    """As whoever takes numbers does."""
    await tx.lock(_line(chat))


async def newest(tx: Tx) -> int:
    """No number is higher. That all of them can be seen here holds on SQLite only."""
    return await tx.one(int, NEWEST[tx.dialect]) or 0


async def cursor(database: Database, chat: int) -> int:
    """Everything of this chat up to here can be seen by transactions that begin from now on."""
    async with database.read() as tx:
        # A transaction of its own: waiting in line, a snapshot grows old.
        await stand_in_line(tx, chat)
        return await newest(tx)


def _line(chat: int) -> str:
    return f"gateway chat {chat}"
