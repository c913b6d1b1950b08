"""Joins Uyghur letters without Raqm: Pillow's wheels take half of it, libfribidi, from the machine or go without."""

import unicodedata
from functools import lru_cache

MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
LAM, ALEF, LAM_ALEF = "\u0644", "\u0627", ("\ufefb", "\ufefc")


def reversed_and_joined(text: str) -> str:
    """A run that is read from right to left, as the glyphs lie from left to right."""
    forms = _forms()
    glyphs: list[str] = []
    skip = False
    for place, letter in enumerate(text):
        if skip:
            skip = False
            continue
        before = place > 0 and _joins(text[place - 1], letter)
        if letter == LAM and text[place + 1 : place + 2] == ALEF:
            glyphs.append(LAM_ALEF[before])
            skip = True
            continue
        after = place + 1 < len(text) and _joins(letter, text[place + 1])
        name = {(0, 0): "<isolated>", (0, 1): "<initial>", (1, 0): "<final>", (1, 1): "<medial>"}[before, after]
        glyphs.append(forms.get(letter, {}).get(name, letter))
    return "".join(reversed(glyphs)).translate(MIRRORED)


def _joins(left: str, right: str) -> bool:
    """Whether the first reaches out to the left and the second to the right."""
    forms = _forms()
    return "<initial>" in forms.get(left, {}) and "<final>" in forms.get(right, {})


@lru_cache(maxsize=1)
def _forms() -> dict[str, dict[str, str]]:
    """The shapes of each letter, from Unicode's presentation forms A and B."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)):
        name, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if len(letters) == 1:
            forms.setdefault(chr(int(letters[0], 16)), {})[name] = chr(code)
    # Unicode gives ە no forms of its own; its final shape is that of ه.
    forms["\u06d5"] = {"<final>": "\ufeea"}
    return forms
