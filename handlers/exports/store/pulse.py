"""Whether the place gets better, as rows: a question of a round each, from the chat and from paper, from five on."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.pulse import rules
from handlers.pulse.store import counts, rounds

MOST = 400  # rounds: a hundred years


@dataclass(frozen=True)
class PulseRow:
    """Without what the shopkeeper answers. `asked` and `answered` are of the chat; on paper nobody knows."""

    opened_at: int
    closed_at: int | None
    question: str
    source: str
    good: int
    same: int
    bad: int
    asked: int | None
    answered: int | None


async def rows(tx: Tx, place_id: int) -> list[PulseRow]:
    """Oldest first; of rounds that are over."""
    found: list[PulseRow] = []
    for one in reversed(await rounds.closed(tx, place_id, MOST)):
        for count in rules.public(await counts.of(tx, one.id)):
            chat = count.source is rules.Source.CHAT
            found.append(
                PulseRow(
                    one.opened_at,
                    one.closed_at,
                    count.question.value,
                    count.source.value,
                    count.good,
                    count.same,
                    count.bad,
                    one.asked if chat else None,
                    one.answered if chat else None,
                )
            )
    return found
