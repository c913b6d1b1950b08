"""What changes need and their money, as rows: how many promised, and never who."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.needs.store.lines import COUNTS

PLEDGES = "(SELECT count(*) FROM need_pledges p WHERE p.need_id = n.id AND p.state {which})"
NUMBER = "(SELECT count(*) FROM money_lines o WHERE o.idea_id = l.idea_id AND o.id <= {line})"


@dataclass(frozen=True)
class NeedRow:
    """`idea` is the number of the change."""

    idea: int | None
    kind: str
    words: str
    level: str
    by_at: int | None
    state: str
    promised: int
    brought: int
    given_back: int
    begun_at: int
    ended_at: int | None


@dataclass(frozen=True)
class MoneyRow:
    """`line` counts within its change; amounts are hundredths of a yuan; `counts` is 0 until a second one agreed."""

    idea: int | None
    line: int
    kind: str
    hundredths: int
    words: str
    corrects: int | None
    counts: int
    noted_at: int


async def needs(tx: Tx, place_id: int) -> list[NeedRow]:
    ways = ("= 'promised'", "IN ('here', 'given_back')", "= 'given_back'")
    pledges = ", ".join(PLEDGES.format(which=one) for one in ways)
    return await tx.all(
        NeedRow,
        f"SELECT i.number, n.kind, n.words, n.level, n.by_at, n.state, {pledges}, n.begun_at, n.ended_at"  # noqa: S608
        " FROM needs n JOIN ideas i ON i.id = n.idea_id WHERE n.place_id = ? AND n.state <> 'draft' ORDER BY n.id",
        place_id,
    )


async def money(tx: Tx, place_id: int) -> list[MoneyRow]:
    line, corrected = NUMBER.format(line="l.id"), NUMBER.format(line="l.corrects")
    return await tx.all(
        lambda idea, number, kind, amount, words, corrects, counts, at: MoneyRow(
            idea, number, kind, amount, words, corrects or None, int(counts), at
        ),
        f"SELECT i.number, {line}, l.kind, l.amount, l.words, {corrected}, {COUNTS}, l.noted_at"  # noqa: S608
        " FROM money_lines l JOIN ideas i ON i.id = l.idea_id WHERE l.place_id = ? ORDER BY l.id",
        place_id,
    )
