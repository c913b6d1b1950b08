"""What both sides of the gateway share: the database, the shelf, the bell, and who the bot is."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from bot.clock import Clock, milliseconds
from bot.database.db import Database, Tx
from bot.database.presence import Presence
from bot.gateway import store
from bot.gateway.errors import ApiError, bad_request
from bot.gateway.files import Shelf
from bot.gateway.notifier import Bell
from bot.gateway.phone.limits import Limits, Openings, Standing, Streams
from bot.gateway.sharing import Sharing
from bot.media.cleaning import Cleaner

DEFAULT_NAME = "Bot"


class Core:
    def __init__(
        self,
        database: Database,
        clock: Clock,
        shelf: Shelf,
        cleaner: Cleaner,
        token: str,
        secret: bytes,
        limits: Limits,
        standing: Callable[[Tx, int], Awaitable[Standing]],
        plain_page: str = "",
        others: Presence | None = None,
    ) -> None:
        self.database = database
        self.clock = clock
        self.shelf = shelf
        self.cleaner = cleaner
        # By the hash of what the bot sent: the two sizes of it that were kept last.
        self.drawings: OrderedDict[str, list[store.File]] = OrderedDict()
        self.token = token
        self.secret = secret
        self.limits = limits
        # Requests with files that are being read, by whose they are, and their bytes in all.
        self.under_way: dict[str, int] = {}
        self.bytes_under_way = 0
        # What the bot knows of a person.
        self.standing = standing
        self.plain_page = plain_page
        self.bell = Bell()
        self.sharing = Sharing(database, self.bell, others)
        # Where the bot's updates are to be posted, and which it wants: read once, since both are set by calls to us.
        self.hook: dict[str, Any] | None = None
        self.allowed: list[str] | None = None
        self.streams = Streams(limits)
        self.openings = Openings(clock, limits)
        # Kept here because it is part of every message the bot sends.
        self.bot_name = DEFAULT_NAME
        number = token.partition(":")[0]
        self.bot_id = int(number) if number.isdecimal() else 1

    def now(self) -> int:
        """Milliseconds since 1970, UTC."""
        return milliseconds(self.clock.now())

    def bot(self) -> dict[str, Any]:
        """The bot as a User."""
        return {"id": self.bot_id, "is_bot": True, "first_name": self.bot_name, "username": "gateway_bot"}

    async def learn_name(self) -> None:
        async with self.database.read() as tx:
            self.bot_name = await store.setting(tx, "name:") or DEFAULT_NAME


async def chat(tx: Tx, number: int) -> store.Person:
    person = await store.person(tx, number)
    if person is None:
        raise bad_request("chat not found")
    return person


async def reachable(tx: Tx, number: int) -> store.Person:
    person = await chat(tx, number)
    if person.gone:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    return person
