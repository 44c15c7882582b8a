"""A page that has no figures shows what the plan is measured by, and a tile without a target says how it moved."""

from collections.abc import Callable

import pytest

from dashboard.domain.targets.status import Status
from dashboard.reports.desk import Desk
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.trends import trends
from dashboard.reports.pages.year_end import year_end
from dashboard.reports.report import Report
from layouts.components.markup import written
from layouts.components.tables import Content
from layouts.pages import indicator
from layouts.pages import trends as trends_page
from layouts.pages import year_end as year_end_page
from layouts.pages.overview import FREE, tiles
from tests.layouts.regions import read_region
from tests.layouts.trees import named, text_of

HEADS = (
    (year_end, year_end_page.head),
    (trends, trends_page.head),
    (indicator_file, indicator.head),
)


@pytest.mark.parametrize(("report", "head"), HEADS)
def test_derbys_pages_say_what_its_plan_is_measured_by_and_why_nothing_is_judged(
    desk: Desk, report: Callable[..., Report], head: Callable[..., list[Content]]
) -> None:
    found = desk.show(report, "partnership=derby")
    tree = read_region(written(head(found)))
    rows = [text_of(item) for item in named(tree, "Tr")]
    assert rows[1].startswith("1.1 Identify sources and gaps in reliable data")
    assert "Measured by CDRP self assessment criterion 2.1" in rows[1]
    assert "Not judged: no figure printed" in rows[1]
    doors = [item["props"]["href"] for item in named(tree, "A")]
    assert [door for door in doors if "sampleshire" in door]
    assert [door for door in doors if door.startswith("/load")]
    assert [door for door in doors if door.startswith("/plan")]


def test_only_a_plan_without_figures_is_shown_so(desk: Desk) -> None:
    for query in ("partnership=warwickshire", "partnership=derby&category=alcohol&area=derby"):
        found = desk.show(year_end, query)
        assert bool(found.worded) is not bool(found.rows)
    assert desk.show(trends, "partnership=sampleshire").worded == ()


def test_tiles_without_targets_say_what_clearly_moved_first_and_give_chance_no_colour(desk: Desk) -> None:
    report = desk.show(overview, "partnership=south-staffordshire")
    drawn = read_region(written(tiles(report)))
    said = [item for item in named(drawn, "Span") if (item["props"].get("class") or "").startswith("move")]
    assert [text_of(item) for item in said][:2] == ["▼Clearly fell 20.1%", "▼Clearly fell 15.1%"]
    assert {item["props"]["class"] for item in said if "could be chance" in text_of(item)} == {"move"}
    assert {item["props"]["class"] for item in said if "Clearly" in text_of(item)} == {"move better"}
    assert text_of(drawn).count("no target is published") == 0
    assert text_of(drawn).count(FREE) == 1


def test_a_tile_with_a_target_keeps_its_status(desk: Desk) -> None:
    report = desk.show(overview, "partnership=warwickshire&period=2010-11")
    drawn = read_region(written(tiles(report)))
    assert any(item.verdict.status is Status.MISSED for item in report.tiles)
    assert "Missed: 16.3% above target" in text_of(drawn)
    assert FREE not in text_of(drawn)
