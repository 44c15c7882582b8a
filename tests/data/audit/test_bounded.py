"""Whoever is denied a thousand times a minute fills no disk: so many lines, then one that says how many more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from dashboard.domain.access.deeds import Deed, DeedKind, Outcome
from dashboard.domain.access.denials import MOST_HERE
from data.audit.acting import acting
from data.audit.bounded import MORE, BoundedTrail
from data.audit.reading import EVERY_LINE, check, page
from data.engine import begin_writing
from tests.data.audit.trail import JONES, START

DENIED = Deed(DeedKind.ACCESS_DENIED, "/audit", outcome=Outcome.DENIED)


class Clock:
    """A clock that a test sets, and what is to be done when it has gone on."""

    def __init__(self) -> None:
        self.now = START
        self._due: list[tuple[float, Callable[[], None]]] = []

    def later(self, seconds: float, do: Callable[[], None]) -> None:
        self._due.append((self.now.timestamp() + seconds, do))

    def go_on(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        due = [do for when, do in self._due if when <= self.now.timestamp()]
        self._due = [item for item in self._due if item[0] > self.now.timestamp()]
        for do in due:
            do()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def trail(engine: Engine, clock: Clock) -> BoundedTrail:
    return BoundedTrail(engine, lambda: clock.now, clock.later)


def lines(engine: Engine) -> list[tuple[str, str, str, str]]:
    return [(line.deed, line.origin, line.subject, line.after) for line in page(engine, EVERY_LINE)]


def deny(trail: BoundedTrail, times: int) -> None:
    with acting(JONES):
        for _ in range(times):
            trail.note(DENIED)


def test_a_thousand_denials_are_a_few_lines_and_a_number(engine: Engine, trail: BoundedTrail, clock: Clock) -> None:
    deny(trail, 1_000)
    found = lines(engine)
    assert found[1:] == [("denied", "192.0.2.7", "/audit", "")] * (MOST_HERE - 1)
    assert found[0] == ("denied", "192.0.2.7", "/audit", MORE)
    clock.now += timedelta(seconds=61)
    deny(trail, 1)
    denied, told = lines(engine)[:2]
    assert denied[0] == "denied"
    said = f"{1_000 - MOST_HERE} more denied or failed deeds were counted within a minute and not listed"
    assert told == ("left out", "192.0.2.7", said, "since 2026-11-30 06:00:00 UTC")
    assert check(engine)[0].is_whole


def test_what_was_left_out_is_told_without_another_denial_once(
    engine: Engine, trail: BoundedTrail, clock: Clock
) -> None:
    deny(trail, MOST_HERE + 5)
    clock.go_on(59)
    assert len(lines(engine)) == MOST_HERE
    clock.go_on(1)
    assert lines(engine)[0][2].startswith("5 more ")
    clock.go_on(600)
    assert len(lines(engine)) == MOST_HERE + 1


def test_a_process_that_ends_tells_what_it_counted(engine: Engine, trail: BoundedTrail) -> None:
    with acting(replace(JONES, origin="")):
        for _ in range(MOST_HERE + 3):
            trail.note(DENIED)
    trail.close()
    assert lines(engine)[0][:2] == ("left out", "unknown address")


def test_whoever_is_denied_while_somebody_loads_does_not_wait_and_is_counted(
    engine: Engine, trail: BoundedTrail, clock: Clock
) -> None:
    with begin_writing(engine):
        deny(trail, 1)
        clock.now += timedelta(seconds=61)
        trail.tell()
    assert lines(engine) == []
    clock.go_on(120)
    assert [line[0] for line in lines(engine)] == ["left out"]
