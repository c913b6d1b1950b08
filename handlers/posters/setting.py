"""Sets words into a column in the largest size that fits, and says exactly where each line lies."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.graphics import lettering, ornaments
from bot.graphics.lettering import Pen, Side

DOTS = 300  # an inch: what printers print
STEP = 1.45  # from baseline to baseline, in sizes; Uyghur letters reach high and deep
RISE = 1.05  # from the top of a line to its baseline


def mm(length: float) -> int:
    return round(length * DOTS / 25.4)


@dataclass(frozen=True)
class Saying:
    words: str
    language: str


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Words:
    """One line; `side` is the end of it that lies at `x`."""

    box: Box
    text: str
    pen: Pen
    x: float
    baseline: float
    side: Side


@dataclass(frozen=True)
class Column:
    """A box for words. `side` is where each line stands in it, `sizes` (mm) are tried from the first to the last."""

    box: Box
    sizes: tuple[float, ...]
    side: Side = "middle"
    colour: str = ornaments.INK
    weight: float = 0.8
    gap: int = 0

    @property
    def room(self) -> float:
        return self.box.right - self.box.left

    def pen(self, size: float, language: str) -> Pen:
        return Pen(mm(size), self.colour, language, self.weight)


def one_below_another(sayings: Sequence[Saying], column: Column) -> list[Words]:
    """Each begins a new line. In the smallest size the ends of what is too long are cut."""
    gaps = column.gap * (len(sayings) - 1)
    for size in column.sizes:
        blocks = [lettering.wrapped(one.words, column.pen(size, one.language), column.room, 99) for one in sayings]
        if sum(map(len, blocks)) * _step(size) + gaps <= column.box.bottom - column.box.top:
            return _placed(sayings, blocks, column, size)
    smallest = column.sizes[-1]
    most = int((column.box.bottom - column.box.top - gaps) / _step(smallest))
    each = max(1, most // max(1, len(sayings)))
    pens = [column.pen(smallest, one.language) for one in sayings]
    cut = [lettering.wrapped(one.words, pen, column.room, each) for one, pen in zip(sayings, pens, strict=True)]
    return _placed(sayings, cut, column, smallest)


def in_a_row(sayings: Sequence[Saying], column: Column) -> list[Words]:
    """Beside one another in the middle of the column where they fit, else one below another."""
    for size in column.sizes:
        pens = [column.pen(size, one.language) for one in sayings]
        widths = [lettering.width(one.words, pen) for one, pen in zip(sayings, pens, strict=True)]
        between = lettering.width("·", column.pen(size, "en")) + 2 * mm(size) * 0.6
        whole = sum(widths) + between * (len(sayings) - 1)
        if whole > column.room:
            continue
        placed: list[Words] = []
        x = column.box.left + (column.room - whole) / 2
        for number, (one, pen, wide) in enumerate(zip(sayings, pens, widths, strict=True)):
            if number:
                dot = column.pen(size, "en")
                placed.append(_line("·", dot, column.box.top, x + between / 2, "middle"))
                x += between
            placed.append(_line(one.words, pen, column.box.top, x + wide / 2, "middle"))
            x += wide
        return placed
    return one_below_another(sayings, column)


def bottom(lines: Sequence[Words], otherwise: float) -> float:
    return max((line.box.bottom for line in lines), default=otherwise)


def _placed(sayings: Sequence[Saying], blocks: Sequence[Sequence[str]], column: Column, size: float) -> list[Words]:
    placed: list[Words] = []
    y = column.box.top
    for saying, lines in zip(sayings, blocks, strict=True):
        pen = column.pen(size, saying.language)
        for line in lines:
            placed.append(_line(line, pen, y, _at(column, pen), column.side))
            y += _step(size)
        y += column.gap
    return placed


def _at(column: Column, pen: Pen) -> float:
    if column.side == "middle":
        return (column.box.left + column.box.right) / 2
    return column.box.right if (column.side == "start") == lettering.backwards(pen.language) else column.box.left


def _line(text: str, pen: Pen, top: float, x: float, side: Side) -> Words:
    wide = lettering.width(text, pen)
    left = x - wide / 2
    if side != "middle":
        left = x - wide if (side == "start") == lettering.backwards(pen.language) else x
    box = Box(left, top, left + wide, top + pen.size * STEP)
    return Words(box, text, pen, x, top + pen.size * RISE, side)


def _step(size: float) -> float:
    return mm(size) * STEP
