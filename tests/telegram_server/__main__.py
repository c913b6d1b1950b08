"""`python -m tests.telegram_server`: the fake as its own process; prints one line of JSON when it listens."""

import argparse
import asyncio
import json
import signal
from pathlib import Path

from tests.telegram_server.control import Control
from tests.telegram_server.limits import LimitSettings
from tests.telegram_server.listener import Listener
from tests.telegram_server.server import TOKEN, FakeTelegram


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="A strict Bot API server for tests, on loopback only.")
    parser.add_argument("--port", type=int, default=0, help="0 takes any free port")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--limits", action="store_true", help="30 a second, 1 a second a chat, 20 a minute a group")
    parser.add_argument("--retry-scale", type=float, default=1.0, help="1 is Telegram's pace of webhook retries")
    parser.add_argument("--journal", type=Path, help="one line of JSON for each delivered message")
    return parser.parse_args()


async def _serve(arguments: argparse.Namespace) -> None:
    limits = LimitSettings() if arguments.limits else None
    server = FakeTelegram(
        arguments.token, limits=limits, retry_scale=arguments.retry_scale, journal=arguments.journal
    )
    server.control = Control(server)
    listener = Listener(server.answer)
    port = await listener.start(arguments.port)
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    print(json.dumps({"url": f"http://127.0.0.1:{port}", "token": arguments.token}), flush=True)
    await stop.wait()
    server.webhook.stop()
    await listener.stop()


if __name__ == "__main__":
    asyncio.run(_serve(_arguments()))
