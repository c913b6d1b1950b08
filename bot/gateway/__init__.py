"""The web chat: a chat server that speaks the Bot API on one side and serves phones over HTTP on the other."""

from bot.gateway.gateway import Gateway
from bot.gateway.phone.limits import Limits

__all__ = ["Gateway", "Limits"]
