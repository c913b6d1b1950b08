"""A strict Telegram-style Bot API server for tests and measurements, with people, faults and limits.

In this process: `FakeTelegram()` with `app(server)` over httpx.ASGITransport, or `Listener(server.answer)`
on a loopback port. As its own process: `python -m tests.telegram_server`, driven by POST /control/<verb>.
"""

from tests.telegram_server.asgi import app
from tests.telegram_server.control import Control
from tests.telegram_server.faults import Fault, Kind
from tests.telegram_server.groups import group, kick, migrate
from tests.telegram_server.limits import LimitSettings
from tests.telegram_server.listener import Listener
from tests.telegram_server.people import Person, person
from tests.telegram_server.screen import Button, Seen
from tests.telegram_server.server import TOKEN, FakeTelegram
from tests.telegram_server.straight import Straight

__all__ = [
    "TOKEN",
    "Button",
    "Control",
    "FakeTelegram",
    "Fault",
    "Kind",
    "LimitSettings",
    "Listener",
    "Person",
    "Seen",
    "Straight",
    "app",
    "group",
    "kick",
    "migrate",
    "person",
]
