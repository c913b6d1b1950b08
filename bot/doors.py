"""A door is one chat server that speaks the Bot API, and our client for it: Telegram, or the web chat."""

from dataclasses import dataclass

import telegram

TELEGRAM = "telegram"
WEB = "web"


@dataclass(frozen=True)
class Door:
    """`repeats_safely`: the server knows our idempotency keys, so a send may be made again after silence."""

    name: str
    bot: telegram.Bot
    repeats_safely: bool
