"""Who comes, who waits for a seat, who came, and how it was."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.database.db import Tx
from handlers.events.rules import Answer, Mood, Party

# How many there were at an event `e`, with and without an account.
WERE_THERE = (
    "(SELECT CAST(CASE WHEN e.walk_ins > 0 OR coalesce(sum(there.came), 0) > 0"
    " THEN e.walk_ins + coalesce(sum(CASE WHEN there.came = 1 THEN 1 + there.guests + there.children END), 0)"
    " ELSE coalesce(sum(CASE WHEN there.answer = 'coming' THEN 1 + there.guests + there.children END), 0) END"
    " AS BIGINT) FROM (SELECT a.came, a.answer, a.guests, a.children FROM event_answers a WHERE a.event_id = e.id"
    " UNION ALL SELECT b.came, b.answer, b.guests, b.children FROM event_on_behalf b WHERE b.event_id = e.id)"
    " AS there)"
)
# Of an event, given twice: behind everybody, with and without an account.
NEXT_TURN = (
    "(SELECT coalesce(max(turn), 0) + 1 FROM (SELECT turn FROM event_answers WHERE event_id = ?"
    " UNION ALL SELECT turn FROM event_on_behalf WHERE event_id = ?) AS turns)"
)


@dataclass(frozen=True)
class Given:
    """One person's answer. `place_in_line` counts from 1 and is 0 for whoever does not wait.

    `apart` is 1 for whoever waits beside the line until the team lets her in.
    """

    answer: Answer
    guests: int
    children: int
    asked_again: int
    sure_by: int | None
    place_in_line: int
    came: int
    mood: str | None
    apart: int


@dataclass(frozen=True)
class Guest:
    """For the team's list only."""

    person_id: int
    name: str
    answer: Answer
    guests: int
    children: int
    asked_again: int
    sure_by: int | None
    came: int
    apart: int
    # Of somebody without an account, who has no person: store.on_behalf.
    noted_id: int = 0


async def find_answer(tx: Tx, event_id: int, person_id: int) -> Given | None:
    return await tx.one(
        _given,
        "SELECT a.answer, a.guests, a.children, a.asked_again, a.sure_by,"
        " (SELECT count(*) FROM event_answers b WHERE b.event_id = a.event_id AND b.answer = 'waiting'"
        " AND b.apart = 0 AND b.turn <= a.turn) + (SELECT count(*) FROM event_on_behalf n"
        " WHERE n.event_id = a.event_id AND n.answer = 'waiting' AND n.turn <= a.turn), a.came, a.mood, a.apart"
        " FROM event_answers a WHERE a.event_id = ? AND a.person_id = ?",
        event_id,
        person_id,
    )


async def set_answer(tx: Tx, event_id: int, person_id: int, answer: Answer, now: int, apart: int = 0) -> None:
    """Without guests, and behind everybody who answered before."""
    await tx.run(
        "INSERT INTO event_answers (event_id, person_id, answer, turn, answered_at, apart) VALUES (?, ?, ?,"  # noqa: S608
        f" {NEXT_TURN}, ?, ?)"
        " ON CONFLICT (event_id, person_id) DO UPDATE SET answer = excluded.answer, guests = 0, children = 0,"
        " turn = excluded.turn, asked_again = 0, sure_by = NULL, answered_at = excluded.answered_at,"
        " apart = excluded.apart, came = CASE WHEN excluded.answer = 'cant' THEN 0 ELSE event_answers.came END",
        event_id,
        person_id,
        answer.value,
        event_id,
        event_id,
        now,
        apart,
    )


async def let_in(tx: Tx, event_id: int) -> int:
    """Into the line, where they stood when they asked; how many they were."""
    return await tx.run("UPDATE event_answers SET apart = 0 WHERE event_id = ? AND apart = 1", event_id)


async def seats_of(tx: Tx, event_id: int, person_ids: Sequence[int]) -> int:
    """What they hold or wait for, with their guests."""
    if not person_ids:
        return 0
    marks = ", ".join("?" for _ in person_ids)
    seats = await tx.one(
        int,
        "SELECT CAST(coalesce(sum(1 + guests + children), 0) AS BIGINT) FROM event_answers"  # noqa: S608
        f" WHERE event_id = ? AND answer IN ('coming', 'waiting') AND person_id IN ({marks})",
        event_id,
        *person_ids,
    )
    return seats or 0


async def confirm(tx: Tx, event_id: int, person_id: int) -> None:
    await tx.run(
        "UPDATE event_answers SET asked_again = 0, sure_by = NULL WHERE event_id = ? AND person_id = ?",
        event_id,
        person_id,
    )


async def ask_again(tx: Tx, event_id: int) -> None:
    await tx.run(
        "UPDATE event_answers SET asked_again = 1, sure_by = NULL WHERE event_id = ? AND answer = 'coming'", event_id
    )


async def set_party(tx: Tx, event_id: int, person_id: int, guests: int, children: int) -> None:
    await tx.run(
        "UPDATE event_answers SET guests = ?, children = ?"
        " WHERE event_id = ? AND person_id = ? AND answer IN ('coming', 'waiting')",
        guests,
        children,
        event_id,
        person_id,
    )


