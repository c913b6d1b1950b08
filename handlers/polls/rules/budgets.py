"""A budget poll: what a basket costs, what may still come into it, and what the money is enough for. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from handlers.polls.rules import Entry

MOST = 10_000_000  # yuan
AMOUNT = re.compile(
    r"[¥￥]?\s*(\d{1,3}(?:[,，\s]\d{3})+|\d{1,8})(?:[.,]0{1,2})?\s*(?:元|块|块钱|يۈەن|yuan)?", re.IGNORECASE
)


def read_amount(words: str) -> int | None:
    """Whole yuan: "2000", "2,000 元", "¥300"."""
    found = AMOUNT.fullmatch(unicodedata.normalize("NFKC", words).strip())
    if found is None:
        return None
    amount = int(re.sub(r"\D", "", found[1]))
    return amount if 0 < amount <= MOST else None


def shown(amount: int) -> str:
    """With commas, which all three languages read."""
    return f"{amount:,}"


def left(total: int, costs: Mapping[int, int], basket: Iterable[int]) -> int:
    """What is left when these options are in the basket."""
    return total - sum(costs[option_id] for option_id in basket)


def is_whole(costs: Sequence[int | None], total: int) -> bool:
    """Whether there is something to decide: each has its price and could be in a basket, all together could not."""
    known = [one for one in costs if one is not None]
    return len(known) == len(costs) and max(known, default=0) <= total < sum(known)


def funded(entries: Sequence[Entry], total: int) -> tuple[str, ...]:
    """By how many want it, then what costs less, then its number: each is in when the rest is still enough for it.
    What nobody wants is not in."""
    order = sorted(range(len(entries)), key=lambda at: (-entries[at].votes, entries[at].cost or 0, at))
    names: list[str] = []
    for at in order:
        cost = entries[at].cost or 0
        if entries[at].votes and cost <= total:
            names.append(entries[at].words)
            total -= cost
    return tuple(names)
