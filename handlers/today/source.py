"""What a feature knows to wait for somebody: hand a TodaySource over in `Feature.offers`, and /today asks it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.dialogue.context import Context
from bot.i18n.texts import Text
from bot.outbox.message import Button

MOST = 20  # of one source; whoever did these sees the next


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: `text` in a few words, `since` in ms when it began to, `button` does or opens it.

    `subject` is its name for good, a word of the feature's and the id of its row, such as "ideas.queue:27": what the
    team notes about it hangs on that.
    """

    subject: str
    text: Text
    since: int
    button: Button


@dataclass(frozen=True)
class TodaySource:
    """What waits for the speaker of this update, in her place and roles, at most MOST."""

    waiting: Callable[[Context], Awaitable[tuple[Waiting, ...]]]
