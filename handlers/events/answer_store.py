"""Who comes, who waits for a seat, who came, and how it was."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.database.db import Tx
from handlers.events.rules import Answer, Mood, Party


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


async def find_answer(tx: Tx, event_id: int, person_id: int) -> Given | None:
    return await tx.one(
        _given,
        "SELECT a.answer, a.guests, a.children, a.asked_again, a.sure_by,"
        " (SELECT count(*) FROM event_answers b WHERE b.event_id = a.event_id AND b.answer = 'waiting'"
        " AND b.apart = 0 AND b.turn <= a.turn), a.came, a.mood, a.apart"
        " FROM event_answers a WHERE a.event_id = ? AND a.person_id = ?",
        event_id,
        person_id,
    )


async def set_answer(tx: Tx, event_id: int, person_id: int, answer: Answer, now: int, apart: int = 0) -> None:
    """Without guests, and behind everybody who answered before."""
    await tx.run(
        "INSERT INTO event_answers (event_id, person_id, answer, turn, answered_at, apart) VALUES (?, ?, ?,"
        " (SELECT coalesce(max(turn), 0) + 1 FROM event_answers WHERE event_id = ?), ?, ?)"
        " ON CONFLICT (event_id, person_id) DO UPDATE SET answer = excluded.answer, guests = 0, children = 0,"
        " turn = excluded.turn, asked_again = 0, sure_by = NULL, answered_at = excluded.answered_at,"
        " apart = excluded.apart",
        event_id,
        person_id,
        answer.value,
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
        "SELECT person_id, 1 + guests + children FROM event_answers"
        " WHERE event_id = ? AND answer = 'waiting' AND apart = 0 ORDER BY turn",
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
        "SELECT a.person_id, p.name, a.answer, a.guests, a.children, a.asked_again, a.sure_by, a.came,"
        " a.apart FROM event_answers a JOIN people p ON p.id = a.person_id"
        " WHERE a.event_id = ? AND a.answer <> 'cant' ORDER BY a.turn",
        event_id,
    )


async def were_there(tx: Tx, event_id: int) -> int:
    """Whoever was ticked off and whoever came without a word; where nobody ticked, whoever said she would come and
    those she brought."""
    found = await tx.one(
        int,
        "SELECT CAST(CASE WHEN e.walk_ins > 0 OR EXISTS (SELECT 1 FROM event_answers t WHERE t.event_id = e.id"
        " AND t.came = 1) THEN e.walk_ins + coalesce(sum(CASE WHEN a.came = 1 THEN 1 + a.guests + a.children END), 0)"
        " ELSE coalesce(sum(CASE WHEN a.answer = 'coming' THEN 1 + a.guests + a.children END), 0) END AS BIGINT)"
        " FROM events e LEFT JOIN event_answers a ON a.event_id = e.id WHERE e.id = ? GROUP BY e.id, e.walk_ins",
        event_id,
    )
    return found or 0


async def note_came(tx: Tx, event_id: int, person_id: int, came: int) -> None:
    await tx.run("UPDATE event_answers SET came = ? WHERE event_id = ? AND person_id = ?", came, event_id, person_id)


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
) -> Guest:
    return Guest(person_id, name, Answer(answer), guests, children, again, sure_by, came, apart)
