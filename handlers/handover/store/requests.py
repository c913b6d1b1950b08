"""What the owner and the liaison were asked: whether they keep the place without a team."""

from dataclasses import dataclass

from bot.database.db import Tx


@dataclass(frozen=True)
class Request:
    """`asked_by` None: the last of the team is gone. `open` is 1 until somebody answered."""

    id: int
    asked_by: int | None
    asked_at: int
    open: int


REQUEST = (
    "SELECT id, asked_by, asked_at, CASE WHEN answered_at IS NULL THEN 1 ELSE 0 END"
    " FROM keeping_requests WHERE place_id = ?"
)


async def find(tx: Tx, place_id: int, request_id: int) -> Request | None:
    return await tx.one(Request, f"{REQUEST} AND id = ?", place_id, request_id)


async def find_open(tx: Tx, place_id: int) -> Request | None:
    return await tx.one(Request, f"{REQUEST} AND answered_at IS NULL", place_id)


async def ask(tx: Tx, place_id: int, asked_by: int | None, now: int) -> int:
    """Anew, where one is open already."""
    await tx.run("DELETE FROM keeping_requests WHERE place_id = ? AND answered_at IS NULL", place_id)
    request_id = await tx.one(
        int,
        "INSERT INTO keeping_requests (place_id, asked_by, asked_at) VALUES (?, ?, ?) RETURNING id",
        place_id,
        asked_by,
        now,
    )
    if request_id is None:
        raise LookupError("the new request has no id")
    return request_id


async def answer(tx: Tx, place_id: int, answered_by: int | None, now: int) -> None:
    """Whichever is open."""
    sql = "UPDATE keeping_requests SET answered_by = ?, answered_at = ? WHERE place_id = ? AND answered_at IS NULL"
    await tx.run(sql, answered_by, now, place_id)
