"""A city that follows GeoReport v2 to the letter, with mySociety's updates, and refuses as rudely as real ones do.

https://wiki.open311.org/GeoReport_v2
"""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

from bot.relay.public_http import Endpoint, NotFound, Reach
from tests.outside.certificates import make_certificates
from tests.outside.robots import Request, read_request

NAME = "311.city.example"
JURISDICTION, KEY = "city.example", "key-of-the-test"
FIELDS = frozenset(
    {"api_key", "jurisdiction_id", "service_code", "lat", "long", "address_string", "address_id", "email"}
    | {"device_id", "account_id", "first_name", "last_name", "phone", "description", "media_url"}
)
SERVICES = (("001", "Street lamps", "false"), ("002", "Pavement", "false"), ("003", "Parking ticket", "true"))
HANGS_UP = 0  # as a status: the connection ends without an answer
LOSES_ANSWER = -1  # takes the report, and hangs up
SLEEPS = -2  # answers nothing until the test is over
TRICKLES = -3  # answers a letter at a time and never comes to an end
Answer = tuple[int, str]


@dataclass
class Report:
    number: str
    service: str
    form: dict[str, str]
    at: datetime
    status: str = "open"
    notes: str = ""
    expected: str = ""


@dataclass
class City:
    """`answers` come first, one a POST; then what the specification says. With `tokens` a number comes later."""

    authority: str
    now: Callable[[], datetime]
    tokens: bool = False
    has_updates: bool = True
    answers: list[Answer] = field(default_factory=list)
    garbage: bool = False
    reports: list[Report] = field(default_factory=list)
    numbered: set[str] = field(default_factory=set)
    updates: list[tuple[str, str, str, str, datetime]] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    port: int = 0
    waking: asyncio.Event = field(default_factory=asyncio.Event)
    address: str = "127.0.0.1"

    @property
    def url(self) -> str:
        return f"https://{NAME}:{self.port}/open311/v2"

    @property
    def reach(self) -> Reach:
        return Reach(self._resolve, frozenset({("127.0.0.1", self.port)}), self.authority)

    def posts(self) -> list[Request]:
        return [one for one in self.requests if one.method == "POST"]

    def says(self, number: str, status: str, words: str, update_id: str = "") -> None:
        """As an update of mySociety's extension."""
        key = update_id or str(len(self.updates) + 1)
        self.updates.append((key, number, status, words, self.now()))

    async def _resolve(self, host: str, port: int) -> list[Endpoint]:
        if host != NAME:
            raise NotFound(host)
        return [(self.address, port)]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (request := await read_request(reader)) is not None:
                self.requests.append(request)
                status, body = self._answer(request)
                if status == SLEEPS:
                    await self.waking.wait()
                if status == TRICKLES:
                    await self._trickle(writer)
                if status <= 0:
                    break
                content = body.encode()
                more = "Retry-After: 60\r\n" if status in (429, 503) and "later" in body else ""
                head = f"HTTP/1.1 {status} X\r\nContent-Type: text/xml; charset=utf-8\r\n{more}"
                writer.write(f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _trickle(self, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 X\r\nContent-Type: text/xml\r\n\r\n")
        while not self.waking.is_set():
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.05)

    def _answer(self, request: Request) -> Answer:
        path = unquote(urlsplit(request.path).path).removeprefix("/open311/v2")
        if request.method == "POST":
            return self._post(request) if path == "/requests.xml" else refusal(404, "no such resource")
        if request.query.get("jurisdiction_id") != JURISDICTION:
            return refusal(400, "jurisdiction_id was not provided")
        if self.garbage:
            return 200, "<html><body>Login</body></html>"
        if path == "/services.xml":
            return 200, _whole("services", [_services(*one) for one in SERVICES])
        if path.startswith("/tokens/"):
            return self._token(path.removeprefix("/tokens/").removesuffix(".xml"))
        if path == "/requests.xml":
            return 200, _whole("service_requests", [_report(one) for one in self._asked(request)])
        if path == "/servicerequestupdates.xml" and self.has_updates:
            return 200, _whole("service_request_updates", [_update(*one) for one in self._said(request)])
        return refusal(404, "no such resource")

    def _post(self, request: Request) -> Answer:
        assert request.headers["content-type"].startswith("application/x-www-form-urlencoded")
        form = {name: values[0] for name, values in parse_qs(request.body.decode()).items()}
        assert not set(form) - FIELDS, "fields that the specification does not know"
        answer = self.answers.pop(0) if self.answers else (200, "")
        if answer[0] not in (200, LOSES_ANSWER) or answer[1]:
            return answer
        if (refused := _checked(form)) is not None:
            return refused
        number = f"SR-{293944 + len(self.reports)}"
        self.reports.append(Report(number, form["service_code"], form, self.now()))
        if answer[0] == LOSES_ANSWER:
            return answer
        said = f"<token>T/{number}</token>" if self.tokens else f"<service_request_id>{number}</service_request_id>"
        return 200, _whole("service_requests", [f"<request>{said}<service_notice/><account_id/></request>"])

    def _token(self, token: str) -> Answer:
        number = token.removeprefix("T/")
        if number not in self.numbered:
            return refusal(404, "token was not found")
        said = f"<service_request_id>{number}</service_request_id><token>{token}</token>"
        return 200, _whole("service_requests", [f"<request>{said}</request>"])

    def _asked(self, request: Request) -> list[Report]:
        """Numbers override all other arguments."""
        numbers = request.query.get("service_request_id")
        if numbers:
            return [one for one in self.reports if one.number in numbers.split(",")]
        since, until = (_w3(request.query[name]) for name in ("start_date", "end_date"))
        assert (until - since).days <= 90
        return [
            one for one in self.reports if since <= one.at <= until and one.service == request.query["service_code"]
        ]

    def _said(self, request: Request) -> list[tuple[str, str, str, str, datetime]]:
        since, until = (_w3(request.query[name]) for name in ("start_date", "end_date"))
        return [one for one in self.updates if since <= one[4] <= until]


@asynccontextmanager
async def open_city(folder: Path, now: Callable[[], datetime] | None = None) -> AsyncIterator[City]:
    files = make_certificates(folder, (NAME, "localhost"))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(files.chain, files.key)
    city = City(str(files.authority), now or (lambda: datetime.now(UTC)))
    server = await asyncio.start_server(city.serve, "127.0.0.1", 0, ssl=tls)
    city.port = server.sockets[0].getsockname()[1]
    try:
        yield city
    finally:
        city.waking.set()
        server.close()


def _checked(form: dict[str, str]) -> Answer | None:
    if form.get("api_key") != KEY:
        return refusal(403, "Invalid api_key received -- can't proceed with create_request.")
    if form.get("jurisdiction_id") != JURISDICTION:
        return refusal(404, "jurisdiction_id was not found")
    if form.get("service_code") not in {code for code, _, _ in SERVICES}:
        return refusal(404, "service_code was not found")
    if not (("lat" in form and "long" in form) or form.get("address_string") or form.get("address_id")):
        return refusal(400, "A full location parameter must be submitted.")
    if len(form.get("description", "")) > 4000:
        return refusal(400, "description is longer than 4,000 characters")
    return None


def refusal(status: int, words: str) -> Answer:
    """As the specification words an error."""
    said = f"<error><code>{status}</code><description>{escape(words)}</description></error>"
    return status, _whole("errors", [said])


def _whole(name: str, parts: list[str]) -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{name}>{"".join(parts)}</{name}>'


def _services(code: str, name: str, metadata: str) -> str:
    return (
        f"<service><service_code>{code}</service_code><service_name>{name}</service_name>"
        f"<metadata>{metadata}</metadata><type>realtime</type></service>"
    )


def _report(one: Report) -> str:
    expected = f"<expected_datetime>{one.expected}</expected_datetime>" if one.expected else ""
    return (
        f"<request><service_request_id>{one.number}</service_request_id><status>{one.status}</status>"
        f"<status_notes>{escape(one.notes)}</status_notes><service_code>{one.service}</service_code>"
        f"<description>{escape(one.form['description'])}</description>"
        f"<requested_datetime>{one.at.isoformat()}</requested_datetime>{expected}</request>"
    )


def _update(key: str, number: str, status: str, words: str, at: datetime) -> str:
    return (
        f"<request_update><update_id>{key}</update_id><service_request_id>{number}</service_request_id>"
        f"<status>{status}</status><updated_datetime>{at.isoformat()}</updated_datetime>"
        f"<description>{escape(words)}</description></request_update>"
    )


def _w3(words: str) -> datetime:
    assert words.endswith("Z") or "+" in words, "the distance from UTC must be included"
    return datetime.fromisoformat(words)
