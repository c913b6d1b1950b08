"""Services that take news, and how the address of one is read from what a lead pasted. Pure: nothing is looked up."""

import base64
import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from bot.relay.public_http import is_private_name

# A name as RFC 1123 has it, or numbers; what is spelt otherwise may be read otherwise by others.
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z0-9]|[0-9a-f:.]+")
LONGEST = 1000  # characters of an address


class Service(StrEnum):
    TELEGRAM = "telegram"
    WECOM = "wecom"
    DINGTALK = "dingtalk"
    FEISHU = "feishu"
    EMAIL = "email"
    MATRIX = "matrix"
    NTFY = "ntfy"


class Topic(StrEnum):
    """What a relay may get; the names of its columns."""

    TEAM = "team"
    EVENTS = "events"
    WEEKLY = "weekly"


# Group robots, and where each service has them call: nothing else is ever called for them.
ROBOTS = {
    Service.WECOM: (("qyapi.weixin.qq.com",), "/cgi-bin/webhook/send", "key"),
    Service.DINGTALK: (("oapi.dingtalk.com",), "/robot/send", "access_token"),
    Service.FEISHU: (("open.feishu.cn", "open.larksuite.com"), "/open-apis/bot/v2/hook/", None),
}
# Written as Apprise writes them, which many know and our relays were saved as: https://appriseit.com/services/
SCHEMES = {Service.EMAIL: "mailtos", Service.MATRIX: "matrixs", Service.NTFY: "ntfys"}
PORTS = {Service.EMAIL: 587, Service.MATRIX: 443, Service.NTFY: 443}
# What an address may have after its question mark.
MAIL_PARTS = frozenset({"to", "from", "smtp", "user", "pass", "name", "mode"})
MAIL_PORTS = {"ssl": 465, "starttls": 587}


class BadAddress(Exception):
    """`reason` is the end of a text's key: not-address, other-host, private or parts."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Target:
    """`url` and `key`, which signs, are secret; `label` may be shown. `host` is whom we shall call."""

    service: Service
    url: str
    key: str
    host: str
    port: int
    label: str

    def __repr__(self) -> str:  # so that no secret comes into a log
        return f"Target({self.service.value}, {self.label!r})"


def read(service: Service, words: str, hosts: frozenset[tuple[str, int]] = frozenset()) -> Target:
    """The address, and on a second line the key that signs, where there is one. Raises BadAddress.

    `hosts` are names and ports inside the operator's own network that she allowed (RELAY_ALLOW).
    """
    lines = words.split()
    if not lines or len(lines) > 2 or len(words) > LONGEST or (not words.isprintable() and "\n" not in words):
        raise BadAddress("not-address")
    if service in ROBOTS:
        return _robot(service, lines[0], lines[1] if len(lines) == 2 else "")
    if service not in SCHEMES or len(lines) == 2:
        raise BadAddress("not-address")
    if service is Service.EMAIL:
        return _mail(lines[0], hosts)
    return _page(service, lines[0], hosts)


def _robot(service: Service, url: str, key: str) -> Target:
    parts, host, port = _split(url, 443, frozenset())
    hosts, path, parameter = ROBOTS[service]
    if parts.scheme != "https" or host not in hosts or port not in (None, 443) or parts.username or parts.fragment:
        raise BadAddress("other-host")
    if parameter is None:
        token = parts.path.removeprefix(path)
        well = parts.path.startswith(path) and token and "/" not in token and not parts.query
    else:
        values = dict(parse_qsl(parts.query))
        token = values.get(parameter, "")
        well = parts.path == path and bool(token) and set(values) == {parameter}
    if not well:
        raise BadAddress("other-host")
    return Target(service, url, key, host, 443, _label(host, token))


def _page(service: Service, url: str, hosts: frozenset[tuple[str, int]]) -> Target:
    """ntfy's own https://host/topic is understood too. A room of Matrix begins with # or !."""
    scheme = SCHEMES[service]
    if service is Service.NTFY and url.startswith("https://"):
        url = f"{scheme}://" + url.removeprefix("https://")
    parts, host, port = _split(url.replace("#", "%23"), PORTS[service], hosts)
    names = [unquote(name) for name in parts.path.split("/") if name]
    if parts.scheme != scheme or len(names) != 1:
        raise BadAddress("not-address")
    if service is Service.MATRIX and (names[0][0] not in "#!" or len(names[0]) < 2 or not parts.username):
        raise BadAddress("not-address")
    if parts.query not in ("", "mode=private"):  # which we once wrote ourselves
        raise BadAddress("parts")
    clean = f"{scheme}://{_login(parts)}{_netloc(host, port)}/{quote(names[0], safe='!:')}"
    return Target(service, clean, "", host, port or PORTS[service], _label(host, names[0].partition(":")[0]))


