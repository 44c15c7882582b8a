"""Outcomes of the invented county: every count is that of the files, and young months are never compared."""

from collections import Counter
from decimal import Decimal
from html import unescape

import pytest

from dashboard.domain.street.outcomes import GROUP_WORDS, OutcomeGroup, group_of
from dashboard.reports.desk import Desk
from dashboard.reports.pages.drill_down import drill_down
from dashboard.reports.pages.street.ended import ended
from dashboard.reports.pages.street.outcome_file import outcomes_file
from dashboard.reports.pages.street.outcomes import Outcomes
from layouts.pages.street import outcomes as page
from tests.reports.sample_files import SampleFiles, of_types, within

ASB = "Anti-social behaviour"
SETTLED_YEAR = "&from=2025-M04&to=2026-M03"


def ask(desk: Desk, more: str = "") -> Outcomes:
    return desk.report(outcomes_file, desk.filters(f"partnership=sampleshire{more}", shows_street_places=True))


def rows(report: Outcomes, table: str) -> list[dict[str, object]]:
    return [dict(row) for found in report.tables if found.name == table for row in found.rows]


def groups(outcomes: "Counter[str]") -> dict[str, int]:
    """Published outcomes added up by the words of their group."""
    found: Counter[str] = Counter()
    for outcome, n in outcomes.items():
        found[GROUP_WORDS[group_of(outcome)]] += n
    return dict(found)


@pytest.mark.parametrize(
    ("more", "months", "area"),
    [
        ("", ("2026-07", "2026-09"), ""),
        (SETTLED_YEAR, ("2025-04", "2026-03"), ""),
        (f"{SETTLED_YEAR}&area=marlhaven", ("2025-04", "2026-03"), "Marlhaven"),
    ],
)
def test_counts_are_those_of_the_files(
    desk: Desk, sample_files: SampleFiles, more: str, months: tuple[str, str], area: str
) -> None:
    wanted = [within(*months), lambda row: row["Crime type"] != ASB]
    wanted += [sample_files.in_locality(area)] if area else []
    report = ask(desk, more)
    assert report.total is not None
    published = sample_files.by("Last outcome category", *wanted)
    assert dict(report.total.counts) == dict(published)
    shown = [row for row in rows(report, "outcomes") if row["period"] == report.total.name]
    counts = {row["outcome_group"]: row["count"] for row in shown}
    assert {name: n for name, n in counts.items() if n} == groups(published)
    assert {row["crimes"] for row in shown} == {published.total()}
    kinds = sample_files.by("Crime type", *wanted)
    assert {row["crime_name"]: row["crimes"] for row in rows(report, "by-type")} == dict(kinds)


def test_places_and_months_are_those_of_the_files(desk: Desk, sample_files: SampleFiles) -> None:
    report = ask(desk, SETTLED_YEAR)
    wanted = (within("2025-04", "2026-03"), lambda row: row["Crime type"] != ASB)
    by_place = {
        str(row["area"]): row for row in rows(report, "by-place") if row["outcome_group"] == "Charged or summonsed"
    }
    hoods = sample_files.by("LSOA code", *wanted)
    totals: Counter[str] = Counter()
    for code, n in hoods.items():
        totals[sample_files.localities.get(code, "No location")] += n
    assert {name: row["crimes"] for name, row in by_place.items()} == dict(totals)
    june = [row for row in rows(report, "by-month") if row["period"] == "Jun 2026"]
    assert {row["outcome_age"] for row in june} == {3}
    assert {row["is_settled"] for row in june} == {False}
    told = sample_files.by("Last outcome category", within("2026-06", "2026-06"), lambda row: row["Crime type"] != ASB)
    assert {row["outcome_group"]: row["count"] for row in june if row["count"]} == groups(told)


def test_a_crime_type_is_counted_alone(desk: Desk, sample_files: SampleFiles) -> None:
    report = ask(desk, f"{SETTLED_YEAR}&crime=robbery")
    told = sample_files.by("Last outcome category", within("2025-04", "2026-03"), of_types(["Robbery"]))
    assert report.total is not None
    assert dict(report.total.counts) == dict(told)
    assert report.title.startswith("Robbery in Sampleshire: ")
    assert report.title.endswith("led to a charge")


