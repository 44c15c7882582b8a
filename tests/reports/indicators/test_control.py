"""Proves the control chart of an indicator: the shortest periods, limits worked out once more, reasons where none."""

from decimal import Decimal
from itertools import pairwise
from statistics import mean

import pytest

from dashboard.domain.filters import Filters
from dashboard.domain.periods.spans import PeriodKind, financial_year
from dashboard.domain.statistics.control.limits import ControlLimits
from dashboard.domain.statistics.control_chart import ControlAbsence, Variation
from dashboard.reports.desk import Desk
from dashboard.reports.indicators.control import Control, control_rows
from dashboard.reports.pages.indicator import IndicatorFile, indicator_file
from dashboard.reports.words.control import words
from layouts.cards.control import control_words
from layouts.figures.control import control_figure
from tests.layouts.checked import checked

VIEW = Filters("sampleshire", financial_year(2026))


@pytest.fixture
def burglary(desk: Desk) -> Control:
    found = file_of(desk, "partnership=sampleshire&indicator=burglary").control
    assert found is not None
    return found


def file_of(desk: Desk, query: str) -> IndicatorFile:
    return desk.show(indicator_file, query)


def test_counts_of_files_are_charted_month_by_month(burglary: Control) -> None:
    assert {period.kind for period in burglary.periods} == {PeriodKind.MONTH}
    assert len(burglary.periods) == len(burglary.texts) == len(burglary.chart.points) == 42
    assert burglary.periods[-1].label == "Sep 2026"


def test_limits_are_the_mean_and_266_moving_ranges(burglary: Control) -> None:
    points = [float(point) for point in burglary.chart.points if point is not None]
    steps = [abs(after - before) for before, after in pairwise(points)]
    typical = mean(step for step in steps if step < 3.267 * mean(steps))
    lines = burglary.limits
    assert isinstance(lines, ControlLimits)
    found = [float(lines.mean), float(lines.lower), float(lines.upper)]
    assert found == pytest.approx([mean(points), mean(points) - 2.66 * typical, mean(points) + 2.66 * typical])


def test_the_words_name_the_newest_figure_and_what_it_is(burglary: Control) -> None:
    assert burglary.variation is Variation.COMMON_CAUSE
    assert words(burglary) == "Sep 2026: within its usual range."
    html = control_words(burglary, "indicator", VIEW)
    assert "Control chart of 42 months" in html
    assert "Newest figure: </b>within its usual range" in html
    assert html.count("<tr>") == 43


def test_a_signal_is_drawn_in_another_shape_and_a_limit_under_zero_is_not_drawn(burglary: Control) -> None:
    drawn = checked(control_figure(burglary))
    shapes = set(drawn.data[-1].marker.symbol)
    assert shapes == {"circle", "triangle-up", "triangle-down"}
    assert [shape != "circle" for shape in drawn.data[-1].marker.symbol] == [bool(m) for m in burglary.chart.marks]
    heights = [height for trace in drawn.data[:-1] for height in trace.y]
    assert min(heights) >= 0
    assert list(drawn.layout.xaxis.categoryarray) == [period.label for period in burglary.periods]


def test_two_years_in_print_give_a_line_and_the_reason_for_no_limits(desk: Desk) -> None:
    report = file_of(desk, "partnership=warwickshire&indicator=ni-15")
    found = report.control
    assert found is not None
    assert (found.limits, found.variation) == (ControlAbsence.TOO_FEW, ControlAbsence.TOO_FEW)
    assert words(found) == "2010/11 is not judged by a control chart: fewer than 8 points: line only."
    assert {row["limits_reason"] for row in control_rows(found)} == {str(ControlAbsence.TOO_FEW)}
    assert report.recent is not None
    assert report.recent.sentence == "recent trend cannot be calculated: needs five points, has two"
    assert "needs five points, has two" in control_words(found, "indicator", report.filters, report.recent)
    assert len(checked(control_figure(found)).data) == 1


def test_an_indicator_without_two_figures_has_no_chart(desk: Desk) -> None:
    report = file_of(desk, "partnership=warwickshire&indicator=ppo-reoffending")
    assert (report.control, control_rows(report.control), control_words(None, "indicator", VIEW)) == (None, [], "")


def test_the_file_holds_the_chart_and_the_trend(desk: Desk, burglary: Control) -> None:
    tables = {table.name: table for table in file_of(desk, "partnership=sampleshire&indicator=burglary").tables}
    assert len(tables["control_chart"].rows) == 42
    assert tables["trend"].rows[0]["marker"] == "recent trend cannot be calculated"
    first = tables["control_chart"].rows[0]
    assert first["value"] == burglary.chart.points[0]
    assert isinstance(first["mean"], Decimal)
    assert isinstance(burglary.variation, Variation)
