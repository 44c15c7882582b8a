"""Whoever sends much is asked for before it is taken; who is turned away gets the sentence, and nothing is kept."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from wsgiref.types import WSGIEnvironment

import pytest

from dashboard.serving.admission import UNSURE, Nowhere, Turned
from dashboard.serving.requests import Limits
from tests.serving.serving import Doors, said, working

LIMITS = Limits(usual=1_000, largest=100_000, large_paths=frozenset({"/load"}))
FIRST = "Sign in first."
#: More than comes at once from a line.
LARGE = b"a" * 50_000
HEAD = b"POST /load HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
WHOLE = (HEAD + b"Content-Length: 50000\r\n\r\n", LARGE)
CHUNKED = (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"c350\r\n" + LARGE + b"\r\n0\r\n\r\n")


def refusing(_environ: WSGIEnvironment) -> Turned:
    return Turned(401, FIRST)


def failing(_environ: WSGIEnvironment) -> None:
    raise OSError


@contextmanager
def asking(ask: Callable[[WSGIEnvironment], Turned | None]) -> Iterator[str]:
    with working(Doors(), ask=ask, limits=LIMITS) as (address, _, _):
        yield address


@pytest.mark.parametrize("sent", [WHOLE, CHUNKED], ids=["whole", "chunked"])
@pytest.mark.parametrize(
    ("ask", "head", "sentence"),
    [(refusing, "401 Unauthorized", FIRST), (failing, "503 Service Unavailable", UNSURE)],
)
def test_who_may_not_is_told_so_and_nothing_is_kept(
    sent: tuple[bytes, ...], ask: Callable[[WSGIEnvironment], Turned | None], head: str, sentence: str
) -> None:
    with asking(ask) as address:
        answer = said(address, *sent).decode()
    assert answer.startswith(f"HTTP/1.1 {head}\r\n")
    assert answer.endswith(f"\r\n\r\n{sentence}\n")


@pytest.mark.parametrize("sent", [WHOLE, CHUNKED], ids=["whole", "chunked"])
def test_who_may_is_read_as_before(sent: tuple[bytes, ...]) -> None:
    asked = list[tuple[object, object]]()

    def ask(environ: WSGIEnvironment) -> None:
        asked.append((environ["PATH_INFO"], environ["wsgi.input"].read()))

    with asking(ask) as address:
        assert said(address, *sent).endswith(b"\r\n\r\n50000")
    assert asked == [("/load", b"")]


@pytest.mark.parametrize("path", [b"/load", b"/other"])
def test_nobody_is_asked_for_what_everybody_may_send(path: bytes) -> None:
    head = b"POST " + path + b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1000\r\n\r\n"
    with asking(refusing) as address:
        assert said(address, head, b"a" * 1_000).endswith(b"\r\n\r\n1000")


def test_while_it_is_asked_nothing_more_is_taken_and_others_are_answered() -> None:
    is_asked, known = Event(), Event()

    def ask(_environ: WSGIEnvironment) -> Turned:
        is_asked.set()
        assert known.wait(30)
        return Turned(403, "Not you.")

    with asking(ask) as address, ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(said, address, *WHOLE)
        assert is_asked.wait(30)
        assert said(address, b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").endswith(b"hello")
        assert not waiting.done()
        known.set()
        assert waiting.result(30).endswith(b"Not you.\n")


def test_what_is_read_past_lies_nowhere() -> None:
    passed = Nowhere()
    passed.append(b"a" * 10)
    assert (len(passed), passed.getfile().read()) == (0, b"")
