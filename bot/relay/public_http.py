"""Whom we may call for a lead: public addresses on a few ports, looked up once and then called by that address.

Checking a name and connecting to it later is not enough: it may resolve to something else by then. So every
connection goes to the very address that was checked.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx

PORTS = frozenset({443, 465, 587, 8443, 8448})  # https, mail submission, Matrix
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last 32 bits
UNICAST = ipaddress.ip_network("2000::/3")  # all of IPv6 that is given out, RFC 4291
HERE = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa")  # RFC 6761, 6762, 8375

Endpoint = tuple[str, int]
Resolve = Callable[[str, int], Awaitable[list[Endpoint]]]


class NotPublic(Exception):
    """A private address, or a port that we call nobody on."""


class NotFound(Exception):
    """Nobody knows this name, at least now."""


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the whole internet; also when it hides in an IPv6 one."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        hidden = _hidden(ip)
        if hidden is not None:
            return is_public(str(hidden))
        if ip not in UNICAST:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _hidden(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if ip in NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def is_private_name(host: str) -> bool:
    """What anybody can see without looking it up: numbers in whatever spelling, and names of this network."""
    name = host.rstrip(".").lower()
    if ":" in name:
        return not is_public(name)
    try:
        # 2130706433, 0x7f.1 and 0177.0.0.1 are spellings of 127.0.0.1 to every resolver.
        return not is_public(socket.inet_ntoa(socket.inet_aton(name)))
    except OSError:
        return "." not in name or name.rpartition(".")[2] in HERE


async def look_up(host: str, port: int) -> list[Endpoint]:
    """Raises NotFound."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFound(host) from error
    return [(str(address[0]), port) for *_, address in found]


@dataclass(frozen=True)
class Reach:
    """`hosts` are names and ports that the operator allowed beside public ones, `authority` a file with the
    certificates she trusts. Tests give a resolver, and the loopback endpoints they listen on."""

    resolve: Resolve = look_up
    allowed: frozenset[Endpoint] = frozenset()
    authority: str | None = None
    hosts: frozenset[tuple[str, int]] = frozenset()

    async def endpoint(self, host: str, port: int) -> Endpoint:
        """The one to call. Raises NotPublic when any address of the name is private, and NotFound."""
        found = await self.resolve(host, port)
        if not found:
            raise NotFound(host)
        for ip, open_port in found if (host, port) not in self.hosts else ():
            if (ip, open_port) not in self.allowed and not (is_public(ip) and open_port in PORTS):
                raise NotPublic
        return found[0]


class PinnedTransport(httpx.AsyncBaseTransport):
    """Calls the address that was checked; the name still stands in the certificate, the SNI and the Host header.

    https://www.python-httpx.org/advanced/extensions/#sni_hostname
    """

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        tls = httpx.create_ssl_context()
        if reach.authority:
            tls.load_verify_locations(cafile=reach.authority)
        self._inner = httpx.AsyncHTTPTransport(verify=tls, trust_env=False)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        ip, port = await self._reach.endpoint(
            host, request.url.port or (443 if request.url.scheme == "https" else 80)
        )
        pinned = httpx.Request(
            request.method,
            request.url.copy_with(host=ip, port=port),
            headers=request.headers,
            stream=request.stream,
            extensions=request.extensions | {"sni_hostname": host},
        )
        return await self._inner.handle_async_request(pinned)

    async def aclose(self) -> None:
        await self._inner.aclose()
