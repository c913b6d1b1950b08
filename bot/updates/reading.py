"""Reads updates as they came: into our own words, or as something to be kept aside."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import telegram

from bot.dialogue.incoming import Incoming, read_update

UNSTORABLE = re.compile(r"\\u(?:d[89a-f]|0000)")  # in JSON with \\u escapes; whole emoji are found too and stay
# How an answer of getUpdates begins when it holds an update, https://core.telegram.org/bots/api#making-requests
BEGINNING = re.compile(rb'\s*\{\s*"ok"\s*:\s*true\s*,\s*"result"\s*:\s*\[\s*\{\s*"update_id"\s*:\s*(\d{1,18})')
LARGEST_ID = 1 << 53  # numbers beyond it do not survive JSON in other languages either
LONGEST_KEPT = 100_000  # bytes of what cannot be read


@dataclass(frozen=True)
class First:
    """`raw` is None when the update cannot be read; `text` is then what came, cut."""

    update_id: int
    raw: dict[str, Any] | None
    text: str


class Unreadable(Exception):
    """Not an update: the reason is safe to log."""


def update_id(raw: Mapping[str, Any]) -> int | None:
    """None for what no database stores as a number, and Telegram never sends."""
    found = raw.get("update_id")
    return found if isinstance(found, int) and not isinstance(found, bool) and abs(found) < LARGEST_ID else None


def parse(door: str, raw: Mapping[str, Any]) -> Incoming | None:
    """One update as it came. Raises Unreadable for what python-telegram-bot cannot make an Update of."""
    if update_id(raw) is None:
        raise Unreadable("its update_id")
    try:
        words = json.dumps(raw, ensure_ascii=True)
        if UNSTORABLE.search(words):
            raw = _mended(raw)
        incoming = read_update(door, telegram.Update.de_json(dict(raw)))
    except Exception as error:  # its parser raises whatever a surprise happens to cause
        raise Unreadable(type(error).__name__) from error
    return incoming.with_raw(_without_origin(raw, words)) if incoming else None


def _without_origin(raw: Mapping[str, Any], words: str) -> str:
    """What is kept of an update, longer than a day perhaps, does not tell from where it came."""
    query = raw.get("callback_query")
    if not isinstance(query, dict) or "origin" not in query:
        return words
    silent = {name: value for name, value in query.items() if name != "origin"}
    return json.dumps(dict(raw) | {"callback_query": silent}, ensure_ascii=True)


def first_update(answer: bytes) -> First | None:
    """The first update of an answer to getUpdates that may not be JSON. None when there is none to be found."""
    beginning = BEGINNING.match(answer)
    if beginning is None:
        return None
    text = answer[:LONGEST_KEPT].decode("utf-8", "replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
    try:
        return First(int(beginning[1]), json.loads(answer)["result"][0], text)
    except (ValueError, RecursionError):
        return First(int(beginning[1]), None, text)


def written(raw: Mapping[str, Any]) -> str:
    """As JSON; of what is nested too deeply for that, only its id."""
    try:
        return json.dumps(raw)
    except RecursionError:
        return json.dumps({"update_id": raw.get("update_id")})


def _mended(raw: Any) -> Any:
    """Without the halves of letters that no database stores as text, and without NUL, which PostgreSQL refuses."""
    match raw:
        case str():
            whole = raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            return whole.replace("\0", "\N{REPLACEMENT CHARACTER}")
        case dict():
            return {_mended(name): _mended(value) for name, value in raw.items()}
        case list():
            return [_mended(value) for value in raw]
    return raw
