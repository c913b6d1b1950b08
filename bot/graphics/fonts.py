"""Finds fonts for Chinese and Uyghur: in our packages, then on the machine; knows what they can draw."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont, features

HAN_SAMPLE = "汉字墙洞鸟巢，。"
UYGHUR_SAMPLE = "ئۇيغۇرچەھڭۆېگچپژ،؟"
LATIN_SAMPLE = "AZaz09%"
MOST_FACES = 32  # in one collection file; NotoSansCJK has 10

PACKAGED = (
    ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"),
    ("fontpkg_noto_sans_arabic", "files/NotoSansArabic*.ttf"),
)
FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path("/system/fonts"),  # a phone
    Path("/System/Library/Fonts"),
)
INSTALLED = (
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJKsc-Regular.otf",
    "NotoSansSC*.[ot]tf",
    "wqy-microhei.ttc",
    "wqy-zenhei.ttc",
    "PingFang.ttc",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic[[]*.ttf",
    "DejaVuSans.ttf",
)


@dataclass(frozen=True)
class Face:
    path: Path
    index: int
    """Which of the fonts in a collection file."""
    covers: frozenset[int]
    """The code points it has glyphs for."""

    def draws(self, text: str) -> bool:
        return all(ord(character) in self.covers for character in text)


@lru_cache(maxsize=1)
def installed() -> tuple[Face, ...]:
    """Every face worth having, the best first; looked for once."""
    return tuple(Face(path, _best_index(path), coverage(path, _best_index(path))) for path in _files())


@lru_cache(maxsize=8)
def faces(language: str) -> tuple[Face, ...]:
    """In the order to try them for a text in this language; the first one also draws its Latin and digits."""
    found = installed()
    sample = UYGHUR_SAMPLE if language == "ug" else HAN_SAMPLE
    at_home = [face for face in found if face.draws(sample)]
    chinese = [face for face in found if face.draws(HAN_SAMPLE)]
    uyghur = [face for face in found if face.draws(UYGHUR_SAMPLE)]
    latin = [face for face in found if face.draws(LATIN_SAMPLE)]
    return tuple(dict.fromkeys([*at_home[:1], *chinese[:1], *uyghur[:1], *latin[:2]]))


@lru_cache(maxsize=64)
def sized(face: Face, size: int) -> ImageFont.FreeTypeFont:
    engine = ImageFont.Layout.RAQM if shapes() else ImageFont.Layout.BASIC
    return ImageFont.truetype(face.path, size, index=face.index, layout_engine=engine)


def shapes() -> bool:
    """Whether Pillow joins letters itself: its wheels do where libfribidi is installed."""
    return bool(features.check_feature("raqm"))


def missing_fonts() -> str:
    """What the operator should mend, one line each; empty when all is well."""
    return "\n".join(troubles_with(installed()))


def troubles_with(found: Sequence[Face]) -> list[str]:
    troubles = []
    if not any(face.draws(HAN_SAMPLE) for face in found):
        troubles.append("Pictures cannot show Chinese: pip install pylopdf-fonts-zh-cn, or fonts-wqy-microhei.")
    if not any(face.draws(UYGHUR_SAMPLE) for face in found):
        troubles.append("Pictures cannot show Uyghur: pip install fontpkg-noto-sans-arabic, or fonts-dejavu-core.")
    if not shapes():
        troubles.append("Pictures join Uyghur letters in the simple way: install libfribidi0 for the fine one.")
    return troubles


def _files() -> Iterator[Path]:
    for package, pattern in PACKAGED:
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            yield from sorted(Path(folder).glob(pattern))
    for name in INSTALLED:
        for root in FOLDERS:
            yield from sorted(root.rglob(name))


def _best_index(path: Path) -> int:
    """The simplified Chinese face of a collection, as the others draw some characters the Japanese way."""
    if path.suffix != ".ttc":
        return 0
    for index in range(MOST_FACES):
        try:
            family, _ = ImageFont.truetype(path, 10, index=index).getname()
        except OSError:  # past the last face
            return 0
        if family is not None and family.endswith(" SC"):
            return index
    return 0


def coverage(path: Path, index: int) -> frozenset[int]:
    """The code points in a font's `cmap` (OpenType 1.9), which Pillow does not tell."""
    data = path.read_bytes()
    font = struct.unpack_from(">I", data, 12 + 4 * index)[0] if data[:4] == b"ttcf" else 0
    (tables,) = struct.unpack_from(">H", data, font + 4)
    for number in range(tables):
        tag, _, start, _ = struct.unpack_from(">4sIII", data, font + 12 + 16 * number)
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
