"""Knows who asks when a proxy stands in front: its word is believed from its own addresses alone."""

from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

PEER = "outturn.peer"  # under which the environment keeps the address that the connection itself comes from
HANDED_ON = "outturn.handed-on"  # whether somebody between, believed or not, says so in a header
FOR, PROTO, HOST = "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST"
#: Believed or not, nobody behind this is to read them.
HEADERS = (FOR, PROTO, HOST, "HTTP_X_FORWARDED_PORT", "HTTP_X_FORWARDED_PREFIX", "HTTP_X_REAL_IP", "HTTP_FORWARDED")
MOST_HOPS = 20
Address = IPv4Address | IPv6Address


class Proxies:
    """The addresses, or networks of addresses, that requests may be handed on from."""

    def __init__(self, said: Iterable[str]) -> None:
        self._networks = [ip_network(item, strict=False) for item in said]

    def __contains__(self, address: str) -> bool:
        found = address_in(address)
        return found is not None and any(found in network for network in self._networks)

    def client(self, peer: str, forwarded: str) -> str:
        """Who asks: the first address before the proxies, of those that each of them wrote behind the one before."""
        asking = peer
        for hop in reversed(forwarded.split(",")[-MOST_HOPS:]):
            found = address_in(hop)
            if found is None or asking not in self:
                break
            asking = str(found)
        return asking


class Forwarded:
    """An application that learns from the proxies in front who asks, under which name, and whether over TLS."""

    def __init__(self, application: WSGIApplication, proxies: Sequence[str]) -> None:
        self._application = application
        self._proxies = Proxies(proxies)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        peer = environ.get("REMOTE_ADDR", "")
        said = {name: environ.pop(name, "") for name in HEADERS}
        environ[PEER], environ[HANDED_ON] = peer, any(said.values())
        if peer in self._proxies:
            self._believe(environ, peer, said)
        return self._application(environ, start_response)

    def _believe(self, environ: WSGIEnvironment, peer: str, said: dict[str, str]) -> None:
        environ["REMOTE_ADDR"] = environ["REMOTE_HOST"] = self._proxies.client(peer, said[FOR])
        proto, host = (said[name].rpartition(",")[2].strip() for name in (PROTO, HOST))
        if proto in ("http", "https"):
            environ["wsgi.url_scheme"] = proto
        if host:
            environ["HTTP_HOST"] = host


def address_in(words: str) -> Address | None:
    """The address in one part of X-Forwarded-For, which may stand in brackets and bear a port; None where none is."""
    found = words.strip()
    if found.startswith("["):
        found = found[1:].partition("]")[0]
    elif found.count(":") == 1:
        found = found.partition(":")[0]
    try:
        address = ip_address(found)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
