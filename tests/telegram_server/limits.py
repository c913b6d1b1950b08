"""How many messages may leave in a time: the three limits of the Bot FAQ, and what was done against them."""

import math
from collections import deque
from dataclasses import dataclass, field

from tests.telegram_server.wire import Refused

EVERYBODY = "all"
Scope = int | str


@dataclass(frozen=True)
class LimitSettings:
    """`slack` seconds forgive the jitter of a loaded machine; nought is the strictest."""

    per_second: int = 30
    private_per_second: float = 1.0
    private_burst: int = 3
    group_per_minute: int = 20
    slack: float = 0.05


@dataclass(slots=True)
class Closed:
    """A scope that was told to wait: nobody should call before `until` (monotonic)."""

    scope: Scope
    at: float
    until: float
    calls_inside: int = 0


@dataclass
class Limits:
    settings: LimitSettings | None = None
    given: int = 0
    inside_closed: int = 0
    windows: list[Closed] = field(default_factory=list)
    _closed: dict[Scope, Closed] = field(default_factory=dict)
    _recent: deque[float] = field(default_factory=deque)
    _groups: dict[int, deque[float]] = field(default_factory=dict)
    _private: dict[int, tuple[float, float]] = field(default_factory=dict)

    def check(self, chat_id: int, now: float) -> None:
        """Counts one message to a chat; refuses with 429 when there are too many."""
        if self._closed:
            self._check_closed(chat_id, now)
        if self.settings is None:
            return
        wait, scope = self._wait(self.settings, chat_id, now)
        if wait > 0:
            raise self.close(scope, math.ceil(wait), now)

    def close(self, scope: Scope, seconds: int, now: float) -> Refused:
        """The scope is shut for so long; answers with the refusal to raise."""
        window = Closed(scope, now, now + seconds)
        self._closed[scope] = window
        self.windows.append(window)
        return self._refuse(seconds)

    def reopen(self) -> None:
        self._closed.clear()

    def _check_closed(self, chat_id: int, now: float) -> None:
        for scope in (EVERYBODY, chat_id):
            window = self._closed.get(scope)
            if window is None:
                continue
            if now >= window.until:
                del self._closed[scope]
                continue
            window.calls_inside += 1
            self.inside_closed += 1
            raise self._refuse(math.ceil(window.until - now))

    def _refuse(self, seconds: int) -> Refused:
        self.given += 1
        return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})

    def _wait(self, settings: LimitSettings, chat_id: int, now: float) -> tuple[float, Scope]:
        """Seconds until this message would be allowed, and who must wait; counts it if allowed at once."""
        recent = self._recent
        while recent and recent[0] <= now - 1.0 + settings.slack:
            recent.popleft()
        if len(recent) >= settings.per_second:
            return recent[0] + 1.0 - now, EVERYBODY
        wait = self._group(settings, chat_id, now) if chat_id < 0 else self._person(settings, chat_id, now)
        if wait <= 0:
            recent.append(now)
        return wait, chat_id

    def _group(self, settings: LimitSettings, chat_id: int, now: float) -> float:
        recent = self._groups.setdefault(chat_id, deque())
        while recent and recent[0] <= now - 60.0 + settings.slack:
            recent.popleft()
        if len(recent) >= settings.group_per_minute:
            return recent[0] + 60.0 - now
        recent.append(now)
        return 0.0

    def _person(self, settings: LimitSettings, chat_id: int, now: float) -> float:
        tokens, since = self._private.get(chat_id, (float(settings.private_burst), now))
        tokens = min(settings.private_burst, tokens + (now - since) * settings.private_per_second)
        if tokens + settings.slack < 1:
            self._private[chat_id] = (tokens, now)
            return (1 - tokens) / settings.private_per_second
        self._private[chat_id] = (tokens - 1, now)
        return 0.0
