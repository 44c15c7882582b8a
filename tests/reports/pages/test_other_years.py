"""A period of another kind answers with what had ended by then, never with what came later."""

import pytest

from dashboard.reports.desk import Desk
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.year_end import year_end


def test_a_calendar_year_shows_nothing_of_later_financial_years(desk: Desk) -> None:
    report = desk.show(overview, "partnership=south-staffordshire&period=2007")
    assert {item.now.period.label for item in report.tiles} == {"2007", "2006/07"}
    assert report.title == "Killed or seriously injured: 56 in 2007; no target is published"


def test_changes_to_september_are_not_titled_with_later_targets(desk: Desk) -> None:
    report = desk.show(overview, "partnership=shropshire&period=2008-10--2009-09")
    assert not [item for item in report.tiles if item.now.target]
    assert len(report.tiles) == 9


@pytest.mark.parametrize(
    ("query", "title", "paragraph"),
    [
        ("partnership=warwickshire&period=2011-12", "Four", "13"),  # nine more are in words, and counted apart
        ("partnership=staffordshire&period=2010-11", "One target is set", "One target cannot be judged"),
    ],
)
def test_a_blank_target_is_counted_nowhere(desk: Desk, query: str, title: str, paragraph: str) -> None:
    report = desk.show(overview, query)
    assert title in report.title
    assert paragraph in report.lede
    assert "14" not in desk.show(year_end, query).title
