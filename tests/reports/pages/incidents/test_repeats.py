"""Proves the page on repeats: its finding, what is judged and what not, and what it says where there is no list."""

import re

import pytest

from callbacks.first_answer import AnsweringDash
from dashboard.domain.access.people import ALL, NONE, Eyes
from dashboard.domain.incidents.following import NOBODY, Following
from dashboard.domain.statistics.near_repeats import ClosePairs, Repeats
from dashboard.pages import PAGES
from dashboard.questions.limited import limited
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.packs.sections import sections_of
from dashboard.reports.pages.incidents.repeat_words import (
    REAL,
    days_words,
    judged_words,
    made,
    reach_words,
    repeat_lede,
    repeat_title,
    times_words,
)
from dashboard.reports.pages.incidents.repeats import RepeatsPage, repeats, repeats_in_the_end
from layouts.components.markup import written
from layouts.pages.incidents import repeats as page

BURGLARY = "partnership=sampleshire&crime=burglary&period=2025-26"


def ask(desk: Desk, query: str = BURGLARY) -> RepeatsPage:
    return desk.show(repeats, query)


def test_the_lede_states_the_pairs_beside_what_chance_makes(desk: Desk) -> None:
    report = ask(desk)
    assert report.found is not None
    primary = report.found.primary
    assert primary is not None
    numbers = re.findall(r"[0-9][0-9,.]*", report.lede.partition(".")[0])
    assert numbers == [str(primary.observed), "200", "14", made(primary)]
    assert primary.chance <= REAL
    assert report.title == f"Burglary in Sampleshire: {primary.observed} pairs close by, {made(primary)} expected"
    damage = ask(desk, BURGLARY.replace("burglary", "criminal-damage-and-arson"))
    assert damage.title == "No near repeats stand out for criminal damage and arson in Sampleshire"
    assert report.place.endswith("2025/26")


def test_the_judged_band_alone_has_a_p_and_more_orders_begin_alike(desk: Desk) -> None:
    few, many = ask(desk), desk.show(repeats_in_the_end, BURGLARY)
    rows = {table.name: table.rows for table in many.tables}["near_repeats"]
    judged = [row for row in rows if row["judged"]]
    assert [(row["distance"], row["days_apart"], row["dealt_out"]) for row in judged] == [
        ("Up to 200 m", "Up to 14 days", 999)
    ]
    assert {row["p"] for row in rows if not row["judged"]} == {None}
    assert few.title == many.title
    assert len(rows) == 13


def test_the_pairs_beside_add_up_to_the_judged_band(desk: Desk) -> None:
    found = ask(desk).found
    assert found is not None
    assert found.primary is not None
    within = [item.observed for item in found.beside if item.metres <= 200 and item.days <= 14]
    assert sum(within) == found.primary.observed


def test_months_and_areas_of_the_view_are_looked_at(desk: Desk) -> None:
    year, quarter = ask(desk).found, ask(desk, "partnership=sampleshire&crime=burglary&period=2026-27-Q2").found
    inside = ask(desk, f"{BURGLARY}&area=marlhaven")
    assert year is not None
    assert quarter is not None
    assert inside.found is not None
    assert quarter.incidents < year.incidents
    assert inside.found.incidents < year.incidents
    assert "in Marlhaven" in inside.title


def test_months_that_no_list_has_give_way_to_the_newest_twelve(desk: Desk) -> None:
    report = ask(desk, "partnership=sampleshire&from=2023-M04&to=2023-M06")
    assert report.span is not None
    assert report.span.months == 12


def test_where_no_list_is_loaded_the_page_says_what_is_missing(desk: Desk) -> None:
    report = ask(desk, "partnership=warwickshire")
    assert report.title == "No incident list is loaded for Warwickshire"
    assert "load one" in report.empty
    assert written(page.judged(report)) == written(page.refined(report)) == written(page.bands(report)) == ""


def test_others_see_rounded_pairs(store: Store) -> None:
    eyes = Eyes(ALL, NONE)
    found = ask(Desk(limited(store, eyes))).found
    assert found is not None
    assert found.primary is not None
    counts = [
        found.incidents,
        found.primary.observed,
        found.primary.expected,
        *(item.observed for item in found.beside),
    ]
    assert {count % 5 for count in counts} == {0}
    assert found.is_rounded


def test_the_page_shows_the_band_the_repeats_and_the_bands_beside(desk: Desk) -> None:
    report = ask(desk)
    drawn = written([page.head(report), page.judged(report), page.bands(report)])
    assert "Near repeats" in drawn
    assert "of 99 times that the days were dealt out anew" in drawn
    assert "The same place" in drawn
    assert "Over 200 up to 400 m" in drawn
    assert "999 times" in written(page.refined(desk.show(repeats_in_the_end, BURGLARY)))


def test_it_says_that_the_days_are_dealt_out_more_often_until_that_is_there(desk: Desk) -> None:
    assert "The days are dealt out 999 times now, beside the page" in written(page.judged(ask(desk)))


def test_the_papers_have_its_tables(desk: Desk) -> None:
    [section] = sections_of(desk.show(repeats_in_the_end, BURGLARY))
    assert [table.title for table in section.tables] == ["Again at the same place", "Near in place and time"]


def test_dealing_out_often_is_no_part_of_the_first_answer(desk: Desk) -> None:
    app = AnsweringDash(__name__)
    next(item for item in PAGES if item.name == "repeats").register(app, desk)
    assert {output.component_id for item in app.known for output in item.outputs} == {
        page.Ids.HEAD,
        page.Ids.JUDGED,
        page.Ids.BANDS,
    }


@pytest.mark.parametrize(
    ("found", "title"),
    [
        (NOBODY, "Fewer than two incidents with a place in Oakham"),
        (Following(9, 0, is_too_many=True), "Too many incidents to hold each against each in Oakham"),
        (Following(9, 0, primary=ClosePairs(200, 14, 1, 0.4)), "No near repeats stand out for burglary in Oakham"),
        (
            Following(9, 0, primary=ClosePairs(200, 14, 46, 21.2, 0, 999)),
            "Burglary in Oakham: 46 pairs close by, 21 expected",
        ),
    ],
)
def test_titles(found: Following, title: str) -> None:
    assert repeat_title(found, "Burglary", "in Oakham") == title


def test_words() -> None:
    found = Following(200, 1, (Repeats(7, 30, 12),), ClosePairs(200, 14, 40, 12.34, 0, 999))
    assert repeat_lede(found) == (
        "40 pairs lie within 200 m and 14 days; chance makes 12."
        " 30 of 200 incidents (15.0%) came within 7 days of an earlier incident at the same place, at 12 places."
        " 1 without coordinates is in nothing here."
    )
    assert found.primary is not None
    assert judged_words(found.primary) == (
        "Within 200 m and 14 days: more than chance makes (p 0.001). In 0 of 999 times that the days were dealt out"
        " anew, there were as many or more."
    )
    assert (made(found.primary), times_words(found.primary)) == ("12", "3.2 times")
    assert times_words(ClosePairs(200, 14, 0, 0)) == "–"
    assert [reach_words(0, None), reach_words(100, 0), reach_words(200, 100)] == [
        *("The same place", "Other places up to 100 m", "Over 100 up to 200 m"),
    ]
    assert [days_words(7, None), days_words(14, 7)] == ["Up to 7 days", "8 to 14 days"]
