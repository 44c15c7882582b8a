"""The map says what it shows: every place with its count and rate, the names of localities, counts or rates."""

from decimal import Decimal

import pytest

from dashboard.domain.palette import SHADES
from dashboard.domain.statistics.funnel import FunnelPlace
from dashboard.domain.statistics.hotspots import HotspotClass
from dashboard.reports.desk import Desk
from dashboard.reports.pages.hotspot_file import hotspots_file
from dashboard.reports.pages.hotspots import Hotspots
from dashboard.reports.street.funnel import TWO_QUESTIONS, beside_the_list
from layouts.figures.area_map import area_map
from layouts.figures.map_labels import map_labels
from layouts.pages import hotspots as page
from tests.layouts.regions import read_region
from tests.layouts.trees import named, text_of
from tests.reports.sample_files import SampleFiles, in_neighbourhood, within

SAMPLE = "partnership=sampleshire"
HOOD = "X01000001"
CLASSED = (HotspotClass.PERSISTENT, HotspotClass.EMERGING, HotspotClass.INTERMITTENT)


def ask(desk: Desk, more: str = "") -> Hotspots:
    return desk.report(hotspots_file, desk.filters(f"{SAMPLE}{more}", shows_street_places=True))


def test_every_place_can_be_clicked_those_without_an_incident_too(desk: Desk, sample_files: SampleFiles) -> None:
    report = ask(desk, "&from=2026-M09&to=2026-M09&crime=robbery")
    codes = {code for code in sample_files.by("LSOA code") if code}
    paths = named(read_region(area_map(report)), "Path")
    assert {item["props"]["data-area"] for item in paths} == codes
    september = sample_files.rows(within("2026-09", "2026-09"))
    robbed = {row["LSOA code"] for row in september if row["Crime type"] == "Robbery"} - {""}
    empty = {item["props"]["data-area"] for item in paths if ": 0, 0.0 per 1,000 people" in text_of(item)}
    assert empty == codes - robbed


def test_a_shape_says_name_count_and_rate_and_the_words_under_the_map_have_the_door(
    desk: Desk, sample_files: SampleFiles
) -> None:
    report = ask(desk)
    n = sample_files.count(within("2026-07", "2026-09"), in_neighbourhood(HOOD))
    place = next(spot.place for spot in report.spots if spot.place.code == HOOD)
    said = next(
        text_of(item) for item in named(read_region(area_map(report)), "Path") if item["props"]["data-area"] == HOOD
    )
    assert said.endswith(f"{place.full_name}: {n}, {Decimal(n) * 1000 / (place.population or 0):.1f} per 1,000 people")
    door = next(item for item in named(read_region(page.body(report)), "A") if "data-href" in item["props"])
    followed = door["props"]["data-href"].replace("area=CLICKED", f"area={HOOD}")
    assert desk.filters(followed.partition("?")[2], shows_street_places=True).area == HOOD


@pytest.mark.parametrize("measure", ["", "&measure=rate"])
def test_shades_follow_counts_or_rates_by_choice(desk: Desk, measure: str) -> None:
    report = ask(desk, measure)
    fills = {item["props"]["data-area"]: item["props"]["fill"] for item in named(read_region(area_map(report)), "Path")}
    by_value = sorted(report.shaded, key=lambda item: (item.tenths or 0) if measure else item.now)
    order = [SHADES.index(fills[item.key]) for item in by_value]
    assert order == sorted(order)
    chosen = [text_of(link) for link in named(read_region(page.body(report)), "A") if link["props"].get("aria-current")]
    assert chosen[-1] == ("Per 1,000 people" if measure else "Incidents")
    assert ("incidents per 1,000 people" in page.body(report)) is bool(measure)


def test_localities_are_named_on_the_map(desk: Desk, sample_files: SampleFiles) -> None:
    report = ask(desk)
    names: dict[str, set[str]] = {name: set() for name in sample_files.localities.values()}
    for code, name in sample_files.localities.items():
        names[name].add(code)
    codes = {spot.place.id: spot.place.code for spot in report.spots}
    assert {name: {codes[place] for place in places} for name, places in report.labels} == names
    labels = [text_of(item) for item in named(read_region(area_map(report)), "Text")]
    assert sorted(labels) == sorted(names)


def test_of_two_labels_at_one_place_the_one_over_more_outlines_stands() -> None:
    paths = ((1, "M100 100l5 5z"), (2, "M110 104l5 5z"), (3, "M600 600l5 5z"))
    found = list(map_labels(paths, [("Small", {1}), ("Large", {1, 2}), ("Far & away", {3}), ("Nowhere", {9})], 900))
    assert [text.partition(">")[2].removesuffix("</text>") for text in found] == ["Large", "Far &amp; away"]


def test_a_label_at_the_edge_stands_whole() -> None:
    left, right = map_labels(
        ((1, "M0 100l5 5z"), (2, "M899 300l5 5z")), [("East Staffordshire", {2}), ("West", {1})], 900
    )
    assert 'x="774"' in left + right  # eighteen letters need 252 points
    assert 'x="28"' in left + right


def test_the_funnel_says_which_of_the_hotspots_it_agrees_on_and_why_not_on_others(desk: Desk) -> None:
    report = ask(desk)
    assert report.funnel is not None
    hot = {spot.place.id for spot in report.spots if spot.kind in CLASSED}
    rows = report.tables[-1].rows
    above_codes = {row["area_code"] for row in rows if str(row["funnel"]).startswith("above")}
    hot_codes = {spot.place.code for spot in report.spots if spot.place.id in hot}
    assert {row["area_code"] for row in rows if row["class"] in {str(kind) for kind in CLASSED}} == hot_codes
    said = beside_the_list(report.funnel)
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    assert said.startswith(f"Of {words[len(hot_codes)]} hotspots in the list, {words[len(hot_codes & above_codes)]} ")
    assert f"{words[len(above_codes - hot_codes)]} above them" in said
    assert said.endswith(TWO_QUESTIONS)


def test_without_classes_the_funnel_has_nothing_to_agree_with(desk: Desk) -> None:
    report = ask(desk, "&period=2023-24-Q1")  # no 12 months up to its end
    assert report.funnel is not None
    assert beside_the_list(report.funnel) == ""
    assert {row["class"] for row in report.tables[-1].rows} == {None}
    assert FunnelPlace.WITHIN in report.funnel.drawn.places
