"""Measures what forecasts, control charts and comparisons add to a page's server time: `python -m benchmarks rules`.

A page's report is worked out and the cards of its rules are drawn, with the rules and without, the same view both ways
in turn, for a county with a target on every crime type. What a view costs more is the difference of the two.
"""

import argparse
import csv
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from benchmarks.measured import Measured, heading, row, write
from benchmarks.street_areas import force_name
from benchmarks.street_files import write_areas, write_months
from benchmarks.street_queries import as_served
from dashboard.domain.filters import Filters
from dashboard.questions.store import Store
from dashboard.reports.indicators import judged
from dashboard.reports.indicators.forecast import steps
from dashboard.reports.pages import hotspots as hotspots_page
from dashboard.reports.pages import indicator as indicator_page
from dashboard.reports.pages import overview, trends, year_end
from dashboard.reports.store_memory import remembering
from dashboard.reports.view_context import choices
from data.engine import open_engine
from data.intake.pipeline import Wish, load_files
from data.intake.published import ensure_published
from data.store import SqlStore
from layouts.cards import comparison
from layouts.cards.control import control_words
from layouts.cards.forecast import year_forecast_words
from layouts.cards.street import funnel as hotspot_funnel
from layouts.figures.control import control_figure
from layouts.figures.fan import fan_figure
from layouts.pages import overview as overview_layout
from layouts.pages import year_end as year_end_layout

VIEWS, FIRST, SEED = 120, 20, 11
YEARS, TARGET = ("2024/25", "2025/26"), 10_000
WITHOUT: dict[str, tuple[tuple[object, str, object], ...]] = {
    "overview": ((judged, "_year_forecast", lambda *_: None),),
    "year end": ((judged, "_year_forecast", lambda *_: None),),
    "trends": ((trends, "_with_control", lambda report, *_: report),),
    "indicator": (
        (indicator_page, "_with_rules", lambda report, *_: report),
        (judged, "_year_forecast", lambda *_: None),
    ),
    "hotspots": ((hotspots_page, "hotspot_funnel", lambda *_: None),),
}


def _indicator(store: Store, view: Filters) -> object:
    found = indicator_page.indicator_file(store, view)
    control = (
        (control_words(found.control, "indicator", view), control_figure(found.control)) if found.control else None
    )
    year = (
        (year_forecast_words(found.year_forecast), fan_figure(steps(found.year_forecast)))
        if found.year_forecast
        else None
    )
    return control, year, comparison.filled(found.comparison, view)


def _trends(store: Store, view: Filters) -> object:
    found = trends.trends(store, view)
    return (control_words(found.control, "trends", view), control_figure(found.control)) if found.control else None


def _year_end(store: Store, view: Filters) -> object:
    found = year_end.year_end(store, view)
    return year_end_layout.table(found), year_end_layout.record(found)


#: A page's report, and what its callbacks draw of the rules.
BUILDERS: dict[str, Callable[[Store, Filters], object]] = {
    "overview": lambda store, view: overview_layout.tiles(overview.overview(store, view)),
    "year end": _year_end,
    "trends": _trends,
    "indicator": _indicator,
    "hotspots": lambda store, view: hotspot_funnel.filled(hotspots_page.hotspots(store, view).funnel, view),
}


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser("benchmarks rules", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there as well")
    asked = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="outturn-rules-") as folder:
        county = _county(Path(folder))
        heading()
        as_served()
        table = [line for page in BUILDERS for line in _measure(county, page)]
    if asked.json:
        write(asked.json, table)


def _county(folder: Path) -> SqlStore:
    """The county of the street benchmark, loaded from files, with targets on all of its crime types."""
    engine = open_engine(f"sqlite:///{folder / 'county.db'}")
    ensure_published(engine)
    wish = Wish(datetime(2026, 1, 20, tzinfo=UTC), "benchmark")
    months = write_months(folder / "street")
    for paths in (write_areas(folder / "areas"), months):
        summary = load_files(engine, paths, wish)
        assert not summary.refused, summary.refused
    summary = load_files(engine, [_targets(folder / "targets.csv", SqlStore(engine))], wish)
    assert not summary.refused, summary.refused
    return SqlStore(engine)


def _own(store: SqlStore) -> str:
    """The slug of the made-up county's force, beside which the product's own figures stand."""
    return next(item.slug for item in store.partnerships() if item.name == force_name(0))


def _targets(path: Path, store: SqlStore) -> Path:
    """A target a year on each crime type, for the county alone."""
    with path.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(["partnership", "area", "crime", "period", "target", "tolerance", "note"])
        for kind in store.crime_types():
            rows.writerows((_own(store), "", kind.name, year, TARGET, 5, "") for year in YEARS)
    return path


def _measure(county: SqlStore, page: str) -> Iterator[Measured]:
    """A page with its rules, without them, and what they add; each way remembers its own answers, as a server does."""
    views, build = _views(county), BUILDERS[page]
    stores = {True: remembering(county), False: remembering(county)}
    taken: dict[bool, list[float]] = {True: [], False: []}
    for at, view in enumerate(views):
        for ruled in (True, False) if at % 2 else (False, True):
            with ExitStack() as without:
                for place, name, other in () if ruled else WITHOUT[page]:
                    without.enter_context(patch.object(place, name, other))
                began = time.perf_counter()
                build(stores[ruled], view)
                taken[ruled].append((time.perf_counter() - began) * 1000)
    added = [more - less for more, less in zip(taken[True], taken[False], strict=True)]
    yield row(f"{page}, without", taken[False], "ms")
    yield row(f"{page}, with its rules", taken[True], "ms")
    yield row(f"  of which the rules, all {VIEWS} views", added, "ms")
    yield row(f"  of which the rules, the first {FIRST} after a load", added[:FIRST], "ms")


def _views(county: SqlStore) -> list[Filters]:
    """Views over varied areas, years and indicators, none twice, in an order drawn by chance."""
    own = choices(county).of(_own(county))
    start = next(period for period in own.periods if period == own.default_period)
    years = [start, start.following(), start.previous()]
    every = [
        Filters(own.partnership, year, area, indicators=frozenset({slug}))
        for year in years
        for area in ("", *(key for key, _ in own.areas))
        for slug, _, _ in own.indicators
    ]
    return random.Random(SEED).sample(every, VIEWS)
