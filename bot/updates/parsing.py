"""Reads updates as they came: into our own words, or as something to be kept aside."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.dialogue.incoming import Incoming
from bot.updates.update import read_update

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
    """One update as it came. Raises Unreadable for what the Bot API would never send."""
    if update_id(raw) is None:
        raise Unreadable("its update_id")
    try:
        return read_update(door, raw)
    except Exception as error:  # whatever a surprise happens to cause
        raise Unreadable(type(error).__name__) from error


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
