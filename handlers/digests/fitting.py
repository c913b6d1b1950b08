"""What of a digest fits into one message."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.i18n.texts import Text, fits, join, render_plain
from handlers.digests.kept import shortened

LIMIT = 900  # characters of the whole message, below the 1024 of a caption
DECISIONS = 3
NEWS = 5
PICTURES = 9
WORDS = (160, 100, 60, 40, 24, 12, 6)  # how long a person's words may be, tried one after another


@dataclass(frozen=True)
class Content:
    """What a digest wants to say: `first` and `kept` in any case, `rest` joined by `separator`."""

    first: Text
    kept: tuple[Text, ...]
    rest: tuple[Text, ...]
    separator: str


def compose(content: Content, language: str) -> Text:
    """At most LIMIT characters in this language: lines of the rest go first, then the words of those kept get
    shorter; none of these goes."""
    for count in range(len(content.rest), -1, -1):
        whole = _whole(content, content.kept, content.rest[:count])
        if fits(render_plain(whole, language), LIMIT):
            return whole
    for limit in WORDS:
        whole = _whole(content, [shortened(one, limit) for one in content.kept], ())
        if fits(render_plain(whole, language), LIMIT):
            return whole
    return whole


def _whole(content: Content, kept: Sequence[Text], rest: Sequence[Text]) -> Text:
    lines = [content.first, *kept]
    return join(*lines, join(*rest, separator=content.separator)) if rest else join(*lines)
