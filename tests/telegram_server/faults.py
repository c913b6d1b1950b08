"""Faults switched on from outside: which call goes wrong, when, and how."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """`*_AFTER` means that the deed was done first, only the answer is missing or wrong."""

    FLOOD = "flood"  # 429, retry after `seconds`
    ERROR = "error"  # `code` and `description`, for example 502, 401, 409
    ERROR_AFTER = "error_after"
    SILENCE = "silence"  # the call is read and never answered
    SILENCE_AFTER = "silence_after"
    CLOSE = "close"  # the connection is closed without an answer
    CLOSE_AFTER = "close_after"


_DESCRIPTIONS = {
    401: "Unauthorized",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
    504: "Gateway Timeout",
}


@dataclass(frozen=True)
class Fault:
    """Strikes from the `nth` call that fits, `times` in all (None: until cleared). `everybody`: a 429
    shuts the whole bot and not one chat. `body` replaces the JSON answer, as a proxy would."""

    kind: Kind
    method: str | None = None
    chat: int | None = None
    nth: int = 1
    times: int | None = 1
    code: int = 502
    description: str = ""
    seconds: int = 1
    everybody: bool = False
    body: str | None = None

    def text(self) -> str:
        return self.description or _DESCRIPTIONS.get(self.code, "Internal Server Error")


@dataclass(slots=True)
class _Armed:
    fault: Fault
    seen: int = 0
    struck: int = 0


@dataclass
class Faults:
    _armed: list[_Armed] = field(default_factory=list)
    struck: int = 0

    def __bool__(self) -> bool:
        """Whether any is still to come."""
        return bool(self._armed)

    def add(self, fault: Fault) -> None:
        self._armed.append(_Armed(fault))

    def clear(self) -> None:
        self._armed.clear()

    def find(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that strikes this call, counted; method names in lower case."""
        for armed in self._armed:
            fault = armed.fault
            if fault.method is not None and fault.method.lower() != method:
                continue
            if fault.chat is not None and fault.chat != chat_id:
                continue
            armed.seen += 1
            if armed.seen < fault.nth:
                continue
            armed.struck += 1
            self.struck += 1
            if fault.times is not None and armed.struck >= fault.times:
                self._armed.remove(armed)
            return fault
        return None
