"""Proves that the trends page says whether its newest figure is real, of what it draws, and never twice the same."""

import pytest

from dashboard.domain.choices import Measure
from dashboard.domain.periods.period import PeriodKind
from dashboard.reports.desk import Desk
from dashboard.reports.pages.trends import Trends, trends
from dashboard.reports.words.control import no_limits
from layouts.cards.control import control_words
from layouts.pages.trends import table

BURGLARY = "partnership=sampleshire&indicator=burglary"


def ask(desk: Desk, query: str) -> Trends:
    return desk.show(trends, query)


@pytest.mark.parametrize(
    ("more", "kind", "points", "area"),
    [
        ("&by=month", PeriodKind.MONTH, 42, "Sampleshire"),
        ("&by=quarter", PeriodKind.QUARTER, 14, "Sampleshire"),
        ("&by=month&area=tarrowfold", PeriodKind.MONTH, 42, "Tarrowfold"),
        ("&by=month&from=2024-M04&to=2025-M03", PeriodKind.MONTH, 12, "Sampleshire"),
        ("", PeriodKind.FINANCIAL_YEAR, 3, "Sampleshire"),
    ],
)
def test_the_chart_is_of_the_periods_and_the_area_of_the_view(
    desk: Desk, more: str, kind: PeriodKind, points: int, area: str
) -> None:
    report = ask(desk, f"{BURGLARY}{more}")
    found = report.control
    assert found is not None
    assert ({period.kind for period in found.periods}, found.count, found.area) == ({kind}, points, area)
    rows = next(item for item in report.tables if item.name == "control_chart").rows
    assert len(rows) == points
    assert {row["run_length"] for row in rows} == {7}


def test_the_run_length_of_the_view_is_kept_with_every_point(desk: Desk) -> None:
    report = ask(desk, f"{BURGLARY}&by=month&run=6")
    assert report.control is not None
    assert report.control.chart.run_length == 6
    rows = next(item for item in report.tables if item.name == "control_chart").rows
    assert {row["run_length"] for row in rows} == {6}
    card = control_words(report.control, "trends", report.filters, may_judge=True)
    assert "runs of 6 count as a signal" in card
    assert '&amp;run=6" aria-current="true" data-key="run-6">Runs of 6 count</a>' in card
    assert '&amp;by=month" data-key="run-7">Runs of 7 count</a>' in card
    assert 'href="/baselines?partnership=sampleshire&amp;indicator=burglary' in card


def test_the_figures_are_those_counted_whatever_measure_is_drawn(desk: Desk) -> None:
    plain, index = (ask(desk, f"{BURGLARY}&by=month&measure={measure}") for measure in (Measure.COUNT, Measure.INDEX))
    assert plain.control is not None
    assert index.control is not None
    assert plain.control.chart == index.control.chart
    cards = [control_words(item.control, "trends", item.filters) for item in (plain, index)]
    assert ["of the figures as counted" in card for card in cards] == [False, True]


@pytest.mark.parametrize(
    ("query", "sentence", "leads_on"),
    [
        (BURGLARY, "A control chart needs 8 financial years; here are 3.", True),
        ("partnership=warwickshire&indicator=ni-15", "A control chart needs 8 financial years; here are 2.", False),
    ],
)
def test_too_few_points_are_one_sentence_and_no_second_chart(
    desk: Desk, query: str, sentence: str, leads_on: bool
) -> None:
    report = ask(desk, query)
    assert report.control is not None
    assert (report.control.tells_more, no_limits(report.control)) == (False, sentence)
    drawn = str(table(report))
    assert (sentence in drawn, "Show months" in drawn) == (True, leads_on)


def test_counts_too_rare_for_limits_say_so_instead_of_a_second_chart(desk: Desk) -> None:
    found = ask(desk, "partnership=sampleshire&indicator=robbery&area=quenbury&by=month").control
    assert found is not None
    assert not found.tells_more
    assert no_limits(found) == (
        "Sep 2026 is not judged by a control chart: too rare for a control chart: the mean is under 3."
        " Days between events would tell more, but of it no days are known, only each month."
    )


def test_the_sum_of_localities_is_charted_like_a_printed_figure(desk: Desk) -> None:
    found = ask(desk, "partnership=south-staffordshire&indicator=asb").control
    assert found is not None
    assert [int(point or 0) for point in found.chart.points] == [4369, 3712, 3682, 3127]


def test_one_figure_is_no_chart_and_no_sentence(desk: Desk) -> None:
    report = ask(desk, "partnership=warwickshire&indicator=ni-21")
    assert (report.control, "control chart" in str(table(report))) == (None, False)
