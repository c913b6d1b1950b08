"""Who decided, as rows: a month each; a number under five is left out, as on the page."""

from dataclasses import dataclass

from bot.database.db import Tx
from handlers.ledger import rules
from handlers.ledger.store import months
from handlers.ledger.store.months import Month

MOST = 1200  # months


@dataclass(frozen=True)
class LedgerRow:
    """`month` is like 2026-09. By whom is empty where there were fewer than five decisions."""

    month: str
    by_owner: int | None
    by_team: int | None
    by_vote: int | None
    by_city: int | None
    by_yard: int | None
    by_several: int | None
    by_silence: int | None
    answered: int | None
    median_days: int | None
    oldest_days: int | None
    voices: int | None
    first_voices: int | None
    undone: int | None
    hidden: int | None


async def rows(tx: Tx, place_id: int) -> list[LedgerRow]:
    """Oldest first."""
    return [_row(one) for one in reversed(await months.newest(tx, place_id, MOST))]


def _row(one: Month) -> LedgerRow:
    counts, (year, number) = one.counts, divmod(one.month, rules.MONTHS_A_YEAR)
    who = counts.decided >= rules.FEWEST
    days = counts.answered >= rules.FEWEST
    return LedgerRow(
        month=f"{year}-{number + 1:02}",
        by_owner=counts.by_owner if who else None,
        by_team=counts.by_team if who else None,
        by_vote=counts.by_vote if who else None,
        by_city=counts.by_city if who else None,
        by_yard=counts.by_yard if who else None,
        by_several=counts.by_several if who else None,
        by_silence=rules.told(counts.by_silence),
        answered=rules.told(counts.answered),
        median_days=counts.median_days if days else None,
        oldest_days=counts.oldest_days if days else None,
        voices=rules.told(counts.voices),
        first_voices=rules.told(counts.first_voices),
        undone=rules.told(counts.undone),
        hidden=rules.told(counts.hidden),
    )
