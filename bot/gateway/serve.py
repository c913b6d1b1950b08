"""The Bot API side on a loopback port, to try another bot on it."""

import ipaddress

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount

from bot.gateway.gateway import Gateway


class NotLoopback(Exception):
    """Whoever reaches this port and has the token is the bot: it is not for other machines."""


async def serve(gateway: Gateway, host: str, port: int) -> None:
    """Bot API under /telegram/bot<token>/…, the page at /. Until cancelled or interrupted. Raises NotLoopback."""
    check_host(host)
    app = Starlette(routes=[Mount("/telegram", gateway.bot_api), *gateway.phone_routes])
    # Open streams would keep the server from ending; a few seconds are enough for everything else.
    settings = uvicorn.Config(
        app, host=host, port=port, access_log=False, log_config=None, lifespan="off", timeout_graceful_shutdown=3
    )
    server = uvicorn.Server(settings)
    await gateway.start()
    try:
        await server.serve()
    finally:
        await gateway.stop()


def check_host(host: str) -> None:
    if host == "localhost":
        return
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        raise NotLoopback(f"{host} is not an address of this machine") from None
    if not address.is_loopback:
        raise NotLoopback(f"{host} can be reached by other machines")
