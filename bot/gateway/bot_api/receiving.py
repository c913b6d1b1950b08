"""How the bot hears of things: getUpdates with its long poll, and the settings of a webhook."""

import asyncio
import re
from dataclasses import dataclass, field
from typing import Any

from bot.database.db import Tx
from bot.gateway import queues, store
from bot.gateway.bot_api.params import Params
from bot.gateway.core import Core
from bot.gateway.errors import ApiError, bad_request
from bot.gateway.notifier import UPDATES, heard

MOST_UPDATES = 100
LONGEST_POLL = 50
LOOK_AGAIN = 1.0  # seconds, where no bell rings for what another process has written
TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


@dataclass
class Turn:
    """The one long poll that is being served; a later one takes over."""

    event: asyncio.Event
    over: bool = False


@dataclass
class Receiver:
    """With several processes this one asks for its own updates alone (sharing.py)."""

    core: Core
    _turn: Turn | None = field(default=None, init=False)
    _confirmed: int = field(default=0, init=False)
    _given: list[int] = field(default_factory=list, init=False)
    _begun: bool = field(default=False, init=False)

    async def get_updates(self, _: Core, params: Params) -> Any:
        await self._begin()
        if self.core.hook:
            raise ApiError(409, WEBHOOK_ACTIVE)
        limit = params.integer("limit", MOST_UPDATES)
        limit = limit if 1 <= limit <= MOST_UPDATES else MOST_UPDATES
        seconds = min(max(params.integer("timeout"), 0), LONGEST_POLL)
        await self._keep_allowed(params)
        if self._turn is not None:
            self._turn.over = True
            self._turn.event.set()
        with self.core.bell.listening(UPDATES) as event:
            turn = self._turn = Turn(event)
            try:
                found = await self._wait(turn, params.integer("offset"), limit, seconds)
            finally:
                if self._turn is turn:
                    self._turn = None
        return [update.wire() for update in found]

    async def _wait(self, turn: Turn, offset: int, limit: int, seconds: int) -> list[queues.Update]:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        look_again = LOOK_AGAIN if self.core.sharing.alone else float("inf")
        offset, found = await self._confirm(offset, limit)
        while True:
            if turn.over:
                raise ApiError(409, TERMINATED)
            if found is None:
                async with self.core.database.glance() as tx:
                    found = await self.core.sharing.waiting(tx, offset, limit)
            left = deadline - loop.time()
            if found or left <= 0 or self.core.bell.closed:
                self._given = [update.id for update in found]
                return found
            await heard(turn.event, min(left, look_again))
            found = None

    async def _begin(self) -> None:
        """What is set by calls to this process is read once; what dead processes left waits for nobody else."""
        if self._begun:
            return
        async with self.core.database.read() as tx:
            self.core.hook = await webhook(tx)
            self.core.allowed = await store.setting(tx, "allowed_updates")
        await self.core.sharing.take_over()
        self._begun = True

    async def _keep_allowed(self, params: Params) -> None:
        allowed = allowed_updates(params)
        if allowed is None or allowed == self.core.allowed:
            return
        async with self.core.database.write() as tx:
            await store.keep_setting(tx, "allowed_updates", allowed)
        self.core.allowed = allowed

    async def _confirm(self, offset: int, limit: int) -> tuple[int, list[queues.Update] | None]:
        """Everything before the offset is forgotten; a negative one counts from the end. And what waits then, if that
        was looked at.

        On PostgreSQL a lower number may become visible later, in another chat: what was given is forgotten.
        """
        given = [number for number in self._given if number < offset]
        if offset == 0 or (offset == self._confirmed and not given):
            return offset, None
        async with self.core.database.write() as tx:
            if offset < 0:
                offset = await queues.nth_newest_update(tx, -offset)
            if given and tx.dialect != "sqlite":
                await queues.confirm(tx, given)
            else:
                await queues.confirm_before(tx, offset)
            found = await self.core.sharing.waiting(tx, offset, limit)
        self._confirmed = offset
        return offset, found


def allowed_updates(params: Params) -> list[str] | None:
    allowed = params.json("allowed_updates", "can't parse allowed updates JSON object")
    if allowed is None:
        return None
    if not isinstance(allowed, list):
        raise bad_request("expected an Array of allowed update types")
    return [str(kind) for kind in allowed]


async def webhook(tx: Tx) -> dict[str, Any] | None:
    found: dict[str, Any] | None = await store.setting(tx, "webhook")
    return found or None


async def set_webhook(core: Core, params: Params) -> Any:
    url = params.text("url").strip()
    if not url:
        return await delete_webhook(core, params)
    # Telegram insists on https; another bot under development listens on this machine.
    if not re.match(r"https?://[^\s/]+", url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = params.text("secret_token")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    most = params.integer("max_connections", 40)
    allowed = allowed_updates(params)
    hook = {"url": url, "secret": secret, "max_connections": most if 1 <= most <= 100 else 40}
    async with core.database.write() as tx:
        if params.flag("drop_pending_updates"):
            await queues.drop_updates(tx)
        await store.keep_setting(tx, "webhook", hook)
        if allowed is not None:
            await store.keep_setting(tx, "allowed_updates", allowed)
    core.hook = hook
    core.allowed = core.allowed if allowed is None else allowed
    core.bell.ring(UPDATES)
    return True


async def delete_webhook(core: Core, params: Params) -> Any:
    async with core.database.read() as tx:
        if not await webhook(tx) and not params.flag("drop_pending_updates"):
            return True
    async with core.database.write() as tx:
        if params.flag("drop_pending_updates"):
            await queues.drop_updates(tx)
        await store.keep_setting(tx, "webhook", {})
    core.hook = None
    core.bell.ring(UPDATES)
    return True


async def get_webhook_info(core: Core, params: Params) -> Any:
    async with core.database.read() as tx:
        hook = await webhook(tx) or {"url": ""}
        info = {"url": hook["url"], "has_custom_certificate": False, "pending_update_count": await queues.pending(tx)}
        allowed = await store.setting(tx, "allowed_updates")
        failure = await store.setting(tx, "webhook_failure") if hook["url"] else None
    if "max_connections" in hook:
        info["max_connections"] = hook["max_connections"]
    return info | ({"allowed_updates": allowed} if allowed else {}) | (failure or {})
