"""One process of the server: what it takes, what it refuses, whom it waits for, and that nobody slow is in the way."""

import resource
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from os import truncate
from pathlib import Path
from threading import Event, Thread
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from waitress.adjustments import Adjustments

from benchmarks.slow_clients import KINDS, answered, slow_clients
from dashboard.serving import requests, worker
from dashboard.serving.requests import LONGEST_ADDRESS, LONGEST_HEADERS
from tests.serving.serving import Doors, said, working

CLOSE = b"Host: localhost\r\nConnection: close\r\n\r\n"
UNREAD = {path: f"GET /{path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() for path in ("large", "file")}


def posted(path: bytes, size: int) -> bytes:
    return b"POST " + path + b" HTTP/1.1\r\nContent-Length: %d\r\n" % size + CLOSE


@pytest.fixture
def doors(tmp_path: Path) -> Doors:
    found = Doors()
    large = tmp_path / "large.bin"
    large.write_bytes(b"")
    truncate(large, 50_000_000)
    found.large_file = str(large)
    return found


@pytest.fixture
def address(doors: Doors) -> Iterator[str]:
    with working(doors) as (found, _, _):
        yield found


@pytest.mark.parametrize("kind", {**KINDS, **UNREAD}.values(), ids={**KINDS, **UNREAD}.keys())
def test_a_hundred_slow_clients_of_each_kind_are_in_nobody_s_way(address: str, kind: bytes) -> None:
    with slow_clients(address, kind):
        assert answered(address, "/") > 0


def test_of_more_than_it_holds_the_longest_silent_are_sent_away(
    address: str, doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "MOST_LINES", 20)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(said, address, b"GET /wait HTTP/1.1\r\n" + CLOSE)
        assert doors.is_entered.wait(30)
        for kind in ("connected only", "half the headers", "half the body"):
            with slow_clients(address, KINDS[kind]):
                assert answered(address, "/") > 0
        doors.opened.set()
        assert waiting.result(30).endswith(b"waited")


@pytest.mark.parametrize(
    ("limit", "now"),
    [
        ((1_024, 100_000), 4_000),
        ((1_024, 2_000), 2_000),
        ((9_000, 9_000), 9_000),
        ((1_024, resource.RLIM_INFINITY), 4_000),
        ((resource.RLIM_INFINITY, resource.RLIM_INFINITY), resource.RLIM_INFINITY),
    ],
)
def test_as_many_files_may_be_open_as_connections_need(
    limit: tuple[int, int], now: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = {resource.RLIMIT_NOFILE: limit}
    monkeypatch.setattr(resource, "getrlimit", limits.__getitem__)
    monkeypatch.setattr(resource, "setrlimit", limits.__setitem__)
    worker.allow_files()
    assert limits == {resource.RLIMIT_NOFILE: (now, limit[1])}


def test_an_answer_names_no_server(address: str) -> None:
    head = said(address, b"GET / HTTP/1.1\r\n" + CLOSE).partition(b"\r\n\r\n")[0].lower()
    assert head.startswith(b"http/1.1 200")
    assert (b"server:" in head, b"via:" in head, b"waitress" in head) == (False, False, False)


@pytest.mark.parametrize(
    ("asked", "status", "sentence"),
    [
        (b"GET /" + b"a" * LONGEST_ADDRESS + b" HTTP/1.1\r\n" + CLOSE, 400, "The request cannot be read."),
        (b"nonsense\r\n\r\n", 400, "The request cannot be read."),
        (b"GET / HTTP/1.1\r\nA: " + b"a" * LONGEST_HEADERS + b"\r\n" + CLOSE, 431, "The headers of the request are"),
        (posted(b"/other", 1_001), 413, "The request is too large."),
        (posted(b"/load", 5_001), 413, "The request is too large."),
        (posted(b"/load/", 1_001), 413, "The request is too large."),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n" + CLOSE, 501, "The request is written in a way"),
        (b"POST / HTTP/1.1\r\nContent-Length: a\r\n" + CLOSE, 400, "The request cannot be read."),
        (
            b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nHost: a\r\n\r\n5dc\r\n"
            + b"a" * 1_500
            + b"\r\n0\r\n\r\n",
            413,
            "The request is too large.",
        ),
    ],
)
def test_what_is_too_long_too_large_or_no_request_is_refused_in_a_sentence(
    address: str, asked: bytes, status: int, sentence: str
) -> None:
    head, _, body = said(address, asked).decode().partition("\r\n\r\n")
    assert head.startswith(f"HTTP/1.{'0' if asked.startswith(b'nonsense') or status == 431 else '1'} {status} ")
    assert body.startswith(sentence)
    assert (body.count("\n"), "waitress" in head + body) == (1, False)


@pytest.mark.parametrize(("path", "size"), [(b"/other", 1_000), (b"/load", 5_000)])
def test_what_is_just_as_large_as_it_may_be_is_taken(address: str, path: bytes, size: int) -> None:
    assert said(address, posted(path, size), b"a" * size).endswith(b"\r\n\r\n%d" % size)


@pytest.mark.parametrize(
    ("constant", "began"),
    [
        ("SECONDS_FOR_HEADERS", b"GET / HTTP/1.1\r\nA: "),
        ("SECONDS_FOR_BODY", posted(b"/load", 4_000)),
    ],
)
def test_a_request_that_trickles_in_is_cut_off(
    address: str, monkeypatch: pytest.MonkeyPatch, constant: str, began: bytes
) -> None:
    monkeypatch.setattr(requests, constant, -1)
    assert said(address, began) == b""


def test_what_was_asked_is_answered_after_it_is_told_to_stop_and_nobody_else_is(doors: Doors) -> None:
    with working(doors) as (address, process, thread), ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(said, address, b"GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert doors.is_entered.wait(30)
        with slow_clients(address, KINDS["one request answered, then idle"], 3):
            process.stop()
            end = time.monotonic() + 30
            while is_answered(address):
                assert time.monotonic() < end
            assert thread.is_alive()
            doors.opened.set()
            assert waiting.result(30).endswith(b"waited")
            thread.join(30)
        assert not thread.is_alive()


def is_answered(address: str) -> bool:
    try:
        with urlopen(address, timeout=5):
            return True
    except (URLError, ConnectionError):
        return False


def test_it_ends_when_the_work_beside_the_requests_has_ended(doors: Doors) -> None:
    is_told, has_ended = Event(), Event()

    def end(seconds: float) -> bool:
        is_told.set()
        return has_ended.wait(min(seconds, 30))

    with working(doors, end) as (_, process, thread):
        process.stop()
        process.stop()
        assert is_told.wait(30)
        assert thread.is_alive()
        has_ended.set()


def test_an_answer_that_never_ends_is_not_waited_for_without_end(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "SECONDS_FOR_ANSWERS", 0.1)
    with working(doors) as (address, process, thread):
        asking = Thread(target=said, args=(address, b"GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n"), daemon=True)
        asking.start()
        assert doors.is_entered.wait(30)
        process.stop()
        thread.join(30)
        assert not thread.is_alive()


def test_what_is_no_request_has_an_address_for_the_log_all_the_same() -> None:
    request = requests.Request(Adjustments())
    assert request.received(b"no request at all\r\n\r\n")
    assert request.error
    assert request.path == ""
