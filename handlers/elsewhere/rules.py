"""How long a link to carry on elsewhere is good, and which of two people remains when they become one."""

from dataclasses import dataclass
from datetime import timedelta

GOOD_FOR = timedelta(minutes=15)
TOKEN_BYTES = 16  # 128 bit
PREFIX = "e"  # the word before "-" in a link that carries somebody over
MOST_LINKS = 10  # a day from one door of hers


@dataclass(frozen=True)
class Half:
    """One of the two who may become one. `agreed` says whether she agreed to the notice, `roles` how many she has."""

    person_id: int
    agreed: bool
    roles: int
    created_at: int


def who_remains(one: Half, other: Half) -> tuple[int, int]:
    """Whoever agreed, then whoever has more roles, then whoever came first; and the other."""
    first, second = sorted(
        (one, other), key=lambda half: (not half.agreed, -half.roles, half.created_at, half.person_id)
    )
    return first.person_id, second.person_id
