"""Several processes serve as one: a dead one is replaced, all are told to stop, and none outlives the first."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
#: Greets with its own number, waits for a file in the working folder, and writes one when it ends.
SCRIPT = """
import os, socket, sys, time
from pathlib import Path
from flask import Flask
from dashboard.serving.logs import log_to_standard_error
from dashboard.serving.requests import Limits
from dashboard.serving.supervisor import Supervisor
from dashboard.serving.worker import Service, Worker

app = Flask("any")
app.add_url_rule("/", "greet", lambda: str(os.getpid()))

@app.get("/wait")
def wait():
    Path(f"entered-{os.getpid()}").touch()
    while not Path("go-on").exists():
        time.sleep(0.01)
    return "waited"

def end(seconds):
    while Path("loading").exists():
        time.sleep(0.01)
    Path(f"ended-{os.getpid()}").touch()
    return True

def made():
    if Path("broken").exists():
        raise RuntimeError("broken")
    return Worker(Service(app, 4, Limits(1000, 1000), end), place)

log_to_standard_error([])
place = socket.socket()
place.bind(("127.0.0.1", 0))
place.listen()
print(place.getsockname()[1], flush=True)
Supervisor(made, 2, place.close).run()
print("done", flush=True)
"""


@dataclass
class Served:
    """The processes, their address and the folder they work in."""

    first: "subprocess.Popen[str]"
    address: str
    folder: Path

    def pids(self) -> list[int]:
        found = Path(f"/proc/{self.first.pid}/task/{self.first.pid}/children").read_text(encoding="ascii")
        return [*map(int, found.split())]

    def asked(self, path: str = "/") -> str:
        with urlopen(f"{self.address}{path}", timeout=30) as answer:
            words: str = answer.read().decode()
            return words

    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


@contextmanager
def running(folder: Path) -> Iterator[Served]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with (folder / "log").open("wb") as log:
        first = subprocess.Popen(
            [sys.executable, "-c", SCRIPT], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=log, text=True
        )
    assert first.stdout is not None
    with first:
        served = Served(first, f"http://127.0.0.1:{first.stdout.readline().strip()}", folder)
        until(lambda: len(served.pids()) == 2)
        pids = served.pids()
        try:
            yield served
        finally:
            first.kill()
            for pid in pids:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with running(tmp_path) as found:
        yield found


def exists(pid: int) -> bool:
    """Whether a process still runs; one that nobody waits for any more does not."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return False


def is_closed(served: Served) -> bool:
    try:
        served.asked()
    except (URLError, ConnectionError):
        return True
    return False


def test_a_process_that_is_killed_is_replaced_and_everybody_is_answered(served: Served) -> None:
    before = served.pids()
    assert int(served.asked()) in before
    os.kill(before[0], signal.SIGKILL)
    until(lambda: len(served.pids()) == 2 and before[0] not in served.pids())
    assert before[1] in served.pids()
    os.kill(before[1], signal.SIGKILL)
    assert int(served.asked()) not in before
    assert "A process of the server ended (SIGKILL); another takes its place." in served.log()


@pytest.mark.parametrize("said", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_answers_what_was_asked_and_waits_for_loads(served: Served, said: int) -> None:
    (served.folder / "loading").touch()
    pids = served.pids()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(served.asked, "/wait")
        until(lambda: list(served.folder.glob("entered-*")))
        served.first.send_signal(said)
        until(lambda: is_closed(served))
        (served.folder / "go-on").touch()
        assert waiting.result(30) == "waited"
    assert served.first.poll() is None
    (served.folder / "loading").unlink()
    assert served.first.wait(30) == 0
    assert served.first.stdout is not None
    assert served.first.stdout.read() == "done\n"
    assert sorted(served.folder.glob("ended-*")) == sorted(served.folder / f"ended-{pid}" for pid in pids)
    assert served.log() == ""


def test_an_interrupt_that_a_terminal_sends_to_every_process_stops_them_once(served: Served) -> None:
    for pid in served.pids():
        os.kill(pid, signal.SIGINT)
    served.first.send_signal(signal.SIGINT)
    assert served.first.wait(30) == 0
    assert "Traceback" not in served.log()


def test_told_twice_it_waits_for_nobody(served: Served) -> None:
    (served.folder / "loading").touch()
    pids = served.pids()
    served.first.send_signal(signal.SIGTERM)
    until(lambda: is_closed(served))
    served.first.send_signal(signal.SIGTERM)
    assert served.first.wait(30) == 0
    assert not any(map(exists, pids))


def test_when_the_first_process_is_killed_the_others_end_as_if_they_were_told(served: Served) -> None:
    pids = served.pids()
    served.first.kill()
    until(lambda: not any(map(exists, pids)))
    assert len(list(served.folder.glob("ended-*"))) == 2


def test_a_process_that_cannot_start_is_not_started_again_and_again_at_once(served: Served) -> None:
    (served.folder / "broken").touch()
    for pid in served.pids():
        os.kill(pid, signal.SIGKILL)
    until(lambda: served.log().count("ended (code 1)") >= 2)
    lines = re.findall(r"^\S+ \d\d:(\d\d):(\d\d),(\d+) ERROR .*ended \(", served.log(), re.MULTILINE)
    moments = [int(minute) * 60_000 + int(second) * 1_000 + int(rest) for minute, second, rest in lines]
    assert moments[-1] - moments[0] >= 1_000 * (len(moments) - 2)
    (served.folder / "broken").unlink()
    until(lambda: not is_closed(served))
