"""ntfy: a message to a topic. https://docs.ntfy.sh/publish/#publish-as-json"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from bot.relay.https import NoAnswer, Said, call
from bot.relay.public_http import Reach
from bot.relay.services import Target, credentials
from bot.relay.verdicts import SENT, Reason, Reply, later, of_status, refused, uncertain
from bot.relay.words import cut

LIMIT = 3900  # bytes; beyond 4096 a server makes a file of it, https://docs.ntfy.sh/config/#message-limits
A_MINUTE = 60.0
FULL = 507  # the server's disk: it may have room later


async def send(reach: Reach, target: Target, title: str, words: str) -> Reply:
    """Never raises. ntfy knows no word by which it would notice a repeat, so silence stays unsure."""
    parts = urlsplit(target.url)
    body = {"topic": unquote(parts.path.strip("/")), "title": title, "message": cut(words, LIMIT)}
    headers = {} if (known := credentials(target.url)) is None else known.header
    try:
        answer = await call(reach, "POST", f"https://{parts.netloc.rpartition('@')[2]}/", body, headers)
    except NoAnswer as error:
        return error.reply
    return judge(answer)


def judge(answer: Said) -> Reply:
    """By the status of HTTP; its own number, such as 42901, is only noted."""
    if answer.status == 200:
        return SENT if answer.said.get("id") else uncertain()
    code = _own_code(answer.said) or answer.status
    if answer.status in (429, FULL):
        return later(Reason.BUSY, code, answer.retry_after or A_MINUTE)
    if answer.status in (401, 403):
        return refused(Reason.LOGIN, code)
    if answer.status in (400, 413):
        return refused(Reason.OTHER, code)
    return of_status(answer.status)


def _own_code(said: Mapping[str, Any]) -> int | None:
    code = said.get("code")
    return code if isinstance(code, int) else None
