"""Regions as HTML: whatever is not Markup is escaped, components come out as the browser would write them."""

from dataclasses import replace

import pytest
from dash import html
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from dashboard.domain.street.crime import CrimeType, Level, Place
from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down import DrillDown, drill_down
from dashboard.reports.pages.hotspots import Hotspots, hotspots
from layouts.components.markup import as_markup, joined, region, tag
from layouts.pages import drill_down as drill_page
from layouts.pages import hotspots as hot_page
from tests.layouts.regions import read_region
from tests.layouts.trees import components, text_of

NASTY = st.text(alphabet="<>&\"' ab/=", min_size=1, max_size=12)


@given(NASTY)
def test_text_comes_back_as_it_was_given(text: str) -> None:
    (found,) = read_region(tag("p", text))
    assert (found["type"], text_of(found), len(list(components(found)))) == ("P", text, 1)


@given(NASTY)
def test_an_attribute_comes_back_as_it_was_given(text: str) -> None:
    (found,) = read_region(tag("a", "x", aria_label=text, class_=text))
    assert (found["props"]["aria-label"], found["props"]["class"]) == (text, text)
    assert set(found["props"]) == {"aria-label", "class", "children"}


@given(NASTY)
def test_a_component_is_escaped_like_a_tag(text: str) -> None:
    (found,) = read_region(as_markup(html.A([text, html.B(text)], href=text, className="x")))
    assert (found["type"], found["props"]["href"], found["props"]["class"]) == ("A", text, "x")
    assert text_of(found) == text * 2


@pytest.mark.parametrize(
    ("content", "markup"),
    [
        ("a < b", "a &lt; b"),
        (Markup("<b>kept</b>"), "<b>kept</b>"),
        (None, ""),
        (True, ""),
        (False, ""),
        (7, "7"),
        (0, "0"),
        (["a", ("b", Markup("<br>"))], "ab<br>"),
        (html.Br(), "<br>"),
        (html.Th("A", colSpan=2, scope="col"), '<th colspan="2" scope="col">A</th>'),
        (html.Div(html.Span("x", title='"'), tabIndex="0", style={"width": "1px", "height": "var(--h)"}), None),
    ],
)
def test_each_kind_of_content_has_its_html(content: object, markup: str | None) -> None:
    expected = (
        '<div tabindex="0" style="width:1px;height:var(--h)"><span title="&#34;">x</span></div>'
        if markup is None
        else markup
    )
    assert as_markup(content) == expected


def test_attributes_that_are_not_there_are_not_written() -> None:
    assert tag("p", class_=None, hidden=False) == "<p></p>"
    assert tag("button", "x", disabled=True, aria_label="y") == '<button disabled aria-label="y">x</button>'
    assert tag("img", src="/a.png", alt="") == '<img src="/a.png" alt="">'
    assert joined([]) == ""


def test_a_region_waits_for_its_markup() -> None:
    described = region("part", "wide").to_plotly_json()["props"]  # type: ignore[no-untyped-call]
    assert (described["id"], described["html"]) == ("part", "")
    assert described["className"].startswith("wide ")


def renamed(place: Place, name: str) -> Place:
    return replace(place, name=name)


def hostile_drill_down(report: DrillDown, name: str) -> DrillDown:
    """*report* with *name* for the place, its parts, its crime types and its words."""
    assert report.context is not None
    path = tuple(renamed(place, name) for place in report.context.path)
    kinds = tuple(CrimeType(item.slug, item.number, name, item.category) for item in report.context.types)
    context = replace(
        report.context, place=renamed(report.context.place, name), path=path, types=kinds, wordings=(name,)
    )
    return replace(
        report,
        title=name,
        lede=name,
        place=name,
        notes=(name,),
        context=context,
        crimes=tuple(replace(row, name=name) for row in report.crimes),
        places=tuple(replace(row, name=name) for row in report.places),
        category_names=dict.fromkeys(report.category_names, name),
    )


def shape(markup: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a region with the names of their attributes: what no text may change."""
    return [(item["type"], tuple(sorted(item["props"]))) for item in components(read_region(markup))]


@settings(max_examples=30, deadline=None)
@given(NASTY.filter(str.strip))
def test_names_of_areas_and_crime_types_never_become_html(desk: Desk, name: str) -> None:
    asked = desk.filters(
        "partnership=sampleshire&area=quenbury&category=acquisitive-crime&by=quarter", shows_street_places=True
    )
    plain = hostile_drill_down(desk.report(drill_down, asked), "Name")
    hostile = hostile_drill_down(desk.report(drill_down, asked), name)
    for write in (drill_page.page_top, drill_page.body):
        assert shape(write(hostile)) == shape(write(plain))


@settings(max_examples=30, deadline=None)
@given(NASTY.filter(str.strip))
def test_names_on_the_map_and_in_the_ranking_never_become_html(desk: Desk, name: str) -> None:
    asked = desk.filters("partnership=sampleshire&area=quenbury&period=2025-26", shows_street_places=True)

    def called(name: str) -> Hotspots:
        report = desk.report(hotspots, asked)
        spots = tuple(replace(item, place=renamed(item.place, name)) for item in report.spots)
        shaded = tuple(replace(item, words=name) for item in report.shaded)
        return replace(report, spots=spots, shaded=shaded, title=name, lede=name, place=name, notes=(name,))

    for write in (hot_page.page_top, hot_page.body):
        assert shape(write(called(name))) == shape(write(called("Name")))


def test_a_map_point_with_a_foreign_name_stays_text(desk: Desk) -> None:
    asked = desk.filters("partnership=sampleshire&area=X01000001&period=2025-26", shows_street_places=True)
    report = desk.report(hotspots, asked)
    evil = "<script>alert(1)</script>"
    spots = tuple(replace(item, place=renamed(item.place, evil)) for item in report.spots)
    written = hot_page.body(replace(report, spots=spots))
    assert {item.place.level for item in report.spots} == {Level.POINT}
    assert ("<script" in written, "&lt;script&gt;" in written) == (False, True)
