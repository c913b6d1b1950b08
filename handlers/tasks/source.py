"""What other features say to whoever takes a task on: a ClaimAside in `Feature.offers`, which every claim asks."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.dialogue.context import Context
from bot.outbox.message import Button
from handlers.tasks.store.dates import Date


@dataclass(frozen=True)
class ClaimAside:
    """`claimed` speaks below the thanks, `way` is a button on the card of whoever has the task."""

    claimed: Callable[[Context, Date], Awaitable[None]]
    way: Callable[[Context, Date], Awaitable[Button | None]]
