"""A proxy's word about who asks is believed from its own addresses, and from nobody else."""

from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from dashboard.serving.forwarded import HEADERS, PEER, Forwarded, Proxies, address_in

PROXIES = ("127.0.0.1", "10.0.0.0/24", "fd00::1")
ASKED = ("REMOTE_ADDR", "wsgi.url_scheme", "HTTP_HOST", PEER)


def seen(peer: str, **headers: str) -> WSGIEnvironment:
    """What the product is told of a request of *peer* with these headers."""
    told: WSGIEnvironment = {}

    def product(environ: WSGIEnvironment, _start: StartResponse) -> Iterable[bytes]:
        told.update(environ)
        return []

    names = {f"HTTP_X_FORWARDED_{name.upper()}": value for name, value in headers.items()}
    environ = {"REMOTE_ADDR": peer, "HTTP_HOST": "127.0.0.1:8050", "wsgi.url_scheme": "http", **names}
    Forwarded(product, PROXIES)(environ, lambda *_: lambda _: None)
    return told


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("127.0.0.1", "192.0.2.7", "192.0.2.7"),
        ("127.0.0.1", "203.0.113.9, 192.0.2.7", "192.0.2.7"),  # the first was written by the stranger
        ("127.0.0.1", "203.0.113.9, 192.0.2.7, 10.0.0.9", "192.0.2.7"),  # through two proxies
        ("10.0.0.200", "192.0.2.7:4711", "192.0.2.7"),
        ("fd00::1", "[2001:db8::7]:4711", "2001:db8::7"),
        ("::ffff:127.0.0.1", "::ffff:192.0.2.7", "192.0.2.7"),
        ("127.0.0.1", "10.0.0.9", "10.0.0.9"),  # a proxy asks for itself
        ("127.0.0.1", "192.0.2.7, unknown", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", ",".join(["10.0.0.9"] * 5_000), "10.0.0.9"),
        ("10.0.1.1", "127.0.0.1", "10.0.1.1"),
        ("192.0.2.7", "127.0.0.1", "192.0.2.7"),
    ],
)
def test_who_asks_is_the_first_before_the_proxies(peer: str, forwarded: str, client: str) -> None:
    found = seen(peer, **{"for": forwarded})
    assert (found["REMOTE_ADDR"], found[PEER]) == (client, peer)


def test_a_proxy_says_under_which_name_and_whether_over_tls() -> None:
    found = seen("127.0.0.1", **{"for": "192.0.2.7"}, proto="https", host="outturn.example.gov.uk")
    assert [found[name] for name in ASKED] == ["192.0.2.7", "https", "outturn.example.gov.uk", "127.0.0.1"]


@pytest.mark.parametrize("proto", ["", "gopher", "https, gopher", "HTTPS\t"])
def test_what_is_no_scheme_is_none(proto: str) -> None:
    assert seen("127.0.0.1", proto=proto)["wsgi.url_scheme"] == "http"


def test_of_a_stranger_nothing_is_believed() -> None:
    found = seen("192.0.2.7", **{"for": "127.0.0.1"}, proto="https", host="elsewhere.example")
    assert [found[name] for name in ASKED] == ["192.0.2.7", "http", "127.0.0.1:8050", "192.0.2.7"]


@pytest.mark.parametrize("peer", ["127.0.0.1", "192.0.2.7"])
def test_nobody_behind_reads_what_was_said(peer: str) -> None:
    said = {"for": "1.1.1.1", "proto": "https", "host": "a.example", "port": "1", "prefix": "/x"}
    assert not seen(peer, **said).keys() & set(HEADERS)


@pytest.mark.parametrize("words", ["", "unknown", "1.2.3", "[::1", "a:b", "1.2.3.4.5", "_hidden", "1:2:3"])
def test_what_is_no_address_is_none(words: str) -> None:
    assert str(address_in(words)) in ("None", "::1")
    assert words not in Proxies(PROXIES)
