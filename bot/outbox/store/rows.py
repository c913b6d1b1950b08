"""Rows that are to leave: added, rewritten or dropped while they wait; and what became of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.database.db import Short, Tx, Value
from bot.outbox import calls
from bot.outbox.calls import Call
from bot.outbox.message import Lane
from bot.outbox.store import pictures

CHUNK = 500  # values in one statement; older SQLite takes no more than 999
ADD = Short(
    "INSERT INTO outbox (door, queue, chat_id, person_id, method, params, lane, not_before, edits, campaign,"
    " queued_at, unasked_in) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"
)
DROP_EDITS = Short("DELETE FROM outbox WHERE door = ? AND edits = ? AND state = 'waiting'")


class State(StrEnum):
    """What a row may be; a row is settled when it is none of the first two."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class New:
    """`queue` keeps its calls in order within their lane; `edits` names the message it changes; times in ms.

    `unasked_in` is the place whose unasked message it is.
    """

    door: str
    queue: str
    chat_id: int
    person_id: int | None
    call: Call
    lane: Lane
    not_before: int
    queued_at: int
    edits: str | None = None
    campaign: str | None = None
    unasked_in: int | None = None

    @property
    def values(self) -> tuple[Value, ...]:
        return (
            self.door, self.queue, self.chat_id, self.person_id, self.call.method, calls.dump(self.call),
            int(self.lane), self.not_before, self.edits, self.campaign, self.queued_at, self.unasked_in,
        )  # fmt: skip


@dataclass(frozen=True)
class Fate:
    """`message_id` is known once it was sent."""

    state: State
    message_id: int | None


async def add(tx: Tx, new: New) -> int:
    row_id = await tx.one(int, ADD, *new.values)
    if row_id is None:
        raise LookupError("the new outbox row has no id")
    tx.queued.add((new.door, new.lane))
    await pictures.note(tx, row_id, new.call.pictures)
    return row_id


async def add_edits(tx: Tx, edits: Sequence[New]) -> None:
    """Many without pictures in two statements; each takes the place of one that waits in the same lane."""
    await tx.many(
        "DELETE FROM outbox WHERE door = ? AND edits = ? AND state = 'waiting' AND lane = ?",
        [(one.door, one.edits, int(one.lane)) for one in edits],
    )
    await tx.many(ADD.removesuffix(" RETURNING id"), [one.values for one in edits])
    tx.queued |= {(one.door, one.lane) for one in edits}


async def add_selected(tx: Tx, select: str, *values: Value) -> int:
    """Many by one SELECT of door, queue, chat_id, person_id, method, params, lane, not_before, campaign, queued_at,
    unasked_in; how many."""
    return await tx.run(
        "INSERT INTO outbox (door, queue, chat_id, person_id, method, params, lane, not_before, campaign, queued_at,"
        f" unasked_in) {select}",
        *values,
    )


async def rewrite(tx: Tx, row_id: int, door: str, chat_id: int, call: Call) -> bool:
    """Whether it was a message that had not left yet."""
    shown = await tx.one(
        int,
        "UPDATE outbox SET method = ?, params = ? WHERE id = ? AND door = ? AND chat_id = ?"  # noqa: S608 a constant
        f" AND state = 'waiting' AND method IN ('sendMessage', 'sendPhoto') RETURNING {pictures.HOW_MANY}",
        call.method,
        calls.dump(call),
        row_id,
        door,
        chat_id,
    )
    if shown:
        await pictures.forget(tx, row_id)
    if shown is not None:
        await pictures.note(tx, row_id, call.pictures)
    return shown is not None


async def drop_edits(tx: Tx, door: str, edits: str) -> None:
    """An edit that has not left yet is worth nothing once there is a newer one."""
    await tx.run(DROP_EDITS, door, edits)


async def fate(tx: Tx, row_id: int) -> Fate | None:
    return await tx.one(
        lambda state, message_id: Fate(State(state), message_id),
        "SELECT state, message_id FROM outbox WHERE id = ?",
        row_id,
    )


async def move_chat(tx: Tx, door: str, old: int, new: int) -> None:
    """The chat has another number from now on. Doing it twice changes nothing."""
    for edits in await tx.all(
        str, "SELECT DISTINCT edits FROM outbox WHERE door = ? AND chat_id = ? AND edits IS NOT NULL", door, old
    ):
        kind, _, rest = edits.partition(":")
        if kind == str(old):
            sql = "UPDATE outbox SET edits = ? WHERE door = ? AND edits = ?"
            await tx.run(sql, f"{new}:{rest}", door, edits)
    await tx.run(
        "UPDATE outbox SET chat_id = ?, queue = CASE WHEN queue = ? THEN ? ELSE queue END"
        " WHERE door = ? AND chat_id = ?",
        new,
        str(old),
        str(new),
        door,
        old,
    )
    await tx.run(
        "INSERT INTO closed_until (door, queue, until) SELECT door, CAST(? AS TEXT), until FROM closed_until"
        " WHERE door = ? AND queue = ? ON CONFLICT DO NOTHING",
        str(new),
        door,
        str(old),
    )
    await tx.run("DELETE FROM closed_until WHERE door = ? AND queue = ?", door, str(old))
