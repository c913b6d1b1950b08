"""FakeTelegram: one bot's Bot API server, in this process or behind a loopback port."""

import asyncio
import contextlib
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.telegram_server import account, editing, sending
from tests.telegram_server.faults import Fault, Faults, Kind
from tests.telegram_server.limits import EVERYBODY, Limits, LimitSettings
from tests.telegram_server.pulse import Pulse
from tests.telegram_server.updates import Updates
from tests.telegram_server.webhook import Webhook
from tests.telegram_server.wire import (
    Answer,
    ConnectionDropped,
    Json,
    Parameters,
    Refused,
    read_parameters,
    refusal,
    success,
)
from tests.telegram_server.world import World

TOKEN = "123456789:TEST-only-token-of-the-fake-telegram-0"
Method = Callable[[World, Parameters], Any]
_COUNTED = ("sendm", "sendp", "sendd", "sendv", "sendl", "edit", "copy")  # sendChatAction is free
_AFTER = (Kind.ERROR_AFTER, Kind.SILENCE_AFTER, Kind.CLOSE_AFTER)

METHODS: dict[str, Method] = {
    method.__name__.replace("_", ""): method
    for method in (
        sending.send_message, sending.send_photo, sending.send_document, sending.send_voice,
        sending.send_location, sending.send_media_group, sending.copy_message,
        editing.edit_message_text, editing.edit_message_caption, editing.edit_message_media,
        editing.edit_message_reply_markup, editing.delete_message, editing.delete_messages,
        editing.set_message_reaction, editing.answer_callback_query,
        account.get_me, account.get_chat, account.get_file, account.send_chat_action,
        account.set_my_commands, account.get_my_commands, account.delete_my_commands,
        account.set_chat_menu_button, account.get_chat_menu_button, account.leave_chat,
    )
}  # fmt: skip
METHODS |= dict.fromkeys(("setmyname", "setmydescription", "setmyshortdescription"), account.remember)


@dataclass(slots=True)
class Call:
    """One call of the bot. `at` is monotonic; `status` 0 means that it has no answer (yet)."""

    at: float
    method: str
    chat: int | None
    values: Json
    status: int = 0
    description: str = ""


