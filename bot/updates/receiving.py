"""Receives updates, by long polling or webhook, and acknowledges them only after the commit."""

import asyncio
import contextlib
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Coroutine
from itertools import groupby
from typing import Any

import telegram.error
from starlette.requests import Request
from starlette.responses import Response

from bot.clock import Clock, woken
from bot.database.db import NotSaved
from bot.dialogue.incoming import Incoming, written
from bot.doors.door import Door
from bot.i18n.texts import closest, render_plain
from bot.i18n.texts import machine as m
from bot.outbox.verdicts import seconds_of
from bot.server.protection import sentence
from bot.updates.dispatch import Dispatch
from bot.updates.parsing import Unreadable, first_update, parse, update_id

log = logging.getLogger(__name__)

POLL_SECONDS = 25
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 5.0  # seconds between tries when the door does not answer: somebody may be waiting
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
LARGEST_BODY = 1024 * 1024  # bytes; an update is some kilobytes
APOLOGY_SECONDS = 600.0
LATER = {"Retry-After": "5"}


class Apology:
    """Says past the outbox, which is in the database, that the database does not save. The update is kept by
    the door and comes again."""

    def __init__(self, door: Door, clock: Clock) -> None:
        self._door = door
        self._clock = clock
        self._said: dict[int, float] = {}

    async def say(self, chat_id: int, language_code: str | None) -> None:
        """At most once in a while to each chat."""
        now = self._clock.monotonic()
        if now - self._said.get(chat_id, float("-inf")) < APOLOGY_SECONDS:
            return
        self._said = {chat: at for chat, at in self._said.items() if now - at < APOLOGY_SECONDS} | {chat_id: now}
        words = render_plain(m.not_saved, closest(language_code) or "zh")
        with contextlib.suppress(telegram.error.TelegramError):
            await self._door.bot.send_message(chat_id, words)


class Polling:
    """Asks one door for updates. The next offset, which lets the door forget them, follows the commit.

    `answered` is told after each question that was answered.
    """

    def __init__(
        self, door: Door, dispatch: Dispatch, apology: Apology, answered: Callable[[], Awaitable[None]]
    ) -> None:
        self._door = door
        self._dispatch = dispatch
        self._apology = apology
        self._answered = answered
        self._offset: int | None = None
        self._failures = 0
        self._stopping, self._resting = asyncio.Event(), asyncio.Event()
        self._resting.set()

    async def stop(self, within: float) -> None:
        """No new update is taken. Returns when those that were taken are on disk, or after so many seconds."""
        self._stopping.set()
        await woken(self._resting, within)

    async def run(self) -> None:
        """Until stopped. Whatever the door answers, asks again: a 401 or 409 may pass."""
        self._resting.clear()
        try:
            await self._ask_again_and_again()
        finally:
            self._resting.set()

    async def _ask_again_and_again(self) -> None:
        while not self._stopping.is_set():
            try:
                await self.poll(POLL_SECONDS)
                self._failures = 0
                await self._answered()
            except telegram.error.RetryAfter as error:
                await self._pause(seconds_of(error))
            except telegram.error.Conflict:
                words = "another program receives with the same token; standing by"
                await self._ask_later(logging.ERROR, words, LONGEST_PAUSE)
            except (telegram.error.TelegramError, NotSaved) as error:
                pause = min(FIRST_PAUSE * 2.0 ** min(self._failures, 10), LONGEST_PAUSE)
                await self._ask_later(logging.WARNING, type(error).__name__, pause)
            except Exception as error:
                # Whatever it is, the next question may be answered.
                await self._ask_later(logging.ERROR, "receiving broke", LONGEST_PAUSE, error)

    async def _ask_later(self, level: int, why: str, pause: float, error: Exception | None = None) -> None:
        self._failures += 1
        # The first time, the second, the fourth: a night without a network must not fill the log.
        if self._failures & (self._failures - 1) == 0:
            words = "door %s: %s (%s in a row), asking again in %.0f s"
            log.log(level, words, self._door.name, why, self._failures, pause, exc_info=error)
        await self._pause(pause)

    async def _pause(self, seconds: float) -> None:
        """Whoever ends now need not wait for the end of it: nothing was taken."""
        self._resting.set()
        await asyncio.sleep(seconds)
        self._resting.clear()

    async def poll(self, seconds: int) -> int:
        """One question to the door; returns how many updates it had. Raises TelegramError and NotSaved."""
        params = {"timeout": seconds, "allowed_updates": ALLOWED}
        if self._offset is not None:
            params["offset"] = self._offset
        try:
            batch = await self._unless_stopped(
                self._door.bot.do_api_request("getUpdates", api_kwargs=params, read_timeout=seconds + 10)
            )
        except (telegram.error.TelegramError, RecursionError) as error:
            # What python-telegram-bot makes of an answer that is not JSON, or is nested too deeply to be read.
            if isinstance(error, RecursionError) or isinstance(error.__cause__, ValueError):
                return await self._one_past_the_unreadable(error)
            raise
        if not batch:
            # Everything before is confirmed by now, and after a quiet week ids start anywhere, also lower:
            # https://core.telegram.org/bots/api#update
            self._offset = None
            return 0
        await self._handle_all(batch)
        self._offset = max(raw["update_id"] for raw in batch) + 1
        return len(batch)

    async def _unless_stopped(self, asking: Coroutine[Any, Any, Any]) -> Any:
        """No updates once we are to stop: what the door has for us it keeps, since nobody says that we have it."""
        question = asyncio.ensure_future(asking)
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait({question, stopping}, return_when=asyncio.FIRST_COMPLETED)
            return await question if question.done() else []
        finally:
            for one in (question, stopping):
                one.cancel()
            await asyncio.gather(question, stopping, return_exceptions=True)

    async def _one_past_the_unreadable(self, error: Exception) -> int:
        """The first update alone: handled as ever, or kept aside when it is the one that cannot be read."""
        bot = self._door.bot
        first = "" if self._offset is None else f"&offset={self._offset}"
        _, answer = await bot.request.do_request(f"{bot.base_url}/getUpdates?timeout=0&limit=1{first}", "POST")
        found = first_update(answer)
        if found is None:
            raise error
        if found.raw is not None:
            await self._handle_all([found.raw])
        else:
            log.error("door %s: update %s kept aside: it is no JSON", self._door.name, found.update_id)
            await self._dispatch.keep_aside(self._door.name, found.update_id, found.text, "unreadable: no JSON")
        self._offset = found.update_id + 1
        return 1

    async def _handle_all(self, batch: list[dict[str, Any]]) -> None:
        """In order within a chat, side by side across chats."""
        readable = [incoming for raw in batch if (incoming := await self._read(raw))]
        readable.sort(key=lambda incoming: (incoming.chat_id, incoming.update_id))
        chats = [list(chat) for _, chat in groupby(readable, key=lambda incoming: incoming.chat_id)]
        outcomes = await asyncio.gather(*map(self._handle_chat, chats), return_exceptions=True)
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome

    async def _handle_chat(self, updates: list[Incoming]) -> None:
        for incoming in updates:
            try:
                await self._dispatch.handle(incoming)
            except NotSaved:
                await self._apology.say(incoming.chat_id, incoming.language_code)
                raise

    async def _read(self, raw: dict[str, Any]) -> Incoming | None:
        try:
            return parse(self._door.name, raw)
        except Unreadable as error:
            log.error("door %s: update %s kept aside: %s", self._door.name, raw.get("update_id"), error)
            await self._dispatch.keep_aside(self._door.name, update_id(raw), written(raw), f"unreadable: {error}")
            return None


