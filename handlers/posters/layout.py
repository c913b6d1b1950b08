"""What stands on a poster; where it stands is in poster.typ."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Saying:
    words: str
    language: str


@dataclass(frozen=True)
class Card:
    """What became of an idea; `words` is None for one that is a photo alone."""

    number: int
    words: Saying | None
    statuses: tuple[Saying, ...]
    jpeg: bytes | None = None


@dataclass(frozen=True)
class Poster:
    """All that it says. `nothing_yet` stands where there are no cards."""

    name: Saying
    invitation: tuple[Saying, ...]
    address: str
    heading: tuple[Saying, ...]
    cards: tuple[Card, ...]
    nothing_yet: tuple[Saying, ...]
    printed: str
