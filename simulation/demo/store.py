"""Whether a database is still empty, and whether the story has been told in it."""

from bot.database.db import Tx

BEGUN, TOLD = "begun", "told"


async def is_empty(tx: Tx) -> bool:
    return not await tx.one(int, "SELECT count(*) FROM places")


async def chapters(tx: Tx) -> list[str]:
    return await tx.all(str, "SELECT occurrence FROM occurrences WHERE job = 'demo'")


async def note(tx: Tx, chapter: str, now: int) -> None:
    await tx.run("INSERT INTO occurrences (job, occurrence, happened_at) VALUES ('demo', ?, ?)", chapter, now)
