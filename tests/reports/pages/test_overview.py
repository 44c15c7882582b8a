"""The overview: exceptions first, the newest period of each kind, sentences for everything that is missing."""

from decimal import Decimal

import pytest

from dashboard.domain.targets.status import Status
from dashboard.domain.values.printed import Reason
from dashboard.reports.desk import Desk
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.trends import trends_so_far
from dashboard.reports.words.figures import status_text
from layouts.cards.tile import tile

WARWICKSHIRE = "partnership=warwickshire&period=2010-11"


def test_tiles_stand_with_the_exceptions_first(desk: Desk) -> None:
    report = desk.show(overview, WARWICKSHIRE)
    assert [(item.indicator.code, status_text(item)) for item in report.tiles] == [
        ("NI 15", "Missed: 16.3% above target"),
        ("NI 30", "Not judged: still to be confirmed"),
        ("NI 40", "Not judged: part year only"),
        ("NI 21", "Not judged: discontinued"),
        ("NI 16", "Met: 11.8% below target"),
        ("NI 47", "Met: 1.0% below target"),
    ]


def test_figures_without_a_target_stand_apart(desk: Desk) -> None:
    report = desk.show(overview, WARWICKSHIRE)
    assert all(item.now.target is None and item.now.actual for item in report.measured)
    assert "asb" in {item.indicator.slug for item in report.measured}


def test_only_targets_with_a_distance_in_per_cent_are_drawn_as_gaps(desk: Desk) -> None:
    assert [item.indicator.code for item in desk.show(overview, WARWICKSHIRE).gaps] == ["NI 15", "NI 16", "NI 47"]


def test_a_calendar_year_stands_beside_financial_years_under_its_own_name(desk: Desk) -> None:
    report = desk.show(overview, "partnership=south-staffordshire&period=2009-10")
    found = {item.indicator.slug: item.now for item in report.tiles}
    roads, crime = found["killed-or-seriously-injured"], found["asb"]
    assert (roads.period.label, roads.value.number) == ("2009", Decimal(48))
    assert (crime.period.label, crime.value.number) == ("2009/10", Decimal(3127))


@pytest.mark.parametrize(
    ("query", "title"),
    [
        (WARWICKSHIRE, "One of three targets that can be judged was missed in 2010/11"),
        (
            "partnership=warwickshire&period=2009-10",
            "One of five targets that can be judged was missed in 2009/10",
        ),
        (f"{WARWICKSHIRE}&category=road-safety", "The one target that can be judged was met in 2010/11"),
        (f"{WARWICKSHIRE}&category=violent-crime", "The one target that can be judged was missed in 2010/11"),
        (f"{WARWICKSHIRE}&category=drugs", "The target for 2010/11 cannot be judged yet"),
        (
            f"{WARWICKSHIRE}&category=road-safety&category=acquisitive-crime",
            "Both targets that can be judged were met in 2010/11",
        ),
        (
            "partnership=warwickshire&period=2009-10&category=public-confidence",
            "The one target that can be judged was nearly met in 2009/10",
        ),
        (
            "partnership=warwickshire&period=2009-10&category=public-confidence&category=drugs&category=road-safety",
            "Two of three judged targets were met in 2009/10, one nearly met",
        ),
        ("partnership=staffordshire&period=2010-11", "One target is set for 2010/11; no actual is published yet"),
        (
            "partnership=south-staffordshire&period=2009-10",
            "Four of six measures clearly fell; no targets are published",
        ),
        ("partnership=derby", "30 actions and no figures published for Derby"),
        ("partnership=warwickshire&area=rugby", "No figures are published for Rugby alone"),
    ],
)
def test_the_title_is_the_finding(desk: Desk, query: str, title: str) -> None:
    assert desk.show(overview, query).title == title


def test_the_paragraph_says_what_was_missed_by_how_much_and_what_chance_explains(desk: Desk) -> None:
    lede = desk.show(overview, WARWICKSHIRE).lede
    assert lede.startswith(
        "Most serious violent crime finished 16.3% above target; its rise of 3.7% on 2009/10 could be chance."
    )
    assert (
        "Three targets cannot be judged: re-offending rate of prolific and priority offenders (still to be confirmed),"
        " drug users in effective treatment (part year only) and dealing with local concerns about ASB and crime"
        " (discontinued)."
    ) in lede


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        (
            "partnership=warwickshire&area=rugby",
            "The document publishes no figures for Rugby alone: choose the whole of Warwickshire.",
        ),
        (
            "partnership=derby",
            "Derby prints no table of figures for 2003/04. Its plan has 30 actions: see the Plan page.",
        ),
        (
            "partnership=south-staffordshire&period=2009-10&category=benefit-fraud",
            "South Staffordshire prints no table of figures in Benefit fraud for 2009/10.",
        ),
    ],
)
def test_an_empty_view_says_why_and_where_something_is(desk: Desk, query: str, sentence: str) -> None:
    report = desk.show(overview, query)
    assert report.empty.casefold() == sentence.casefold()
    assert (report.tiles, report.measured) == ((), ())


