"""Proves that part of a period is never compared with a whole one, nor a quarter with a year, on any page or file."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import Period, financial_quarter, financial_year, from_slug, month
from dashboard.domain.records import Indicator, Observation, Scope, Target
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.evidence.checks import checks
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.trends import trends
from dashboard.reports.pages.year_end import year_end
from dashboard.reports.performance.series import span_of
from dashboard.reports.report import Report
from dashboard.reports.words.figures import before_text
from layouts.cards.every_series import every
from layouts.cards.tile import tile as tile_of
from tests.data.own.test_months_of_a_year import text_of
from tests.reports.overlaid import aimed, counted, overlaid

Builder = Callable[[Store, Filters], Report]
COUNTY = "warwickshire"
CRIME = (f"{COUNTY}/serious-violent-crime", COUNTY)
AREAS = (COUNTY, *(f"{COUNTY}/{key}" for key in ("north-warwickshire", "nuneaton-and-bedworth", "rugby")))
PERIODS = (
    *(financial_year(year) for year in (2009, 2010, 2011)),
    *(financial_quarter(year, at) for year in (2010, 2011) for at in (1, 2, 3, 4)),
    *(month(2011, at) for at in (4, 5, 6, 7)),
)


OF_INDICATORS = [item for item in Measure if item is not Measure.HARM]  # the desk shows them as published instead


@st.composite
def figures(draw: st.DrawFn) -> list[Observation]:
    """Some figures of one count in a county and its areas, each whole or of some of its months."""
    keys = draw(st.lists(st.tuples(st.sampled_from(AREAS), st.sampled_from(PERIODS)), unique=True, max_size=20))
    return [
        counted((CRIME[0], area), period, draw(st.integers(0, 900)), draw(st.none() | st.integers(1, period.months)))
        for area, period in keys
    ]


def unlike(report: Report) -> list[object]:
    """The rows that compare figures of different length, or part of a period with anything."""
    found: list[object] = []
    for table in report.tables:
        for row in table.rows if "previous_months_covered" in table.columns else ():
            now, before = row["months_covered"], row["previous_months_covered"]
            length = from_slug_of(row["period"])
            moved = row["change_absolute"] is not None or row["change_pct"] is not None
            judged = row["variance_pct"] is not None or row["status"] != "not judged"
            found += [row] if moved and not (now == before == length) else []
            found += [row] if judged and now != length else []
    return found


LABELS = {period.label: period.months for period in PERIODS}


def from_slug_of(label: object) -> int:
    return LABELS.get(str(label), 12)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=figures(), period=st.sampled_from(PERIODS), measure=st.sampled_from(OF_INDICATORS))
def test_no_row_of_any_file_compares_periods_of_different_length(
    store: Store, found: list[Observation], period: Period, measure: Measure
) -> None:
    own = overlaid(store, found, _targets(store))
    filters = Filters(COUNTY, period, indicators=frozenset({"serious-violent-crime"}), measure=measure)
    for page in (overview, year_end, indicator_file):
        assert not unlike(page(own, filters))
    chosen = trends(own, filters).chosen
    span = span_of(chosen) if chosen else None
    if span and span.first:
        assert span.first.period.kind == span.newest.period.kind
        assert not [point for point in (span.first, span.newest) if point.observation.is_part]
        assert span.first.period.start.month == span.newest.period.start.month


@pytest.mark.parametrize("page", [overview, year_end, trends, indicator_file])
def test_harm_is_no_measure_of_an_indicator_and_shows_it_as_published(desk: Desk, page: Builder) -> None:
    view = f"partnership={COUNTY}&period=2010-11"
    weighed, shown = desk.show(page, f"{view}&measure=harm"), desk.show(page, view)
    assert weighed.filters.measure is Measure.COUNT
    assert [table.rows for table in weighed.tables] == [table.rows for table in shown.tables]


def _indicator(store: Store) -> Indicator:
    return next(item for item in store.indicators(Scope(COUNTY)) if item.id == CRIME[0])


def _targets(store: Store) -> list[Target]:
    return [aimed(CRIME, period, "500", _indicator(store)) for period in PERIODS]


def whole(period: Period, number: int) -> Observation:
    return counted(CRIME, period, number)


def part(period: Period, number: int, months: int = 3) -> Observation:
    return counted(CRIME, period, number, months)


Y09, Y10, Y11 = (financial_year(year) for year in (2009, 2010, 2011))
Q = financial_quarter


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([whole(Y11, 900), part(Y10, 634)], "part only: 3 of 12 months"),
        ([part(Y11, 200), part(Y10, 634)], "634 in 3 of 12 months"),
        ([part(Y10, 634)], "634 in 3 of 12 months"),
        ([part(Y11, 200), whole(Y10, 634)], "634 in all 12 months"),
        ([whole(Y11, 900), whole(Y10, 634)], "634"),
        ([whole(Y11, 900)], "–"),
    ],
)
def test_a_tile_shows_no_part_beside_a_whole(store: Store, found: list[Observation], words: str) -> None:
    own = overlaid(store, found, [aimed(CRIME, Y11, "500", _indicator(store))])
    filters = Filters(COUNTY, Y11, indicators=frozenset({"serious-violent-crime"}))
    (tile,) = overview(own, filters).tiles
    assert before_text(tile) == words


@pytest.mark.parametrize(
    ("found", "row"),
    [
        ([whole(Y09, 1000), whole(Y10, 800), whole(Y11, 600)], "1,000 2009/10 600 2011/12 −40.0% a real change"),
        ([whole(Y09, 1000), whole(Y10, 800), part(Y11, 200)], "1,000 2009/10 800 2010/11 −20.0% a real change"),
        ([part(Y09, 200), whole(Y10, 800), whole(Y11, 820)], "800 2010/11 820 2011/12 +2.5% within chance"),
        ([whole(Q(2010, 1), 200), whole(Q(2010, 4), 90), whole(Q(2011, 1), 210)], "200 Q1 2010/11 210 Q1 2011/12"),
        ([whole(Y09, 1000), whole(Q(2010, 1), 200), whole(Q(2011, 1), 210)], "200 Q1 2010/11 210 Q1 2011/12"),
        ([whole(Q(2010, 1), 200), whole(Q(2010, 2), 90)], "– 90 Q2 2010/11 –"),
        ([whole(Y09, 1000)], "– 1,000 2009/10 –"),
        ([part(Y11, 200)], "– part only: 3 of 12 months of 2011/12 –"),
    ],
)
def test_the_first_the_newest_and_the_change_of_a_series_are_one_pair(
    store: Store, found: list[Observation], row: str
) -> None:
    own = overlaid(store, found)
    report = trends(own, Filters(COUNTY, Y10, indicators=frozenset({"serious-violent-crime"})))
    assert f"Serious violent crime {row}" in text_of(every(report)[0])


@pytest.mark.parametrize("measure", [Measure.INDEX, Measure.CHANGE, Measure.ROLLING])
def test_a_measure_of_quarters_never_stands_on_a_year(store: Store, measure: Measure) -> None:
    found = [whole(Y09, 1000), part(Q(2010, 1), 70, 1), *(whole(Q(2010, at), 200) for at in (2, 3, 4))]
    own = overlaid(store, found)
    report = trends(own, Filters(COUNTY, Y10, indicators=frozenset({"serious-violent-crime"}), measure=measure))
    assert report.chosen is not None
    quarters = [point for point in report.chosen.lines[0].points if point.period.months == 3]
    assert [point.number for point in quarters] == (
        [None, Decimal(100), Decimal(100), Decimal(100)] if measure == Measure.INDEX else [None] * 4
    )


def test_a_target_is_not_checked_against_part_of_the_year_before(store: Store) -> None:
    def rules(before: Observation) -> set[str]:
        own = overlaid(store, [before], [aimed(CRIME, Y11, "900", _indicator(store))])
        return {item.rule for item in checks(own, COUNTY) if CRIME[0] in item.indicators}

    assert "target-easier-than-actual" in rules(whole(Y10, 634))
    assert "target-easier-than-actual" not in rules(part(Y10, 634))


@pytest.mark.parametrize(
    ("found", "year"),
    [
        ([whole(Y09, 900), part(Y10, 200)], "2010-11"),
        ([whole(Y09, 900), part(Y10, 200), whole(Q(2010, 4), 90)], None),
        ([whole(Y09, 900), part(Y10, 200), whole(Q(2011, 1), 90)], "2011-12"),
        ([whole(Y09, 900), whole(Q(2010, 1), 90)], "2010-11"),
        ([whole(Y09, 900), whole(Y10, 900)], None),
        ([whole(Y09, 900), part(Y10, 200), counted((f"{COUNTY}/ni-16", COUNTY), Y10, 800)], None),
        ([whole(Y09, 900), part(Y10, 200), counted((f"{COUNTY}/ni-21", COUNTY), Y10, 27)], "2010-11"),
    ],
)
def test_a_year_is_in_progress_until_something_is_counted_to_its_end(
    store: Store, found: list[Observation], year: str | None
) -> None:
    for categories in (frozenset[str](), frozenset({"violent-crime"})):
        ledger = Ledger(overlaid(store, found), Filters(COUNTY, Y09, categories=categories))
        assert ledger.going_on(COUNTY, Y09) == (from_slug(year) if year else None)


def test_a_year_that_ended_is_not_in_progress_for_one_measure(store: Store) -> None:
    """Eight of twelve months of drug users in treatment are printed for 2010/11, beside whole years of the others."""
    for more in (frozenset[str](), frozenset({"drugs"})):
        assert overview(store, Filters(COUNTY, Y09, categories=more)).going_on is None
    report = overview(store, Filters(COUNTY, Y10, categories=frozenset({"drugs"})))
    treated = next(item for item in report.tiles if item.indicator.code == "NI 40")
    assert (treated.months, treated.is_over, treated.year_forecast) == (8, True, None)
    assert "Expected year end" not in text_of(tile_of(treated, report.filters))
