"""One indicator's file: every period with its verdict, every reading of a relative target, every source cell."""

from decimal import Decimal

import pytest

from dashboard.domain.targets.status import Status
from dashboard.reports.desk import Desk
from dashboard.reports.pages.indicator import IndicatorFile, indicator_file
from dashboard.reports.report import Cell


def rows(report: IndicatorFile, name: str) -> tuple[dict[str, Cell], ...]:
    return next(tuple(table.rows) for table in report.tables if table.name == name)


def test_staffordshires_targets_give_every_lawful_reading(desk: Desk) -> None:
    readings = rows(desk.show(indicator_file, "partnership=staffordshire&indicator=ni-15"), "readings")
    assert [(row["period"], row["target_text"], row["base"], row["value"]) for row in readings] == [
        ("2010/11", "-5.9% reduction on Yr 1", "target", Decimal("0.67752")),
        ("2010/11", "-5.9% reduction on Yr 1", "actual", None),
        ("2009/10", "-3% reduction on Yr 1 performance", "target", Decimal("0.6984")),
        ("2009/10", "-3% reduction on Yr 1 performance", "actual", None),
    ]
    assert {row["value_reason"] for row in readings if row["value"] is None} == {"target unresolved"}
    assert readings[2]["words"] == "−3% on the 2008/09 target of 0.72 is 0.698."


def test_staffordshires_resolved_targets_are_not_judged_without_an_actual(desk: Desk) -> None:
    history = rows(desk.show(indicator_file, "partnership=staffordshire&indicator=ni-15"), "history")
    assert [(row["period"], str(row["target"])) for row in history] == [
        ("2010/11", "0.67752"),
        ("2009/10", "0.6984"),
        ("2008/09", "0.72"),
    ]
    assert {(row["status"], row["status_reason"]) for row in history} == {("not judged", "not available")}


def test_the_file_gives_periods_newest_first_with_their_verdicts(desk: Desk) -> None:
    report = desk.show(indicator_file, "partnership=warwickshire&indicator=ni-15")
    assert [(item.now.period.slug, item.verdict.status) for item in report.history] == [
        ("2010-11", Status.MISSED),
        ("2009-10", Status.MISSED),
    ]
    assert report.title == "Most serious violent crime: 335 in 2010/11, missed (16.3% above target)"


def test_each_number_names_the_cell_it_was_printed_in(desk: Desk) -> None:
    history = rows(desk.show(indicator_file, "partnership=warwickshire&indicator=ni-15"), "history")
    assert (history[0]["source_cell"], history[0]["target_source_cell"]) == (
        "Table 1 · NI 15 - Most serious violent crime · 2010/11 Actual",
        "Table 1 · NI 15 - Most serious violent crime · 2010/11 Target",
    )


@pytest.mark.parametrize("named", ["ni-40", "NI 40", "ni40"])
def test_an_indicator_is_found_by_slug_or_code(desk: Desk, named: str) -> None:
    report = desk.show(indicator_file, f"partnership=warwickshire&indicator={named}")
    assert report.indicator is not None
    assert report.indicator.code == "NI 40"


def test_without_a_choice_the_first_of_the_view_is_shown(desk: Desk) -> None:
    report = desk.show(indicator_file, "partnership=warwickshire&category=road-safety")
    assert report.indicator is not None
    assert (report.indicator.code, {item.category for item in report.offered}) == ("NI 47", {"road-safety"})


def test_the_definition_is_given_with_its_name_as_printed(desk: Desk) -> None:
    (row,) = rows(desk.show(indicator_file, "partnership=warwickshire&indicator=ni-30"), "definition")
    assert row["name_as_printed"] == "NI30 - Re-offending rate of prolific and priority offenders"
    assert (row["tolerance"], row["category"]) == (5, "reducing-reoffending")


def test_what_the_document_says_and_what_was_found_stand_in_the_file(desk: Desk) -> None:
    report = desk.show(indicator_file, "partnership=south-staffordshire&indicator=asb")
    assert {item.indicator for item in report.around.printed} == {"south-staffordshire/asb"}
    assert ("text-against-table", Decimal(8)) in {(item.rule, item.difference) for item in report.around.findings}


def test_actions_about_an_indicator_or_its_category_are_listed(desk: Desk) -> None:
    report = desk.show(indicator_file, "partnership=shropshire&indicator=vehicle-crime-rate")
    assert [line.item.ref for line in report.around.actions] == ["1", "2"]  # both name NI 16
    assert all(
        "shropshire/vehicle-crime-rate" in item.indicators or (not item.indicators and item.category == "vehicle-crime")
        for item in (line.item for line in report.around.actions)
    )


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("partnership=derby", "No indicator is published for Derby"),
        (
            "partnership=warwickshire&indicator=ni-21",
            "Dealing with local concerns about ASB and crime: 25% in 2009/10, near",
        ),
        ("partnership=staffordshire&indicator=ni-15", "Serious violent crime: no actual published; target 0.678"),
    ],
)
def test_the_title_names_the_newest_figure_or_says_that_there_is_none(desk: Desk, query: str, title: str) -> None:
    assert desk.show(indicator_file, query).title == title


def test_a_partnership_without_indicators_offers_none_and_says_why(desk: Desk) -> None:
    report = desk.show(indicator_file, "partnership=derby")
    assert (report.indicator, report.offered, report.history, report.tables) == (None, (), (), ())
    assert "Its plan has 30 actions" in report.empty
