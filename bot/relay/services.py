"""Services that take news, and how the address of one is read from what a lead pasted. Pure: nothing is looked up."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from bot.relay.reach import is_private_name

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
# What Apprise does for us, and the one scheme of it: encrypted. https://appriseit.com/services/
SCHEMES = {Service.EMAIL: "mailtos", Service.MATRIX: "matrixs", Service.NTFY: "ntfys"}
PORTS = {Service.EMAIL: 587, Service.MATRIX: 443, Service.NTFY: 443}
# Other parts of an Apprise address read files, attach things or switch certificates off.
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


def read(service: Service, words: str) -> Target:
    """The address, and on a second line the key that signs, where there is one. Raises BadAddress."""
    lines = words.split()
    if not lines or len(lines) > 2 or len(words) > LONGEST or (not words.isprintable() and "\n" not in words):
        raise BadAddress("not-address")
    if service in ROBOTS:
        return _robot(service, lines[0], lines[1] if len(lines) == 2 else "")
    if service not in SCHEMES or len(lines) == 2:
        raise BadAddress("not-address")
    if service is Service.EMAIL:
        return _mail(lines[0])
    return _page(service, lines[0])


def _robot(service: Service, url: str, key: str) -> Target:
    parts, host, port = _split(url)
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


def _page(service: Service, url: str) -> Target:
    """ntfy's own https://host/topic is understood too. A room of Matrix begins with # or !."""
    scheme = SCHEMES[service]
    if service is Service.NTFY and url.startswith("https://"):
        url = f"{scheme}://" + url.removeprefix("https://")
    parts, host, port = _split(url.replace("#", "%23"))
    names = [unquote(name) for name in parts.path.split("/") if name]
    if parts.scheme != scheme or len(names) != 1:
        raise BadAddress("not-address")
    if service is Service.MATRIX and (names[0][0] not in "#!" or not parts.username):
        raise BadAddress("not-address")
    if parts.query:
        raise BadAddress("parts")
    clean = f"{scheme}://{_login(parts)}{_netloc(host, port)}/{quote(names[0], safe='!:')}"
    if service is Service.NTFY:
        clean += "?mode=private"  # else Apprise may take an unusual host for a topic of ntfy.sh
    return Target(service, clean, "", host, port or PORTS[service], _label(host, names[0].partition(":")[0]))


def _mail(url: str) -> Target:
    parts, host, port = _split(url)
    values = dict(parse_qsl(parts.query))
    if parts.scheme != SCHEMES[Service.EMAIL] or parts.path.strip("/") or parts.fragment:
        raise BadAddress("not-address")
    mode = values.get("mode", "starttls")
    if not set(values) <= MAIL_PARTS or mode not in MAIL_PORTS:
        raise BadAddress("parts")
    if not (parts.username or values.get("user")) or "@" not in values.get("to", ""):
        raise BadAddress("not-address")
    called = values.get("smtp", host).lower()
    if is_private_name(called):
        raise BadAddress("private")
    if not HOST.fullmatch(called):
        raise BadAddress("not-address")
    # Written anew, so that nothing reads it in another way than we did.
    clean = f"{parts.scheme}://{_login(parts)}{_netloc(host, port)}?{urlencode(values)}"
    whom = values["to"].partition("@")[0]
    return Target(Service.EMAIL, clean, "", called, port or MAIL_PORTS[mode], _label(called, whom))


def _split(url: str) -> tuple[SplitResult, str, int | None]:
    """Raises BadAddress for what is no address, and for one that anybody can see is a private one."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError as error:
        raise BadAddress("not-address") from error
    if is_private_name(host) and host:
        raise BadAddress("private")
    if not HOST.fullmatch(host) or "\\" in url:
        raise BadAddress("not-address")
    return parts, host, port


def _login(parts: SplitResult) -> str:
    return parts.netloc.rpartition("@")[0] + "@" if "@" in parts.netloc else ""


def _netloc(host: str, port: int | None) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"{shown}:{port}" if port else shown


def _label(host: str, token: str) -> str:
    """The host and the last four characters, never more than a third of what is secret."""
    return f"{host} …{token[-min(4, len(token) // 3) :] if len(token) > 2 else ''}"
