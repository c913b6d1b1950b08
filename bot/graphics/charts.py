"""Draws what a message shows better than it tells: the result of a poll, a collage, a card."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

from bot.graphics import shapes, typesetting
from bot.graphics.typesetting import TEMPLATES, drawable

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

Window = tuple[int, int, int, int]
"""Left, top, right and bottom of a photo in a collage."""


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
    """Names of colours."""

    fill: str
    ink: str
    bold: bool


TONES = {
    "plain": Look("TWIG_PALE", "INK", bold=False),
    "good": Look("LEAF", "LEAF_DARK", bold=True),
    "doubtful": Look("STRAW", "INK", bold=False),
    "bad": Look("BRICK", "BRICK_DARK", bold=True),
}


def bar_chart(title: str, bars: Sequence[Bar], note: str, language: str, full: int = 0) -> bytes:
    """A PNG, 1080 px wide and as high as it takes, under 150 kB. Leaders are green; `full` fills a bar. Blocks."""
    best = max((bar.value for bar in bars), default=0)
    said = {
        "title": drawable(title),
        "bars": [_bar(bar, best, full or best) for bar in bars],
        "note": drawable(note),
        "language": language,
    }
    return shapes.small(typesetting.png(TEMPLATES / "chart.typ", said))


def card(title: str, lines: Sequence[str], language: str) -> bytes:
    """A PNG for an idea or an event that has no photo. Blocks."""
    said = {
        "title": drawable(title),
        "lines": [drawable(line) for line in lines],
        "least": CARD_LEAST_HEIGHT,
        "language": language,
    }
    return shapes.small(typesetting.png(TEMPLATES / "card.typ", said))


def collage(pictures: Sequence[tuple[bytes, str]], language: str) -> bytes:
    """One to nine JPEGs, each with a short label, as a JPEG of at most 1280 px. Blocks. Raises ValueError."""
    if len(pictures) not in ROWS:
        raise ValueError("a collage holds one to nine pictures")
    sheet = Image.new("RGB", (COLLAGE_WIDTH, COLLAGE_HEIGHTS[len(ROWS[len(pictures)])]))
    windows = _windows(len(pictures), sheet.height, language)
    for (jpeg, _), window in zip(pictures, windows, strict=True):
        sheet.paste(fitted(jpeg, (window[2] - window[0], window[3] - window[1])), window)
    said = {
        "width": sheet.width,
        "height": sheet.height,
        "windows": windows,
        "labels": [drawable(label) for _, label in pictures],
        "language": language,
    }
    with Image.open(BytesIO(typesetting.png(TEMPLATES / "frame.typ", said)), formats=["PNG"]) as frame:
        sheet.paste(frame, mask=frame.convert("RGBA").getchannel("A"))
    return jpeg_of(sheet)


def nest(wide: int) -> Image.Image:
    """On nothing, in a square."""
    return _mark({"shape": "nest", "wide": wide})


def leaf(long: int, degrees: float, colour: str) -> Image.Image:
    """On nothing, in a square as wide as the leaf is long; 0 degrees lies flat, and it turns anticlockwise."""
    return _mark({"shape": "leaf", "wide": long, "degrees": degrees, "colour": colour})


def fitted(jpeg: bytes, size: tuple[int, int]) -> Image.Image:
    """Fills `size` with the middle of the picture."""
    with Image.open(BytesIO(jpeg), formats=["JPEG"]) as picture:
        picture.draft("RGB", size)
        return ImageOps.fit(picture.convert("RGB"), size, Image.Resampling.LANCZOS)


def jpeg_of(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=82, optimize=True, progressive=True)
    return file.getvalue()


def _bar(bar: Bar, best: int, full: int) -> dict[str, str | float | bool]:
    look = TONES[bar.tone or ("good" if bar.value == best > 0 else "plain")]
    return {
        "label": drawable(bar.label),
        "shown": drawable(str(bar.value) if bar.shown is None else bar.shown),
        "share": min(bar.value / full, 1) if full else 0,
        "fill": look.fill,
        "ink": look.ink,
        "bold": look.bold,
    }


def _windows(count: int, height: int, language: str) -> list[Window]:
    """The first one stands where the language begins."""
    rows = ROWS[count]
    high = (height - GAP * (len(rows) + 1)) / len(rows)
    windows = []
    for row, columns in enumerate(rows):
        wide = (COLLAGE_WIDTH - GAP * (columns + 1)) / columns
        for column in range(columns):
            place = columns - 1 - column if typesetting.backwards(language) else column
            left, top = round(GAP + place * (wide + GAP)), round(GAP + row * (high + GAP))
            windows.append((left, top, left + round(wide), top + round(high)))
    return windows


def _mark(said: dict[str, str | float]) -> Image.Image:
    with Image.open(BytesIO(typesetting.png(TEMPLATES / "mark.typ", said)), formats=["PNG"]) as picture:
        return picture.convert("RGBA")
