"""The same as people.py by HTTP, so that another process can drive: POST /control/<verb> with JSON."""

import base64
from collections.abc import Callable, Coroutine
from dataclasses import asdict
from typing import Any

from tests.telegram_server.faults import Fault, Kind
from tests.telegram_server.groups import group
from tests.telegram_server.limits import LimitSettings
from tests.telegram_server.people import Person, person
from tests.telegram_server.server import FakeTelegram
from tests.telegram_server.wire import Json

Verb = Callable[..., object]


class Control:
    """Each public method is a verb; its arguments are the fields of the JSON object."""

    def __init__(self, server: FakeTelegram) -> None:
        self._server = server

    async def __call__(self, verb: str, values: Json) -> object:
        method = getattr(self, verb, None)
        if verb.startswith("_") or method is None:
            raise LookupError(f"no verb {verb}")
        result = method(**values)
        return await result if isinstance(result, Coroutine) else result

    def person(self, id: int, name: str = "Aygul", language_code: str = "zh", started: bool = False) -> Json:
        return person(self._server, id, name, language_code, started=started).user

    def people(self, first_id: int, count: int, language_code: str = "zh") -> int:
        """Many who have spoken before: the bot may write to them."""
        for user_id in range(first_id, first_id + count):
            person(self._server, user_id, f"P{user_id}", language_code, started=True)
        return count

    def group(self, id: int, title: str, by: int) -> Json:
        return group(self._server, id, title, self._person(by)).public

    def says(self, id: int, text: str, chat: int | None = None) -> int:
        return self._person(id, chat).says(text)

    def photo(self, id: int, content: str, caption: str = "") -> int:
        """`content` is base64, here and below."""
        return self._person(id).sends_photo(base64.b64decode(content), caption)

    def album(self, id: int, contents: list[str], caption: str = "") -> list[int]:
        return self._person(id).sends_album([base64.b64decode(content) for content in contents], caption)

    def voice(self, id: int, content: str, seconds: int = 3) -> int:
        return self._person(id).sends_voice(base64.b64decode(content), seconds)

    def document(self, id: int, content: str, name: str, caption: str = "", mime: str = "") -> int:
        return self._person(id).sends_document(base64.b64decode(content), name, mime, caption)

    def sticker(self, id: int, emoji: str = "👍") -> int:
        return self._person(id).sends_sticker(emoji)

    def location(self, id: int, latitude: float, longitude: float) -> int:
        return self._person(id).sends_location(latitude, longitude)

    def press(self, id: int, button: str, message_id: int | None = None, chat: int | None = None) -> str:
        return self._person(id, chat).presses(button, message_id).id

    def tap(self, id: int, message_id: int, data: str) -> str:
        """Any data under any message of the chat."""
        someone = self._person(id)
        return someone.taps(someone.chat.messages[message_id], data).id

    def block(self, id: int) -> None:
        self._person(id).blocks()

    def unblock(self, id: int) -> None:
        self._person(id).unblocks()

    def transcript(self, id: int, chat: int | None = None) -> list[Json]:
        return [asdict(seen) for seen in self._person(id, chat).transcript()]

    def toasts(self, id: int) -> tuple[str, ...]:
        return self._person(id).toasts()

    def calls(self, method: str = "", since: int = 0) -> list[Json]:
        """The raw log, from the `since`-th call on."""
        return [asdict(call) for call in self._server.calls[since:] if method.lower() in {"", call.method}]

    def taps(self) -> list[Json]:
        """Every press: `at`, `answered_at` (the callback answer), `shown_at` (an edit, a message, or an edit
        that would change nothing)."""
        return [asdict(press) for press in self._server.world.presses.values()]

    def copies(self, chat: int | None = None) -> Json:
        """How often each text was delivered, by chat."""
        delivered = self._server.world.delivered
        return {str(each): dict(delivered[each]) for each in delivered if chat in {None, each}}

    def fault(self, kind: str, **how: Any) -> None:
        self._server.faults.add(Fault(Kind(kind), **how))

    def no_faults(self) -> None:
        self._server.faults.clear()
        self._server.limits.reopen()

    def raw_update(self, chat: int, rest: str, kind: str = "message") -> int:
        """`rest` follows the update's id: `,"message":{"text":17}}`."""
        return self._server.updates.put_raw(kind, ("message", chat), rest.encode("utf-8", "surrogatepass"))

    def repeat(self, update_id: int) -> None:
        self._server.updates.repeat(update_id)

    def limits(self, on: bool = True, **settings: Any) -> None:
        self._server.limits.settings = LimitSettings(**settings) if on else None

    def behind(self, addresses: list[str]) -> None:
        """What stands behind the webhook's address when it is set next: each is posted to in turn."""
        self._server.webhook.behind = tuple(addresses)

    def windows(self) -> list[Json]:
        """Every 429 that shut something: `scope` (a chat or "all"), `at`, `until`, and `calls_inside`."""
        return [asdict(window) for window in self._server.limits.windows]

    def stats(self) -> Json:
        server = self._server
        return {
            "calls": len(server.calls), "sent": server.world.sent, "pending": len(server.updates.pending),
            "confirmed": server.updates.confirmed, "posts": server.webhook.posts,
            "given_429": server.limits.given, "inside_closed": server.limits.inside_closed,
            "fetched": sum(call.method == "file" for call in server.calls),
            "faults": server.faults.struck, "webhook": server.webhook.url,
        }  # fmt: skip

    def burst(self, texts: list[str], count: int, chats: int, first_id: int) -> int:
        """Many messages at once from many people in turn; answers how many messages were sent before."""
        server = self._server
        server.webhook.first_post_at = None
        before = server.world.sent
        for number in range(count):
            self._person(first_id + number % chats).says(texts[number % len(texts)])
        return before

    async def replies(self, count: int, within: float = 60.0) -> Json:
        """Waits until so many messages were sent in all; seconds from the first post to the last of them."""
        server = self._server
        await server.until(lambda: server.world.sent >= count, within)
        first = server.webhook.first_post_at
        return {
            "sent": server.world.sent,
            "seconds": 0.0 if first is None else server.world.last_sent_at - first,
        }

    async def quiet(self, for_seconds: float = 0.05, within: float = 10.0) -> None:
        await self._server.quiet(for_seconds, within)

    def forget(self) -> None:
        """The log, the presses and the counts; not the people nor their chats."""
        world = self._server.world
        self._server.calls.clear()
        world.presses.clear()
        world.waiting_presses.clear()
        world.delivered.clear()

    def _person(self, user_id: int, chat: int | None = None) -> Person:
        someone = person(self._server, user_id)
        return someone if chat is None else someone.in_chat(self._server.world.chats[chat])
