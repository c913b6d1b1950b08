"""Sentences: Fluent files, rendered in the receiver's language, with values escaped and isolated."""

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol, runtime_checkable

from babel import Locale, UnknownLocaleError
from fluent.runtime.types import FluentType, fluent_number

from bot.i18n.book import Book

FALLBACK = "en"
WORDS = Path(__file__).parent.parent / "words"
LEFTWARD, FIRST_STRONG, RIGHTWARD, POP, RIGHT_TO_LEFT = "\u2066", "\u2068", "\u2067", "\u2069", "\u200f"
SENTENCES = 2048  # remembered as they read in one language: those that are the same every time
LONGEST_PILE = 3  # accents on one letter; real scripts need no more, and zalgo covers the lines around it

TAG = re.compile(r"<[^<>]*>")
# Inside a tag or <code> an isolate would end up in a link's address or in what people copy.
SLOT = re.compile(r"(<[^<>]*>|(?<=<code>)[^<]*)|\ue000(\d+)\ue001")
COMMAND = re.compile(r"(?<![\w/<.:])/[a-z0-9_]+\b")
JOINERS = "\u200c\u200d"
UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff]"
)


@runtime_checkable
class Shown(Protocol):
    """A value that reads differently in each language, like a moment (times.When)."""

    def show(self, language: str) -> str: ...


@dataclass(frozen=True)
class Text:
    """A sentence without a language yet; call it to give it values."""

    scope: str
    key: str
    args: tuple[tuple[str, "Value"], ...] = ()

    def __call__(self, **values: "Value") -> "Text":
        return replace(self, args=tuple(sorted({**dict(self.args), **values}.items())))


Value = str | int | Text | Shown


class Texts:
    """The sentences of one folder: `t.on_shelf` is `on-shelf`; a trailing underscore frees a Python word.

    `t["state-lent"]` serves keys made from data. Whether a key exists is seen when it is rendered.
    """

    def __init__(self, scope: str, folder: Path) -> None:
        if _folders.setdefault(scope, folder) != folder:
            raise ValueError(f"two folders of sentences are called {scope}")
        self._scope = scope

    def __getattr__(self, name: str) -> Text:
        if name.startswith("_"):  # copy, pickle and mocks ask for dunders
            raise AttributeError(name)
        return Text(self._scope, name.rstrip("_").replace("_", "-"))

    def __getitem__(self, key: str) -> Text:
        return Text(self._scope, key.replace("_", "-"))


_folders: dict[str, Path] = {}
machine = Texts("machine", WORDS)


def join(*texts: Text, separator: str = "\n") -> Text:
    parts = tuple((str(number), text) for number, text in enumerate(texts))
    return Text("", "join", (("separator", separator), *parts))


def literal(words: str) -> Text:
    """A person's own words, where a sentence is expected."""
    return Text("", "literal", (("words", words),))


def render(text: Text, language: str) -> str:
    """HTML for Telegram. KeyError names a missing sentence, a missing value or one nobody asked for."""
    return _directed(_html(text, language), language)


def render_both(text: Text, language: str) -> tuple[str, str]:
    """What `render` and `render_plain` say, put together once."""
    words = _html(text, language)
    return _directed(words, language), plain(words)


def _directed(words: str, language: str) -> str:
    if direction(language) == "ltr":
        return words
    return "\n".join(_rightward(line) for line in words.split("\n"))


def render_plain(text: Text, language: str) -> str:
    """For buttons, toasts and pictures, which know no tags."""
    return plain(_html(text, language)) if text.args else _plain_without_values(text, language)


def render_label(text: Text, language: str) -> str:
    """For a button. "Telegram گۇرۇپپىسى" would run from left to right by its first letter."""
    words = render_plain(text, language)
    if direction(language) == "ltr" or _first_strong(words) not in ("L", None):
        return words
    return RIGHT_TO_LEFT + words if _has_rightward(words) else words


def plain(rendered: str) -> str:
    return html.unescape(TAG.sub("", rendered))


