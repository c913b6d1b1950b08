"""The fonts for Chinese and Uyghur, from our packages; knows what they can draw."""

import struct
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

HAN_SAMPLE = "汉字墙洞鸟巢，。"
UYGHUR_SAMPLE = "ئۇيغۇرچەھڭۆېگچپژ،؟"

PACKAGED = (
    ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"),
    ("fontpkg_noto_sans_arabic", "files/NotoSansArabic*.ttf"),
)
HAN, ARABIC = "Noto Sans SC", "Noto Sans Arabic"
FAMILIES = {"zh": (HAN, ARABIC), "en": (HAN, ARABIC), "ug": (ARABIC, HAN)}
"""In the order to try them for a text in this language; the first one also draws its Latin and digits."""


@lru_cache(maxsize=1)
def files() -> tuple[Path, ...]:
    return tuple(_files())


@lru_cache(maxsize=1)
def book() -> "typst.Fonts":
    """What Typst may set with: the same on every machine."""
    import typst  # see typesetting.py

    folders = sorted({str(file.parent) for file in files()})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@lru_cache(maxsize=1)
def covered() -> frozenset[int]:
    """The code points that one of our fonts has a glyph for."""
    return frozenset().union(*map(coverage, files()))


def missing_fonts() -> str:
    """What the operator should mend, one line each; empty when all is well."""
    return "\n".join(troubles_with(files()))


def troubles_with(found: Sequence[Path]) -> list[str]:
    drawn: frozenset[int] = frozenset().union(*map(coverage, found))
    troubles = []
    if not drawn.issuperset(map(ord, HAN_SAMPLE)):
        troubles.append("Pictures cannot show Chinese: pip install pylopdf-fonts-zh-cn.")
    if not drawn.issuperset(map(ord, UYGHUR_SAMPLE)):
        troubles.append("Pictures cannot show Uyghur: pip install fontpkg-noto-sans-arabic.")
    return troubles


def _files() -> Iterator[Path]:
    for package, pattern in PACKAGED:
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            yield from sorted(Path(folder).glob(pattern))


def coverage(path: Path) -> frozenset[int]:
    """The code points in a font's `cmap` (OpenType 1.9), which Typst does not tell."""
    data = path.read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    for number in range(tables):
        tag, _, start, _ = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if tag == b"cmap":
            return frozenset(_code_points(data, start))
    return frozenset()


def _code_points(data: bytes, cmap: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for number in range(count):
        _, _, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * number)
        (form,) = struct.unpack_from(">H", data, cmap + offset)
        if form == 4:
            yield from _in_segments(data, cmap + offset)
        if form == 12:
            yield from _in_groups(data, cmap + offset)


def _in_segments(data: bytes, table: int) -> Iterator[int]:
    """Format 4: the basic plane."""
    count = struct.unpack_from(">H", data, table + 6)[0] // 2
    columns = [table + 14, table + 16 + 2 * count, table + 16 + 4 * count, table + 16 + 6 * count]
    ends, starts, deltas, offsets = (struct.unpack_from(f">{count}H", data, column) for column in columns)
    for segment, (end, start, delta, offset) in enumerate(zip(ends, starts, deltas, offsets, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = columns[3] + 2 * segment + offset + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", data, place)
            if (offset and glyph) or (not offset and (glyph + delta) & 0xFFFF):
                yield code


def _in_groups(data: bytes, table: int) -> Iterator[int]:
    """Format 12: all planes."""
    (count,) = struct.unpack_from(">I", data, table + 12)
    for number in range(count):
        start, end, _ = struct.unpack_from(">III", data, table + 16 + 12 * number)
        yield from range(start, end + 1)
