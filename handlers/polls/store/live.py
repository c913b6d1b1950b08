"""Which message asked whom, and what it shows: so that live counts change in place and nothing else does."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.outbox.store import campaigns as carriers
from bot.outbox.store import fragments
from handlers.polls.store.polls import POLL, Poll, read_poll

MESSAGE = fragments.message_of("poll_messages.row_id")
NOTED = "SELECT m.person_id FROM poll_messages m WHERE m.poll_id = q.id"
STALE = (
    " FROM poll_messages m JOIN polls q ON q.id = m.poll_id WHERE m.poll_id = ? AND m.message_id IS NOT NULL"
    " AND m.version < q.version AND EXISTS (SELECT 1 FROM identities i WHERE i.door = m.door"
    " AND i.chat_id = m.chat_id AND i.person_id = m.person_id AND i.unreachable_at IS NULL)"
)


@dataclass(frozen=True)
class Shown:
    """A message with the options under it, as somebody has it in her chat."""

    person_id: int
    door: str
    chat_id: int
    message_id: int
    pictured: int
    pressed: int
    language: str
    apart: int


async def keep_messages(tx: Tx, poll_id: int, campaign_id: int) -> None:
    """Notes the rows that carry the question to everybody. Whoever became somebody else since has hers no more."""
    await tx.many(
        "INSERT INTO poll_messages (poll_id, person_id, row_id, door, chat_id, pictured) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        [
            (poll_id, one.person_id, one.row_id, one.door, one.chat_id, int(one.method == "sendPhoto"))
            for one in await carriers.carried(tx, campaign_id)
        ],
    )


async def locate(tx: Tx, poll_id: int) -> None:
    """Learns what the door calls the messages that have left by now."""
    await tx.run(
        f"UPDATE poll_messages SET message_id = {MESSAGE} WHERE poll_id = ? AND message_id IS NULL"  # noqa: S608
        f" AND {MESSAGE} IS NOT NULL",
        poll_id,
    )


async def is_question(tx: Tx, poll_id: int, person_id: int, door: str, message_id: int) -> bool:
    """Whether this is the message that asked her, which stays in the chat, and no screen one walks on from."""
    found = await tx.one(
        int,
        "SELECT m.row_id FROM poll_messages m WHERE m.poll_id = ? AND m.person_id = ? AND m.door = ?"  # noqa: S608
        f" AND coalesce(m.message_id, {fragments.message_of('m.row_id')}) = ?",
        poll_id,
        person_id,
        door,
        message_id,
    )
    return found is not None


async def note_shown(tx: Tx, poll: Poll, person_id: int, message_id: int, now: int, rests_until: int) -> None:
    """She pressed it, so it shows what is true now."""
    await tx.run(
        "UPDATE poll_messages SET message_id = ?, pressed_at = ?, rests_until = ?,"
        " version = (SELECT version FROM polls WHERE id = ?) WHERE poll_id = ? AND person_id = ?",
        message_id,
        now,
        rests_until,
        poll.id,
        poll.id,
        person_id,
    )


async def note_change(tx: Tx, poll: Poll) -> None:
    """The messages of a live poll show something old from now on."""
    if poll.live:
        await tx.run("UPDATE polls SET version = version + 1, stale = 1 WHERE id = ?", poll.id)


async def somewhere_stale(tx: Tx) -> bool:
    return await tx.one(int, "SELECT id FROM polls WHERE stale = 1 LIMIT 1") is not None


async def stale_polls(tx: Tx, place_id: int, refreshed_before: int) -> list[Poll]:
    return await tx.all(
        read_poll,
        f"SELECT {POLL} FROM polls WHERE place_id = ? AND stale = 1"  # noqa: S608 constant
        " AND refreshed_at <= ? AND state IN ('open', 'closed') ORDER BY id",
        place_id,
        refreshed_before,
    )


async def stale_messages(tx: Tx, poll_id: int, door: str, now: int, most: int) -> list[Shown]:
    """Those pressed last come first: somebody may be looking at them."""
    return await tx.all(
        Shown,
        "SELECT m.person_id, m.door, m.chat_id, m.message_id, m.pictured,"  # noqa: S608 constant
        " CASE WHEN m.pressed_at > 0 THEN 1 ELSE 0 END,"
        " coalesce((SELECT p.language FROM people p WHERE p.id = m.person_id), 'zh'),"
        " coalesce((SELECT a.apart FROM poll_asked a WHERE a.poll_id = m.poll_id AND a.person_id = m.person_id), 0)"
        + STALE
        + " AND m.door = ? AND m.rests_until <= ? ORDER BY m.pressed_at DESC, m.person_id LIMIT ?",
        poll_id,
        door,
        now,
        most,
    )


async def choices(tx: Tx, poll_id: int, person_ids: list[int]) -> dict[int, dict[int, int]]:
    """What each of them gives to which option."""
    found: dict[int, dict[int, int]] = {person_id: {} for person_id in person_ids}
    rows = await tx.all(
        lambda person_id, option_id, value: (person_id, option_id, value),
        "SELECT person_id, option_id, value FROM poll_votes WHERE poll_id = ?"  # noqa: S608 only question marks
        f" AND person_id IN ({', '.join('?' for _ in person_ids)}) ORDER BY person_id, option_id",
        poll_id,
        *person_ids,
    )
    for person_id, option_id, value in rows:
        found[person_id][option_id] = value
    return found


async def note_refreshed(tx: Tx, poll: Poll, shown: list[Shown], now: int, rests_until: int) -> None:
    await tx.many(
        "UPDATE poll_messages SET version = ?, rests_until = ? WHERE poll_id = ? AND person_id = ?",
        [(poll.version, rests_until, poll.id, one.person_id) for one in shown],
    )
    await tx.run(
        "UPDATE polls SET refreshed_at = ?,"  # noqa: S608 constant
        " stale = CASE WHEN EXISTS (SELECT 1" + STALE + ") THEN 1 ELSE 0 END WHERE id = ?",
        now,
        poll.id,
        poll.id,
    )


async def wake_up(tx: Tx, place_id: int) -> None:
    """Messages that left late, after a quiet night or a full week, show old counts: their polls are seen to again."""
    late = await tx.all(
        lambda poll_id, campaign_id: (poll_id, campaign_id),
        "SELECT q.id, q.campaign_id FROM polls q WHERE q.place_id = ? AND q.state = 'open'"  # noqa: S608 our own
        f" AND {fragments.carried_unless('q.campaign_id', NOTED)}",
        place_id,
    )
    for poll_id, campaign_id in late:
        await keep_messages(tx, poll_id, campaign_id)
    waiting = await tx.all(
        int,
        "SELECT DISTINCT m.poll_id FROM poll_messages m JOIN polls q ON q.id = m.poll_id"
        " WHERE q.place_id = ? AND q.live = 1 AND q.state = 'open' AND m.message_id IS NULL",
        place_id,
    )
    for poll_id in waiting:
        await locate(tx, poll_id)
        await tx.run("UPDATE polls SET stale = 1 WHERE id = ? AND version > 0", poll_id)