def length(words: str) -> int:
    """As Telegram counts: UTF-16 code units of the words without their tags (Bot API, MessageEntity)."""
    return len(words.encode("utf-16-le")) // 2


def fits(words: str, limit: int) -> bool:
    """Expects plain words; rendered HTML goes through `plain` first."""
    return length(words) <= limit


def short(words: str, limit: int) -> str:
    """At most `limit` UTF-16 code units, cut between what people see as characters."""
    words = clean(words).strip()
    if fits(words, limit):
        return words
    kept, room = "", limit - 1
    for grapheme in _graphemes(words):
        room -= length(grapheme)
        if room < 0:
            break
        kept += grapheme
    return kept.rstrip() + "…"


def clean(words: str) -> str:
    """Without controls, direction overrides and invisible filling; joiners stay where they join."""
    words = re.sub("\r\n?|[\u2028\u2029]", "\n", words).replace("\t", " ")
    words = UNSEEN.sub("", words)
    kept: list[str] = []
    pile = 0
    for place, letter in enumerate(words):
        if letter in JOINERS and not _joins(words[place - 1 : place], words[place + 1 : place + 2]):
            continue
        pile = pile + 1 if unicodedata.combining(letter) else 0
        if pile <= LONGEST_PILE:
            kept.append(letter)
    return "".join(kept)


def direction(language: str) -> str:
    """ "ltr" or "rtl"."""
    return _locale(language).text_direction


def closest(code: str | None) -> str | None:
    """Our language for a code like "zh-hans", as Telegram sends it (an IETF tag, not always there)."""
    first = re.split("[-_]", code.lower())[0] if code else ""
    return first if first in LANGUAGES else None


def _joins(before: str, after: str) -> bool:
    # Marks: a skin tone or a variation selector may stand before the joiner of an emoji family.
    return all(side and unicodedata.category(side)[0] in "LMS" for side in (before, after))


def _graphemes(words: str) -> Iterator[str]:
    """Close to Unicode's extended clusters (UAX 29): marks, joined emoji, skin tones, flags stay whole."""
    grapheme = ""
    for letter in words:
        if grapheme and not _continues(grapheme, letter):
            yield grapheme
            grapheme = ""
        grapheme += letter
    if grapheme:
        yield grapheme


def _continues(grapheme: str, letter: str) -> bool:
    if unicodedata.category(letter) in ("Mn", "Mc", "Me") or letter in JOINERS:
        return True
    if "\U0001f3fb" <= letter <= "\U0001f3ff" or "\U000e0020" <= letter <= "\U000e007f":
        return True
    if _is_flag_half(letter):
        return len(grapheme) == 1 and _is_flag_half(grapheme)
    return grapheme[-1] == "\u200d"


