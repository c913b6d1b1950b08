"""What became of a post, whatever the service."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"


class Reason(StrEnum):
    """Why not. A sentence stands for each in the texts of handlers/relays."""

    KEYWORD = "keyword"
    SIGNATURE = "signature"
    NETWORK = "network"
    GONE = "gone"
    LOGIN = "login"
    INVITE = "invite"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    PRIVATE = "private"
    SILENT = "silent"
    KEY = "key"
    OTHER = "other"


@dataclass(frozen=True)
class Reply:
    """`code` is the service's own number; `seconds`, of LATER, how long it wants to be left alone at least."""

    outcome: Outcome
    reason: Reason = Reason.OTHER
    code: str = ""
    seconds: float = 0.0


SENT = Reply(Outcome.SENT)


def later(reason: Reason, code: object = "", seconds: float = 0.0) -> Reply:
    return Reply(Outcome.LATER, reason, str(code), seconds)


def refused(reason: Reason, code: object = "") -> Reply:
    return Reply(Outcome.REFUSED, reason, str(code))


def uncertain(reason: Reason = Reason.SILENT, code: object = "") -> Reply:
    return Reply(Outcome.UNCERTAIN, reason, str(code))


def of_status(status: int) -> Reply:
    """An answer of HTTP that is no success."""
    if status in (429, 503):
        return later(Reason.BUSY, status, 60)
    if status >= 500:
        return uncertain(Reason.SILENT, status)
    if status in (401, 403):
        return refused(Reason.LOGIN, status)
    if status in (404, 410):
        return refused(Reason.GONE, status)
    return refused(Reason.OTHER, status)
