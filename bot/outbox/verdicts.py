"""What the door's answer to a call means: sent, later, plain, upload, moved, refused, gone or uncertain.

Decided by the class of the error, most specific first: BadRequest and TimedOut are NetworkErrors in
python-telegram-bot, and behind NetworkError stands the httpx error that tells whether anything was sent.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

import httpx
import telegram.error

# Doing these twice is the same as doing them once.
REPEATABLE = ("edit", "answerCallbackQuery", "delete", "set", "sendChatAction")
# Edits count like messages, https://github.com/grammyjs/grammY/pull/1076
MESSAGES = ("send", "edit", "copy", "forward")
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
# Errors of Telegram that say: what you want is already so, or cannot matter any more.
ALREADY_SO = (
    "message is not modified",
    "message to delete not found",
    "message can't be deleted",
    "query is too old",
)
LOST_MESSAGE = ("message to edit not found", "message can't be edited")
FORGOTTEN_FILE = ("wrong file identifier", "wrong file_id")
GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "user_id_invalid")


class Verdict(Enum):
    SENT = "sent"
    LATER = "later"
    CLOSED = "closed"
    PLAIN = "plain"
    UPLOAD = "upload"
    MOVED = "moved"
    ANEW = "anew"
    GONE = "gone"
    REFUSED = "refused"
    NEEDLESS = "needless"
    UNCERTAIN = "uncertain"
    DOOR_SHUT = "door shut"


@dataclass(frozen=True)
class Answer:
    """`seconds` belong to CLOSED, `chat_id` (the new one) to MOVED, `message_id` and `file_id` to SENT."""

    verdict: Verdict
    error: str = ""
    seconds: float = 0.0
    chat_id: int = 0
    message_id: int | None = None
    file_id: str | None = None


def is_message(method: str) -> bool:
    """Whether it counts against what a chat may get: commands, typing and answers to presses are free."""
    return method.startswith(MESSAGES) and method != "sendChatAction"


def repeatable(method: str) -> bool:
    return method.startswith(REPEATABLE)


def success(result: object) -> Answer:
    """Reads the message id, and what the door now calls the picture, from the result of a call."""
    if isinstance(result, list):
        result = result[0] if result else None
    if not isinstance(result, dict):
        return Answer(Verdict.SENT)
    sizes = result.get("photo") or []
    file_id = sizes[-1]["file_id"] if sizes else (result.get("voice") or {}).get("file_id")
    return Answer(Verdict.SENT, message_id=result.get("message_id"), file_id=file_id)


def failure(error: telegram.error.TelegramError, method: str, repeats_safely: bool) -> Answer:
    words = error.message
    match error:
        case telegram.error.RetryAfter():
            return Answer(Verdict.CLOSED, words, seconds=seconds_of(error))
        case telegram.error.ChatMigrated(new_chat_id=new_chat_id):
            return Answer(Verdict.MOVED, words, chat_id=new_chat_id)
        case telegram.error.Forbidden():
            return Answer(Verdict.GONE, words)
        case telegram.error.EndPointNotFound() if "method not found" in str(error.__cause__).lower():
            return Answer(Verdict.REFUSED, words)
        case telegram.error.EndPointNotFound() | telegram.error.InvalidToken() | telegram.error.Conflict():
            # What do_api_request makes of 401 and 404: the token may be accepted again in a moment.
            return Answer(Verdict.DOOR_SHUT, words)
        case telegram.error.BadRequest():
            return Answer(_bad_request(words.lower()), words)
        case telegram.error.NetworkError():
            if isinstance(error.__cause__, NOT_SENT):
                return Answer(Verdict.DOOR_SHUT, words)
            silent_but_safe = repeats_safely or repeatable(method)
            return Answer(Verdict.LATER if silent_but_safe else Verdict.UNCERTAIN, words)
    return Answer(Verdict.REFUSED, words)


def _bad_request(words: str) -> Verdict:
    if "can't parse entities" in words:
        return Verdict.PLAIN
    if any(phrase in words for phrase in ALREADY_SO):
        return Verdict.SENT
    if any(phrase in words for phrase in FORGOTTEN_FILE):
        return Verdict.UPLOAD
    if any(phrase in words for phrase in LOST_MESSAGE):
        return Verdict.ANEW
    if any(phrase in words for phrase in GONE):
        return Verdict.GONE
    return Verdict.REFUSED


def seconds_of(error: telegram.error.RetryAfter) -> float:
    # An int or a timedelta, depending on the environment variable PTB_TIMEDELTA.
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
