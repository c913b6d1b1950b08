"""Updates that wait for the bot: kept until they are confirmed by an offset, or by the webhook's 2xx."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tests.telegram_server.wire import Answer, Json, Parameters, Refused, bad, compact

DAY = 86_400.0
LONGEST_POLL = 50  # seconds; tdlib/telegram-bot-api
LIFE = {"callback_query": 150.0, "pre_checkout_query": 150.0, "inline_query": 30.0}
ASKED_FOR = {"chat_member", "message_reaction", "message_reaction_count"}
TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
HOOKED = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
RECENT = 10_000  # updates that can be made to come again
Queue = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Update:
    """`queue`: updates of one queue reach a webhook one after the other. `expires` is wall time."""

    id: int
    queue: Queue
    raw: bytes
    expires: float


@dataclass
class Updates:
    wall: Callable[[], float]
    next_id: int = 700_000_000
    pending: dict[int, Update] = field(default_factory=dict)
    confirmed: int = 0
    recent: deque[Update] = field(default_factory=lambda: deque(maxlen=RECENT))
    hook: Callable[[Update], None] | None = None
    allowed: frozenset[str] | None = None
    _poll: "asyncio.Future[None] | None" = None

    def put(self, kind: str, queue: Queue, content: Json) -> int:
        """Answers the update's id; 0 if the bot did not ask for this kind."""
        if kind in ASKED_FOR if self.allowed is None else kind not in self.allowed:
            return 0
        body = compact(content)
        return self.put_raw(kind, queue, b',"%b":%b}' % (kind.encode(), body))

    def put_raw(self, kind: str, queue: Queue, rest: bytes) -> int:
        """Any bytes after the update's id, also such as do not parse: `,"message":{"text":17}}`."""
        update_id = self.next_id
        self.next_id += 1
        raw = b'{"update_id":%d' % update_id + rest
        update = Update(update_id, queue, raw, self.wall() + LIFE.get(kind, DAY))
        self.recent.append(update)
        self.insert(update)
        return update_id

    def repeat(self, update_id: int) -> None:
        """The same update comes again, after what came meanwhile; LookupError if it is unknown."""
        for update in self.recent:
            if update.id == update_id:
                self.pending.pop(update_id, None)
                self.insert(update)
                return
        raise LookupError(update_id)

    def insert(self, update: Update) -> None:
        self.pending[update.id] = update
        if self.hook is not None:
            self.hook(update)
        elif self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def settle(self, update: Update) -> None:
        if self.pending.pop(update.id, None) is not None:
            self.confirmed += 1

    def confirm(self, offset: int) -> None:
        """A negative offset keeps that many from the end and forgets the others (Bot API, getUpdates)."""
        if offset < 0:
            kept = list(self.pending)[offset:]
            offset = kept[0] if kept else self.next_id
        for update_id in [known for known in self.pending if known < offset]:
            self.settle(self.pending[update_id])

    def forget_expired(self) -> None:
        now = self.wall()
        for update in [waiting for waiting in self.pending.values() if waiting.expires <= now]:
            del self.pending[update.id]

    def allow(self, parameters: Parameters) -> None:
        """Left out, the previous choice stays; an empty list is the default (Bot API)."""
        if "allowed_updates" in parameters.values:
            kinds = parameters.parsed("allowed_updates")
            if not isinstance(kinds, list):
                raise bad("can't parse allowed updates: expected an Array")
            self.allowed = frozenset(kinds) or None

    async def get(self, parameters: Parameters) -> Answer:
        if self.hook is not None:
            raise Refused(409, HOOKED)
        self.allow(parameters)
        self.confirm(parameters.integer("offset"))
        limit = parameters.integer("limit", 100)
        limit = limit if 1 <= limit <= 100 else 100
        timeout = min(max(parameters.integer("timeout"), 0), LONGEST_POLL)
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(Refused(409, TERMINATED))
        if not self.pending and timeout:
            await self._wait(timeout)
        self.forget_expired()
        return _batch(list(self.pending.values())[:limit])

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None

    def disturb(self) -> None:
        """Another instance polls with the same token: whoever polls now is told so."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(Refused(409, TERMINATED))


def _batch(updates: Iterable[Update]) -> Answer:
    return Answer(200, b'{"ok":true,"result":[' + b",".join(update.raw for update in updates) + b"]}")
