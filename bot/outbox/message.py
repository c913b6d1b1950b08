"""What can be said to somebody: words, pictures and buttons, still without a language; where, and in which lane."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from bot.i18n.texts import Text

# Bytes of callback_data, https://core.telegram.org/bots/api#inlinekeyboardbutton, but for those of the place.
ADDRESS_LIMIT = 64 - len("@9999")
FIRST_PLACE = 1  # goes without saying, so that the buttons of a bot with one place read as they always did
IN_PLACE = re.compile(r"(?P<address>.*)@(?P<place>[1-9]\d{0,8})", re.DOTALL)


@dataclass(frozen=True)
class Button:
    """Words with an address behind them, or with a link."""

    label: Text
    address: str | None = None
    url: str | None = None


Rows = Sequence[Sequence[Button]]


class Lane(IntEnum):
    """A lane never waits for one with a higher number."""

    SPINNER = 0
    ANSWER = 1
    NOTICE = 2
    BROADCAST = 3


class Tone(StrEnum):
    """How a bar is meant."""

    PLAIN = "plain"
    GOOD = "good"
    DOUBTFUL = "doubtful"
    BAD = "bad"


@dataclass(frozen=True)
class Stored:
    """A picture that somebody sent; it must be ready when the row is queued."""

    media_id: int


@dataclass(frozen=True)
class Recorded:
    """A voice note that somebody sent."""

    media_id: int


@dataclass(frozen=True)
class Chart:
    """Bars, drawn when the message leaves. For each bar `shown` may say what to write instead of its number, and
    `tones` how it is meant; `full` is the number that fills a bar, the largest one unless it is given."""

    title: Text
    bars: tuple[tuple[Text, int], ...]
    note: Text
    shown: tuple[str, ...] = ()
    tones: tuple[Tone, ...] = ()
    full: int = 0


@dataclass(frozen=True)
class Collage:
    """Stored pictures beside one another, each with a short label."""

    pictures: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Drawing:
    """A card with words, for a thing without a photo."""

    title: Text
    lines: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Made:
    """What a feature makes when the message leaves: `maker` is a key of its `makes`, `about` what for, `otherwise`
    what is said instead of the whole message when it cannot be made."""

    maker: str
    about: str
    otherwise: Text


@dataclass(frozen=True)
class Document:
    """A file with its name."""

    name: str
    made: Made


Picture = Stored | Chart | Collage | Drawing | Made


@dataclass(frozen=True)
class Address:
    """Where a call goes: a chat at a door, and the person behind it when there is one.

    `place_id` is the place that speaks; its buttons belong to it.
    """

    door: str
    chat_id: int
    language: str
    person_id: int | None = None
    place_id: int = FIRST_PLACE


@dataclass(frozen=True)
class Message:
    """Words, an optional picture, and rows of buttons; no language until it is queued. `quietly`: without a sound."""

    text: Text
    rows: Rows = ()
    picture: Picture | None = None
    quietly: bool = False


@dataclass(frozen=True)
class Standing:
    """A message that stands in somebody's chat. A pictured one keeps its picture when its words change."""

    door: str
    chat_id: int
    person_id: int
    message_id: int
    pictured: bool


def in_place(address: str, place_id: int) -> str:
    """The address as it stands behind a button that is shown in this place."""
    return address if place_id == FIRST_PLACE else f"{address}@{place_id}"


def split_place(pressed: str) -> tuple[str, int]:
    """The address, and the place where its button was shown."""
    found = IN_PLACE.fullmatch(pressed)
    return (found["address"], int(found["place"])) if found else (pressed, FIRST_PLACE)


def split_address(address: str) -> tuple[str, list[str]]:
    name, *words = address.split(":")
    return name, words
