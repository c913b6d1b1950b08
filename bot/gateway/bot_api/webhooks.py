"""Delivers updates to a bot's webhook: in order within a chat, side by side across chats, until it says 2xx."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import httpx

from bot.gateway import queues, store
from bot.gateway.bot_api.receiving import webhook
from bot.gateway.core import Core
from bot.gateway.notifier import UPDATES, heard

log = logging.getLogger(__name__)

LOOK_AGAIN = 1.0  # seconds
ANSWER_WITHIN = 60.0
LONGEST_RETRY_AFTER = 3600.0
WINDOW = 1000
# tdlib/telegram-bot-api, WebhookActor.cpp: at once, then 2, 4, 8, … up to 60-120 seconds.
FIRST_DELAYS = (0.0, 2.0, 4.0, 8.0, 16.0, 32.0)

Queue = tuple[int, str]
Execute = Callable[[str, dict[str, Any]], Awaitable[None]]


class Courier:
    """`execute` runs the method that a webhook's answer may carry."""

    def __init__(self, core: Core, execute: Execute, transport: httpx.AsyncBaseTransport | None) -> None:
        self._core = core
        self._transport = transport
        self._execute = execute
        self._under_way: dict[Queue, asyncio.Task[None]] = {}
        self._failures: dict[Queue, int] = {}
        self._not_before: dict[Queue, float] = {}

    async def run(self) -> None:
        async with self._core.database.read() as tx:
            self._core.hook = await webhook(tx)
        try:
            async with httpx.AsyncClient(timeout=ANSWER_WITHIN, transport=self._transport) as client:
                with self._core.bell.listening(UPDATES) as event:
                    while not self._core.bell.closed:
                        try:
                            await self._round(client, event)
                        except Exception:
                            # Nobody waits for this task: it must outlive a database that is away for a while.
                            log.exception("webhook: looking for updates failed")
                        await heard(event, LOOK_AGAIN if self._core.hook else None)
        finally:
            tasks = list(self._under_way.values())
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _round(self, client: httpx.AsyncClient, event: asyncio.Event) -> None:
        hook = self._core.hook
        if not hook:
            return
        async with self._core.database.read() as tx:
            waiting = await self._core.sharing.waiting(tx, 0, WINDOW)
        now, seen = asyncio.get_running_loop().time(), set()
        for update in waiting:
            queue = _queue(update)
            if queue in seen:
                continue
            seen.add(queue)
            free = len(self._under_way) < hook["max_connections"]
            if free and queue not in self._under_way and self._not_before.get(queue, 0.0) <= now:
                task = asyncio.create_task(self._deliver(client, hook, queue, update))
                self._under_way[queue] = task
                task.add_done_callback(partial(self._done, queue, event))

    def _done(self, queue: Queue, event: asyncio.Event, task: asyncio.Task[None]) -> None:
        self._under_way.pop(queue, None)
        if not task.cancelled() and task.exception() is not None:
            log.error("webhook: delivered, not noted down", exc_info=task.exception())
        if queue not in self._not_before:
            event.set()

    async def _deliver(
        self, client: httpx.AsyncClient, hook: dict[str, Any], queue: Queue, update: queues.Update
    ) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook["secret"]} if hook["secret"] else {}
        try:
            answer = await client.post(hook["url"], json=update.wire(), headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            await self._failed(queue, type(error).__name__, 0.0)
            return
        if not answer.is_success:
            await self._failed(queue, f"Wrong response from the webhook: {answer.status_code}", _wish(answer))
            return
        self._failures.pop(queue, None)
        self._not_before.pop(queue, None)
        async with self._core.database.write() as tx:
            await queues.confirm(tx, [update.id])
        await self._run_answer(answer)

    async def _failed(self, queue: Queue, reason: str, wish: float) -> None:
        count = self._failures[queue] = self._failures.get(queue, 0) + 1
        usual = FIRST_DELAYS[count - 1] if count <= len(FIRST_DELAYS) else random.uniform(60, 120)  # noqa: S311 no secret
        self._not_before[queue] = asyncio.get_running_loop().time() + max(usual, wish)
        self._core.bell.ring(UPDATES)
        log.info("webhook: %s, attempt %d", reason, count)
        note = {"last_error_date": self._core.now() // 1000, "last_error_message": reason}
        async with self._core.database.write() as tx:
            await store.keep_setting(tx, "webhook_failure", note)

    async def _run_answer(self, answer: httpx.Response) -> None:
        if "json" not in answer.headers.get("content-type", ""):
            return
        try:
            body = answer.json()
        except ValueError:
            return
        if isinstance(body, dict) and isinstance(body.get("method"), str):
            await self._execute(body.pop("method"), body)


def _queue(update: queues.Update) -> Queue:
    return (update.chat, "message" if update.kind.endswith("message") else update.kind)


def _wish(answer: httpx.Response) -> float:
    try:
        return min(max(float(answer.headers.get("retry-after", "0")), 0.0), LONGEST_RETRY_AFTER)
    except ValueError:
        return 0.0
