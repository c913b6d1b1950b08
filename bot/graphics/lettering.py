"""Writes lines of mixed script on a picture: wrapped, each run in a font that has it, in the right order."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from PIL import ImageDraw

from bot.graphics import bidi, fonts, letter_joining

ELLIPSIS = "…"
NEVER_FIRST = frozenset("，。！？、；：）」』》】〉”’…·,.!?;:)]}%،؛؟»" + bidi.PDI)
NEVER_LAST = frozenset("（「『《【〈“‘([{«" + bidi.FSI + bidi.LRI + bidi.RLI)

Side = Literal["start", "end", "middle"]


@dataclass(frozen=True)
class Pen:
    size: int
    colour: str
    language: str
    weight: float = 0
    """How much fatter than the font, in pixels on each side: our fonts have no bold."""


@dataclass(frozen=True)
class Run:
    text: str
    face: fonts.Face
    level: int


def backwards(language: str) -> bool:
    """Whether lines of this language start on the right."""
    return language == "ug"


def drawable(text: str, language: str) -> str:
    """Without what no font has (emoji), and without control characters that could turn the line around."""
    faces = fonts.faces(language)
    kept = []
    for character in unicodedata.normalize("NFC", text):
        if character.isspace():
            kept.append(" ")
        elif "\u2066" <= character <= "\u2069" or (
            unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cs", "Me")
            and not "\ufe00" <= character <= "\ufe0f"
            and any(face.draws(character) for face in faces)
        ):
            kept.append(character)
    return " ".join("".join(kept).split())


def width(text: str, pen: Pen) -> float:
    return sum(_length(run, pen) for run in _runs(text, pen.language))


def wrapped(text: str, pen: Pen, room: float, most: int) -> list[str]:
    """At most `most` lines, none wider than `room`; an ellipsis says that there was more."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(drawable(text, pen.language), pen, room):
        if line and width((line + piece).rstrip(), pen) > room:
            lines.append(line.rstrip())
            line = piece
        else:
            line += piece
    if line.strip():
        lines.append(line.rstrip())
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width(last + ELLIPSIS, pen) > room:
        last = last[:-1].rstrip()
    return [*lines[: most - 1], last + ELLIPSIS]


def write(draw: ImageDraw.ImageDraw, at: tuple[float, float], line: str, pen: Pen, side: Side = "start") -> None:
    """`at` is a point on the baseline; `side` is which end of the line lies there, in the pen's language."""
    x, baseline = at
    runs = _runs(line, pen.language)
    long = sum(_length(run, pen) for run in runs)
    if side == "middle":
        x -= long / 2
    elif (side == "end") != backwards(pen.language):
        x -= long
    for run in runs:
        font = fonts.sized(run.face, pen.size)
        direction, language = _layout(run, pen)
        draw.text(
            (x, baseline),
            _glyphs(run),
            fill=pen.colour,
            font=font,
            anchor="ls",
            direction=direction,
            language=language,
            stroke_width=pen.weight,
        )
        x += _length(run, pen)


def _length(run: Run, pen: Pen) -> float:
    direction, language = _layout(run, pen)
    return fonts.sized(run.face, pen.size).getlength(_glyphs(run), direction=direction, language=language)


def _glyphs(run: Run) -> str:
    return run.text if fonts.shapes() or run.level % 2 == 0 else letter_joining.reversed_and_joined(run.text)


def _layout(run: Run, pen: Pen) -> tuple[str | None, str | None]:
    if not fonts.shapes():
        return None, None
    return ("rtl" if run.level % 2 else "ltr"), ("zh-Hans" if pen.language == "zh" else pen.language)


def _runs(line: str, language: str) -> list[Run]:
    """From left to right as they are drawn."""
    text = drawable(line, language)
    faces = fonts.faces(language)
    spots = []
    face = faces[0] if faces else None
    for character, level in zip(text, bidi.levels(text, int(backwards(language))), strict=True):
        if "\u2066" <= character <= "\u2069" or face is None:
            continue
        if not (unicodedata.combining(character) and face.draws(character)):
            face = next(face for face in faces if face.draws(character))
        spots.append((level, face, character))
    runs = []
    for (level, owner), group in groupby(spots, key=lambda spot: spot[:2]):
        runs.append((level, Run("".join(character for _, _, character in group), owner, level)))
    return bidi.visual(runs)


def _pieces(text: str, pen: Pen, room: float) -> Iterator[str]:
    """What must not be divided: words with their blank, and single Chinese characters with their stops."""
    piece = ""
    for character in text:
        if piece and (_may_break(piece[-1], character) or width((piece + character).rstrip(), pen) > room):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _may_break(left: str, right: str) -> bool:
    if right == " " or right in NEVER_FIRST or left in NEVER_LAST or unicodedata.combining(right):
        return False
    return left == " " or _wide(left) or _wide(right)


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")
