"""Questions to experts as rows: what was asked, what was answered, how long it took; no person."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.experts.rules import Field

DAY = 86_400_000  # ms


@dataclass(frozen=True)
class ExpertRow:
    """`idea` is its number. Words and answer stand here once the team let others read them."""

    idea: int | None
    field: str
    state: str
    words: str
    answer: str
    days: int | None
    helped: int
    asked_at: int


async def rows(tx: Tx, place_id: int) -> list[ExpertRow]:
    return await tx.all(
        _row,
        "SELECT i.number, q.field, q.called, q.state, q.words, q.answer, q.shown + q.useful, q.answered_at,"
        " q.asked_at, (SELECT count(*) FROM expert_helped h WHERE h.question_id = q.id"
        " AND h.person_id <> coalesce(q.asked_by, 0)) FROM expert_questions q"
        " LEFT JOIN ideas i ON i.id = q.idea_id WHERE q.place_id = ? AND q.state <> 'draft' ORDER BY q.id",
        place_id,
    )


def _row(
    idea: int | None, field: str, called: str, state: str, words: str, answer: str, read: int,
    answered_at: int | None, asked_at: int, helped: int,
) -> ExpertRow:  # fmt: skip
    return ExpertRow(
        idea=idea,
        field=called if Field(field) is Field.OTHER else field,
        state=state,
        words=words if read else "",
        answer=answer if read else "",
        days=(answered_at - asked_at) // DAY if answered_at is not None else None,
        helped=helped,
        asked_at=asked_at,
    )
