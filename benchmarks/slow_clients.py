"""Measures how others are answered beside slow clients: `python -m benchmarks slow-clients`.

A hundred sockets of each kind are opened and say no more; meanwhile somebody asks for a page and for `/health/live`.
"""

import argparse
import socket
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit
from urllib.request import urlopen

from benchmarks.measured import Measured, heading, row, write
from benchmarks.served import Served, served

SOCKETS = 100
ROUNDS = 20
ASKED = ("/health/live", "/?partnership=warwickshire")
HEADERS = b"POST /checks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
#: What a client of each kind says before it falls silent.
KINDS: Mapping[str, bytes] = MappingProxyType(
    {
        "connected only": b"",
        "one byte": b"G",
        "half the headers": HEADERS,
        "half the body": HEADERS + b"Content-Length: 1000\r\n\r\n" + b"a" * 500,
        "one request answered, then idle": b"GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "an answer never read": b"GET /year-end?partnership=warwickshire HTTP/1.1\r\nHost: localhost\r\n\r\n",
    }
)


@contextmanager
def slow_clients(address: str, said: bytes, number: int = SOCKETS) -> Iterator[None]:
    """Hold *number* connections to *address* open that have *said* this and say no more."""
    host, port = urlsplit(address).hostname or "", urlsplit(address).port or 0
    opened: list[socket.socket] = []
    try:
        for _ in range(number):
            opened.append(socket.create_connection((host, port), timeout=30))
            opened[-1].sendall(said)
        yield
    finally:
        for one in opened:
            one.close()


def answered(address: str, path: str, timeout: float = 30) -> float:
    """Milliseconds until the answer at *path* is whole, on a connection of its own."""
    began = time.perf_counter()
    with urlopen(f"{address}{path}", timeout=timeout) as answer:
        answer.read()
    return (time.perf_counter() - began) * 1000


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser("benchmarks slow-clients", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there as well")
    asked = parser.parse_args(words)
    heading()
    with served() as product:
        table = [line for path in ASKED for line in _beside(product, path)]
    if asked.json:
        write(asked.json, table)


def _beside(product: Served, path: str) -> Iterator[Measured]:
    """How long *path* takes alone, and beside slow clients of each kind; the last figure is near the worst."""
    alone = [answered(product.address, path) for _ in range(ROUNDS)]
    yield row(f"{path}: alone", alone, "ms")
    for kind, said in KINDS.items():
        with slow_clients(product.address, said):
            yield row(f"  {kind}", [answered(product.address, path) for _ in range(ROUNDS)], "ms")
