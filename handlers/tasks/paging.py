"""Choices three at a time, and which of them stand on this screen."""

from collections.abc import Sequence

from bot.dialogue import paging
from bot.dialogue.paging import BESIDE_MORE
from bot.outbox.message import Button


def paged(buttons: Sequence[Button], page: int, more: Button) -> tuple[list[list[Button]], range]:
    """As paging.paged, with the positions of those that are shown."""
    first = max(page, 0) * BESIDE_MORE
    if first >= len(buttons):
        first = 0
    left = len(buttons) - first
    shown = left if left <= BESIDE_MORE + 1 else BESIDE_MORE
    return paging.paged(buttons, page, more), range(first, first + shown)
