"""Puts ink on the sheet: a PDF of one A4 page for a printer, and a PNG for a chat."""

from dataclasses import asdict, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from bot.graphics import charts, typesetting
from handlers.posters.layout import Card, Poster, Saying

TEMPLATE = Path(__file__).parent / "poster.typ"
PHOTO = (661, 437)  # dots: 300 an inch on the 56 × 37 mm that a photo has on the sheet
PNG_WIDTH = 1240
A4_WIDTH = 210 / 25.4  # inches, ISO 216
COLOURS = 256


def pdf(poster: Poster, now: datetime) -> bytes:
    """Exactly A4. Blocks."""
    return typesetting.pdf(TEMPLATE, sheet(poster), now)


def png(poster: Poster) -> bytes:
    """Blocks."""
    page = typesetting.png(TEMPLATE, sheet(poster), PNG_WIDTH / A4_WIDTH)
    file = BytesIO()
    with Image.open(BytesIO(page), formats=["PNG"]) as picture:
        flat = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    flat.save(file, "PNG", optimize=True)
    return file.getvalue()


def sheet(poster: Poster) -> dict[str, Any]:
    """What the template is told."""
    import segno  # late: a start draws no poster

    code = segno.make(poster.address, error="m", micro=False)
    return {
        "name": _drawable(poster.name),
        "invitation": _all(poster.invitation),
        "address": poster.address,
        "code": ["".join("1" if dark else "0" for dark in row) for row in code.matrix],
        "heading": _all(poster.heading),
        "cards": [_card(card) for card in poster.cards],
        "nothing_yet": _all(poster.nothing_yet),
        "printed": poster.printed,
    }


def _card(card: Card) -> dict[str, Any]:
    return {
        "words": _drawable(card.words or Saying(f"№ {card.number}", "en")),
        "statuses": _all(card.statuses),
        # As numbers, since what Typst is given in memory is text.
        "photo": None if card.jpeg is None else list(charts.jpeg_of(charts.fitted(card.jpeg, PHOTO))),
    }


def _all(sayings: tuple[Saying, ...]) -> list[dict[str, str]]:
    return [_drawable(one) for one in sayings]


def _drawable(saying: Saying) -> dict[str, str]:
    return asdict(replace(saying, words=typesetting.drawable(saying.words)))
