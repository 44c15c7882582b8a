"""Proves the view that measures harm: parts add up to the whole, no type is told over time, weights are named."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import cast

import pytest

from dashboard.domain.access.people import ALL, NONE, Eyes
from dashboard.domain.address import nearest
from dashboard.domain.harm.severity import Harm, HarmShare
from dashboard.domain.harm.weights import WeightTable
from dashboard.domain.priorities.criteria import Criterion
from dashboard.domain.priorities.scores import share_score
from dashboard.questions.incidents import HourQuery, SplitBy
from dashboard.questions.limited import limited
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.harm.by_code import coded_words
from dashboard.reports.harm.harm_view import HarmView
from dashboard.reports.harm.loaded_weights import NO_HARM, NO_HARM_HERE, of_harm
from dashboard.reports.packs.pages.street import drill_down_sections
from dashboard.reports.pages.drill_down_file import drill_down_file
from dashboard.reports.pages.hotspots import hotspots
from dashboard.reports.pages.priorities import priorities
from dashboard.reports.pages.street.outcomes import outcomes
from dashboard.reports.pages.street.similar_areas import similar_areas
from layouts.cards.street.harm import weights_line
from layouts.filter_bar import Choosable, measure_options
from layouts.pages.drill_down import body
from tests.reports.harm.test_street_harm import WEIGHTS, WeighedStore

HOME = "partnership=sampleshire"
VIEW = f"{HOME}&period=2025-26&measure=harm"
NAMED = "Invented weights of Sampleshire, 2025/26"


@pytest.fixture(scope="module")
def view(desk: Desk) -> HarmView:
    found = desk.show(drill_down_file, VIEW, shows_street_places=True).harm_view
    assert found is not None
    return found


def test_types_and_places_add_up_to_the_whole(view: HarmView) -> None:
    assert view.types is not None
    whole = view.types.total
    assert isinstance(whole, Harm)
    for rows in (view.types.rows, view.places):
        held = [row.harm for row in rows if isinstance(row.harm, Harm)]
        assert sum((item.value for item in held), Decimal(0)) == whole.value
        assert sum((item.high for item in held), Decimal(0)) == whole.high
        assert sum(row.count for row in rows) == sum(row.count for row in view.types.rows)
        assert sum(row.share.value for row in rows if isinstance(row.share, HarmShare)) == pytest.approx(Decimal(100))


def test_title_and_lede_say_what_the_weights_come_to_and_nothing_over_time(desk: Desk, view: HarmView) -> None:
    report = desk.show(drill_down_file, VIEW, shows_street_places=True)
    assert view.types is not None
    assert view.types.place.population
    total = sum(
        row.count * weight.value
        for row in view.types.rows
        if (weight := view.table.of_type(row.crime.slug)) is not None
    )
    each = total * 1000 / view.types.place.population
    assert report.title == f"Harm of crime in Sampleshire: about {each:,.0f} per 1,000 people"
    assert f"Together about {total:,.0f} (" in report.lede
    assert "There is no change over time by type" in report.lede
    page = body(report)
    by_type = page[: page.index("By offence code")]
    assert not re.search(r"rose|fell|[+−]\d", by_type)
    assert "Coloured where the change" not in page


def test_every_card_every_file_and_every_paper_names_the_weights(desk: Desk, view: HarmView) -> None:
    report = desk.show(drill_down_file, VIEW, shows_street_places=True)
    page = body(report)
    assert page.count(f"Weights: {NAMED}, from harm-weights.csv.") == page.count("<h2>") == 3
    assert "/files/" not in page  # nobody loaded the files of the invented county
    loaded = replace(view.table, arrival=82)
    assert f'<a href="/files/82">{NAMED}</a>, from harm-weights.csv.' in weights_line(loaded)
    tables = {table.name: table for table in report.tables}
    for name in ("harm", "harm-areas", "harm-offences"):
        assert {row["weights_source"] for row in tables[name].rows} == {"Invented weights of Sampleshire"}
    assert all(f"Weights: {NAMED} (harm-weights.csv)." in section.lede for section in drill_down_sections(report))


def test_own_lists_are_weighed_by_offence_code_to_the_incident(store: Store, view: HarmView) -> None:
    [found] = view.coded
    first = 12 * 2025 + 3
    parts = store.incident_hours(HourQuery("sampleshire", first, first + 11, by=SplitBy.OFFENCE))
    counted = {part.key: part.hours.total for part in parts}
    every = store.incident_hours(HourQuery("sampleshire", first, first + 11))
    assert sum(counted.values()) == every[0].hours.total == sum(row.count for row in found.rows)
    assert isinstance(found.weighed.harm, Harm)
    assert (
        found.weighed.harm.value
        == 180 * counted["8N Assault with injury"]
        + 390 * counted["28E Burglary in a dwelling"]
        + 25 * counted["58C Criminal damage to a vehicle"]
        + 30 * counted["9A Public fear, alarm or distress"]
        + 60 * counted["45 Theft from a motor vehicle"]
    )
    assert dict(found.weighed.left_out) == {"ASB - Nuisance": counted["ASB - Nuisance"]}
    assert found.why_alone == "the lists do not cover the 12 months before"


def test_what_rounded_counts_weigh_is_never_called_exact(store: Store, view: HarmView) -> None:
    others = Desk(limited(store, Eyes(ALL, NONE))).show(drill_down_file, VIEW, shows_street_places=True).harm_view
    assert others is not None
    for [found], rounded in ((view.coded, False), (others.coded, True)):
        words = " ".join(coded_words(found))
        assert ("so exact" in words, "rounded count by offence code" in words) == (not rounded, rounded)
        assert all(row.count % 5 == 0 for row in found.rows) is rounded


def test_harm_is_offered_where_weights_are_loaded_and_nowhere_else(desk: Desk, store: Store) -> None:
    bare = Desk(cast(Store, WeighedStore(store, ())))
    for asked, offered in ((desk, True), (bare, False)):
        filters, problems = asked.nearest(VIEW, shows_street_places=True)
        among = Choosable(asked.partnership_choices(filters), filters, shows_street_places=True)
        assert any(item["value"] == "harm" for item in measure_options(among)) is offered
        assert bool(problems) is not offered
    assert "no table of harm weights is loaded" in nearest(VIEW, bare.choices(), street=True)[1][0]
    shown, said = desk.nearest(f"{HOME}&measure=harm")
    assert (shown.measure, said) == ("count", (NO_HARM,))
    for page in (hotspots, outcomes, similar_areas):
        report = desk.show(page, VIEW, shows_street_places=True)
        assert report.filters.measure == "harm"  # for the doors
        assert NO_HARM_HERE in report.notes
    assert of_harm("drill-down", desk.nearest(VIEW, shows_street_places=True)[0]) == ()


def test_a_share_of_harm_scores_a_category_before_what_was_typed(desk: Desk, store: Store) -> None:
    report = desk.show(priorities, f"{HOME}&period=2025-26")
    rows = {row.own.category: row for row in report.rows}
    cell = rows["violent-crime"].cell(Criterion.HARM)
    assert cell.span is not None
    assert cell.score == 5
    assert cell.span[0] <= cell.score <= cell.span[1]
    assert "5 typed by Partnership analyst, 11 June 2026 does not count beside it" in cell.detail
    assert any(NAMED in note for note in report.notes)
    asb = rows["anti-social-behaviour"].cell(Criterion.HARM)
    assert (asb.score, asb.typed is not None) == (2, True)
    assert asb.detail.endswith("no share of harm: anti-social behaviour has no weight")
    spread = next(row for row in report.rows if (at := row.cell(Criterion.HARM)).span and at.span[0] < at.span[1])
    assert spread.total.low is not None
    assert spread.total.high is not None
    assert spread.total.low < spread.total.score < spread.total.high  # type: ignore[operator]


def test_where_the_table_lacks_a_type_what_was_typed_counts_with_why(store: Store) -> None:
    short = Desk(cast(Store, WeighedStore(store, (WeightTable("2024/25", "Ours", WEIGHTS.weights),))))
    cell = short.show(priorities, f"{HOME}&period=2025-26").rows[0].cell(Criterion.HARM)
    assert cell.typed is not None
    assert cell.detail.endswith("no share of harm: the table has no weight for some of it")


@pytest.mark.parametrize(("percent", "score"), [("1.9", 1), ("2", 2), ("5", 3), ("10", 4), ("20", 5)])
def test_a_share_scores_in_the_bands_of_volume(percent: str, score: int) -> None:
    assert share_score(Decimal(percent)) == score