def _is_flag_half(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def _html(text: Text, language: str) -> str:
    return _filled(text, language) if text.args else _without_values(text, language)


@lru_cache(maxsize=SENTENCES)
def _without_values(text: Text, language: str) -> str:
    return _filled(text, language)


@lru_cache(maxsize=SENTENCES)
def _plain_without_values(text: Text, language: str) -> str:
    return plain(_without_values(text, language))


def _filled(text: Text, language: str) -> str:
    values = dict(text.args)
    if text.key == "join" and not text.scope:
        separator = str(values.pop("separator"))
        return separator.join(_value(part, language) for part in values.values())
    if text.key == "literal" and not text.scope:
        return _isolated(values["words"], language)
    folder = _folders[text.scope]
    return _sentence(text, book(folder, _known(folder, language)), values, language)


@cache
def _known(folder: Path, language: str) -> str:
    """What of these languages the folder speaks."""
    return language if (folder / f"{language}.ftl").exists() else FALLBACK


def _sentence(text: Text, spoken: Book, values: dict[str, Value], language: str) -> str:
    name = f"{text.scope}/{text.key}"
    sentence = spoken.sentence(text.key)
    if sentence is None:
        raise KeyError(f"{name}: no such sentence")
    if sentence.variables != values.keys():
        raise KeyError(f"{name}: wants {sorted(sentence.variables)}, was given {sorted(values)}")
    slots = list(values.values())
    given = {key: _fluent(number, value) for number, (key, value) in enumerate(values.items())}
    pattern = spoken.bundle.get_message(text.key).value
    if pattern is None:
        raise KeyError(f"{name}: has attributes but no sentence")
    words, errors = spoken.bundle.format_pattern(pattern, given)
    if errors:
        raise KeyError(f"{name}: {errors}")

    def fill(found: re.Match[str]) -> str:
        if found[1] is None:
            return _isolated(slots[int(found[2])], language)
        return re.sub("\ue000(\\d+)\ue001", lambda slot: _value(slots[int(slot[1])], language), found[1])

    if direction(language) == "rtl":
        # "/27" would read "27/": the stroke takes the direction of the line (UAX 9, W6 and N1).
        words = COMMAND.sub(lambda found: f"{LEFTWARD}{found[0]}{POP}", str(words))
    return SLOT.sub(fill, str(words))


def _value(value: Value, language: str) -> str:
    if isinstance(value, Text):
        return _html(value, language)
    if isinstance(value, Shown):
        return html.escape(value.show(language))
    return escaped(str(value))


def escaped(words: str) -> str:
    """As somebody's words stand in a message."""
    return html.escape(clean(words), quote=True).replace("&#x27;", "'")


def _isolated(value: Value, language: str) -> str:
    """Only where needed, so that a Chinese or English sentence can be searched for as it stands."""
    words = _value(value, language)
    if direction(language) == "ltr" and not (isinstance(value, str) and _has_rightward(words)):
        return words
    # We know which way our own sentences run. Guessing (FSI) would skip the isolates in them (UAX 9, P2) and find
    # nothing but a comma. An isolate ends with its paragraph (BD9 and P1), so each line gets its own.
    start = FIRST_STRONG if isinstance(value, str | int) or direction(language) == "ltr" else RIGHTWARD
    return "\n".join(f"{start}{line}{POP}" if line else "" for line in words.split("\n"))


def _has_rightward(words: str) -> bool:
    return any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in words)


def _rightward(line: str) -> str:
    """Apps guess a line's direction from its start; a number, an emoji or a Latin name misleads them."""
    # What stands in an isolate does not count (UAX 9, P2), so a line that starts with one needs the mark too.
    start = plain(line).lstrip(" ")[:1]
    if not start or unicodedata.bidirectional(start) in ("R", "AL"):
        return line
    return RIGHT_TO_LEFT + line


def _first_strong(words: str) -> str | None:
    """As an app guesses: of the letters outside isolates, "L" or "R"; None where there are none."""
    depth = 0
    for letter in words:
        kind = unicodedata.bidirectional(letter)
        depth += (kind in ("LRI", "RLI", "FSI")) - (kind == "PDI")
        if depth == 0 and kind in ("L", "R", "AL"):
            return "L" if kind == "L" else "R"
    return None


class _Slot(FluentType):
    """Stands in for a value: it selects variants as the value, and keeps Fluent's 2,500-letter limit away."""

    def __init__(self, number: int, value: Value) -> None:
        self.number, self.value = number, value

    def __eq__(self, other: object) -> bool:
        return self.value == other

    __hash__ = None  # type: ignore[assignment]

    def format(self, locale: Locale) -> str:
        return f"\ue000{self.number}\ue001"


def _fluent(number: int, value: Value) -> FluentType:
    if isinstance(value, int):
        return fluent_number(value, useGrouping=False)
    return _Slot(number, value)


@cache
def book(folder: Path, language: str) -> Book:
    return Book(folder / f"{language}.ftl", language)


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(FALLBACK)


def _languages() -> Mapping[str, str]:
    codes = sorted((path.stem for path in WORDS.glob("*.ftl")), reverse=True)
    return {code: _locale(code).get_display_name() or code for code in codes}


LANGUAGES: Mapping[str, str] = _languages()  # code → its name in its own script, for buttons
