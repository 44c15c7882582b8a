"""Proves that whenever the server is killed nothing is lost or half done, and that no page says what is not so."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from json import loads
from pathlib import Path
from random import Random
from shutil import copyfile
from threading import Timer
from types import MappingProxyType
from typing import Any

import pytest

from dashboard.app import create_app
from dashboard.serving import supervisor
from dashboard.settings import Settings
from data.intake import pipeline
from tests.app.forked import SECONDS, Browser, Forked, Unanswered, hidden_of
from tests.data.own.conftest import read_here

INDICATORS, YEARS = 20, 5
PUBLISHED = "<title>Published"
NOT_PUBLISHED = "nothing was published"
KILLS: Mapping[str, Callable[[Forked], None]] = MappingProxyType(
    {"workers": Forked.kill_workers, "server": Forked.kill, "told to stop": Forked.stop}
)
QUICK, DRILL = 1, 200
DRILLS = [pytest.param(kind, DRILL, marks=pytest.mark.drill) for kind in KILLS]

pytestmark = [pytest.mark.no_cover, pytest.mark.slow]


def figures(number: int) -> bytes:
    """A file of a hundred figures, each unlike that of every other *number*."""
    years = [f"{year}/{(year + 1) % 100:02}" for year in range(2001, 2001 + YEARS)]
    rows = [
        ",".join([f"Indicator {at}", "lower", *(str(number * 1_000 + at * YEARS + year) for year in range(YEARS))])
        for at in range(INDICATORS)
    ]
    return "\n".join([",".join(["Indicator", "Polarity", *years]), *rows, ""]).encode()


@dataclass(frozen=True)
class Kept:
    """What the database holds: figures by release, the release that is published, how many loads have a receipt."""

    figures: Mapping[int, int]
    published: int
    rests_on: int  # the release that an undo of the published one leads back to
    receipts: int

    @property
    def is_whole(self) -> bool:
        """Whether every release holds all its figures, and has its receipt."""
        return set(self.figures.values()) <= {INDICATORS * YEARS} and len(self.figures) == self.receipts


@dataclass
class Drill:
    """The product in processes that are killed, its database, and somebody in front of a browser."""

    served: Forked
    database: Path
    browser: Browser
    chance: Random

    def kept(self) -> Kept:
        with closing(sqlite3.connect(self.database, timeout=SECONDS)) as opened:
            ask = partial(_rows, opened)
            assert ask("PRAGMA integrity_check") == [("ok",)]
            found: dict[int, int] = dict(ask("SELECT release, COUNT(*) FROM own_figure GROUP BY release"))
            assert sorted(found) == [number for (number,) in ask("SELECT id FROM release ORDER BY id")]
            [(newest,)] = ask("SELECT COALESCE((SELECT release FROM release_move ORDER BY id DESC LIMIT 1), 0)")
            [(rests_on,)] = ask(f"SELECT COALESCE((SELECT parent FROM release WHERE id = {newest}), 0)")
            [(receipts,)] = ask("SELECT COUNT(*) FROM receipt")
        return Kept(found, newest, rests_on, receipts)

    def ended(self, path: str) -> str:
        """The page of a load when it is not being read any more."""
        end = time.monotonic() + SECONDS
        while loads(self.browser.page_in_the_end(path, "application/json"))["state"] == "reading":
            assert time.monotonic() < end
            time.sleep(0.01)
        return self.browser.page_in_the_end(path)

    def previewed(self, number: int) -> tuple[str, str]:
        """The path and the page of a load that only needs to be confirmed."""
        path = self.browser.load(f"{number}.csv", figures(number))
        return path, self.ended(path)

    def publish(self, path: str, page: str) -> None:
        self.browser.send(f"{path}/publish", hidden_of(page, f"{path}/publish"))

    def published(self, path: str, page: str) -> str:
        """Publish a load whose *page* shows what it would change; the page that tells what came of it."""
        self.publish(path, page)
        return self.ended(path)

    def undo(self) -> dict[str, str]:
        """What is hidden in the form that undoes the newest load."""
        return hidden_of(self.browser.page_in_the_end("/load"), "/load/undo")

    def killing(self, kind: str, within: float) -> Timer:
        """A kill at some moment of the next seconds."""
        timer = Timer(self.chance.uniform(0, within), KILLS[kind], [self.served])
        timer.start()
        return timer

    def start_after(self, timer: Timer) -> None:
        timer.join()
        self.served.start()

    def lasts(self, work: Callable[[], object]) -> float:
        began = time.monotonic()
        work()
        return time.monotonic() - began


def _rows(opened: sqlite3.Connection, question: str) -> list[tuple[Any, ...]]:
    return list(opened.execute(question))


@pytest.fixture
def in_a_child() -> bool:
    """Whether files are read by a child of the process that answers, as the product does; elsewhere it is too slow."""
    return False


@pytest.fixture
def drill(published_url: str, tmp_path: Path, in_a_child: bool, monkeypatch: pytest.MonkeyPatch) -> Iterator[Drill]:
    if not in_a_child:
        monkeypatch.setattr(pipeline, "read", read_here)
    database = tmp_path / "outturn.db"
    copyfile(published_url.removeprefix("sqlite:///"), database)
    monkeypatch.setattr(supervisor, "PAUSE", 0.0)
    settings = Settings(f"sqlite:///{database}", tmp_path / "originals", secret_key="known")
    served = Forked(create_app(settings).server, settings)
    served.start()
    yield Drill(served, database, Browser(served.port), Random("kill"))
    served.start()
    served.stop()


@pytest.mark.parametrize(("kind", "kills"), [*((kind, QUICK) for kind in KILLS), *DRILLS])
def test_killed_while_a_load_is_published_its_page_tells_what_is_so(drill: Drill, kind: str, kills: int) -> None:
    ends = []
    path, page = drill.previewed(0)
    lasted = drill.lasts(lambda: drill.published(path, page))
    for number in range(1, kills + 1):
        before = drill.kept()
        path, page = drill.previewed(number)
        timer = drill.killing(kind, lasted * 1.2)
        with suppress(Unanswered):
            drill.publish(path, page)
        drill.start_after(timer)
        after = drill.ended(path)
        now = drill.kept()
        assert now.is_whole
        was_published = len(now.figures) == len(before.figures) + 1
        is_ready = f'action="{path}/publish"' in after
        told = ("<h1>" in after, "not kept any more" in after, NOT_PUBLISHED in after, PUBLISHED in after)
        assert told == (True, False, not was_published and not is_ready, was_published), (number, after)
        assert kind != "told to stop" or was_published or is_ready  # it waits for a load that has begun
        ends.append(was_published)
    if kills == DRILL and kind != "told to stop":  # which waits
        assert len(set(ends)) == 2


@pytest.mark.parametrize("in_a_child", [True])
@pytest.mark.parametrize(("kind", "kills"), [("workers", QUICK), *DRILLS])
def test_killed_while_files_are_read_nothing_changes_and_the_page_says_so(drill: Drill, kind: str, kills: int) -> None:
    lasted = drill.lasts(lambda: drill.previewed(0))
    before, ends = drill.kept(), []
    for number in range(1, kills + 1):
        timer = drill.killing(kind, lasted * 1.2)
        path = ""
        with suppress(Unanswered):
            path = drill.browser.load(f"{number}.csv", figures(number))
        drill.start_after(timer)
        if not path:
            continue
        page = drill.ended(path)
        is_ready = f'action="{path}/publish"' in page
        assert (NOT_PUBLISHED in page, PUBLISHED in page) == (not is_ready, False), (number, page)
        assert kind != "told to stop" or is_ready
        ends.append(is_ready)
        assert drill.kept() == before
    if kills == DRILL and kind != "told to stop":  # which waits
        assert len(set(ends)) == 2


@pytest.mark.parametrize(("kind", "kills"), [("workers", QUICK), *DRILLS])
def test_killed_while_a_load_is_undone_it_is_undone_or_not_and_the_page_says_which(
    drill: Drill, kind: str, kills: int
) -> None:
    assert PUBLISHED in drill.published(*drill.previewed(0))
    lasted, ends = drill.lasts(lambda: drill.browser.send("/load/undo", drill.undo())), []
    for number in range(1, kills + 1):  # one is published for each: the page lists the newest moves alone
        assert PUBLISHED in drill.published(*drill.previewed(number))
        before, hidden, told = drill.kept(), drill.undo(), ""
        timer = drill.killing(kind, lasted * 1.2)
        with suppress(Unanswered):
            told = drill.browser.send("/load/undo", hidden)[0]
        drill.start_after(timer)
        now = drill.kept()
        assert (now.is_whole, now.figures) == (True, before.figures)
        assert drill.undo().get("release", "0") == str(now.published)
        assert now.published in (before.published, before.rests_on)
        assert now.published == before.rests_on or "Undone" not in told
        ends.append(now.published != before.published)
    if kills == DRILL and kind != "told to stop":  # which waits
        assert len(set(ends)) == 2
