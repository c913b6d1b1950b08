"""A door is one chat server that speaks the Bot API, and our client for it: Telegram, or the web chat."""

from dataclasses import dataclass
from pathlib import Path

import telegram

TELEGRAM = "telegram"
WEB = "web"


@dataclass(frozen=True)
class Door:
    """`repeats_safely`: the server knows our idempotency keys, so a send may be made again after silence.

    `files`: where the files it hands out lie on this disk, when it is a server of our own.
    """

    name: str
    bot: telegram.Bot
    repeats_safely: bool
    files: Path | None = None
