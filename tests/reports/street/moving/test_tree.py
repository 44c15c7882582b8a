"""Where a change lies: types and places judged among those beside them, looked into only where it is, sums held."""

import pytest

from dashboard.domain.statistics.many import among_many
from dashboard.reports.desk import Desk
from dashboard.reports.pages.hotspot_file import hotspots_file
from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.street.moving.move_words import looked_at_words, verdict_words
from dashboard.reports.street.moving.tree import Branches
from dashboard.reports.street.moving.tree_table import branches
from layouts.pages import hotspots as page
from tests.layouts.regions import read_region
from tests.layouts.trees import text_of

BETWEEN = "partnership=sampleshire&period=2026-27-Q2&against=2025-26-Q4&measure=change"


def ask(desk: Desk, more: str = "", between: str = BETWEEN) -> Hotspots:
    return desk.report(hotspots_file, desk.filters(f"{between}{more}", shows_street_places=True))


def types_of(report: Hotspots) -> Branches:
    assert report.tree is not None
    assert report.tree.types is not None
    return report.tree.types


def test_types_and_places_are_counted_as_the_drill_down_counts_them(desk: Desk) -> None:
    report = ask(desk)
    found = types_of(report)
    assert found.looked_at == 14
    assert sum(item.tested.real for item in found.shown) == found.outstanding
    assert report.tree is not None
    assert report.tree.places is not None
    assert report.tree.places.looked_at == 5  # localities; what has no location lies in none
    assert "No location" not in [item.name for item in report.tree.places.shown]
    assert sum(item.now for item in report.tree.places.shown) == report.total
    for parted in (found, report.tree.places):
        tested = among_many([(item.now, item.before) for _, item, beside in branches(parted) if beside is parted])
        assert [item.chance for item in tested if item] == [item.tested.chance for item in parted.shown]


def test_only_what_would_be_real_alone_is_looked_into_and_only_such_changes_are_listed_there(desk: Desk) -> None:
    every = [*branches(types_of(ask(desk))), *branches(ask(desk).tree.places)]  # type: ignore[union-attr, arg-type]
    assert any(depth for depth, _, _ in every)
    assert all(item.tested.is_real_alone for _, item, _ in every if item.inner)
    assert all(item.tested.is_real_alone for depth, item, _ in every if depth)


@pytest.mark.parametrize("more", ["", "&crime=vehicle-crime", "&crime=anti-social-behaviour&crime=drugs"])
def test_a_neighbourhood_is_judged_in_the_tree_as_it_is_in_the_list(desk: Desk, more: str) -> None:
    report = ask(desk, more)
    assert report.moves is not None
    assert report.tree is not None
    assert report.tree.places is not None
    listed = {item.spot.place.id: item.tested for item in report.moves.every}
    inner = [item for depth, item, _ in branches(report.tree.places) if depth and item.place]
    assert all(listed[item.place.id] == item.tested for item in inner if item.place)


def test_a_type_is_looked_into_only_where_it_stands_out(desk: Desk) -> None:
    assert all(item.tested.real for item in types_of(ask(desk)).shown if item.inner)


def test_of_one_type_the_tree_begins_with_places_and_within_a_neighbourhood_there_is_none(desk: Desk) -> None:
    alone = ask(desk, "&crime=vehicle-crime").tree
    assert alone is not None
    assert alone.types is None
    assert alone.places is not None
    assert ask(desk, "&area=X01000001").tree is None


def test_the_page_and_the_file_tell_every_branch(desk: Desk) -> None:
    report = ask(desk)
    said = text_of(read_region(page.body(report)))
    assert "Where the change lies" in said
    assert looked_at_words(types_of(report).outstanding, 14, ("type of incident", "types of incident")) in said
    rows = list(report.tables[-1].rows)
    assert report.tables[-1].name == "where"
    assert len(rows) == len([*branches(types_of(report)), *branches(report.tree.places)])  # type: ignore[union-attr, arg-type]
    assert {row["looked_at"] for row in rows if row["parted_by"] == "type" and row["area"] is None} == {14}
    assert all(f"{row['previous_count']:,} → {row['count']:,}" in said for row in rows)


@pytest.mark.parametrize(
    ("counts", "whole", "words"),
    [
        ((53, 29), 238, "where the rise lies"),
        ((29, 53), -238, "where the fall lies"),
        ((53, 29), 0, "within chance"),  # the whole moved by chance alone
        ((53, 29), -238, "within chance"),  # against it
        ((40, 33), 238, "within chance"),
        ((253, 129), 0, "a real change"),
        ((40, 40), 238, "no change"),  # nothing that chance could explain
    ],
)
def test_three_of_thirteen_are_where_the_rise_lies_and_never_a_real_change(
    counts: tuple[int, int], whole: int, words: str
) -> None:
    (found,) = among_many([counts], looked_at=13)
    assert found is not None
    assert verdict_words(counts[0] - counts[1], found, whole) == words


@pytest.mark.parametrize(
    ("outstanding", "looked_at", "words"),
    [
        (0, 13, "None of 13 neighbourhoods looked at stands out."),
        (1, 14, "One of 14 neighbourhoods looked at stands out."),
        (3, 1_200, "Three of 1,200 neighbourhoods looked at stand out."),
        (0, 1, "None of one neighbourhood looked at stands out."),
    ],
)
def test_how_many_were_looked_at_is_said(outstanding: int, looked_at: int, words: str) -> None:
    assert looked_at_words(outstanding, looked_at, ("neighbourhood", "neighbourhoods")) == words
