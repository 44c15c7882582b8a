"""A standby, a node and the primary are killed one after the other: readers hardly notice, and no figure is lost."""

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from data.engine import open_engine
from data.intake import pipeline
from data.intake.pipeline import Wish
from tests.app.cluster import Database, Node, address_of, databases, nodes, proxy
from tests.data.own.conftest import read_here
from tests.data.own.typed import NOON, load, table_1

pytestmark = [pytest.mark.drill, pytest.mark.slow, pytest.mark.postgres]
ASKED = (
    "/year-end?partnership=warwickshire&period=2010-11",
    "/?partnership=derby",
    "/export/year-end.csv?partnership=warwickshire&period=2010-11",
    "/trends?partnership=south-staffordshire",
)
FIRST_FIGURE = 2_000


class Readers:
    """People who read the whole time, and how they were answered, second by second."""

    def __init__(self, address: str, number: int) -> None:
        self._address, self._ended = address, Event()
        self.answers: list[tuple[float, str, float]] = []
        self._threads = [Thread(target=self._read, args=(at,)) for at in range(number)]

    def __enter__(self) -> "Readers":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def _read(self, at: int) -> None:
        while not self._ended.is_set():
            began = time.monotonic()
            said = self._ask(ASKED[at % len(ASKED)])
            self.answers.append((began, said, time.monotonic() - began))
            time.sleep(0.2)

    def _ask(self, path: str) -> str:
        try:
            with urlopen(f"{self._address}{path}", timeout=30) as response:
                response.read()
                return str(response.status)
        except HTTPError as fault:
            return str(fault.code)
        except (URLError, OSError) as fault:
            return type(fault).__name__

    def since(self, moment: float) -> Counter[str]:
        return Counter(said for began, said, _ in self.answers if began >= moment)

    def slowest(self, moment: float) -> float:
        return max(seconds for began, _, seconds in self.answers if began >= moment)


class Publisher:
    """Somebody who publishes one figure after the other; *kept* is what was said to be published."""

    def __init__(self, address: str, folder: Path) -> None:
        self._engine, self._folder = open_engine(address), folder
        self._ended, self._thread = Event(), Thread(target=self._publish)
        self.kept: list[int] = []
        self.failed = 0

    def __enter__(self) -> "Publisher":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()
        self._engine.dispose()

    def _publish(self) -> None:
        figure = FIRST_FIGURE
        while not self._ended.is_set():
            figure += 1
            try:
                load(self._engine, table_1(self._folder, E7=figure), wish=Wish(NOON, partnership="warwickshire"))
                self.kept.append(figure)
            except (DBAPIError, AssertionError):
                self.failed += 1
            time.sleep(0.5)


def published(database: Database) -> set[int]:
    engine = open_engine(f"postgresql+psycopg://outturn@127.0.0.1:{database.port}/postgres")
    with engine.connect() as connection:
        found = connection.execute(text("SELECT number FROM own_figure WHERE number > :first"), {"first": FIRST_FIGURE})
        numbers = {int(number) for (number,) in found}
    engine.dispose()
    return numbers


def during(readers: Readers, what: str, deed: Callable[[], object], seconds: float = 12) -> str:
    """Do *deed* while they read; how the readers of the seconds after it were answered."""
    moment = time.monotonic()
    deed()
    took = time.monotonic() - moment
    time.sleep(seconds)
    answered = readers.since(moment)
    return f"{what} ({took:.1f} s): {dict(answered)}, the slowest {readers.slowest(moment):.1f} s"


def fail_over(first: Database, second: Database) -> None:
    first.kill()
    second.promote()
    second.tell("ALTER SYSTEM SET synchronous_standby_names = ''")
    second.tell("SELECT pg_reload_conf()")


def back(third: Database, second: Database) -> None:
    second.tell("SELECT pg_create_physical_replication_slot('third')")
    third.repoint(second)
    third.start()


def drill(readers: Readers, every: list[Database], web: list[Node]) -> list[str]:
    """Kill one after the other while people read; how they were answered after each."""
    first, second, third = every
    return [
        during(readers, "everything runs", lambda: None, 8),
        during(readers, "a standby is killed", third.kill),
        during(readers, "a web node is killed", web[0].kill),
        during(readers, "the primary is killed, a standby promoted", lambda: fail_over(first, second), 20),
        during(readers, "the other standby follows it", lambda: back(third, second)),
    ]


READING = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND query LIKE '%FROM state%'"


def test_a_standby_a_node_and_the_primary_are_killed(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("cluster")
    for place in (folder, *folder.parents[:2]):
        place.chmod(0o755)  # PostgreSQL runs as nobody
    monkeypatch.setattr(pipeline, "read", read_here)
    with databases(folder, ("first", "second", "third")) as every, nodes(folder, every, 3) as web:
        with proxy(folder, web) as address, Readers(address, 6) as readers:
            began = time.monotonic()
            with Publisher(address_of(every), folder) as publisher:
                log = drill(readers, every, web)
            answered, read_again = readers.since(began), every[2].ask(READING)
        lost = set(publisher.kept) - published(every[1])
    print(*log, f"published {len(publisher.kept)}, failed {publisher.failed}, lost {len(lost)}", sep="\n")
    assert (lost, len(publisher.kept) > 10) == (set(), True)
    assert (answered.total() - answered["200"]) / answered.total() < 0.01, answered
    assert int(str(read_again)) > 0  # the standby that came back answers readers
