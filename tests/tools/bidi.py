"""Which way each character of a line runs: the Unicode bidirectional algorithm (UAX #9) without overrides."""

import unicodedata
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
LRI, RLI, FSI, PDI = (chr(code) for code in range(0x2066, 0x206A))
STRONG = {"L": "L", "R": "R", "AL": "R"}
RIGHTWARD = {"R": "R", "AL": "R", "EN": "R", "AN": "R", "L": "L"}  # how a neutral sees its neighbours (N1)


def levels(text: str, base: int) -> list[int]:
    """Embedding levels: even runs left to right, odd right to left; `base` is 0 or 1."""
    found = [base] * len(text)
    _resolve(text, 0, len(text), base, found)
    return found


def visual(items: Sequence[tuple[int, T]]) -> list[T]:
    """Items with levels, in reading order, from left to right (rule L2)."""
    order = list(items)
    for level in range(max((at for at, _ in order), default=0), 0, -1):
        start = 0
        while start < len(order):
            stop = start
            while stop < len(order) and order[stop][0] >= level:
                stop += 1
            order[start:stop] = reversed(order[start:stop])
            start = stop + 1
    return [item for _, item in order]


def _resolve(text: str, start: int, stop: int, base: int, found: list[int]) -> None:
    spots: list[int] = []
    at = start
    while at < stop:
        spots.append(at)
        if text[at] in (LRI, RLI, FSI):
            end = _end_of_isolate(text, at, stop)
            _resolve(text, at + 1, end, _isolate_level(text, at, end, base), found)
            at = end
        else:
            at += 1
    kinds = _neutrals(text, spots, _weak(text, spots, base), base)
    for spot, kind in zip(spots, kinds, strict=True):
        odd = base % 2
        found[spot] = base + {"L": odd, "R": 1 - odd, "EN": 2 - odd, "AN": 2 - odd}[kind]


def _end_of_isolate(text: str, at: int, stop: int) -> int:
    depth = 0
    for place in range(at, stop):
        depth += (text[place] in (LRI, RLI, FSI)) - (text[place] == PDI)
        if depth == 0:
            return place
    return stop


def _isolate_level(text: str, at: int, end: int, base: int) -> int:
    right = text[at] == RLI
    if text[at] == FSI:
        classes = (unicodedata.bidirectional(character) for character in text[at + 1 : end])
        right = next((STRONG[kind] for kind in classes if kind in STRONG), "L") == "R"
    return base + 1 + (base % 2 == right)


def _weak(text: str, spots: Sequence[int], base: int) -> list[str]:
    """Rules W1 to W7: what digits and their separators are here."""
    kinds = [unicodedata.bidirectional(text[spot]) or "ON" for spot in spots]
    strong = before = "R" if base % 2 else "L"
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = before
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"
        if kinds[place] in STRONG:
            strong = kinds[place]
        before = kinds[place]
    for place in range(1, len(kinds) - 1):
        left, kind, right = kinds[place - 1 : place + 2]
        if left == right and (left, kind) in (("EN", "ES"), ("EN", "CS"), ("AN", "CS")):
            kinds[place] = left
    for order in (range(len(kinds) - 1), range(len(kinds) - 1, 0, -1)):
        step = 1 if order.step > 0 else -1
        for place in order:
            if kinds[place] == "EN" and kinds[place + step] == "ET":
                kinds[place + step] = "EN"
    strong = "R" if base % 2 else "L"
    for place, kind in enumerate(kinds):
        if kind in STRONG:
            strong = STRONG[kind]
            kinds[place] = strong
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"
        elif kind not in ("EN", "AN"):
            kinds[place] = "ON"
    return kinds


def _neutrals(text: str, spots: Sequence[int], kinds: list[str], base: int) -> list[str]:
    """Rules N0 to N2: brackets follow what they hold, other neutrals what stands on both sides."""
    own = "R" if base % 2 else "L"
    for opening, closing in _pairs(text, spots, kinds):
        inside = {RIGHTWARD[kind] for kind in kinds[opening + 1 : closing] if kind in RIGHTWARD}
        if not inside:
            continue
        before = next((RIGHTWARD[kind] for kind in reversed(kinds[:opening]) if kind in RIGHTWARD), own)
        kinds[opening] = kinds[closing] = own if own in inside else before
    place = 0
    while place < len(kinds):
        end = place
        while end < len(kinds) and kinds[end] == "ON":
            end += 1
        if end > place:
            left = RIGHTWARD[kinds[place - 1]] if place else own
            right = RIGHTWARD[kinds[end]] if end < len(kinds) else own
            kinds[place:end] = [left if left == right else own] * (end - place)
        place = end + 1
    return kinds


def _pairs(text: str, spots: Sequence[int], kinds: Sequence[str]) -> list[tuple[int, int]]:
    waiting: list[int] = []
    pairs = []
    for place, spot in enumerate(spots):
        if kinds[place] != "ON" or not unicodedata.mirrored(text[spot]):
            continue
        if unicodedata.category(text[spot]) == "Ps":
            waiting.append(place)
        elif unicodedata.category(text[spot]) == "Pe" and waiting:
            pairs.append((waiting.pop(), place))
    return sorted(pairs)
