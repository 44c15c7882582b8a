"""Trends: localities beside their sum, what moved against it, measures, and years of different kinds kept apart."""

from decimal import Decimal

import pytest

from dashboard.domain.periods.period import PeriodKind
from dashboard.reports.desk import Desk
from dashboard.reports.pages.trends import Trends, trends
from dashboard.reports.report import Cell

DISTRICT = "partnership=south-staffordshire"
TOTALS = {
    "asb": (4369, 3712, 3682, 3127),
    "violent-crime": (1409, 1060, 1174, 1047),
    "serious-acquisitive-crime": (1263, 1111, 1218, 1085),
    "burglary": (340, 290, 357, 389),
    "vehicle-crime": (683, 758, 819, 654),
    "killed-or-seriously-injured": (70, 56, 54, 48),
}


def series(report: Trends, area: str) -> list[dict[str, Cell]]:
    table = next(table for table in report.tables if table.name == "series")
    return [row for row in table.rows if row["area"] == area]


def ask(desk: Desk, indicator: str, more: str = "") -> Trends:
    return desk.show(trends, f"{DISTRICT}&indicator={indicator}{more}")


@pytest.mark.parametrize("indicator", TOTALS)
def test_the_district_is_the_sum_of_its_five_localities_and_says_so(desk: Desk, indicator: str) -> None:
    rows = series(ask(desk, indicator), "South Staffordshire")
    assert tuple(row["value"] for row in rows) == TOTALS[indicator]
    assert {(row["derived"], row["marker"]) for row in rows} == {("Sum of 5 locality figures", "e")}


def test_locality_5_rose_while_the_total_fell(desk: Desk) -> None:
    report = ask(desk, "asb")
    assert report.title == "Anti-social behaviour fell 15.1% in 2009/10"
    moved = report.chosen.movement if report.chosen else None
    assert moved is not None
    assert [part.area.name for part in moved.against] == ["Locality 5"]
    assert moved.change.percent is not None
    assert round(moved.change.percent, 2) == Decimal("-15.07")
    (part,) = moved.against
    assert (part.before, part.now, part.real) == (Decimal(722), Decimal(770), False)
    assert part.change.percent is not None
    assert round(part.change.percent, 2) == Decimal("6.65")


def test_burglary_rose_while_locality_5_fell(desk: Desk) -> None:
    report = ask(desk, "burglary")
    moved = report.chosen.movement if report.chosen else None
    assert moved is not None
    assert moved.change.percent is not None
    assert round(moved.change.percent, 1) == Decimal("9.0")
    assert "Locality 5" in [part.area.name for part in moved.against]


def test_the_text_of_a_change_in_a_small_base_gives_both_counts(desk: Desk) -> None:
    report = ask(desk, "killed-or-seriously-injured")
    assert report.title.startswith("Killed or seriously injured: 48 in 2009, no clear change")
    parts = report.chosen.movement.parts if report.chosen and report.chosen.movement else ()
    assert [part.change.small_base for part in parts] == [True] * 5
    assert [part.change.percent for part in parts] == [None] * 5


def test_a_difference_between_text_and_table_stands_beside_the_chart(desk: Desk) -> None:
    (finding,) = ask(desk, "asb").findings
    assert (finding.said, finding.found, finding.difference) == (Decimal(3135), Decimal(3127), Decimal(8))


@pytest.mark.parametrize(
    ("measure", "values"),
    [
        ("count", ("4369", "3712", "3682", "3127")),
        ("index", ("100.0", "85.0", "84.3", "71.6")),
        ("change", (None, "-15.0", "-0.8", "-15.1")),
        ("rate", ("41.2", "35.0", "34.7", "29.5")),  # per 1,000 of the 106,000 printed
    ],
)
def test_a_series_is_shown_in_any_measure(desk: Desk, measure: str, values: tuple[str | None, ...]) -> None:
    rows = series(ask(desk, "asb", f"&measure={measure}"), "South Staffordshire")
    decimals = 0 if measure == "count" else 1
    found = [None if row["value"] is None else f"{row['value']:.{decimals}f}" for row in rows]
    assert tuple(found) == values
    assert [row["count"] for row in rows] == [4369, 3712, 3682, 3127]


@pytest.mark.parametrize(
    ("query", "area", "reason"),
    [
        (f"{DISTRICT}&indicator=asb&measure=rate", "Locality 1", "not available"),  # no population printed
        (f"{DISTRICT}&indicator=asb&measure=change", "Locality 1", "not available"),  # no year before the first
        (f"{DISTRICT}&indicator=perceived-high-asb&measure=rate", "South Staffordshire", "not applicable"),
        (f"{DISTRICT}&indicator=perceived-high-asb&measure=index", "South Staffordshire", "not applicable"),
        (f"{DISTRICT}&indicator=killed-or-seriously-injured&measure=index", "Locality 1", "not applicable"),
        ("partnership=warwickshire&indicator=ni-21", "Warwickshire", "discontinued"),
        ("partnership=shropshire&indicator=all-crime&measure=rate", "Shropshire", "not applicable"),
    ],
)
def test_what_cannot_be_worked_out_keeps_its_place_with_the_reason(
    desk: Desk, query: str, area: str, reason: str
) -> None:
    rows = [row for row in series(desk.show(trends, query), area) if row["value"] is None]
    assert {row["reason"] for row in rows} == {reason}


