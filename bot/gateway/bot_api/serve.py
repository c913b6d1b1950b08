"""The Bot API side on a loopback port, to try another bot on it."""

import socket
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount

from bot.gateway.gateway import Gateway
from bot.server.addresses import is_loopback
from bot.server.connections import server_config
from bot.server.protection import HANDLERS, Protected

GRACE = 3  # seconds: open streams would keep the server from ending, and everything else needs no more


class NotLoopback(Exception):
    """Whoever reaches this port and has the token is the bot: it is not for other machines."""


class _Server(uvicorn.Server):
    """Says when it can be reached."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


async def serve(gateway: Gateway, host: str, port: int, ready: Callable[[], None] = lambda: None) -> None:
    """Bot API under /telegram/bot<token>/…, the page at /. Until cancelled or interrupted. Raises NotLoopback."""
    check_host(host)
    routes = [Mount("/telegram", gateway.bot_api), *gateway.phone_routes]
    app = Protected(Starlette(routes=routes, exception_handlers=HANDLERS))
    server = _Server(server_config(app, host, port, (), GRACE), ready)
    await gateway.start()
    try:
        await server.serve()
    finally:
        await gateway.stop()


def check_host(host: str) -> None:
    if not is_loopback(host):
        raise NotLoopback(f"{host} can be reached by other machines")
