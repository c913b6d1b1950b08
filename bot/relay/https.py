"""One call to a service over HTTPS: to the very address that was checked, followed nowhere, bounded."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from bot.relay.public_http import NotFound, NotPublic, PinnedTransport, Reach
from bot.relay.verdicts import Reason, Reply, later, refused, uncertain

PATIENCE = 15.0  # seconds
LONGEST_ANSWER = 64 * 1024  # bytes


@dataclass(frozen=True)
class Said:
    """`said` is empty when the answer was no JSON object; `retry_after` in seconds, 0 when it did not say."""

    status: int
    said: Mapping[str, Any]
    retry_after: float = 0.0


class NoAnswer(Exception):
    """There was none that could be read; `reply` says what that means for a message."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(reply.reason.value)
        self.reply = reply


async def call(
    reach: Reach, method: str, url: str, body: object = None, headers: Mapping[str, str] | None = None
) -> Said:
    """Raises NoAnswer."""
    try:
        async with (
            httpx.AsyncClient(transport=PinnedTransport(reach), timeout=PATIENCE, follow_redirects=False) as client,
            client.stream(method, url, json=body, headers=headers) as answer,
        ):
            return Said(answer.status_code, await _read(answer), _retry_after(answer))
    except NotPublic:
        raise NoAnswer(refused(Reason.PRIVATE)) from None
    except (NotFound, httpx.ConnectTimeout):
        raise NoAnswer(later(Reason.UNREACHABLE)) from None
    except httpx.ConnectError as error:
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            raise NoAnswer(refused(Reason.CERTIFICATE)) from None
        raise NoAnswer(later(Reason.UNREACHABLE)) from None
    except httpx.HTTPError:
        raise NoAnswer(uncertain()) from None
    except (httpx.InvalidURL, UnicodeError):
        # An address that a server gave us, or a token that is none: nothing was sent.
        raise NoAnswer(refused(Reason.OTHER)) from None


async def _read(answer: httpx.Response) -> Mapping[str, Any]:
    content = b""
    async for chunk in answer.aiter_bytes():
        content += chunk
        if len(content) > LONGEST_ANSWER:
            return {}
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _retry_after(answer: httpx.Response) -> float:
    """https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3, the seconds; a date is for nobody here."""
    words = answer.headers.get("Retry-After", "")
    return float(words) if words.isdigit() else 0.0
