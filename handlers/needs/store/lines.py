"""The money of a change: lines that are added and never changed, who agreed, and receipts for the team.

`needs_two` is 0, 1 where a second person has to agree, and REFUSED where somebody said instead that it is not right:
it stays readable, waits no longer and never counts.
"""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.needs.rules import Money

REFUSED = 2
AGREED = (
    "({0}.needs_two = 0 OR ({0}.needs_two = 1"
    " AND EXISTS (SELECT 1 FROM money_agreements a WHERE a.line_id = {0}.id)))"
)
# A correction counts with the line it corrects.
COUNTS = (
    f"({AGREED.format('l')} AND (l.corrects IS NULL OR EXISTS (SELECT 1 FROM money_lines c"  # noqa: S608 our own words
    f" WHERE c.id = l.corrects AND {AGREED.format('c')})))"
)
LINE = (
    "SELECT l.id, l.idea_id, (SELECT count(*) FROM money_lines o"  # noqa: S608 our own words
    " WHERE o.idea_id = l.idea_id AND o.id <= l.id),"
    " l.kind, l.amount, l.words, l.corrects, (SELECT count(*) FROM money_lines o WHERE o.idea_id = l.idea_id"
    f" AND o.id <= l.corrects), l.needs_two, {COUNTS}, l.noted_by, l.noted_at FROM money_lines l"
)


@dataclass(frozen=True)
class Line:
    """`number` counts within its change, `corrected` is that of the line it corrects. Amounts are hundredths."""

    id: int
    idea_id: int
    number: int
    kind: Money
    amount: int
    words: str
    corrects: int | None
    corrected: int
    needs_two: bool
    refused: bool
    counts: bool
    noted_by: int | None
    noted_at: int


async def find(tx: Tx, place_id: int, line_id: int) -> Line | None:
    return await tx.one(_line, f"{LINE} WHERE l.place_id = ? AND l.id = ?", place_id, line_id)


async def of_idea(tx: Tx, place_id: int, idea_id: int) -> list[Line]:
    """All of them, in their order."""
    return await tx.all(_line, f"{LINE} WHERE l.place_id = ? AND l.idea_id = ? ORDER BY l.id", place_id, idea_id)


async def waiting(tx: Tx, place_id: int) -> list[Line]:
    """For a second person."""
    return await tx.all(
        _line, f"{LINE} WHERE l.place_id = ? AND l.needs_two = 1 AND NOT {AGREED.format('l')} ORDER BY l.id", place_id
    )


async def stands_at(tx: Tx, line_id: int) -> int:
    """The amount with all that corrects it, agreed or not: two corrections must not be made of the same."""
    sql = "SELECT coalesce(sum(amount), 0) FROM money_lines WHERE (id = ? OR corrects = ?) AND needs_two < ?"
    return await tx.one(int, sql, line_id, line_id, REFUSED) or 0


async def add(
    tx: Tx, place_id: int, idea_id: int, kind: Money, amount: int, words: str, corrects: int | None, needs_two: int,
    by: int, now: int,
) -> int:  # fmt: skip
    line_id = await tx.one(
        int,
        "INSERT INTO money_lines (place_id, idea_id, kind, amount, words, corrects, needs_two, noted_by, noted_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        place_id,
        idea_id,
        kind.value,
        amount,
        words,
        corrects,
        needs_two,
        by,
        now,
    )
    if line_id is None:
        raise LookupError("the new line has no id")
    return line_id


async def agree(tx: Tx, line_id: int, person_id: int, now: int) -> None:
    sql = "INSERT INTO money_agreements (line_id, person_id, agreed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
    await tx.run(sql, line_id, person_id, now)


async def refuse(tx: Tx, line_id: int) -> None:
    """Of what waits; with the corrections of it, which wait as well."""
    sql = "UPDATE money_lines SET needs_two = ? WHERE needs_two = 1 AND (id = ? OR corrects = ?)"
    await tx.run(sql, REFUSED, line_id, line_id)


async def add_receipt(tx: Tx, line_id: int, media_id: int, person_id: int, album: str | None, now: int) -> None:
    await tx.run(
        "INSERT INTO money_receipts (line_id, media_id, person_id, album, sent_at) VALUES (?, ?, ?, ?, ?)",
        line_id,
        media_id,
        person_id,
        album,
        now,
    )


async def of_album(tx: Tx, person_id: int, album: str) -> int | None:
    """The line that the earlier pictures of an album are receipts of."""
    sql = "SELECT line_id FROM money_receipts WHERE album = ? AND person_id = ? ORDER BY id LIMIT 1"
    return await tx.one(int, sql, album, person_id)


async def receipts(tx: Tx, line_id: int) -> list[int]:
    """The media ids of those that may be shown, to the team."""
    return await tx.all(
        int,
        "SELECT m.id FROM money_receipts r JOIN media m ON m.id = r.media_id WHERE r.line_id = ?"
        " AND m.state = 'ready' ORDER BY r.id",
        line_id,
    )


async def count_receipts(tx: Tx, line_id: int) -> int:
    return await tx.one(int, "SELECT count(*) FROM money_receipts WHERE line_id = ?", line_id) or 0


async def drop_receipt(tx: Tx, media_id: int) -> int | None:
    """Who sent what turned out to be no picture."""
    return await tx.one(int, "DELETE FROM money_receipts WHERE media_id = ? RETURNING person_id", media_id)


def _line(
    line_id: int, idea_id: int, number: int, kind: str, amount: int, words: str, corrects: int | None, corrected: int,
    needs_two: int, counts: int, noted_by: int | None, noted_at: int,
) -> Line:  # fmt: skip
    return Line(
        line_id, idea_id, number, Money(kind), amount, words, corrects, corrected, needs_two == 1,
        needs_two == REFUSED, bool(counts), noted_by, noted_at,
    )  # fmt: skip
