"""Logging: one line an update, and never a token or what people wrote."""

import logging
import re
import traceback
from collections.abc import Iterable
from urllib.parse import quote

# A bot token anywhere in a line, also percent-encoded: https://core.telegram.org/bots/api#authorizing-your-bot
TOKEN = re.compile(r"\d{6,}(?::|%3A)[\w-]{20,}")
# What makes the address of a relay a secret: user and password, and the tokens of group robots.
ADDRESS_SECRET = re.compile(r"(://)[^\s/@]+(?=@)|([?&](?:key|sign|access_token)=|/hook/)[\w%-]+")
# Their INFO and DEBUG lines carry whole request addresses and bodies.
TALKATIVE = ("httpx", "httpcore", "telegram", "aiosqlite", "apscheduler", "uvicorn", "PIL", "asyncio", "multipart")

# Says as a warning that a job still runs when its next time comes, which is how it should be.
PEDANTIC = "apscheduler"

# It writes an answer that is not JSON into the log, with what people wrote.
INDISCREET = "telegram.request.BaseRequest"


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


def set_up(level: str, secrets: Iterable[str] = ()) -> None:
    """For the whole process; handlers that come later need the filter of their own."""
    handler = logging.StreamHandler()
    handler.addFilter(Redact(secrets))
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger(PEDANTIC).setLevel(logging.ERROR)
    logging.getLogger(INDISCREET).setLevel(logging.CRITICAL)


def _on_one_line(line: str) -> str:
    return "".join(letter if letter.isprintable() or letter == "\t" else repr(letter)[1:-1] for letter in line)
