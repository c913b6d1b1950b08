"""Sets pictures and pages with Typst: templates of ours, people's words as data, and nothing of the machine."""

import json
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from bot.graphics import fonts, shapes

TEMPLATES = Path(__file__).parent


def png(template: Path, said: Mapping[str, Any], dots: float = 72) -> bytes:
    """`dots` an inch: at 72 a point of the template is one. Blocks, without holding the interpreter."""
    return _set("png", template, said, ppi=dots)


def pdf(template: Path, said: Mapping[str, Any], now: datetime) -> bytes:
    """Its words can be selected. Blocks, without holding the interpreter."""
    return _set("pdf", template, said, timestamp=int(now.timestamp()))


def backwards(language: str) -> bool:
    """Whether lines of this language start on the right."""
    return language == "ug"


def drawable(text: str) -> str:
    """Without what no font has (emoji), and without control characters that could turn the line around."""
    kept = []
    for character in unicodedata.normalize("NFC", text):
        if character.isspace():
            kept.append(" ")
        elif "\u2066" <= character <= "\u2069" or (
            unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cs", "Me")
            and not "\ufe00" <= character <= "\ufe0f"
            and ord(character) in fonts.covered()
        ):
            kept.append(character)
    return " ".join("".join(kept).split())


def sources(template: Path, said: Mapping[str, Any]) -> dict[str, Any]:
    """All that Typst is given; from the disk it may read TEMPLATES and nothing else."""
    return {
        "main.typ": template,
        "said.json": json.dumps(said).encode(),
        "colours.json": json.dumps(shapes.COLOURS).encode(),
        "families.json": json.dumps(fonts.FAMILIES).encode(),
    }


def _set(kind: Literal["png", "pdf"], template: Path, said: Mapping[str, Any], **how: Any) -> bytes:
    import typst  # only now: it takes memory, and a town may never draw

    paper: dict[str, Any] = {"root": TEMPLATES, "font_paths": fonts.book(), "ignore_system_fonts": True}
    given: Any = sources(template, said)  # its stubs know one file only
    try:
        made: bytes = typst.compile(given, format=kind, **paper, **how)
    except BaseException as error:
        # A panic of Rust is no Exception (pyo3), and would end more than this picture.
        if type(error).__name__ != "PanicException":
            raise
        raise RuntimeError("Typst broke") from error
    return made
