"""What other features say beneath an event's card: they hand an EventAside over in `Feature.offers`."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.dialogue.context import Context
from bot.i18n.texts import Text
from bot.outbox.message import Button
from handlers.events.store.events import Event


@dataclass(frozen=True)
class EventAside:
    """Asked by whoever sees the event. A card stands beside a picture: a line is a short one."""

    lines: Callable[[Context, Event], Awaitable[tuple[Text, ...]]] | None = None
    # Below the card, for this speaker: what she may not do is not offered.
    ways: Callable[[Context, Event], Awaitable[tuple[Button, ...]]] | None = None
