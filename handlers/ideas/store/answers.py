"""What each party whose space it is answered, and where the boundaries of that space were drawn."""

from dataclasses import dataclass

from bot.database.db import Tx
from bot.identity.places import Space
from bot.identity.roles import Role
from handlers.digests.source import Answer
from handlers.ideas import rules
from handlers.ideas.store.ideas import IDEA, UNANSWERED, Idea, read_idea

ANSWER = (
    "a.id, a.idea_id, a.person_id, a.role, a.space, a.answer, a.reason, a.until, a.given_at, a.step_id,"
    " a.taken_back_at"
)
STANDS = "a.ended_by IS NULL AND a.taken_back_at IS NULL"


@dataclass(frozen=True)
class Given:
    """`until` is when a trial ends, ms."""

    id: int
    idea_id: int
    person_id: int
    role: Role
    space: Space
    answer: Answer
    reason: str
    until: int | None
    given_at: int
    step_id: int | None
    taken_back_at: int | None


@dataclass(frozen=True)
class Boundary:
    person_id: int
    role: Role
    before: Space
    after: Space
    reason: str
    drawn_at: int


async def give(
    tx: Tx, idea: Idea, person_id: int, role: Role, answer: Answer, reason: str, until: int | None, now: int
) -> int:
    answer_id = await tx.one(
        int,
        "INSERT INTO idea_answers (idea_id, person_id, role, space, answer, reason, until, given_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        idea.id,
        person_id,
        role.value,
        idea.space.value,
        answer.value,
        reason,
        until,
        now,
    )
    if answer_id is None:
        raise LookupError("the new answer has no id")
    return answer_id


async def find(tx: Tx, answer_id: int) -> Given | None:
    return await tx.one(_given, f"SELECT {ANSWER} FROM idea_answers a WHERE a.id = ?", answer_id)  # noqa: S608 constant


async def standing(tx: Tx, idea: Idea) -> list[Given]:
    """The last answer of each party about the space the idea is in now."""
    rows = await tx.all(
        _given,
        f"SELECT {ANSWER} FROM idea_answers a WHERE a.idea_id = ? AND a.space = ? AND {STANDS} ORDER BY a.id",  # noqa: S608
        idea.id,
        idea.space.value,
    )
    last: dict[int, Given] = {}
    for one in rows:
        for number, party in enumerate(rules.PARTIES[idea.space]):
            if one.role in party.roles:
                last[number] = one
    return list(last.values())


async def half_answered(tx: Tx, place_id: int) -> list[Idea]:
    """On the board, with an answer about the space they are in that has led to nothing yet."""
    return await tx.all(
        read_idea,
        f"SELECT {IDEA} FROM ideas i WHERE i.place_id = ? AND i.status IN ({UNANSWERED})"  # noqa: S608 constants
        f" AND EXISTS (SELECT 1 FROM idea_answers a WHERE a.idea_id = i.id AND a.space = i.space AND {STANDS}"
        " AND a.step_id IS NULL) ORDER BY i.id",
        place_id,
    )


async def history(tx: Tx, idea_id: int) -> list[Given]:
    return await tx.all(
        _given,
        f"SELECT {ANSWER} FROM idea_answers a WHERE a.idea_id = ? ORDER BY a.id",  # noqa: S608 constant
        idea_id,
    )


async def led_to(tx: Tx, idea_id: int, step_id: int) -> None:
    """The answers that stand now became this step."""
    await tx.run(
        "UPDATE idea_answers SET step_id = ? WHERE idea_id = ? AND step_id IS NULL"
        " AND ended_by IS NULL AND taken_back_at IS NULL",
        step_id,
        idea_id,
    )


async def roles_behind(tx: Tx, step_id: int, answer: Answer) -> list[Role]:
    """As whom people gave the answer that this step became; nobody where it came of several others."""
    return await tx.all(
        Role,
        "SELECT role FROM idea_answers WHERE step_id = ? AND answer = ? GROUP BY role ORDER BY min(id)",
        step_id,
        answer.value,
    )


async def answered_by(tx: Tx, step_id: int) -> list[int]:
    """Everybody whose answer this step came of."""
    return await tx.all(int, "SELECT DISTINCT person_id FROM idea_answers WHERE step_id = ?", step_id)


async def take_back(tx: Tx, answer_id: int, now: int) -> None:
    await tx.run("UPDATE idea_answers SET taken_back_at = ? WHERE id = ? AND taken_back_at IS NULL", now, answer_id)


async def take_back_step(tx: Tx, step_id: int, person_id: int, now: int) -> None:
    """The answer that made this step counts no longer; the other party's stands by itself again."""
    await tx.run(
        "UPDATE idea_answers SET taken_back_at = ? WHERE step_id = ? AND person_id = ? AND taken_back_at IS NULL",
        now,
        step_id,
        person_id,
    )
    await tx.run("UPDATE idea_answers SET step_id = NULL WHERE step_id = ? AND taken_back_at IS NULL", step_id)
    await tx.run("UPDATE idea_answers SET ended_by = NULL WHERE ended_by = ?", step_id)


async def end(tx: Tx, idea_id: int, step_id: int) -> None:
    """The question is open again: everybody is asked anew."""
    await tx.run("UPDATE idea_answers SET ended_by = ? WHERE idea_id = ? AND ended_by IS NULL", step_id, idea_id)


async def draw(tx: Tx, idea: Idea, to: Space, person_id: int, role: Role, reason: str, now: int) -> None:
    """Puts the idea into another space, on record. The spot stays what it is."""
    await tx.run("UPDATE ideas SET space = ? WHERE id = ?", to.value, idea.id)
    await tx.run(
        "INSERT INTO idea_boundaries (idea_id, person_id, role, from_space, to_space, reason, drawn_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        idea.id,
        person_id,
        role.value,
        idea.space.value,
        to.value,
        reason,
        now,
    )


async def boundaries(tx: Tx, idea_id: int) -> list[Boundary]:
    return await tx.all(
        lambda person_id, role, before, after, reason, drawn_at: Boundary(
            person_id, Role(role), Space(before), Space(after), reason, drawn_at
        ),
        "SELECT person_id, role, from_space, to_space, reason, drawn_at FROM idea_boundaries"
        " WHERE idea_id = ? ORDER BY id",
        idea_id,
    )


def _given(
    answer_id: int,
    idea_id: int,
    person_id: int,
    role: str,
    space: str,
    answer: str,
    reason: str,
    until: int | None,
    given_at: int,
    step_id: int | None,
    taken_back_at: int | None,
) -> Given:
    return Given(
        answer_id, idea_id, person_id, Role(role), Space(space), Answer(answer), reason, until, given_at, step_id,
        taken_back_at,
    )  # fmt: skip
