"""Starts the product as its users do, on a port of its own, and stops it again."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from urllib.error import URLError
from urllib.request import urlopen

NOTHING_MORE: Mapping[str, str] = MappingProxyType({})
SECONDS_TO_START = 60
SECONDS_TO_STOP = 20


class NotReadyError(AssertionError):
    """The server ended, or did not answer in time; the message is the end of its log."""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def own_environment(folder: Path) -> dict[str, str]:
    """The environment of a run with its own database, default settings and no checkout on its path."""
    foreign = ("OUTTURN_", "PYTHON")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    places = {"OUTTURN_DATABASE": f"sqlite:///{folder / 'outturn.db'}", "OUTTURN_ORIGINALS": str(folder / "originals")}
    return inherited | places


def with_figures(folder: Path, published_url: str) -> Path:
    """*folder* with a copy of the published figures and Sampleshire as its database: no server has to make them."""
    shutil.copyfile(published_url.removeprefix("sqlite:///"), folder / "outturn.db")
    return folder


def is_ready(address: str) -> bool:
    try:
        with urlopen(f"{address}/health/ready", timeout=5) as response:
            return bool(response.status == 200)
    except (URLError, ConnectionError, TimeoutError):
        return False


def wait_until_ready(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while not is_ready(address):
        if process.poll() is not None or time.monotonic() > end:
            raise NotReadyError(log.read_text(encoding="utf-8")[-3000:])
        time.sleep(0.1)


@contextmanager
def running_server(
    program: Sequence[str | Path], source: Path, own: Path, settings: Mapping[str, str] = NOTHING_MORE
) -> Iterator[str]:
    """Run `program serve` in the folder *source* until the block ends; yield its address once it is ready.

    The database and the log are in the folder *own*; *settings* stand in its environment.
    """
    port, log = free_port(), own / "server.log"
    address = f"http://127.0.0.1:{port}"
    command, environment = [*program, "serve", "--port", str(port)], {**own_environment(own), **settings}
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=source, env=environment, stdout=out, stderr=out)
        try:
            wait_until_ready(address, process, log)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=SECONDS_TO_STOP)