def test_young_months_are_said_to_be_too_young_and_stand_beside_older_ones(desk: Desk) -> None:
    young, old = ask(desk), ask(desk, SETTLED_YEAR)
    assert young.total is not None
    assert (young.total.age, young.total.is_settled) == (0, False)
    assert "so far" in young.title
    assert "too young to compare" in young.lede
    assert young.settled is not None
    assert young.settled.name == "2025/26"
    assert young.settled.is_settled
    assert "so far" not in old.title
    assert "too young" not in old.lede
    assert old.settled is None
    assert "a lower share than of older months is no fall" in " ".join(young.notes)


@pytest.mark.parametrize(
    ("months", "said"),
    [
        ("&period=2026-M09", "As far as can be known, that month was new when its file was made: "),
        ("&period=2026-M08", "That month was at least one month old when its file was made: "),
        ("&period=2026-M06", "That month was at least three months old when its file was made: "),
        ("&period=2026-27-Q2", "As far as can be known, the newest of these months was new when its file was made: "),
        ("&period=2026-27-Q1", "The newest of these months was at least three months old when its file was made: "),
    ],
)
def test_one_month_is_not_the_newest_of_several(desk: Desk, months: str, said: str) -> None:
    assert said in ask(desk, months).lede


def test_of_few_crimes_both_numbers_stand_for_the_share(desk: Desk) -> None:
    few = ask(desk, "&area=X01000001&period=2026-M06")
    assert few.total is not None
    assert few.total.total < 50
    charged = few.total.of(OutcomeGroup.CHARGED)
    assert few.title == f"{charged} of {few.total.total} crimes so far led to a charge"


def test_anti_social_behaviour_has_none_which_is_no_zero(desk: Desk) -> None:
    report = ask(desk, "&crime=anti-social-behaviour")
    assert report.total is None
    assert not report.tables
    assert report.title == "No outcomes are published for this choice in Sampleshire"
    assert "not a share of zero" in report.empty
    assert "698 incidents of anti-social behaviour in Q2 2026/27" in " ".join(ask(desk).notes)


def test_a_group_is_shown_alone_with_what_is_published_beneath(desk: Desk) -> None:
    report = ask(desk, f"{SETTLED_YEAR}&outcome=charged")
    assert report.groups == (OutcomeGroup.CHARGED,)
    assert {row["outcome_name"] for row in rows(report, "published")} == {
        "Awaiting court outcome",
        "Court result unavailable",
    }
    shown = page.body(report)
    assert "Court result unavailable" in shown
    assert "Could not be prosecuted</th>" not in shown


def test_a_neighbourhood_has_outcomes_and_its_map_points_lead_back_to_it(desk: Desk) -> None:
    hood = ask(desk, f"{SETTLED_YEAR}&area=X01000001")
    assert hood.total is not None
    assert not hood.places
    drilled = desk.show(drill_down, "partnership=sampleshire&area=X01000001", shows_street_places=True)
    spot = next(row.key for row in drilled.places)
    at_point = ask(desk, f"&area={spot}")
    assert at_point.title.startswith("How incidents ended is not shown for ")
    assert "an approximate place, there are too few: its neighbourhood is the finest with outcomes" in at_point.empty
    assert "/outcomes?partnership=sampleshire&area=X01000001" in links(page.page_top(at_point))


def links(written: str) -> str:
    return unescape(written)


def test_of_fewer_than_50_both_numbers_are_shown() -> None:
    few = ended("robbery", "Robbery", {"Local resolution": 3, "Under investigation": 11})
    many = ended("drugs", "Drugs", {"Local resolution": 5, "Under investigation": 55})
    assert (few.share_text(3), many.share_text(5)) == ("3 of 14", "8.3%")
    assert few.share(3) == Decimal(300) / 14
    low, high = many.interval(5)
    assert (round(low or 0, 3), round(high or 0, 3)) == (3.612, 18.069)
    nothing = ended("x", "X", {})
    assert (nothing.share(0), nothing.interval(0), nothing.share_text(0)) == (None, (None, None), "0 of 0")
