"""Knows how long street-level questions and whole reports take: thirty views of each kind, none asked before."""

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from sqlalchemy import Engine

from benchmarks.measured import Measured, row
from benchmarks.street_areas import LAST_MONTH
from benchmarks.street_views import SPAN, SPANS, Views
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import By
from dashboard.domain.street.crime import Level
from dashboard.questions.street import CountQuery, RankQuery
from dashboard.reports.pages.drill_down import drill_down
from dashboard.reports.pages.hotspots import hotspots
from dashboard.reports.view_context import choices
from dashboard.serve import SELDOM

ROUNDS, WARMING = 30, 3
TRIES = 50
FEWEST, MOST_SECONDS = 5, 25.0  # a slow question is asked less often
LEVELS = {
    Level.FORCE: "a force",
    Level.DISTRICT: "a district",
    Level.WARD: "a ward",
    Level.LSOA: "a neighbourhood",
}
Ask = Callable[[], object]
Question = tuple[str, Callable[[], Ask]]  # its name, and what draws a new one


def measure(engine: Engine, prefix: str) -> list[Measured]:
    """Ask everything of the database of *engine*, printing each line as it is known."""
    views = Views(engine)
    as_served()
    table = []
    for name, draw in (*_drill_downs(views), *_hotspots(views), *_bare(views), *_growing(views)):
        for _ in range(WARMING):
            draw()()
        line = row(name, _times(draw), "ms")
        table.append(replace(line, measure=f"{prefix}: {line.measure}"))
    return table


def as_served() -> None:
    """Keep the garbage collector as seldom in the way as the server keeps it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def _times(draw: Callable[[], Ask]) -> list[float]:
    taken: list[float] = []
    while len(taken) < ROUNDS and (len(taken) < FEWEST or sum(taken) < MOST_SECONDS * 1000):
        ask = draw()
        began = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def _drill_downs(views: Views) -> Iterator[Question]:
    levels = LEVELS | ({Level.COUNTRY: "the country"} if views.has_country else {})
    for level, words in levels.items():
        for by, months in ((By.MONTH, (12, 24)), (By.QUARTER, (18, 36)), (By.YEAR, (36, 48))):
            yield f"drill-down of {words} by {by}", _drilled(views, level, by, months)
    for level, words in levels.items():
        yield (
            f"drill-down of {words} by quarter, one category",
            _drilled(views, level, By.QUARTER, (18, 36), category="some"),
        )


def _drilled(views: Views, level: Level, by: By, months: tuple[int, int], **wanted: str) -> Callable[[], Ask]:
    def draw() -> Filters:
        span = views.span(views.chance.randint(*months), newest=True)
        return views.filters(level, span, by, wanted)

    return lambda: _report(views, drill_down, draw)


def _report(views: Views, builder: Callable[..., object], draw: Callable[[], Filters]) -> Ask:
    """Working out one report; a view that was asked before is drawn again, while there are others."""
    for _ in range(TRIES):
        found = draw()
        if (builder, found) not in views.asked:
            break
    views.asked.add((builder, found))
    return lambda: builder(views.store, found)


def _hotspots(views: Views) -> Iterator[Question]:
    for level, words in LEVELS.items():
        if level != Level.WARD:
            yield f"hotspots of {words}, newest 12 months", _spotted(views, level, "rolling 12 months")
            yield f"hotspots of {words}, another period", _spotted(views, level, "")
            yield f"hotspots of {words}, another period, one type", _spotted(views, level, "", crime="some")
    yield "hotspots of the largest force, another period", _spotted(views, Level.FORCE, "", force=views.largest)
    for span in (*SPANS, "") if views.has_country else ():
        yield f"hotspots of the country, {span or 'another period'}", _spotted(views, Level.COUNTRY, span)


def _spotted(views: Views, level: Level, span: str, **wanted: str) -> Callable[[], Ask]:
    def draw() -> Filters:
        months = SPANS.get(span) or views.span(views.chance.randint(1, 12))
        return views.filters(level, months, None, _varied(views, level, wanted))

    return lambda: _report(views, hotspots, draw)


def _varied(views: Views, level: Level, wanted: dict[str, str]) -> dict[str, str]:
    """One place has only so many spans: half of its views are of one crime type."""
    few = level in (Level.COUNTRY, Level.FORCE) and len(views.forces) * views.chance.random() < 1
    return wanted | ({"crime": "some"} if few and "crime" not in wanted else {})


def _bare(views: Views) -> Iterator[Question]:
    """The questions behind the reports, alone."""
    store = views.bare
    yield "question: choices, after each load", lambda: lambda: choices(store)
    yield "question: counts of a force by type and month, 36 months", _counted(views, Level.FORCE, 36)
    for level in (Level.FORCE, Level.DISTRICT):
        yield f"question: ranking of {LEVELS[level]}, another period", _ranked(views, level, "")
    for span in (*SPANS, ""):
        words = span or "another period"
        yield f"question: ranking of the country, {words}", _ranked(views, Level.COUNTRY, span)
        yield f"question: ranking of the country, {words}, one type", _ranked(views, Level.COUNTRY, span, typed=True)
    yield "question: map points of a neighbourhood, 60 months", _pointed(views)


def _ranked(views: Views, level: Level, span: str, *, typed: bool = False) -> Callable[[], Ask]:
    def draw() -> Ask:
        months = SPANS.get(span) or views.span(views.chance.randint(1, 12))
        asked: RankQuery = views.ranking(level, months, views.some_type() if typed else (0,))
        return lambda: views.bare.ranking(asked)

    return draw


def _growing(views: Views) -> Iterator[Question]:
    """The same two questions over more and more months, none of them answered by the window."""
    for months in (1, 12, 48, *((150,) if views.has_country else ())):
        yield f"question: counts of a district by type, {months} months", _counted(views, Level.DISTRICT, months)
        asked = views.ranking(Level.COUNTRY, (LAST_MONTH - months, LAST_MONTH - 1))
        yield f"question: ranking of every neighbourhood, {months} months", partial(_rank, views, asked)


def _rank(views: Views, asked: RankQuery) -> Ask:
    return lambda: views.bare.ranking(asked)


def _counted(views: Views, level: Level, months: int) -> Callable[[], Ask]:
    def draw() -> Ask:
        last = LAST_MONTH - views.chance.randint(0, 11)
        place = views.chance.choice(views.places[views.chance.choice(views.forces), level])[0]
        numbers = tuple(item.number for item in views.store.crime_types())
        asked = CountQuery((place,), numbers, last - months + 1, last, 1, by_place=True, by_type=True)
        return lambda: views.bare.counts(asked)

    return draw


def _pointed(views: Views) -> Callable[[], Ask]:
    def draw() -> Ask:
        place = views.chance.choice(views.places[min(views.with_points), Level.LSOA])[0]
        _, last = SPANS["newest month"]
        asked = CountQuery((place,), (0,), last - SPAN + 1, last, 1)
        return lambda: views.bare.point_counts(asked)

    return draw