class Webhook:
    """Takes POSTed updates. 200 follows the commit; with 503 the door keeps the update and comes back."""

    def __init__(self, door: str, dispatch: Dispatch, apology: Apology, secret: str) -> None:
        self._door = door
        self._dispatch = dispatch
        self._apology = apology
        self._secret = secret.encode()
        self._stopping = False

    def stop(self) -> None:
        """What comes now is for another process, or for the next one."""
        self._stopping = True

    async def answer(self, request: Request) -> Response:
        if not self._secret:
            return Response(status_code=403)
        given = request.headers.get("x-telegram-bot-api-secret-token", "")
        if not hmac.compare_digest(given.encode(), self._secret):
            return Response(status_code=403)
        if self._stopping:
            return Response(status_code=503, headers=LATER)
        if not request.headers.get("content-type", "").startswith("application/json"):
            return Response(status_code=415)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        try:
            raw = json.loads(body)
        except (ValueError, RecursionError):
            return sentence(request, m.page_unreadable, 400)
        if not isinstance(raw, dict) or update_id(raw) is None:
            return sentence(request, m.page_unreadable, 400)
        return await self._take(raw)

    async def _take(self, raw: dict[str, Any]) -> Response:
        incoming = None
        try:
            try:
                incoming = parse(self._door, raw)
            except Unreadable as error:
                log.error("door %s: update %s kept aside: %s", self._door, raw["update_id"], error)
                await self._dispatch.keep_aside(self._door, raw["update_id"], written(raw), f"unreadable: {error}")
                return Response(status_code=200)
            if incoming is not None:
                await self._dispatch.handle(incoming)
        except NotSaved:
            log.warning("door %s: update %s not saved", self._door, raw["update_id"])
            if incoming is not None:
                await self._apology.say(incoming.chat_id, incoming.language_code)
            return Response(status_code=503, headers=LATER)
        return Response(status_code=200)


async def _body(request: Request) -> bytes | None:
    """None when it is larger than an update can be."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            return None
    return body