def _mail(url: str, hosts: frozenset[tuple[str, int]]) -> Target:
    values = dict(parse_qsl(url.partition("?")[2]))
    mode = values.get("mode", "starttls")
    usual = MAIL_PORTS.get(mode, 0)
    parts, host, port = _split(url, usual, hosts)
    if parts.scheme != SCHEMES[Service.EMAIL] or parts.path.strip("/") or parts.fragment:
        raise BadAddress("not-address")
    if not set(values) <= MAIL_PARTS or mode not in MAIL_PORTS:
        raise BadAddress("parts")
    if not (parts.username or values.get("user")) or "@" not in values.get("to", ""):
        raise BadAddress("not-address")
    called = values.get("smtp", host).lower()
    _check_host(called, port or usual, hosts)
    # Written anew, so that nothing reads it in another way than we did.
    clean = f"{parts.scheme}://{_login(parts)}{_netloc(host, port)}?{urlencode(values)}"
    whom = values["to"].partition("@")[0]
    return Target(Service.EMAIL, clean, "", called, port or MAIL_PORTS[mode], _label(called, whom))


@dataclass(frozen=True)
class Credentials:
    """`password` is None where there is but one word, an access token."""

    name: str
    password: str | None

    def __repr__(self) -> str:
        return "Credentials(…)"

    @property
    def header(self) -> dict[str, str]:
        """https://www.rfc-editor.org/rfc/rfc7617 and rfc6750"""
        if self.password is None:
            return {"Authorization": f"Bearer {self.name}"}
        both = base64.b64encode(f"{self.name}:{self.password}".encode()).decode()
        return {"Authorization": f"Basic {both}"}


def credentials(url: str) -> Credentials | None:
    """Of an address that `read` has accepted."""
    parts = urlsplit(url)
    if not parts.username:
        return None
    return Credentials(unquote(parts.username), None if parts.password is None else unquote(parts.password))


@dataclass(frozen=True)
class Letter:
    """How somebody logs in at a mail server, from whom and to whom a mail goes."""

    name: str
    password: str
    sender: str
    to: tuple[str, ...]
    tls_from_the_start: bool

    def __repr__(self) -> str:
        return "Letter(…)"


def letter(url: str) -> Letter:
    """Of an address that `read` has accepted: `mailtos://user:password@example.org?smtp=…&to=…`."""
    parts = urlsplit(url)
    values = dict(parse_qsl(parts.query))
    user = values.get("user") or unquote(parts.username or "")
    own = user if "@" in user else f"{unquote(parts.username or user)}@{parts.hostname}"
    return Letter(
        name=user,
        password=values.get("pass") or unquote(parts.password or ""),
        sender=values["from"] if "@" in values.get("from", "") else own,
        to=tuple(one.strip() for one in values["to"].split(",") if "@" in one),
        tls_from_the_start=values.get("mode", "starttls") == "ssl",
    )


def _split(url: str, usual: int, hosts: frozenset[tuple[str, int]]) -> tuple[SplitResult, str, int | None]:
    """Raises BadAddress for what is no address, and for one that anybody can see is a private one."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError as error:
        raise BadAddress("not-address") from error
    # A token alone goes into a header as it is.
    token = unquote(parts.username or "") if parts.password is None else ""
    if "\\" in url or not host or not (token.isascii() and unquote(url).isprintable()):
        raise BadAddress("not-address")
    _check_host(host, port or usual, hosts)
    return parts, host, port


def _check_host(host: str, port: int, hosts: frozenset[tuple[str, int]]) -> None:
    if (host, port) in hosts:
        return
    if is_private_name(host):
        raise BadAddress("private")
    if not HOST.fullmatch(host):
        raise BadAddress("not-address")


def _login(parts: SplitResult) -> str:
    return parts.netloc.rpartition("@")[0] + "@" if "@" in parts.netloc else ""


def _netloc(host: str, port: int | None) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"{shown}:{port}" if port else shown


def _label(host: str, token: str) -> str:
    """The host and the last four characters, never more than a third of what is secret."""
    return f"{host} …{token[-min(4, len(token) // 3) :] if len(token) > 2 else ''}"
