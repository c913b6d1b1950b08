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
# Another process may have written the row; its bell does not ring here.
LOOK_AGAIN = 1.0
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
    core: Core
    _turn: Turn | None = field(default=None, init=False)
    _confirmed: int = field(default=0, init=False)

    async def get_updates(self, _: Core, params: Params) -> Any:
        async with self.core.database.read() as tx:
            if await webhook(tx):
                raise ApiError(409, WEBHOOK_ACTIVE)
        limit = params.integer("limit", MOST_UPDATES)
        limit = limit if 1 <= limit <= MOST_UPDATES else MOST_UPDATES
        seconds = min(max(params.integer("timeout"), 0), LONGEST_POLL)
        await self._keep_allowed(params)
        offset = await self._confirm(params.integer("offset"))
        if self._turn is not None:
            self._turn.over = True
            self._turn.event.set()
        with self.core.bell.listening(UPDATES) as event:
            turn = self._turn = Turn(event)
            try:
                found = await self._wait(turn, offset, limit, seconds)
            finally:
                if self._turn is turn:
                    self._turn = None
        return [update.wire() for update in found]

    async def _wait(self, turn: Turn, offset: int, limit: int, seconds: int) -> list[queues.Update]:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while True:
            if turn.over:
                raise ApiError(409, TERMINATED)
            async with self.core.database.read() as tx:
                found = await queues.updates(tx, offset, limit)
            left = deadline - loop.time()
            if found or left <= 0 or self.core.bell.closed:
                return found
            await heard(turn.event, min(left, LOOK_AGAIN))

    async def _keep_allowed(self, params: Params) -> None:
        allowed = allowed_updates(params)
        if allowed is None:
            return
        async with self.core.database.read() as tx:
            if await store.setting(tx, "allowed_updates") == allowed:
                return
        async with self.core.database.write() as tx:
            await store.keep_setting(tx, "allowed_updates", allowed)

    async def _confirm(self, offset: int) -> int:
        """Everything before the offset is forgotten; a negative one counts from the end."""
        if offset in (0, self._confirmed):
            return offset
        async with self.core.database.write() as tx:
            if offset < 0:
                offset = await queues.nth_newest_update(tx, -offset)
            await queues.confirm_before(tx, offset)
        self._confirmed = offset
        return offset


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
