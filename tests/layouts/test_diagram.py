"""A chart is drawn from what was kept of it exactly as its page draws it."""

import pytest

from dashboard.domain.snapshots.slides import Diagram
from dashboard.reports.desk import Desk
from dashboard.reports.meeting.diagrams import diagram_of
from dashboard.reports.pages.trends import trends
from layouts.pages.trends import figure
from layouts.plain.presenting.diagram import diagram_figure


@pytest.mark.parametrize(
    "view",
    [
        "partnership=warwickshire&indicator=ni-16",
        "partnership=south-staffordshire&indicator=asb",
        "partnership=south-staffordshire&indicator=ksi",
        "partnership=staffordshire",
        "partnership=sampleshire",
        "partnership=sampleshire&by=month&measure=rate",
        "partnership=south-staffordshire&measure=index",
    ],
)
def test_a_kept_chart_is_drawn_as_its_page_draws_it(desk: Desk, view: str) -> None:
    report = desk.show(trends, view)
    found = diagram_of(report.chosen, "", report.unit)
    assert found is not None
    assert diagram_figure(found).to_json() == figure(report).to_json()


def test_what_has_no_line_has_no_chart(desk: Desk) -> None:
    assert diagram_of(None, "", "") is None
    assert diagram_of(desk.show(trends, "partnership=shropshire").chosen, "", "") is None


def test_a_chart_of_nothing_is_drawn_empty() -> None:
    assert list(diagram_figure(Diagram(unit="offences")).data) == []