def test_one_indicator_can_be_asked_for_alone(desk: Desk) -> None:
    report = desk.show(overview, f"{WARWICKSHIRE}&indicator=ni-47")
    assert [item.indicator.code for item in report.tiles] == ["NI 47"]
    assert report.measured == ()


def test_a_category_holds_everything_below_it_in_the_tree(desk: Desk) -> None:
    report = desk.show(overview, f"{WARWICKSHIRE}&category=acquisitive-crime")
    shown = {item.indicator.category for item in (*report.tiles, *report.measured)}
    assert {"acquisitive-crime", "domestic-burglary", "vehicle-crime", "robbery"} >= shown >= {"domestic-burglary"}


def test_priorities_are_those_of_the_area_in_the_chosen_categories(desk: Desk) -> None:
    everything = desk.show(overview, WARWICKSHIRE).priorities
    roads = desk.show(overview, f"{WARWICKSHIRE}&category=road-safety").priorities
    assert {item.area for item in everything} == {"warwickshire"}
    assert set(roads) < set(everything)
    assert all("road-safety" in item.categories for item in roads)


def test_reasons_are_no_verdicts(desk: Desk) -> None:
    judged = [item for item in desk.show(overview, WARWICKSHIRE).tiles if item.reason]
    assert {item.reason for item in judged} == {Reason.TO_BE_CONFIRMED, Reason.PART_YEAR, Reason.DISCONTINUED}
    assert all(item.verdict.certainty is None and item.verdict.ratio is None for item in judged)


@pytest.mark.parametrize(
    ("view", "slug", "period"),
    [
        ("partnership=south-staffordshire&period=2009-10", "killed-or-seriously-injured", "2009"),
        ("partnership=south-staffordshire&period=2009-10", "violent-crime", ""),
        ("partnership=south-staffordshire&period=2009", "killed-or-seriously-injured", ""),
        ("partnership=south-staffordshire&period=2009", "violent-crime", "2008/09"),
        ("partnership=shropshire&period=2008-10--2009-09", "all-crime", ""),
        ("partnership=warwickshire&period=2010-11", "ni-16", ""),
    ],
)
def test_a_tile_of_another_kind_of_year_names_it(desk: Desk, view: str, slug: str, period: str) -> None:
    report = desk.show(overview, view)
    items = [*report.tiles, *report.measured]
    shown = str(tile(next(item for item in items if item.indicator.slug.endswith(slug)), report.filters))
    assert f"Dt('Period'), Dd('{period}')" in shown if period else "Dt('Period')" not in shown


def test_forecasts_come_worst_first_and_misses_by_how_far_they_are(desk: Desk) -> None:
    forecast = desk.show(overview, "partnership=sampleshire&period=2026-27")
    chances = [item.year_forecast.chance for item in forecast.tiles if item.year_forecast]
    unlikely = [chance for chance in chances if chance is not None and chance < 0.33]
    assert len(unlikely) > 1
    assert chances[: len(unlikely)] == sorted(unlikely)
    over = desk.show(overview, "partnership=sampleshire&period=2025-26")
    missed = [item for item in over.tiles if item.verdict.status is Status.MISSED]
    worsening = [item.verdict.variance.percent or 0 for item in missed if item.worsening]
    assert list(over.tiles[: len(missed)]) == missed
    assert [item.verdict.variance.percent for item in missed[: len(worsening)]] == sorted(worsening, reverse=True)


@pytest.mark.parametrize(
    ("query", "indicator"),
    [
        ("partnership=warwickshire&period=2010-11", "ni-15"),
        ("partnership=sampleshire&period=2025-26", "vehicle-crime"),
        ("partnership=sampleshire&period=2026-27", "vehicle-crime"),
        ("partnership=sampleshire&period=2025-26&indicator=robbery", "robbery"),
        ("partnership=south-staffordshire&period=2009-10", ""),  # no target, so none is missed
    ],
)
def test_the_line_that_is_drawn_is_that_of_the_worst_missed_measure(desk: Desk, query: str, indicator: str) -> None:
    drawn = desk.show(overview, query).drawn
    assert drawn.indicators == frozenset(filter(None, [indicator]))
    chosen = desk.report(trends_so_far, drawn).chosen
    assert chosen is not None
    assert not indicator or chosen.indicator.slug == indicator
