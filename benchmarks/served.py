"""Knows how to run the real product for a measurement: a fresh database, a free port, its memory."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: its address, its database, its first process, seconds until it was ready."""

    address: str
    database: str
    process: int
    start_seconds: float

    def memory(self) -> float:
        """Return the megabytes of all its processes together; what they share is counted once."""
        family = [self.process, *_children(self.process)]
        return sum(_proportional_kilobytes(number) for number in family) / 1024

    def processor_seconds(self) -> float:
        """Return the processor time that all its processes have taken together since they were started."""
        return sum(_processor_seconds(number) for number in [self.process, *_children(self.process)])


@contextmanager
def served(filled: str = "") -> Iterator[Served]:
    """Yield the product served from the *filled* database, else from an empty one; stops it at the end."""
    with TemporaryDirectory() as folder:
        database = filled or f"sqlite:///{Path(folder) / 'outturn.db'}"
        port = _free_port()
        began = time.perf_counter()
        command = [sys.executable, "-m", "dashboard", "serve", "--port", str(port), "--database", database]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(address)
            yield Served(address, database, process.pid, time.perf_counter() - began)
        finally:
            process.terminate()
            process.wait(10)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            urlopen(f"{address}/health/ready", timeout=2).read()
            return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"{address} did not become ready")


def _children(parent: int) -> list[int]:
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    return [number for child in map(int, listed) for number in (child, *_children(child))]


def _proportional_kilobytes(process: int) -> int:
    text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(found.group(1)) if found else 0


def _processor_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")  # in its own code and in the kernel