class FakeTelegram:
    """`retry_scale` shortens the webhook's pauses. Times come from `wall` and `monotonic`."""

    def __init__(
        self,
        token: str = TOKEN,
        username: str = "nestbox_test_bot",
        limits: LimitSettings | None = None,
        retry_scale: float = 1.0,
        journal: Path | None = None,
        wall: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.token = token
        self.pulse = Pulse()
        me: Json = {
            "id": int(token.split(":")[0]),
            "is_bot": True,
            "first_name": "Nestbox",
            "username": username,
        }
        self.world = World(wall, monotonic, me, journal)
        self.updates = Updates(wall)
        self.webhook = Webhook(self.updates, wall, self._by_reply, self.pulse.touch, retry_scale)
        self.limits = Limits(limits)
        self.faults = Faults()
        self.calls: list[Call] = []
        self.open_calls = 0
        self.control: Callable[[str, Json], Coroutine[Any, Any, object]] | None = None

    def answer(
        self, verb: str, path: str, query: str, content_type: str, body: bytes
    ) -> Answer | Coroutine[Any, Any, Answer]:
        """One HTTP request. Raises ConnectionDropped where a fault says so."""
        path = unquote(path)
        try:
            if path.startswith("/bot"):
                token, _, method = path[4:].partition("/")
                if token != self.token:
                    raise Refused(401, "Unauthorized")
                return self.call(method, read_parameters(query, content_type, body))
            if path.startswith("/file/bot"):
                return self._download(path[9:])
            if path.startswith("/control/") and self.control is not None:
                return self._controlled(path[9:], read_parameters(query, content_type, body).values)
            raise Refused(404, "Not Found")
        except Refused as refused:
            return refusal(refused)

    def call(self, name: str, parameters: Parameters) -> Answer | Coroutine[Any, Any, Answer]:
        method = name.lower()
        chat = parameters.values.get("chat_id")
        chat_id = int(chat) if chat is not None and str(chat).lstrip("-").isdigit() else None
        call = Call(self.world.monotonic(), method, chat_id, parameters.values)
        self.calls.append(call)
        fault = self.faults.find(method, chat_id)
        if fault is not None and fault.kind not in _AFTER:
            return self._strike(fault, call)
        if method == "getupdates":
            return self._poll(call, parameters, fault)
        done = self._settle(call, self._perform, method, chat_id, parameters)
        return done if fault is None else self._strike(fault, call)

    def _perform(self, method: str, chat_id: int | None, parameters: Parameters) -> Answer:
        if chat_id is not None and method.startswith(_COUNTED):
            self.limits.check(chat_id, self.world.monotonic())
        known = METHODS.get(method)
        if known is not None:
            return success(known(self.world, parameters))
        if method == "setwebhook":
            return success(self.webhook.set(parameters))
        if method == "deletewebhook":
            return success(self.webhook.remove(parameters))
        if method == "getwebhookinfo":
            return success(self.webhook.info())
        raise Refused(404, "Not Found: method not found")

    def _settle(self, call: Call, act: Callable[..., Answer], *arguments: Any) -> Answer:
        try:
            answer = act(*arguments)
        except Refused as refused:
            call.description = refused.description
            answer = refusal(refused)
        except (ValueError, AttributeError, TypeError, RecursionError) as broken:
            call.description = f"Bad Request: can't parse parameters: {broken}"
            answer = refusal(Refused(400, call.description))
        call.status = answer.status
        self.pulse.touch()
        return answer

    async def _poll(self, call: Call, parameters: Parameters, fault: Fault | None) -> Answer:
        self.pulse.touch()
        try:
            answer = await self.updates.get(parameters)
        except Refused as refused:
            call.description = refused.description
            answer = refusal(refused)
        call.status = answer.status
        return answer if fault is None else await _awaited(self._strike(fault, call))

    def _strike(self, fault: Fault, call: Call) -> Answer | Coroutine[Any, Any, Answer]:
        self.pulse.touch()
        call.status = 0
        if fault.kind in {Kind.CLOSE, Kind.CLOSE_AFTER}:
            raise ConnectionDropped
        if fault.kind in {Kind.SILENCE, Kind.SILENCE_AFTER}:
            return self._never()
        if fault.kind is Kind.FLOOD:
            scope = EVERYBODY if fault.everybody or call.chat is None else call.chat
            refused = self.limits.close(scope, fault.seconds, self.world.monotonic())
        else:
            refused = Refused(fault.code, fault.text())
        call.status, call.description = refused.code, refused.description
        if fault.body is not None:
            return Answer(fault.code, fault.body.encode(), "text/html")
        return refusal(refused)

    async def _never(self) -> Answer:
        self.open_calls += 1
        try:
            never: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
            return await never  # until the caller gives up
        finally:
            self.open_calls -= 1
            self.pulse.touch()

    def _download(self, rest: str) -> Answer | Coroutine[Any, Any, Answer]:
        """To faults and to the log a download is the method `file`."""
        token, _, path = rest.partition("/")
        if token != self.token:
            raise Refused(401, "Unauthorized")
        call = Call(self.world.monotonic(), "file", None, {"path": path})
        self.calls.append(call)
        fault = self.faults.find("file", None)
        if fault is not None:
            return self._strike(fault, call)
        for stored in self.world.files.values():
            if stored.path == path:
                call.status = 200
                return Answer(200, stored.content, "application/octet-stream")
        raise Refused(404, "Not Found")

    def _by_reply(self, asked: Json) -> None:
        """Nobody waits for this answer, so a fault that withholds it changes nothing."""
        with contextlib.suppress(ConnectionDropped):
            answer = self.call(asked.pop("method"), Parameters(asked))
            if not isinstance(answer, Answer):
                answer.close()

    async def _controlled(self, verb: str, values: Json) -> Answer:
        assert self.control is not None
        try:
            return success(await self.control(verb, values))
        except (LookupError, TypeError, ValueError, TimeoutError) as wrong:
            return refusal(Refused(400, f"{type(wrong).__name__}: {wrong}"))

    async def until(self, true: Callable[[], bool], within: float = 5.0) -> None:
        """Returns when the condition holds; TimeoutError if it does not in time."""
        await self.pulse.until(true, within)

    async def quiet(self, for_seconds: float = 0.05, within: float = 10.0) -> None:
        """Returns when every update is taken and the bot has called nothing for so long."""
        await self.pulse.quiet(lambda: not self.updates.pending, for_seconds, within)


async def _awaited(answer: Answer | Coroutine[Any, Any, Answer]) -> Answer:
    return answer if isinstance(answer, Answer) else await answer
