"""Calls to the endpoint: to the very address that was checked, followed nowhere, bounded; what an answer means."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar
from urllib.parse import quote

import httpx

from bot.open311 import reading
from bot.open311.reading import Garbage, Receipt, Report, Service, Update
from bot.relay.public_http import NotFound, NotPublic, PinnedTransport, Reach

T = TypeVar("T")

PATIENCE = 20.0  # seconds, for each step of a call
WHOLE_CALL = 60.0  # seconds, however slowly they talk
LONGEST_ANSWER = 512 * 1024  # bytes
LONGEST_DESCRIPTION = 4000  # characters, as the specification says
MILLION = 1_000_000


class Outcome(StrEnum):
    TAKEN = "taken"
    LATER = "later"  # nothing was handed over
    REFUSED = "refused"
    UNCERTAIN = "uncertain"  # it may have been


@dataclass(frozen=True)
class Endpoint:
    """`url` as the operator wrote it, without a last slash; the key stays out of logs and of this object's words."""

    url: str
    jurisdiction: str = ""
    key: str = field(default="", repr=False)
    email: str = field(default="", repr=False)


@dataclass(frozen=True)
class Verdict:
    """`said` are the server's own words, `seconds` how long it wants to be left alone."""

    outcome: Outcome
    receipt: Receipt = field(default_factory=Receipt)
    reason: str = ""
    said: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class Content:
    """What is reported. Degrees are millionths."""

    service: str
    words: str
    address: str
    latitude: int | None
    longitude: int | None
    photo_url: str


class NoAnswer(Exception):
    """None that could be read; `reason` is one word for a log. `absent` when there is no such thing there."""

    def __init__(self, reason: str, absent: bool = False) -> None:
        super().__init__(reason)
        self.absent = absent


class Client:
    def __init__(self, endpoint: Endpoint, reach: Reach) -> None:
        self.endpoint = endpoint
        self._reach = reach

    async def services(self) -> tuple[Service, ...]:
        """Raises NoAnswer."""
        return _read(reading.services, await self._get("services.xml", {}))

    async def hand_over(self, content: Content) -> Verdict:
        form = {
            "api_key": self.endpoint.key,
            "jurisdiction_id": self.endpoint.jurisdiction,
            "service_code": content.service,
            "lat": _degrees(content.latitude),
            "long": _degrees(content.longitude),
            "address_string": content.address,
            "email": self.endpoint.email,
            "description": content.words[:LONGEST_DESCRIPTION],
            "media_url": content.photo_url,
        }
        try:
            async with (
                asyncio.timeout(WHOLE_CALL),
                self._open() as client,
                client.stream("POST", self._url("requests.xml"), data=_filled(form)) as answer,
            ):
                return _verdict(answer.status_code, await _content(answer), answer.headers.get("Retry-After", ""))
        except NotPublic:
            return Verdict(Outcome.REFUSED, reason="private")
        except (NotFound, httpx.ConnectTimeout, httpx.PoolTimeout):
            return Verdict(Outcome.LATER, reason="unreachable")
        except httpx.ConnectError as error:
            if "CERTIFICATE_VERIFY_FAILED" in str(error):
                return Verdict(Outcome.REFUSED, reason="certificate")
            return Verdict(Outcome.LATER, reason="unreachable")
        except (httpx.HTTPError, Garbage, TimeoutError):
            return Verdict(Outcome.UNCERTAIN, reason="silent")
        except (httpx.InvalidURL, UnicodeError):
            return Verdict(Outcome.REFUSED, reason="address")

    async def number_for(self, token: str) -> str:
        """Empty while there is none yet. Raises NoAnswer."""
        return _read(reading.receipt, await self._get(f"tokens/{quote(token, safe='')}.xml", {})).number

    async def reports(self, numbers: list[str]) -> tuple[Report, ...]:
        """Those of these numbers. Raises NoAnswer."""
        return _read(reading.reports, await self._get("requests.xml", {"service_request_id": ",".join(numbers)}))

    async def reported_between(self, service: str, since: datetime, until: datetime) -> tuple[Report, ...]:
        """Raises NoAnswer."""
        asked = {"service_code": service, "start_date": _w3(since), "end_date": _w3(until)}
        return _read(reading.reports, await self._get("requests.xml", asked))

    async def updates(self, since: datetime, until: datetime) -> tuple[Update, ...]:
        """mySociety's extension; elsewhere it is absent. Raises NoAnswer."""
        asked = {"start_date": _w3(since), "end_date": _w3(until)}
        return _read(reading.updates, await self._get("servicerequestupdates.xml", asked))

    async def _get(self, path: str, asked: dict[str, str]) -> bytes:
        query = _filled({"jurisdiction_id": self.endpoint.jurisdiction} | asked)
        try:
            async with (
                asyncio.timeout(WHOLE_CALL),
                self._open() as client,
                client.stream("GET", self._url(path), params=query) as answer,
            ):
                if answer.status_code in (404, 405, 410, 501):
                    raise NoAnswer(str(answer.status_code), absent=True)
                if answer.status_code != 200:
                    raise NoAnswer(str(answer.status_code))
                return await _content(answer)
        except (httpx.HTTPError, httpx.InvalidURL, NotFound, NotPublic, UnicodeError, Garbage, TimeoutError) as error:
            raise NoAnswer(type(error).__name__) from error

    def _url(self, path: str) -> str:
        return f"{self.endpoint.url}/{path}"

    def _open(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=PinnedTransport(self._reach), timeout=PATIENCE, follow_redirects=False, trust_env=False
        )


def _verdict(status: int, content: bytes, retry_after: str) -> Verdict:
    """A 503 is only believed to have taken nothing where it says when to come back."""
    said = reading.error(content)
    seconds = float(retry_after) if retry_after.isascii() and retry_after.isdigit() else 0.0
    if 200 <= status < 300:
        try:
            return Verdict(Outcome.TAKEN, reading.receipt(content))
        except Garbage:
            return Verdict(Outcome.UNCERTAIN, reason="unreadable")
    if status == 429 or (status == 503 and seconds):
        return Verdict(Outcome.LATER, reason="busy", said=said, seconds=seconds)
    if status >= 500:
        return Verdict(Outcome.UNCERTAIN, reason="broken", said=said)
    return Verdict(Outcome.REFUSED, reason="key" if status in (401, 403) else "refused", said=said)


def _read(read: Callable[[bytes], T], content: bytes) -> T:
    try:
        return read(content)
    except Garbage as error:
        raise NoAnswer("unreadable") from error


async def _content(answer: httpx.Response) -> bytes:
    content = b""
    async for chunk in answer.aiter_bytes():
        content += chunk
        if len(content) > LONGEST_ANSWER:
            raise Garbage
    return content


def _filled(values: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


def _degrees(millionths: int | None) -> str:
    return "" if millionths is None else f"{millionths / MILLION:.6f}"


def _w3(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
