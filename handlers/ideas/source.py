"""What other features say beneath an idea's card: an IdeaAside in `Feature.offers`, which every card asks."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.dialogue.context import Context
from bot.i18n.texts import Text
from bot.outbox.message import Button
from handlers.ideas.store.ideas import Idea


@dataclass(frozen=True)
class Reading:
    """The words of an idea in the reader's language, and in one line whose they are."""

    words: str
    whose: Text


@dataclass(frozen=True)
class IdeaAside:
    """Asked by whoever may see the idea. A card stands beside a picture: a line is a short one, and at most two."""

    lines: Callable[[Context, Idea], Awaitable[tuple[Text, ...]]] | None = None
    # Behind "More" of the card, for this speaker: what she may not do is not offered.
    ways: Callable[[Context, Idea], Awaitable[tuple[Button, ...]]] | None = None
    # On the card itself of what is done, in the place of support, which stands behind "More" then.
    upfront: Callable[[Context, Idea], Awaitable[Button | None]] | None = None
    # What this speaker reads in the place of its own words, which stand behind "More".
    reading: Callable[[Context, Idea], Awaitable[Reading | None]] | None = None
