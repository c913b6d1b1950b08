"""Who counts as one: an IPv4 address, or the network that one IPv6 subscriber has."""

import ipaddress

from starlette.requests import HTTPConnection

SUBSCRIBER = 64  # bits; https://www.rfc-editor.org/rfc/rfc6177: a subscriber has at least such a network to herself


def network(host: str) -> str:
    """An IPv6 subscriber may take a new address of her network for every visit. What is no address stays as it is."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.IPv6Network((int(address) >> SUBSCRIBER << SUBSCRIBER, SUBSCRIBER)))


def network_of(request: HTTPConnection) -> str:
    return network(request.client.host if request.client else "")


def is_loopback(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost"
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback
