"""Logging: one line an update, and never a token or what people wrote. As text, or as JSON for whoever collects it.

To stderr: the system (journald, the container engine) keeps it and throws away what is old.
"""

import json
import logging
import re
import traceback
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import quote

# A bot token anywhere in a line, also percent-encoded: https://core.telegram.org/bots/api#authorizing-your-bot
TOKEN = re.compile(r"\d{6,}(?::|%3A)[\w-]{20,}")
# What makes the address of a relay a secret: user and password, and the tokens of group robots.
ADDRESS_SECRET = re.compile(r"(://)[^\s/@]+(?=@)|([?&](?:key|sign|access_token)=|/hook/)[\w%-]+")
# Their INFO and DEBUG lines carry whole request addresses and bodies.
TALKATIVE = ("httpx", "httpcore", "telegram", "aiosqlite", "apscheduler", "uvicorn", "PIL", "asyncio", "multipart")

# Says as a warning that a job still runs when its next time comes, which is how it should be.
PEDANTIC = "apscheduler"

# What a stranger can make them write as often as she likes: uvicorn, asyncio and our own gate.
LOUD = ("uvicorn.error", "asyncio", "bot.server.connections")
REPEATED = (
    "Invalid HTTP request received.",
    "Unsupported upgrade request.",
    "No supported WebSocket library detected.",
    "socket.accept() out of system resource",
    "a connection was refused",
)
SELDOM = 60.0  # seconds from one such line to the next

# It writes an answer that is not JSON into the log, with what people wrote.
INDISCREET = "telegram.request.BaseRequest"


# The name, in `extra`, of what a line says in fields of its own: numbers and words of ours, nothing anybody typed.
FIELDS = "fields"


class Redact(logging.Filter):
    """Takes tokens out of every line, and line ends out of what is written into it.

    `secrets` are taken out wherever they stand, whatever they look like.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = [spelt for secret in secrets if secret for spelt in (secret, quote(secret, safe=""))]

    def filter(self, record: logging.LogRecord) -> bool:
        line = record.getMessage()
        record.msg, record.args = self._redacted(_on_one_line(line)), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = self._redacted("".join(traceback.format_exception(*record.exc_info)).rstrip())
        return True

    def _redacted(self, words: str) -> str:
        for secret in self._secrets:
            words = words.replace(secret, "[token]")
        return ADDRESS_SECRET.sub(r"\1\2[secret]", TOKEN.sub("[token]", words))


class Seldom(logging.Filter):
    """Lets one of the repeated lines through each minute, with how often it came; all others as they are."""

    def __init__(self) -> None:
        super().__init__()
        self._last: dict[str, float] = {}
        self._more: dict[str, int] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        line = next((one for one in REPEATED if str(record.msg).startswith(one)), None)
        if line is None:
            return True
        if record.created - self._last.get(line, float("-inf")) < SELDOM:
            self._more[line] = self._more.get(line, 0) + 1
            return False
        self._last[line] = record.created
        more = self._more.pop(line, 0)
        record.msg, record.args = record.getMessage().partition("\n")[0], ()
        record.msg += f" ({more} more like it since the last such line)" if more else ""
        record.exc_info = record.exc_text = None
        return True


class Json(logging.Formatter):
    """One object a line, in ASCII, so that nothing in it can end the line, turn its direction or move a cursor."""

    def format(self, record: logging.LogRecord) -> str:
        words: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, FIELDS, {}),
        }
        if record.exc_text:
            words["exception"] = record.exc_text
        return json.dumps(words)


FORMATTERS = {"text": logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"), "json": Json()}


def set_up(level: str, secrets: Iterable[str] = (), format: str = "text") -> None:
    """For the whole process; handlers that come later need the filter of their own."""
    handler = logging.StreamHandler()
    handler.addFilter(Redact(secrets))
    handler.setFormatter(FORMATTERS[format])
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger(PEDANTIC).setLevel(logging.ERROR)
    logging.getLogger(INDISCREET).setLevel(logging.CRITICAL)
    seldom = Seldom()
    for name in LOUD:
        logging.getLogger(name).filters = [seldom]


def _on_one_line(line: str) -> str:
    return "".join(letter if letter.isprintable() or letter == "\t" else repr(letter)[1:-1] for letter in line)