def test_no_change_is_worked_out_across_a_break(desk: Desk) -> None:
    report = desk.show(trends, "partnership=warwickshire&indicator=ni-30")
    assert report.chosen is not None
    assert report.chosen.movement is None
    assert [item.period.slug for item in report.chosen.breaks] == ["2010-11"]
    assert report.notes == tuple(item.reason for item in report.chosen.breaks)


def test_calendar_years_and_financial_years_are_told_apart(desk: Desk) -> None:
    kinds = {
        indicator: {row["period_kind"] for row in series(ask(desk, indicator), "South Staffordshire")}
        for indicator in ("asb", "killed-or-seriously-injured")
    }
    assert kinds == {"asb": {"financial-year"}, "killed-or-seriously-injured": {"calendar-year"}}


def test_a_figure_without_a_printed_date_has_none(desk: Desk) -> None:
    report = ask(desk, "perceived-high-asb")
    assert report.chosen is not None
    assert [row["period"] for row in series(report, "South Staffordshire")] == ["2008"]
    assert report.chosen.undated_words == ("As printed: 13.5% in 2008 → 9.9%, no date printed.",)
    assert report.chosen.movement is None


@pytest.mark.parametrize(
    ("limits", "periods"),
    [
        ("&from=2007-08", ["2007-08", "2008-09", "2009-10"]),
        ("&to=2007-08", ["2006-07", "2007-08"]),
        ("&from=2007-08&to=2008-09", ["2007-08", "2008-09"]),
        ("&from=2009-10&to=2009-10", ["2009-10"]),
    ],
)
def test_a_series_can_be_cut_at_both_ends(desk: Desk, limits: str, periods: list[str]) -> None:
    rows = series(ask(desk, "asb", limits), "South Staffordshire")
    assert [row["period_slug"] for row in rows] == periods


def test_an_area_alone_shows_its_own_line_only(desk: Desk) -> None:
    report = ask(desk, "asb", "&area=locality-5")
    assert {row["area"] for row in report.tables[0].rows} == {"Locality 5"}
    assert report.title == "Anti-social behaviour: 770 in 2009/10, no clear change"


def test_the_export_follows_the_choice_of_an_indicator_and_offers_all_without_one(desk: Desk) -> None:
    one, every = ask(desk, "burglary"), desk.show(trends, DISTRICT)
    assert {row["indicator_id"] for row in one.tables[0].rows} == {"burglary"}
    assert len({row["indicator_id"] for row in every.tables[0].rows}) == len(every.offered) == 7


def test_staffordshires_targets_are_resolved_on_the_first_years_target(desk: Desk) -> None:
    report = desk.show(trends, "partnership=staffordshire&indicator=ni-15")
    targets = report.chosen.targets if report.chosen else ()
    assert [(point.period.slug, point.text) for point in targets] == [
        ("2008-09", "0.72"),
        ("2009-10", "0.698"),
        ("2010-11", "0.678"),
    ]
    assert [point.words for point in targets] == [
        "as printed",
        "−3% on the 2008/09 target of 0.72",
        "−5.9% on the 2008/09 target of 0.72",
    ]
    assert report.chosen is not None
    assert report.chosen.baseline is not None
    assert report.chosen.baseline.value.number == Decimal("0.75")


def test_targets_are_not_drawn_in_a_measure_they_were_not_set_in(desk: Desk) -> None:
    report = desk.show(trends, "partnership=staffordshire&indicator=ni-15&measure=index")
    assert all(not trend.targets for trend in report.outlines)


def test_a_target_in_another_unit_is_not_drawn_beside_the_counts(desk: Desk) -> None:
    report = desk.show(trends, "partnership=warwickshire&indicator=ni-30")
    assert report.chosen is not None
    assert [point.period.slug for point in report.chosen.targets] == ["2009-10"]


def test_a_partnership_without_figures_says_so(desk: Desk) -> None:
    report = desk.show(trends, "partnership=derby")
    assert (report.chosen, report.offered) == (None, ())
    assert report.empty == "Derby prints no table of figures for 2003/04. Its plan has 30 actions: see the Plan page."


def test_the_district_covers_calendar_years_2006_to_2009_on_its_roads(desk: Desk) -> None:
    rows = series(ask(desk, "killed-or-seriously-injured"), "South Staffordshire")
    assert [(row["period"], row["period_kind"]) for row in rows] == [
        (str(year), PeriodKind.CALENDAR_YEAR) for year in range(2006, 2010)
    ]
