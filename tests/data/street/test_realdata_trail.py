"""Proves on real downloads that a question is answered in two clicks, and that split neighbourhoods are one series."""

import csv
import gzip
from collections import Counter

import pytest

from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down import drill_down
from dashboard.reports.pages.drill_down_file import drill_down_file
from dashboard.reports.pages.hotspots import hotspots
from dashboard.reports.street.moving.tree_table import branches
from layouts.pages import drill_down as drill_page
from layouts.pages import hotspots as hotspots_page
from tests.data.street.test_realdata import CHANGES, counts, desk, months, pytestmark, rows
from tests.layouts.regions import read_region
from tests.layouts.trees import named, text_of

__all__ = ["desk", "pytestmark"]

ASKED = "partnership=south-staffordshire&period=2025-26-Q1&against=2024-25-Q4"


def links(markup: str) -> dict[str, str]:
    return {text_of(item): item["props"]["href"].partition("?")[2] for item in named(read_region(markup), "A")}


def test_what_drove_the_rise_is_answered_in_two_clicks(desk: Desk) -> None:
    start = desk.report(drill_down, desk.filters(ASKED, shows_street_places=True))
    first = links(drill_page.body(start))["Every neighbourhood by change"]
    moved = desk.report(hotspots, desk.filters(first, shows_street_places=True))
    assert moved.moves is not None
    rises = [(item.spot.place.name, item.spot.before, item.spot.now) for item in moved.moves.rises[:3]]
    assert rises == [
        ("South Staffordshire 015B", 29, 53),
        ("South Staffordshire 013A", 33, 57),
        ("South Staffordshire 007D", 41, 63),
    ]
    wards = [item.spot.place.around.partition(",")[0] for item in moved.moves.rises[:3]]
    assert wards == ["Perton Lakeside", "Himley & Swindon", "Featherstone"]
    assert moved.moves.outstanding == ()  # where the rise lies, none of 68 a real change
    second = links(hotspots_page.body(moved))[moved.moves.rises[0].spot.place.known_as]
    hood = desk.report(drill_down, desk.filters(second, shows_street_places=True))
    assert hood.standing is not None
    assert (hood.standing.looked_at.before, hood.standing.looked_at.n) == (29, 53)
    assert "another season" in moved.lede


def test_the_rise_lies_in_anti_social_behaviour_one_of_14_types(desk: Desk) -> None:
    report = desk.report(hotspots, desk.filters(f"{ASKED}&measure=change", shows_street_places=True))
    assert report.tree is not None
    assert report.tree.types is not None
    first = report.tree.types.shown[0]
    assert (first.name, first.before, first.now) == ("Anti-social behaviour", 150, 233)
    assert (report.tree.types.looked_at, report.tree.types.outstanding) == (14, 1)
    assert report.tree.places is not None
    hoods = [item for depth, item, _ in branches(report.tree.places) if depth]
    assert hoods
    assert not any(item.tested.real for item in hoods)
    assert (29, 53) in [(item.before, item.now) for item in hoods]


@pytest.mark.parametrize("name", ["Stafford 010E", "Stafford 011E"])
def test_a_neighbourhood_that_was_split_holds_the_rows_of_its_code_of_2011_and_of_its_parts(
    desk: Desk, name: str
) -> None:
    with gzip.open(CHANGES, "rt", encoding="utf-8", newline="") as lines:
        pairs = [
            (row["lsoa11_code"], row["lsoa21_code"]) for row in csv.DictReader(lines) if row["lsoa11_name"] == name
        ]
    old, codes = pairs[0][0], {code for pair in pairs for code in pair}
    assert len(codes) == 3
    expected = Counter(row["Month"] for row in rows("staffordshire/*") if row["LSOA code"] in codes)
    spans = [("2014-01", "2014-11"), ("2018-10", "2019-02"), ("2025-01", "2025-12")]
    for first, last in spans:
        n = sum(count for month, count in expected.items() if first <= month <= last)
        ends = "&".join(f"{key}={month.replace('-', '-M')}" for key, month in (("from", first), ("to", last)))
        assert counts(desk, f"partnership=staffordshire&area={old}&by=month&{ends}") == {(): n}
        assert n > 10
    asked = [f"partnership=staffordshire&area={code}&{months(2025)}" for code in sorted(codes)]
    reports = [desk.report(drill_down_file, desk.filters(query, shows_street_places=True)) for query in asked]
    assert {report.context.place.code for report in reports if report.context} == {old}
