"""Where everything stands on a sheet of A4, so that nothing overflows however long a name is. Pure, no ink."""

from dataclasses import dataclass

from bot.graphics import lettering, ornaments
from handlers.posters.setting import Box, Column, Saying, Words, bottom, in_a_row, mm, one_below_another

WIDE_MM, HIGH_MM = 210, 297  # A4, ISO 216
WIDTH, HEIGHT = mm(WIDE_MM), mm(HIGH_MM)
SAFE = mm(10)  # printers leave this much white
MARGIN = mm(15)
ROOM = WIDTH - 2 * MARGIN
CARD_WIDE, PHOTO_HIGH = mm(56), mm(37)
HEADING_TOP, CARDS_TOP = mm(187), mm(198)
ADDRESS_HIGH = mm(13)
DATE_TOP = HEIGHT - mm(16)


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


@dataclass(frozen=True)
class Code:
    box: Box
    address: str


@dataclass(frozen=True)
class Photo:
    """`jpeg` is None where a nest stands for it."""

    box: Box
    jpeg: bytes | None


@dataclass(frozen=True)
class Leaves:
    """A vine across the sheet."""

    box: Box


Item = Words | Code | Photo | Leaves


def lay_out(poster: Poster) -> list[Item]:
    """The name on top, the code in the middle, news beneath; without news the code is larger."""
    head = Box(MARGIN, MARGIN, WIDTH - MARGIN, MARGIN + mm(36))
    name = one_below_another([poster.name], Column(head, (24, 20, 16, 13, 10, 8), weight=2.5))
    y = bottom(name, MARGIN + mm(10)) + mm(3)
    items: list[Item] = [*name, Leaves(Box(MARGIN, y, WIDTH - MARGIN, y + mm(9)))]
    y += mm(16)
    items += [*_beside(poster, y), *_news(poster)] if poster.cards else _stacked(poster, y)
    date = Column(Box(MARGIN, DATE_TOP, WIDTH - MARGIN, HEIGHT - SAFE), (3.4,), colour=ornaments.TWIG, weight=0)
    return [*items, *one_below_another([Saying(poster.printed, "en")], date)]


def _beside(poster: Poster, top: float) -> list[Item]:
    """The code, and what it is for: on the left of it where the place reads from the right."""
    side = min(mm(94), HEADING_TOP - mm(2) - ADDRESS_HIGH - top)
    flipped = lettering.backwards(poster.name.language)
    left = WIDTH - MARGIN - side if flipped else MARGIN
    near, far = (MARGIN, left - mm(6)) if flipped else (left + side + mm(6), WIDTH - MARGIN)
    column = Column(Box(near, top + mm(4), far, top + side), (10, 9, 8, 7, 6, 5, 4), "start", gap=mm(7))
    words = one_below_another(poster.invitation, column)
    # In the middle of what the code leaves beside it, not hanging from its upper edge.
    spare = (top + side - bottom(words, top + side)) / 2
    lower = Box(near, column.box.top + spare, far, top + side + mm(2))
    words = one_below_another(poster.invitation, Column(lower, column.sizes, "start", gap=column.gap))
    return [Code(Box(left, top, left + side, top + side), poster.address), *words, *_address(poster, top + side)]


def _stacked(poster: Poster, top: float) -> list[Item]:
    side = mm(104)
    left = (WIDTH - side) / 2
    address = _address(poster, top + side)
    y = bottom(address, top + side) + mm(5)
    sayings = [*poster.invitation, *poster.nothing_yet]
    column = Column(Box(MARGIN, y, WIDTH - MARGIN, DATE_TOP - mm(3)), (9, 8, 7, 6, 5, 4), gap=mm(3))
    code = Code(Box(left, top, left + side, top + side), poster.address)
    return [code, *address, *one_below_another(sayings, column)]


def _address(poster: Poster, top: float) -> list[Words]:
    box = Box(MARGIN, top + mm(1), WIDTH - MARGIN, top + ADDRESS_HIGH)
    return one_below_another([Saying(poster.address, "en")], Column(box, (6, 5, 4.4, 3.8)))


def _news(poster: Poster) -> list[Item]:
    heading = Box(MARGIN, HEADING_TOP, WIDTH - MARGIN, CARDS_TOP - mm(1))
    items: list[Item] = [*in_a_row(poster.heading, Column(heading, (6, 5, 4, 2.2), colour=ornaments.LEAF_DARK))]
    gap = (ROOM - 3 * CARD_WIDE) / 2
    count = len(poster.cards)
    left = (WIDTH - count * CARD_WIDE - (count - 1) * gap) / 2
    backwards = lettering.backwards(poster.name.language)
    for place, card in enumerate(reversed(poster.cards) if backwards else poster.cards):
        items += _card(card, left + place * (CARD_WIDE + gap))
    return items


def _card(card: Card, left: float) -> list[Item]:
    right, under = left + CARD_WIDE, CARDS_TOP + PHOTO_HIGH
    said = card.words or Saying(f"№ {card.number}", "en")
    words = one_below_another(
        [said], Column(Box(left, under + mm(2), right, under + mm(23.5)), (5.4, 4.8), weight=0.6)
    )
    y = bottom(words, under + mm(2)) + mm(1)
    statuses = in_a_row(
        card.statuses, Column(Box(left, y, right, y + mm(17)), (4, 3.6), colour=ornaments.LEAF_DARK, weight=0.6)
    )
    return [Photo(Box(left, CARDS_TOP, right, under), card.jpeg), *words, *statuses]
