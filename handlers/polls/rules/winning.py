"""What won, whatever kind of poll it was. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.polls import rules
from handlers.polls.rules import Entry, Kind, Outcome, budgets, moments


@dataclass(frozen=True)
class Terms:
    """When it was closed, in ms, for moments; and the money there is, in yuan, for baskets."""

    decided_at: int = 0
    total: int = 0


def outcome(kind: Kind, entries: Sequence[Entry], voters: int, asked: int, terms: Terms) -> Outcome:
    """A time poll has one leader or none, `best` being its yes; leaders of a budget poll are all that the money is
    enough for, `best` being what they cost together."""
    match kind:
        case Kind.TIME:
            suits = moments.winner(entries, terms.decided_at)
            leaders: tuple[str, ...] = (suits.words,) if suits else ()
            best = moments.suited(suits).yes if suits else 0
        case Kind.BUDGET:
            leaders = budgets.funded(entries, terms.total)
            best = sum(one.cost or 0 for one in entries if one.words in leaders)
        case _:
            return rules.outcome(kind, list(entries), voters, asked)
    return Outcome(voters, max(asked - voters, 0), leaders, best)


def worth_of(kind: Kind, entry: Entry) -> int:
    """What its bar is long for: of a moment its yes."""
    return moments.suited(entry).yes if kind is Kind.TIME else rules.worth_of(kind, entry)
