"""Places by change: the largest rises and falls, ties by how unlikely, what stands out among all, the same in files."""

from decimal import Decimal

import pytest

from dashboard.domain.statistics.hotspots import HotspotClass
from dashboard.domain.street.crime import Level, Place
from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down import drill_down
from dashboard.reports.pages.hotspot_file import hotspots_file
from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.street.moving.moves import moves_of, thirds
from dashboard.reports.street.ranking import Spot
from layouts.figures.area_map import span_words
from layouts.pages import drill_down as drill_page
from layouts.pages import hotspots as page
from tests.layouts.regions import read_region
from tests.layouts.trees import named, text_of

SAMPLE = "partnership=sampleshire&period=2026-27-Q2&against=2026-27-Q1"


def spot(at: int, now: int, before: int | None) -> Spot:
    place = Place(at, f"X{at}", f"Place {at}", Level.LSOA, None, None, 1_500)
    return Spot(at, place, now, before, Decimal(0), HotspotClass.NOT_JUDGED)


def test_the_largest_rise_comes_first_and_of_equal_ones_the_less_likely() -> None:
    found = moves_of([spot(1, 57, 33), spot(2, 53, 29), spot(3, 10, 30), spot(4, 63, 41), spot(5, 8, 8)], 9)
    assert found is not None
    assert [item.spot.place.code for item in found.every] == ["X2", "X1", "X4", "X5", "X3"]
    assert [item.moved for item in found.rises] == [24, 24, 22]
    assert [item.moved for item in found.falls] == [-20]
    assert found.looked_at == 9


@pytest.mark.parametrize(
    ("spots", "falls_first"),
    [
        ([spot(1, 30, 130), spot(2, 12, 9)], True),
        ([spot(1, 30, 130), spot(2, 90, 20)], False),
        ([spot(1, 8, 9)], False),
    ],
)
def test_what_the_title_names_comes_first(spots: list[Spot], falls_first: bool) -> None:
    found = moves_of(spots, len(spots))
    assert found is not None
    assert found.falls_first is falls_first


def test_places_that_nothing_is_compared_with_have_no_change() -> None:
    assert moves_of([spot(1, 5, None)], 1) is None
    assert moves_of([], 0) is None


def test_what_alone_would_be_a_real_change_does_not_stand_out_among_many() -> None:
    quiet = [spot(at, 20, 20) for at in range(2, 40)]
    alone, among = moves_of([spot(1, 53, 29)], 1), moves_of([spot(1, 53, 29), *quiet], 39)
    assert alone is not None
    assert among is not None
    assert alone.every[0].stands_out
    assert not among.every[0].stands_out
    large = moves_of([spot(1, 251, 150), *quiet], 39)
    assert large is not None
    assert [item.spot.place.code for item in large.outstanding] == ["X1"]


@pytest.mark.parametrize(
    ("sizes", "limits"), [((), (1, 1)), ((0, 0), (1, 1)), ((1, 2, 3), (2, 3)), ((4, 4, 4), (4, 4))]
)
def test_moves_are_shaded_by_thirds(sizes: tuple[int, ...], limits: tuple[int, int]) -> None:
    assert thirds(sizes) == limits


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ((2, 5), ["1", "2 to 4", "5 or more"]),
        ((1, 1), ["", "", "1 or more"]),
        ((3, 4), ["1 to 2", "3", "4 or more"]),
    ],
)
def test_the_legend_leaves_out_what_no_place_can_be(limits: tuple[int, int], words: list[str]) -> None:
    assert span_words(limits) == words


def ask(desk: Desk, more: str = "&measure=change") -> Hotspots:
    return desk.report(hotspots_file, desk.filters(f"{SAMPLE}{more}", shows_street_places=True))


def test_by_change_the_same_counts_are_told_in_another_order(desk: Desk) -> None:
    plain, moved = ask(desk, ""), ask(desk)
    assert plain.moves is None
    assert moved.moves is not None
    assert {(item.spot.place.id, item.spot.now, item.spot.before) for item in moved.moves.every} == {
        (item.place.id, item.now, item.before) for item in plain.spots
    }
    first = moved.moves.outstanding[0]
    assert first.moved > 0
    assert " rose most" in moved.title
    assert f"{first.spot.before:,} → {first.spot.now:,}" in moved.title
    up = sum(item.moved > 0 for item in moved.moves.every)
    assert f"{up:,} rose" in moved.lede


def test_the_file_tells_each_change_and_whether_it_stands_out(desk: Desk) -> None:
    rows = list(ask(desk).tables[0].rows)
    changes = [int(str(row["change"])) for row in rows]
    assert changes == sorted(changes, reverse=True)
    assert all(row["change"] == int(str(row["count"])) - int(str(row["previous_count"])) for row in rows)
    assert all(isinstance(row["stands_out"], bool) and 0 <= float(str(row["change_p"])) <= 1 for row in rows)
    assert {row["change"] for row in ask(desk, "").tables[0].rows} == {None}


def test_the_page_lists_rises_and_falls_and_shades_its_map_by_them(desk: Desk) -> None:
    report = ask(desk)
    drawn = page.body(report)
    said = text_of(read_region(drawn))
    assert "Rose most" in said
    assert "Fell most" in said
    assert "rose by" in said
    assert "Persistent" not in said
    doors = [item["props"]["href"] for item in named(read_region(drawn), "A") if "data-key" in item["props"]]
    assert doors
    assert all("measure=" not in door for door in doors)


def test_the_drill_down_leads_there_in_the_months_that_it_speaks_of(desk: Desk) -> None:
    report = desk.report(drill_down, desk.filters(SAMPLE, shows_street_places=True))
    links = {text_of(item): item["props"]["href"] for item in named(read_region(drill_page.body(report)), "A")}
    door = links["Every neighbourhood by change"]
    moved = desk.report(hotspots_file, desk.filters(door.partition("?")[2], shows_street_places=True))
    driven = report.crime_drivers
    assert driven is not None
    assert report.columns is not None
    assert (moved.span, moved.against) == (driven.focus.period(report.columns), driven.focus.against(report.columns))
    assert moved.moves is not None
