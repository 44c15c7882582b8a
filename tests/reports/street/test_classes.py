"""Classes and maps of the hotspots: what they need, whose they are, and what is drawn without outlines."""

from dataclasses import replace

import pytest

from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import By
from dashboard.domain.statistics.hotspots import HotspotClass
from dashboard.domain.street.crime import Level
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down import drill_down
from dashboard.reports.pages.hotspot_file import hotspots_file
from dashboard.reports.pages.hotspots import Hotspots, hotspots
from dashboard.reports.street.classes import NEEDS_BOUNDARIES, NEEDS_FORCE, TOO_THIN, classes_of
from dashboard.reports.street.place_context import StreetContext, street_context
from layouts.pages import hotspots as page

SAMPLE = "partnership=sampleshire"


def ask(desk: Desk, more: str) -> Hotspots:
    return desk.report(hotspots_file, desk.filters(f"{SAMPLE}{more}", shows_street_places=True))


def test_classes_need_every_month_of_the_year_up_to_the_last(desk: Desk) -> None:
    early = ask(desk, "&from=2024-M01&to=2024-M02")
    assert early.why_no_class == "Classes need every month of Mar 2023 to Feb 2024; some are not loaded."
    assert {spot.kind for spot in early.spots} == {HotspotClass.NOT_JUDGED}
    assert not ask(desk, "&period=2023-24").why_no_class


def test_classes_are_those_of_the_whole_partnership(desk: Desk) -> None:
    whole = {spot.place.code: spot.kind for spot in ask(desk, "&period=2025-26").spots}
    part = {spot.place.code: spot.kind for spot in ask(desk, "&period=2025-26&area=quenbury").spots}
    assert part == {code: whole[code] for code in part}
    assert HotspotClass.NOT_JUDGED not in whole.values()


def test_too_few_incidents_have_no_class(desk: Desk) -> None:
    assert ask(desk, "&crime=robbery&period=2025-26").why_no_class == TOO_THIN


def scene_of(store: Store, desk: Desk) -> StreetContext:
    found = street_context(store, desk.filters(SAMPLE))
    assert found is not None
    return found


def test_classes_need_boundaries_and_one_force(store: Store, desk: Desk) -> None:
    class Borderless:
        def __getattr__(self, question: str) -> object:
            return (lambda places: ()) if question == "touching" else getattr(store, question)

    context = scene_of(store, desk)
    span = desk.filters(f"{SAMPLE}&period=2025-26").period
    assert classes_of(Borderless(), context, span) == ({}, NEEDS_BOUNDARIES)  # type: ignore[arg-type]
    country = replace(context, path=(replace(context.place, level=Level.COUNTRY),))
    assert classes_of(store, country, span) == ({}, NEEDS_FORCE)


class Redrawn:
    """The store with other outlines: of none of the places, or of each a square."""

    def __init__(self, behind: Store, outline: str) -> None:
        self._behind = behind
        self._outline = outline

    def __getattr__(self, question: str) -> object:
        return getattr(self._behind, question)

    def shapes(self, places: tuple[int, ...]) -> tuple[tuple[int, str], ...]:
        return tuple((place, self._outline) for place in places) if self._outline else ()


def redrawn(store: Store, desk: Desk, more: str, outline: str = "") -> Hotspots:
    filters = desk.filters(f"{SAMPLE}&period=2025-26{more}", shows_street_places=True)
    return hotspots(Redrawn(store, outline), filters)  # type: ignore[arg-type]


def test_without_outlines_the_map_points_hold_the_same_incidents(store: Store, desk: Desk) -> None:
    report = redrawn(store, desk, "&area=quenbury&crime=burglary")
    assert (report.shapes, report.shaded) == ((), ())
    assert sum(dot.n for dot in report.dots) == report.total
    assert {dot.place for dot in report.dots} <= {spot.place.id for spot in report.spots}
    assert "Cells of 250 m." in page.body(report)


def test_an_area_with_too_many_neighbourhoods_is_drawn_one_step_in(
    store: Store, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.reports.pages.hotspot_map.MOST_SHAPES", 3)
    square = "[[[[0,0],[9,0],[9,9],[0,0]]]]"
    report = redrawn(store, desk, "", square)
    inner = {place.id: place.name for place in store.inward(scene_of(store, desk).place.id)}
    assert {number for number, _ in report.shapes} == set(inner)
    assert {shade.words for shade in report.shaded} == set(inner.values())
    placed = sum(shade.now for shade in report.shaded if shade.words != "No location")
    assert placed == report.total
    assert redrawn(store, desk, "").dots == ()


def test_a_category_without_a_crime_type_says_so(store: Store) -> None:
    filters = Filters("sampleshire", store.partnerships()[-1].default_period, categories=frozenset({"road-safety"}))
    for report in (hotspots(store, filters), drill_down(store, filters)):
        assert report.title == "No street-level crime type belongs to this choice for Sampleshire"
        assert report.empty


def test_the_category_of_all_recorded_crime_is_every_crime_type(store: Store) -> None:
    filters = Filters("sampleshire", store.partnerships()[-1].default_period, by=By.YEAR)
    every, chosen = (drill_down(store, item) for item in (filters, filters.with_(categories=frozenset({"all-crime"}))))
    assert every.total is not None
    assert chosen.total is not None
    assert [item.n for item in chosen.total.squares] == [item.n for item in every.total.squares]