async def waiting_list(tx: Tx, event_id: int) -> list[Party]:
    """First come first."""
    return await tx.all(
        Party,
        "SELECT person_id, seats, noted_id FROM ("
        "SELECT person_id, 1 + guests + children AS seats, 0 AS noted_id, turn FROM event_answers"
        " WHERE event_id = ? AND answer = 'waiting' AND apart = 0"
        " UNION ALL SELECT 0, 1 + guests + children, id, turn FROM event_on_behalf"
        " WHERE event_id = ? AND answer = 'waiting') AS line ORDER BY turn",
        event_id,
        event_id,
    )


async def move_up(tx: Tx, event_id: int, person_id: int, sure_by: int) -> None:
    await tx.run(
        "UPDATE event_answers SET answer = 'coming', sure_by = ?"
        " WHERE event_id = ? AND person_id = ? AND answer = 'waiting'",
        sure_by,
        event_id,
        person_id,
    )


async def answers_of(tx: Tx, person_id: int) -> dict[int, tuple[Answer, int]]:
    """By event: what she answered, and when."""
    return dict(
        await tx.all(
            lambda event_id, answer, at: (event_id, (Answer(answer), at)),
            "SELECT event_id, answer, answered_at FROM event_answers WHERE person_id = ?",
            person_id,
        )
    )


async def people_who(tx: Tx, event_id: int, answers: Sequence[Answer]) -> list[int]:
    marks = ", ".join("?" for _ in answers)
    return await tx.all(
        int,
        f"SELECT person_id FROM event_answers WHERE event_id = ? AND answer IN ({marks}) ORDER BY turn",  # noqa: S608
        event_id,
        *(answer.value for answer in answers),
    )


async def people_to_thank(tx: Tx, event_id: int) -> list[int]:
    return await tx.all(
        int,
        "SELECT person_id FROM event_answers WHERE event_id = ? AND (answer = 'coming' OR came = 1) ORDER BY turn",
        event_id,
    )


async def guest_list(tx: Tx, event_id: int) -> list[Guest]:
    """Everybody who may turn up, in the order they asked."""
    return await tx.all(
        _guest,
        "SELECT person_id, name, answer, guests, children, asked_again, sure_by, came, apart, noted_id FROM ("
        "SELECT a.person_id, p.name, a.answer, a.guests, a.children, a.asked_again, a.sure_by, a.came, a.apart,"
        " 0 AS noted_id, a.turn FROM event_answers a JOIN people p ON p.id = a.person_id"
        " WHERE a.event_id = ? AND a.answer <> 'cant'"
        " UNION ALL SELECT 0, name, answer, guests, children, 0, NULL, came, 0, id, turn FROM event_on_behalf"
        " WHERE event_id = ?) AS listed ORDER BY turn, noted_id",
        event_id,
        event_id,
    )


async def were_there(tx: Tx, event_id: int) -> int:
    """Whoever was ticked off and whoever came without a word; where nobody ticked, whoever said she would come and
    those she brought."""
    found = await tx.one(
        int,
        f"SELECT {WERE_THERE} FROM events e WHERE e.id = ?",  # noqa: S608 constant
        event_id,
    )
    return found or 0


async def note_came(tx: Tx, event_id: int, person_id: int, came: int) -> None:
    await tx.run("UPDATE event_answers SET came = ? WHERE event_id = ? AND person_id = ?", came, event_id, person_id)


async def nobody_came(tx: Tx, event_id: int) -> None:
    """With and without an account, or a word beforehand."""
    await tx.run("UPDATE event_answers SET came = 0 WHERE event_id = ? AND came = 1", event_id)
    await tx.run("UPDATE event_on_behalf SET came = 0 WHERE event_id = ? AND came = 1", event_id)
    await tx.run("UPDATE events SET walk_ins = 0 WHERE id = ? AND walk_ins > 0", event_id)


async def set_mood(tx: Tx, event_id: int, person_id: int, mood: Mood) -> bool:
    """False when she has said it before, or did not come."""
    return bool(
        await tx.run(
            "UPDATE event_answers SET mood = ? WHERE event_id = ? AND person_id = ? AND mood IS NULL"
            " AND (answer = 'coming' OR came = 1)",
            mood.value,
            event_id,
            person_id,
        )
    )


async def moods(tx: Tx, event_id: int) -> dict[Mood, int]:
    rows = await tx.all(
        lambda mood, count: (Mood(mood), count),
        "SELECT mood, count(*) FROM event_answers WHERE event_id = ? AND mood IS NOT NULL GROUP BY mood",
        event_id,
    )
    return {mood: dict(rows).get(mood, 0) for mood in Mood}


def _given(
    answer: str,
    guests: int,
    children: int,
    asked_again: int,
    sure_by: int | None,
    line: int,
    came: int,
    mood: str | None,
    apart: int,
) -> Given:
    place_in_line = line if answer == Answer.WAITING and not apart else 0
    return Given(Answer(answer), guests, children, asked_again, sure_by, place_in_line, came, mood, apart)


def _guest(
    person_id: int,
    name: str,
    answer: str,
    guests: int,
    children: int,
    again: int,
    sure_by: int | None,
    came: int,
    apart: int,
    noted_id: int,
) -> Guest:
    return Guest(person_id, name, Answer(answer), guests, children, again, sure_by, came, apart, noted_id)
