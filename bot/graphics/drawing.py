"""Draws what a message shows better than it tells: the result of a poll, a collage, a card."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageOps

from bot.graphics import lettering, ornaments
from bot.graphics.lettering import Pen

WIDTH = 1080
MARGIN = 64
ROOM = WIDTH - 2 * MARGIN
BAR = 46
NUMBER_ROOM = 130

COLLAGE_WIDTH = 1280
GAP = 14
ROWS = {
    1: (1,),
    2: (2,),
    3: (1, 2),
    4: (2, 2),
    5: (2, 3),
    6: (3, 3),
    7: (2, 3, 2),
    8: (3, 2, 3),
    9: (3, 3, 3),
}
COLLAGE_HEIGHTS = {1: 800, 2: 1060, 3: 1240}  # by the number of rows

CARD_LEAST_HEIGHT = 640


@dataclass(frozen=True)
class Bar:
    """`shown` is written instead of the value. `tone`, a key of TONES, is how the bar is meant; without one the
    longest bars lead."""

    label: str
    value: int
    shown: str | None = None
    tone: str | None = None


@dataclass(frozen=True)
class Look:
    fill: str
    ink: str
    bold: bool


TONES = {
    "plain": Look(ornaments.TWIG_PALE, ornaments.INK, bold=False),
    "good": Look(ornaments.LEAF, ornaments.LEAF_DARK, bold=True),
    "doubtful": Look(ornaments.STRAW, ornaments.INK, bold=False),
    "bad": Look(ornaments.BRICK, ornaments.BRICK_DARK, bold=True),
}


@dataclass(frozen=True)
class Line:
    text: str
    pen: Pen
    baseline: int


def bar_chart(title: str, bars: Sequence[Bar], note: str, language: str, full: int = 0) -> bytes:
    """A PNG, 1080 px wide and as high as it takes, under 150 kB. Leaders are green; `full` fills a bar. Blocks."""
    best = max((bar.value for bar in bars), default=0)
    lines, y = _set_lines(title, Pen(52, ornaments.INK, language, weight=0.9), MARGIN + 20, 4, ROOM - 130)
    y = max(y, MARGIN + 96) + 24
    tracks: list[tuple[Bar, int]] = []
    for bar in bars:
        look = _look(bar, best)
        pen = Pen(36, look.ink, language, weight=0.6 if look.bold else 0)
        label, y = _set_lines(bar.label, pen, y, 3 if len(bars) <= 6 else 2, ROOM)
        tracks.append((bar, y + 10))
        lines += label
        y += 10 + BAR + 34
    below, y = _set_lines(note, Pen(30, ornaments.TWIG, language), y + 6, 4, ROOM)
    picture = ornaments.sheet(WIDTH, y + MARGIN - 10)
    for bar, top in tracks:
        _draw_bar(picture, bar, top, _look(bar, best), full or best, language)
    _write_lines(picture, [*lines, *below])
    nest_x = MARGIN + 46 if lettering.backwards(language) else WIDTH - MARGIN - 46
    ornaments.nest(picture, (nest_x, MARGIN + 46), 104)
    return ornaments.png(picture)


def collage(pictures: Sequence[tuple[bytes, str]], language: str) -> bytes:
    """One to nine JPEGs, each with a short label, as a JPEG of at most 1280 px. Blocks. Raises ValueError."""
    if len(pictures) not in ROWS:
        raise ValueError("a collage holds one to nine pictures")
    rows = ROWS[len(pictures)]
    sheet = ornaments.sheet(COLLAGE_WIDTH, COLLAGE_HEIGHTS[len(rows)])
    high = (sheet.height - GAP * (len(rows) + 1)) / len(rows)
    waiting = iter(pictures)
    for row, count in enumerate(rows):
        wide = (sheet.width - GAP * (count + 1)) / count
        for column in range(count):
            jpeg, label = next(waiting)
            place = count - 1 - column if lettering.backwards(language) else column
            left, top = round(GAP + place * (wide + GAP)), round(GAP + row * (high + GAP))
            _paste_picture(sheet, jpeg, (left, top, left + round(wide), top + round(high)))
            _draw_badge(sheet, label, (left, top, left + round(wide), top + round(high)), language)
    file = BytesIO()
    sheet.save(file, "JPEG", quality=82, optimize=True, progressive=True)
    return file.getvalue()


def card(title: str, lines: Sequence[str], language: str) -> bytes:
    """A PNG for an idea or an event that has no photo. Blocks."""
    set_lines, y = _set_lines(title, Pen(60, ornaments.INK, language, weight=1.1), 250, 4, ROOM)
    y += 20
    for line in lines:
        more, y = _set_lines(line, Pen(38, ornaments.TWIG, language), y, 3, ROOM)
        set_lines += more
        y += 8
    picture = ornaments.sheet(WIDTH, max(CARD_LEAST_HEIGHT, y + 150))
    bottom = picture.height
    ornaments.rounded(picture, (20, 20, WIDTH - 20, bottom - 20), 36, ornaments.TRACK)
    ornaments.rounded(picture, (25, 25, WIDTH - 25, bottom - 25), 32, ornaments.PAPER)
    near, far = (WIDTH - MARGIN, WIDTH - 430) if lettering.backwards(language) else (MARGIN, 430)
    ornaments.twig(picture, (WIDTH - near, bottom - 70), (WIDTH - far, bottom - 110))
    nest_x = WIDTH - MARGIN - 66 if lettering.backwards(language) else MARGIN + 66
    ornaments.nest(picture, (nest_x, 128), 150)
    _write_lines(picture, set_lines)
    return ornaments.png(picture)


def _set_lines(text: str, pen: Pen, top: int, most: int, room: float) -> tuple[list[Line], int]:
    """Lines with their baselines, and where the next thing may begin."""
    step = round(pen.size * 1.42)
    lines = lettering.wrapped(text, pen, room, most)
    return [
        Line(line, pen, top + round(pen.size * 1.02) + step * number) for number, line in enumerate(lines)
    ], top + step * len(lines)


def _write_lines(picture: Image.Image, lines: Sequence[Line]) -> None:
    draw = ImageDraw.Draw(picture)
    for line in lines:
        x = picture.width - MARGIN if lettering.backwards(line.pen.language) else MARGIN
        lettering.write(draw, (x, line.baseline), line.text, line.pen)


def _look(bar: Bar, best: int) -> Look:
    return TONES[bar.tone or ("good" if bar.value == best > 0 else "plain")]


def _draw_bar(picture: Image.Image, bar: Bar, top: int, look: Look, full: int, language: str) -> None:
    long = ROOM - NUMBER_ROOM
    filled = max(BAR if bar.value else 0, round(long * min(bar.value / full, 1))) if full else 0
    for size, colour in ((long, ornaments.TRACK), (filled, look.fill)):
        left = WIDTH - MARGIN - size if lettering.backwards(language) else MARGIN
        ornaments.rounded(picture, (left, top, left + size, top + BAR), BAR / 2, colour)
    pen = Pen(44, look.ink, language, weight=1 if look.bold else 0)
    x = MARGIN if lettering.backwards(language) else WIDTH - MARGIN
    shown = str(bar.value) if bar.shown is None else bar.shown
    lettering.write(ImageDraw.Draw(picture), (x, top + 39), shown, pen, "end")


def _paste_picture(sheet: Image.Image, jpeg: bytes, box: tuple[int, int, int, int]) -> None:
    size = (box[2] - box[0], box[3] - box[1])
    with Image.open(BytesIO(jpeg), formats=["JPEG"]) as picture:
        picture.draft("RGB", size)
        fitted = ImageOps.fit(picture.convert("RGB"), size, Image.Resampling.LANCZOS)
    mask = Image.new("RGB", size, "black")
    ornaments.rounded(mask, (0, 0, *size), 22, "white")
    sheet.paste(fitted, box, mask.convert("L"))


def _draw_badge(sheet: Image.Image, label: str, box: tuple[int, int, int, int], language: str) -> None:
    pen = Pen(40, ornaments.INK, language, weight=0.7)
    line = next(iter(lettering.wrapped(label, pen, box[2] - box[0] - 90, 1)), "")
    if not line:
        return
    wide = max(74, round(lettering.width(line, pen)) + 44)
    left = box[2] - 16 - wide if lettering.backwards(language) else box[0] + 16
    top = box[3] - 16 - 64
    ornaments.rounded(sheet, (left - 3, top - 3, left + wide + 3, top + 67), 35, ornaments.LEAF)
    ornaments.rounded(sheet, (left, top, left + wide, top + 64), 32, ornaments.PAPER)
    lettering.write(ImageDraw.Draw(sheet), (left + wide / 2, top + 47), line, pen, "middle")
