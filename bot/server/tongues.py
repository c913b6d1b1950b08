"""Which language a reader of a page has, and words as they stand on it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request

from bot.i18n.texts import LANGUAGES, Text, closest, direction, render_plain

ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")  # for chats; titles and feeds show them as boxes
TAGS = {"zh": "zh-Hans"}  # what browsers choose fonts by, https://www.w3.org/International/questions/qa-lang-why


@dataclass(frozen=True)
class Tongue:
    """A language of a page: its code, its name in its own script, and what HTML calls it."""

    code: str

    @property
    def name(self) -> str:
        return LANGUAGES[self.code]

    @property
    def tag(self) -> str:
        return TAGS.get(self.code, self.code)

    @property
    def direction(self) -> str:
        return direction(self.code)


def plain_words(text: Text, language: str) -> str:
    """Without tags and isolates, to be escaped by whoever puts it somewhere."""
    return ISOLATES.sub("", render_plain(text, language)).strip()


def tongue(request: Request, languages: Sequence[str]) -> Tongue:
    """`?lang=` first, then what the browser asks for, then the first one. No cookie remembers it."""
    wanted = [request.query_params.get("lang", ""), *_accepted(request.headers.get("accept-language", ""))]
    return Tongue(next((code for code in wanted if code in languages), languages[0]))


def _accepted(header: str) -> list[str]:
    """Our languages in the order of https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4."""
    weighed: list[tuple[float, str]] = []
    for part in header[:1000].split(","):
        name, _, weight = part.partition(";")
        code = closest(name.strip())
        found = re.fullmatch(r"\s*q=([01](?:\.\d{0,3})?)\s*", weight)
        if code is not None:
            weighed.append((float(found[1]) if found else 1.0, code))
    return [code for weight, code in sorted(weighed, key=lambda one: -one[0]) if weight]
