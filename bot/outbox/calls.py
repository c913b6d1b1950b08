"""A call as it waits in the outbox: what the door is told, and what only whoever packs it reads.

`dump` and `load` are the only ones that know how it is written in a row. What earlier versions wrote is read as well:
with the chat in it, and with a language in each picture (tests/machine/outbox/test_calls.py).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.outbox.message import Collage, Recorded, Stored

# What Telegram calls the file of each, https://core.telegram.org/bots/api#available-methods
FILES = {"sendPhoto": "photo", "sendVoice": "voice", "sendDocument": "document"}
TEXTS = ("sendMessage", "editMessageText")
CAPTIONS = (*FILES, "editMessageCaption")
EDITED, ALBUM = "editMessageMedia", "sendMediaGroup"
HTML = {"parse_mode": "HTML"}


@dataclass(frozen=True)
class Words:
    """A text or a caption, as HTML or as it is."""

    text: str
    formatted: bool = True


@dataclass(frozen=True)
class Bars:
    """A chart that is drawn when the call leaves, in its reader's words."""

    title: str
    bars: tuple[tuple[str, int], ...]
    note: str
    shown: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    full: int = 0


@dataclass(frozen=True)
class Card:
    """The same for a few words on a card."""

    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Making:
    """What a feature makes when the call leaves; `name` is that of a file."""

    maker: str
    about: str
    otherwise: str
    name: str = ""


File = Stored | Recorded | Collage | Bars | Card | Making


@dataclass(frozen=True)
class Call:
    """`message_of` is the row whose message it changes, `more` what the door is told as it stands.

    What goes into a chat has the `language` of its reader. `files` are several in an album, else one at most.
    """

    method: str
    words: Words | None = None
    files: tuple[File, ...] = ()
    buttons: Mapping[str, Any] | None = None
    language: str | None = None
    message_id: int | None = None
    message_of: int | None = None
    in_place_only: bool = False
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def pictures(self) -> tuple[int, ...]:
        """Media ids of the stored pictures it shows; those of an album cannot be changed any more."""
        if self.method not in ("sendPhoto", EDITED):
            return ()
        found: dict[int, None] = {}
        for file in self.files:
            if isinstance(file, Stored):
                found[file.media_id] = None
            elif isinstance(file, Collage):
                found |= dict.fromkeys(media_id for media_id, _ in file.pictures)
        return tuple(found)


def dump(call: Call) -> str:
    """JSON in the shape of the Bot API, but for what is made when it leaves."""
    params = dict(call.more)
    words = _written_words(call)
    files = [_written(file) for file in call.files]
    if call.method == EDITED and files:
        params["media"] = {"type": "photo", "media": files[0], **words}
    elif call.method == ALBUM and files:
        params["media"] = [{"type": "photo", "media": file} for file in files]
    else:
        params |= words
        if files:
            params[FILES[call.method]] = files[0]
    kept = {
        "reply_markup": call.buttons,
        "message_id": call.message_id,
        "message_of": call.message_of,
        "in_place_only": call.in_place_only or None,
        "language": call.language,
    }
    params |= {name: value for name, value in kept.items() if value is not None}
    return json.dumps(params, ensure_ascii=False)


def load(method: str, params: str) -> Call:
    return read(method, json.loads(params))


def read(method: str, given: Mapping[str, Any]) -> Call:
    """The chat is not part of it: the row knows where it goes."""
    params = dict(given)
    files, media = _taken_files(method, params)
    words = _taken_words(method, media if media is not None else params)
    within = (file["language"] for file in files if "language" in file)
    language = params.pop("language", None) or next(within, None)
    if language is not None:
        params.pop("chat_id", None)
    return Call(
        method,
        words,
        tuple(_file(file) for file in files),
        params.pop("reply_markup", None),
        language,
        params.pop("message_id", None),
        params.pop("message_of", None),
        bool(params.pop("in_place_only", False)),
        params,
    )


def _taken_files(method: str, params: dict[str, Any]) -> tuple[list[dict[str, Any]], dict[str, Any] | None]:
    """Those that are ours to find or make, and the edited picture they stand in. A file the door has stays."""
    media = params.get("media")
    if method == EDITED and isinstance(media, dict) and isinstance(media.get("media"), dict):
        media = dict(params.pop("media"))
        return [media["media"]], media
    if method == ALBUM and isinstance(media, list) and all(isinstance(one.get("media"), dict) for one in media):
        return [one["media"] for one in params.pop("media")], None
    name = FILES.get(method, "")
    return ([params.pop(name)], None) if isinstance(params.get(name), dict) else ([], None)


def _taken_words(method: str, params: dict[str, Any]) -> Words | None:
    name = _name_of_words(method)
    if name is None or not isinstance(params.get(name), str):
        return None
    formatted = params.get("parse_mode") == "HTML"
    if formatted:
        del params["parse_mode"]
    return Words(params.pop(name), formatted)


def _written_words(call: Call) -> dict[str, Any]:
    name = _name_of_words(call.method)
    if name is None or call.words is None:
        return {}
    return {name: call.words.text} | (HTML if call.words.formatted else {})


def _name_of_words(method: str) -> str | None:
    if method in TEXTS:
        return "text"
    return "caption" if method in (*CAPTIONS, EDITED) else None


def _written(file: File) -> dict[str, Any]:
    match file:
        case Stored(media_id):
            return {"stored": media_id}
        case Recorded(media_id):
            return {"recorded": media_id}
        case Collage(pictures):
            return {"collage": [list(one) for one in pictures]}
        case Bars(title, bars, note, shown, tones, full):
            drawn = {"title": title, "note": note, "bars": [list(one) for one in bars]}
            return {"chart": drawn | {"shown": list(shown), "tones": list(tones), "full": full}}
        case Card(title, lines):
            return {"card": {"title": title, "lines": list(lines)}}
        case Making(maker, about, otherwise, name):
            made = {"made": maker, "about": about, "otherwise": otherwise}
            return made | ({"name": name} if name else {})


def _file(given: Mapping[str, Any]) -> File:
    match given:
        case {"stored": media_id}:
            return Stored(media_id)
        case {"recorded": media_id}:
            return Recorded(media_id)
        case {"collage": pictures}:
            return Collage(tuple((media_id, label) for media_id, label in pictures))
        case {"chart": chart}:
            return Bars(
                chart["title"],
                tuple((label, value) for label, value in chart["bars"]),
                chart["note"],
                tuple(chart.get("shown", ())),
                tuple(chart.get("tones", ())),
                chart.get("full", 0),
            )
        case {"card": card}:
            return Card(card["title"], tuple(card["lines"]))
        case {"made": maker}:
            return Making(maker, given["about"], given["otherwise"], given.get("name", ""))
    raise ValueError(f"a file of an unknown kind: {sorted(given)}")
