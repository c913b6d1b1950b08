"""A process of its own that lets Apprise send one message: `python -m bot.relay.outside`, told what on its input.

Apprise calls requests and smtplib, which look names up themselves and cannot be stopped half-way. Here they may:
the names we checked resolve to what was checked, the interpreter's own audit of `socket.connect` (PEP 578) refuses
every other address, and whoever takes too long is ended from the outside. Nothing of it reaches a log.
"""

import json
import logging
import smtplib
import socket
import sys
from dataclasses import asdict, dataclass
from typing import Any

import apprise
import requests
import requests.adapters
import urllib3.exceptions

from bot.relay.reach import PORTS, is_public
from bot.relay.replies import SENT, Reason, Reply, later, of_status, refused, uncertain

SCHEMES = ("mailtos", "matrixs", "ntfys")
NEVER = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork")


@dataclass(frozen=True)
class Order:
    """`pins`: for each name that was looked up and checked, the endpoints to call; `allowed` beside public ones."""

    url: str
    title: str
    words: str
    pins: dict[str, list[tuple[str, int]]]
    allowed: list[tuple[str, int]]


@dataclass
class _Wire:
    """What happened on the way, since Apprise itself only says yes or no."""

    allowed: frozenset[tuple[str, int]]
    barred: bool = False
    handed_over: bool = False
    answer: Reply | None = None

    def hear(self, answer: Reply | None) -> None:
        """A login that was refused explains whatever a library tries after it."""
        if answer is None or self.answer is None or self.answer.reason is not Reason.LOGIN:
            self.answer = answer

    def audit(self, event: str, values: tuple[Any, ...]) -> None:
        if event in ("socket.connect", "socket.sendto"):
            address = values[1]
            ip, port = address[0], address[1]
            if (ip, port) not in self.allowed and not (is_public(str(ip)) and port in PORTS):
                self.barred = True
                raise PermissionError("this address is not called")
        elif event == "smtplib.send":
            # https://docs.python.org/3/library/smtplib.html: raised with what is sent; after DATA it is theirs.
            self.handed_over = self.handed_over or bytes(values[1]).lower().startswith(b"data")
        elif event in NEVER:
            raise PermissionError("no programs here")


def send(order: Order) -> Reply:
    """Only once in a process: an audit cannot be taken back."""
    wire = _Wire(frozenset(order.allowed))
    _pin(order.pins)
    _listen_to_http(wire)
    _listen_to_mail(wire)
    logging.disable(logging.CRITICAL)
    asset = apprise.AppriseAsset(storage_mode=apprise.PersistentStoreMode.MEMORY, secure_logging=True)
    asset.http_redirects = False
    if not order.url.startswith(tuple(f"{scheme}://" for scheme in SCHEMES)):
        return refused(Reason.OTHER)
    plugin = apprise.Apprise.instantiate(order.url, asset=asset, suppress_exceptions=True)
    if not isinstance(plugin, apprise.NotifyBase):
        return refused(Reason.OTHER)
    sys.addaudithook(wire.audit)
    well = plugin.notify(body=order.words, title=order.title, body_format=apprise.NotifyFormat.TEXT)
    return SENT if well else _failed(wire)


def _failed(wire: _Wire) -> Reply:
    if wire.barred:
        return refused(Reason.PRIVATE)
    if wire.answer is not None:
        return wire.answer
    return uncertain() if wire.handed_over else later(Reason.UNREACHABLE)


def _pin(pins: dict[str, list[tuple[str, int]]]) -> None:
    """Resolve once: those names mean what they meant when they were checked."""
    look_up = socket.getaddrinfo

    def pinned(host: Any, port: Any, *values: Any, **named: Any) -> Any:
        if host not in pins:
            return look_up(host, port, *values, **named)
        return [
            (
                socket.AF_INET6 if ":" in ip else socket.AF_INET,
                socket.SOCK_STREAM,
                socket.IPPROTO_TCP,
                "",
                (ip, open_port),
            )
            for ip, open_port in pins[host]
        ]

    socket.getaddrinfo = pinned


def _listen_to_http(wire: _Wire) -> None:
    post = requests.adapters.HTTPAdapter.send

    def heard(*values: Any, **named: Any) -> Any:
        try:
            response = post(*values, **named)
        except requests.RequestException as error:
            wire.answer = _of_error(error)
            raise
        wire.hear(None if response.ok else of_status(response.status_code))
        return response

    requests.adapters.HTTPAdapter.send = heard  # type: ignore[method-assign]  # only in this process


def _of_error(error: requests.RequestException) -> Reply:
    if isinstance(error, requests.exceptions.SSLError):
        return refused(Reason.CERTIFICATE)
    cause = getattr(error.args[0], "reason", error.args[0]) if error.args else None
    not_sent = (urllib3.exceptions.NewConnectionError, urllib3.exceptions.ConnectTimeoutError)
    if isinstance(error, requests.ConnectTimeout) or isinstance(cause, not_sent):
        return later(Reason.UNREACHABLE)
    return uncertain()


def _listen_to_mail(wire: _Wire) -> None:
    """The last number a mail server answered, https://www.rfc-editor.org/rfc/rfc5321#section-4.2."""
    read = smtplib.SMTP.getreply

    def heard(self: smtplib.SMTP) -> tuple[int, bytes]:
        code, words = read(self)
        if code >= 500:
            wire.answer = refused(Reason.LOGIN if code in (530, 534, 535) else Reason.OTHER, code)
        elif code >= 400:
            wire.answer = later(Reason.BUSY, code)
        return code, words

    smtplib.SMTP.getreply = heard  # type: ignore[method-assign]  # only in this process


def main() -> None:
    told = json.load(sys.stdin)
    pins = {host: [(ip, port) for ip, port in found] for host, found in told.pop("pins").items()}
    allowed = [(ip, port) for ip, port in told.pop("allowed")]
    reply = send(Order(**told, pins=pins, allowed=allowed))
    json.dump(asdict(reply), sys.stdout)


if __name__ == "__main__":
    main()
