"""What came in at a door, in our own words: a press, a message, or somebody who left."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


@dataclass(frozen=True)
class Photo:
    """`album` is shared by the photos of one album, which arrive one by one with no end marker."""

    file_id: str
    size: int | None
    words: str
    album: str | None


@dataclass(frozen=True)
class Voice:
    file_id: str
    seconds: int


@dataclass(frozen=True)
class Paper:
    """A file that is no picture and no voice: heard only where a question asks for one. `size` in bytes."""

    file_id: str
    size: int | None


@dataclass(frozen=True)
class Location:
    latitude: float
    longitude: float


class Kind(StrEnum):
    PRESS = "press"
    MESSAGE = "message"
    EDITED = "edited"
    LEFT = "left"
    CAME = "came"
    OTHER = "other"


@dataclass(frozen=True)
class Incoming:
    """`heard` is None for what nobody can use: a sticker, a contact, and a PDF nobody asked for (`paper`); `what`
    then names it."""

    door: str
    update_id: int
    kind: Kind
    chat_id: int
    user_id: int
    private: bool
    name: str
    language_code: str | None
    message_id: int | None = None
    message_has_photo: bool = False
    query_id: str | None = None
    address: str | None = None
    heard: str | Photo | Voice | Location | None = None
    what: str = ""
    paper: Paper | None = None
    # Through the web chat: today's word for the address a button was pressed from. Not part of `raw`.
    origin: str | None = None
    # Of a group: its name, and its old and new id when it became a supergroup.
    chat_title: str = ""
    moved: tuple[int, int] | None = None
    update: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def raw(self) -> str:
        """The update as JSON, in ASCII, for whoever keeps it; longer than a day perhaps, so without its origin."""
        query = self.update.get("callback_query")
        if not isinstance(query, dict) or "origin" not in query:
            return written(self.update)
        silent = {name: value for name, value in query.items() if name != "origin"}
        return written({**self.update, "callback_query": silent})


def written(update: Mapping[str, Any]) -> str:
    """As JSON; of what is nested too deeply for that, only its id."""
    try:
        return json.dumps(update)
    except RecursionError:
        return json.dumps({"update_id": update.get("update_id")})
