"""Sentences as columns: a digest keeps its lines without a language, to be told again when one is answered."""

import json
from typing import Any

from bot.clock import milliseconds, moment
from bot.i18n.clocks import Clocks, When
from bot.i18n.texts import Text, Value, short

SEPARATOR = "separator"  # of texts.join: not a word that can be shortened


def written(text: Text, language: str) -> str:
    """`language` is only for a value that knows how to show itself and is not a moment."""
    return json.dumps(_written(text, language), ensure_ascii=False)


def read(words: str) -> Text:
    found = _read(json.loads(words))
    if not isinstance(found, Text):
        raise TypeError("a sentence was kept that is none")
    return found


def shortened(text: Text, limit: int) -> Text:
    """The same sentence with every value of at most `limit` characters."""
    args = tuple((name, value if name == SEPARATOR else _shortened(value, limit)) for name, value in text.args)
    return Text(text.scope, text.key, args)


def _shortened(value: Value, limit: int) -> Value:
    if isinstance(value, Text):
        return shortened(value, limit)
    return short(value, limit) if isinstance(value, str) else value


def _written(value: Value, language: str) -> Any:
    match value:
        case str() | int():
            return value
        case Text(scope, key, args):
            return {"scope": scope, "key": key, "args": [[name, _written(one, language)] for name, one in args]}
        case When(at, clocks, style):
            return {"at": milliseconds(at), "clocks": [clocks.timezone, clocks.second], "style": style}
        case _:
            return value.show(language)


def _read(found: Any) -> Value:
    if isinstance(found, str | int):
        return found
    if "at" in found:
        timezone, second = found["clocks"]
        return When(moment(found["at"]), Clocks(timezone, second), found["style"])
    return Text(found["scope"], found["key"], tuple((name, _read(value)) for name, value in found["args"]))
