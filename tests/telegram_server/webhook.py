"""Delivery by webhook: one update in flight per queue, retries that spread out, dropped on 2xx."""

import asyncio
import http
import json
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.telegram_server.post import Poster, Response
from tests.telegram_server.updates import Queue, Update, Updates
from tests.telegram_server.wire import Json, Parameters, bad

LONGEST_RETRY = 60.0  # Telegram draws between 60 and 120 seconds
SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
NOT_BY_REPLY = ("get", "setwebhook", "deletewebhook", "close", "logout")


@dataclass
class Webhook:
    """`scale` shortens every pause (0: at once). `execute` runs a method that came in answer to a post."""

    updates: Updates
    wall: Callable[[], float]
    execute: Callable[[Json], None]
    settled: Callable[[], None]
    scale: float = 1.0
    timeout: float = 60.0
    url: str = ""
    first_post_at: float | None = None
    posts: int = 0
    # What stands behind the address that is set, one request each in turn; none: it is the address itself.
    behind: tuple[str, ...] = ()
    _posters: tuple[Poster, ...] = ()
    _connections: int = 40
    _queues: dict[Queue, deque[Update]] = field(default_factory=dict)
    _failures: dict[Queue, int] = field(default_factory=dict)
    _ready: deque[Queue] = field(default_factory=deque)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _error: tuple[int, str] | None = None

    def set(self, parameters: Parameters) -> bool:
        url, secret = parameters.text("url"), parameters.text("secret_token")
        connections = parameters.integer("max_connections", 40)
        if not SECRET.fullmatch(secret):
            raise bad("secret token contains unallowed characters")
        if not 1 <= connections <= 100:
            raise bad("max_connections must be between 1 and 100")
        if url and not re.match(r"https?://(127\.0\.0\.1|localhost)[:/]", url):
            raise bad("bad webhook: this server never leaves loopback")
        self.remove(parameters)
        self.updates.allow(parameters)
        if url:
            self.url, self._connections = url, connections
            self._posters = tuple(Poster(one, secret, self.timeout) for one in self.behind or (url,))
            self.updates.hook = self._offer
            self.updates.disturb()
            for update in self.updates.pending.values():
                self._offer(update)
        return True

    def remove(self, parameters: Parameters) -> bool:
        if parameters.flag("drop_pending_updates"):
            self.updates.pending.clear()
        self.stop()
        self.url = ""
        self.updates.hook = None
        return True

    def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        self._queues.clear()
        self._ready.clear()
        self._failures.clear()
        self._error = None
        for poster in self._posters:
            poster.close()

    def info(self) -> Json:
        about: Json = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.updates.pending),
        }
        if self.url:
            about["max_connections"] = self._connections
        if self._error:
            about["last_error_date"], about["last_error_message"] = self._error
        if self.updates.allowed is not None:
            about["allowed_updates"] = sorted(self.updates.allowed)
        return about

    def _offer(self, update: Update) -> None:
        queue = self._queues.get(update.queue)
        if queue is None:
            queue = self._queues[update.queue] = deque((update,))
            self._wake(update.queue, queue)
        else:
            queue.append(update)

    def _wake(self, key: Queue, queue: deque[Update]) -> None:
        """A retry that was planned for an earlier address finds another queue, or none."""
        if self._queues.get(key) is queue:
            self._ready.append(key)
            self._start()

    def _start(self) -> None:
        while self._ready and self._posters and len(self._tasks) < self._connections:
            task = asyncio.get_running_loop().create_task(self._work())
            self._tasks.add(task)
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        """Posts to an earlier address, cancelled and not yet over, may have left no room for the new one."""
        self._tasks.discard(task)
        self._start()

    async def _work(self) -> None:
        while self._ready and self._posters:
            key = self._ready.popleft()
            await self._deliver(self._posters[self.posts % len(self._posters)], key, self._queues[key])

    async def _deliver(self, poster: Poster, key: Queue, queue: deque[Update]) -> None:
        update = queue[0]
        pause = None if update.expires <= self.wall() else await self._post(poster, key, update)
        if self._queues.get(key) is not queue:
            return  # the webhook was changed meanwhile
        if pause is not None:
            asyncio.get_running_loop().call_later(pause * self.scale, self._wake, key, queue)
            return
        self._failures.pop(key, None)
        queue.popleft()
        self.updates.settle(update)
        if queue:
            self._ready.append(key)
        else:
            del self._queues[key]
        self.settled()

    async def _post(self, poster: Poster, key: Queue, update: Update) -> float | None:
        """Seconds until the next try, or None when the bot has taken the update."""
        self.posts += 1
        if self.first_post_at is None:
            self.first_post_at = asyncio.get_running_loop().time()
        try:
            response = await poster.post(update.raw)
        except (OSError, EOFError, ValueError) as failure:
            return self._failed(key, f"{type(failure).__name__}: {failure}", 0.0)
        if 200 <= response.status < 300:
            self._reply(response)
            return None
        phrase = http.HTTPStatus(response.status).phrase
        after = response.headers.get("retry-after", "")
        wait = min(float(after), 3600.0) if after.isdigit() else 0.0
        return self._failed(key, f"Wrong response from the webhook: {response.status} {phrase}", wait)

    def _failed(self, key: Queue, why: str, wait: float) -> float:
        self._error = (int(self.wall()), why)
        failures = self._failures[key] = self._failures.get(key, 0) + 1
        return max(wait, 0.0 if failures == 1 else min(2.0 ** (failures - 1), LONGEST_RETRY))

    def _reply(self, response: Response) -> None:
        if not response.body.startswith(b"{"):
            return
        try:
            asked = json.loads(response.body)
        except ValueError:
            return
        method = str(asked.pop("method", "")).lower()
        if method and not method.startswith(NOT_BY_REPLY):
            self.execute(asked | {"method": method})
