"""Thousands of hostile callbacks and addresses: no answer is a fault of ours, a trace, a path or a statement."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from dash import Dash

from tests.running_server import running_server, with_figures
from tests.web.fuzzing.addresses import hostile_addresses
from tests.web.fuzzing.callbacks import hostile_callbacks
from tests.web.fuzzing.judged import judged
from tests.web.served import product

ROOT = Path(__file__).parents[2]
SEED = 2026
# What is reached by chance is not measured; Werkzeug leaves the parts of a form that it cannot read to the collector.
pytestmark = [pytest.mark.no_cover, pytest.mark.filterwarnings("ignore:Unclosed file <tempfile:ResourceWarning")]


@pytest.fixture
def own_app(published_store_url: str, tmp_path: Path) -> Iterator[Dash]:
    """The product on a database of its own: hostile forms may publish what they like."""
    with product(published_store_url, tmp_path / "originals") as app:
        yield app


def test_hostile_callbacks(own_app: Dash) -> None:
    found = judged(own_app.server, hostile_callbacks(own_app, SEED, 120))
    assert not found.faults
    assert {200, 400, 404} <= set(found.statuses), "some reach the product, some do not"


def test_hostile_addresses(own_app: Dash) -> None:
    found = judged(own_app.server, hostile_addresses(own_app.server, SEED, 80))
    assert not found.faults
    assert {200, 400, 404, 405} <= set(found.statuses)


@pytest.mark.drill
def test_ten_thousand_hostile_callbacks(own_app: Dash) -> None:
    assert not judged(own_app.server, hostile_callbacks(own_app, SEED + 1, 10_000)).faults


@pytest.mark.drill
def test_five_thousand_hostile_addresses(own_app: Dash) -> None:
    assert not judged(own_app.server, hostile_addresses(own_app.server, SEED + 1, 5_000)).faults


RAW = (
    b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
    b"POST /load HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n12345",
    b"POST /checks HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"POST /checks HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
    b"GET /\xff\xfe?\xff HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /load/%0d%0aSet-Cookie:a=b HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: \xff\xff\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: \xff=\xfe; =;;\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(100),
)


@pytest.mark.slow
def test_bytes_that_are_hardly_a_request_at_all(published_url: str, tmp_path: Path) -> None:
    random = Random(SEED)
    hardly = (*(random.randbytes(300) for _ in range(20)), *(random.randbytes(40) + END for _ in range(20)))
    own = with_figures(tmp_path, published_url)
    with running_server([sys.executable, "-m", "dashboard"], ROOT, own) as address:
        port = int(address.rpartition(":")[2])
        told = {said: answered(port, said) for said in (*RAW, *hardly)}
        assert b" 200 " in answered(port, b"GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert not {said: first for said, first in told.items() if first.split(b" ", 2)[1].startswith(b"5")}
    assert "Traceback" not in (tmp_path / "server.log").read_text("utf-8")


END = b"\r\n\r\n"
PATIENCE = 3.0  # seconds for an answer; bytes that ask for nothing get none


def answered(port: int, said: bytes) -> bytes:
    """The first line of what a server answers to these bytes."""
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as opened:
        opened.sendall(said)
        opened.shutdown(socket.SHUT_WR)
        try:
            return opened.recv(200).partition(b"\r\n")[0] or b"- none"
        except OSError:
            return b"- none"
