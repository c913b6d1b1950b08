"""A door is one chat server that speaks the Bot API, and our client for it: Telegram, or the web chat."""

from dataclasses import dataclass
from typing import Protocol

import telegram

TELEGRAM = "telegram"
WEB = "web"


class Files(Protocol):
    """Those of a server of our own, by the names it gives them."""

    def stored(self, name: str) -> str:
        """What the storage calls it, where our own pictures lie as well."""

    async def read(self, name: str) -> bytes | None:
        """None when it is gone. Raises OSError for what may be there later."""

    async def has(self, name: str) -> bool: ...


@dataclass(frozen=True)
class Door:
    """`repeats_safely`: the server knows our idempotency keys, so a send may be made again after silence.

    `files`: what it hands out, when it is a server of our own.
    """

    name: str
    bot: telegram.Bot
    repeats_safely: bool
    files: Files | None = None
