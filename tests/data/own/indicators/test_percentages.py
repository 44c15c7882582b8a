"""Proves that whatever says per cent makes a percentage, and that scales and signs are asked about."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from dashboard.domain.values.printed import ValueType
from dashboard.reports.desk import Desk
from dashboard.reports.pages.year_end import year_end
from data.store import SqlStore
from tests.data.own.borsetshire import YEARS, indicator, told


@pytest.mark.parametrize(
    "row",
    [
        "Satisfied,%,,71,74,75",
        "Satisfied (%),,,71,74,75",
        "Satisfied,,,71%,74,75",
        "Satisfied,,,71,74,75%",
        "Percentage satisfied,,,71,74,",
        "Satisfied,per cent,,71,74%,75",
    ],
)
def test_whichever_says_per_cent_makes_a_percentage(quick_engine: Engine, tmp_path: Path, row: str) -> None:
    assert told(quick_engine, tmp_path, YEARS, row).loaded
    [name] = (item.name for item in SqlStore(quick_engine).indicators(Scope("borsetshire")))
    assert indicator(quick_engine, name).value_type is ValueType.PERCENTAGE
    rows = Desk(SqlStore(quick_engine)).show(year_end, "partnership=borsetshire&period=2022-23").rows
    assert (str(rows[0].change.points), rows[0].change.percent) == ("3", None)


@pytest.mark.parametrize("row", ["Thefts,,,950,900,-5%", "Thefts,,,950,900,5%", "Visits at 100% grant,,,12,15,20"])
def test_a_change_that_is_asked_for_makes_no_percentage_of_a_count(
    quick_engine: Engine, tmp_path: Path, row: str
) -> None:
    assert told(quick_engine, tmp_path, YEARS, row).loaded
    assert indicator(quick_engine, row.partition(",")[0]).value_type is ValueType.COUNT


LONG = "Indicator,2019/20,2020/21,2021/22,2022/23"


def test_one_sign_among_numbers_over_a_hundred_is_a_slip(quick_engine: Engine, tmp_path: Path) -> None:
    summary = told(quick_engine, tmp_path, LONG, "Litter,335,288,29%,301")
    assert (summary.loaded, summary.files[0].rejected) == (True, 1)
    assert "“29%” is a percentage where a count is due" in summary.files[0].kept[0]["text"]


@pytest.mark.parametrize("row", ["Litter,57,44,29%,", "Litter,57,44,29,30%"])
def test_one_sign_among_plain_numbers_is_asked_about(quick_engine: Engine, tmp_path: Path, row: str) -> None:
    [question] = told(quick_engine, tmp_path, LONG, row).questions
    assert question.column == "value_type"
    assert question.words.endswith("and “" + row.split(",")[1] + "”: is it a percentage or a count?")
    assert told(quick_engine, tmp_path, LONG, row, answers={"Litter": {"value_type": "count"}}).files[0].rejected == 1


@pytest.mark.parametrize("row", ["Litter,57%,44%,29,", "Litter (%),57,44,29%,", "Litter,57,44,29,", "Litter,57%,44,,"])
def test_signs_that_leave_no_doubt_ask_nothing(quick_engine: Engine, tmp_path: Path, row: str) -> None:
    assert told(quick_engine, tmp_path, LONG, row).loaded


@pytest.mark.parametrize(
    "row", ["Satisfied,%,,0.71,0.74,0.75", "Satisfied (%),,,0.71,0.74,0.75", "Satisfied,%,,0.98,,"]
)
def test_a_column_of_fractions_under_per_cent_is_asked_about(quick_engine: Engine, tmp_path: Path, row: str) -> None:
    [question] = told(quick_engine, tmp_path, YEARS, row).questions
    assert question.column == "scale"
    assert "line 2, field 4" in question.words
    assert told(quick_engine, tmp_path, YEARS, row, answers={"": {"scale": "fractions"}}).loaded
    first = SqlStore(quick_engine).observations(Scope("borsetshire"))[0].value
    assert first.number in (71, 98)
    assert first.remarks == (f"“{row.split(',')[3]}” in the cell",)


def test_fractions_may_be_what_they_are(quick_engine: Engine, tmp_path: Path) -> None:
    row = "Fraud found,%,,0.26,0.31,0.4"
    assert told(quick_engine, tmp_path, YEARS, row, answers={"Fraud found": {"scale": "as written"}}).loaded
    numbers = [item.value.number for item in SqlStore(quick_engine).observations(Scope("borsetshire"))]
    assert [str(number) for number in numbers] == ["0.26", "0.31"]


@pytest.mark.parametrize(
    ("row", "places"),
    [
        ("Satisfied,%,,26.3,0.281,30", ("“0.281” (a.csv, line 2, field 5)", "“26.3” (a.csv, line 2, field 4)")),
        ("Satisfied,%,,0.26,31,30", ("“0.26” (a.csv, line 2, field 4)", "“31” (a.csv, line 2, field 5)")),
        ("Satisfied,,,1,95%,98%", ("“1” (a.csv, line 2, field 4)", "“95%” (a.csv, line 2, field 5)")),
        ("Satisfied,%,,71,74,0.75", ("“0.75” (a.csv, line 2, field 6)", "“71” (a.csv, line 2, field 4)")),
    ],
)
def test_two_scales_in_one_row_are_refused_with_both_places(
    quick_engine: Engine, tmp_path: Path, row: str, places: tuple[str, str]
) -> None:
    [sentence] = told(quick_engine, tmp_path, YEARS, row).refused
    assert all(place in sentence for place in places)
    assert "Write both as per cent" in sentence


def test_small_percentages_beside_others_are_of_one_scale(quick_engine: Engine, tmp_path: Path) -> None:
    assert told(quick_engine, tmp_path, YEARS, "Fraud found,%,,0.5,1.2,1", "Repeats,%,,2.5,0.8,3").loaded


def test_a_fraction_of_what_is_published_as_per_cent_is_asked_about(quick_engine: Engine, tmp_path: Path) -> None:
    assert told(quick_engine, tmp_path, YEARS, "Satisfied,%,,26.3,27.1,30").loaded
    later = "Indicator,Period,Actual"
    [question] = told(quick_engine, tmp_path, later, "Satisfied,2023/24,0.281").questions
    assert (
        question.words
        == "“Satisfied” holds “0.281” (a.csv, line 2, field 3), and 27.1% is published: is it a fraction?"
    )
    assert told(quick_engine, tmp_path, later, "Satisfied,2023/24,28.1").loaded


@pytest.mark.parametrize(("answer", "second"), [("fractions", "28"), ("as written", "0.28")])
def test_the_scale_of_an_indicator_is_asked_for_once(
    quick_engine: Engine, tmp_path: Path, answer: str, second: str
) -> None:
    row, later = "Satisfied,%,,0.26,0.31,0.4", "Indicator,Period,Actual"
    assert told(quick_engine, tmp_path, YEARS, row, answers={"Satisfied": {"scale": answer}}).loaded
    assert told(quick_engine, tmp_path, later, "Satisfied,2023/24,0.28").loaded
    numbers = [item.value.number for item in SqlStore(quick_engine).observations(Scope("borsetshire"))]
    assert second in [f"{number.normalize():f}" for number in numbers if number is not None]


def test_a_scale_that_these_figures_cannot_have_is_asked_for_again(quick_engine: Engine, tmp_path: Path) -> None:
    row, later = "Satisfied,%,,0.26,0.31,0.4", "Indicator,2023/24,2024/25"
    assert told(quick_engine, tmp_path, YEARS, row, answers={"Satisfied": {"scale": "fractions"}}).loaded
    assert told(quick_engine, tmp_path, later, "Satisfied,0.28,29").refused
    assert told(quick_engine, tmp_path, later, "Satisfied,28,29").loaded


@pytest.mark.parametrize(
    ("answer", "number", "basis"),
    [
        ("points", 64, "+2 percentage points on the 2021/22 actual of 62"),
        ("per cent", "63.24", "+2% on the 2021/22 actual of 62"),
        ("level", 2, "as printed"),
    ],
)
def test_a_signed_target_of_a_percentage_is_asked_for(
    quick_engine: Engine, tmp_path: Path, answer: str, number: object, basis: str
) -> None:
    row = "Satisfied,%,higher,62%,63%,+2%"
    [question] = told(quick_engine, tmp_path, YEARS, row).questions
    assert (question.column, "“+2%”" in question.words) == ("signed_targets", True)
    assert told(quick_engine, tmp_path, YEARS, row, answers={"Satisfied": {"signed_targets": answer}}).loaded
    [item] = Desk(SqlStore(quick_engine)).show(year_end, "partnership=borsetshire&period=2022-23").rows
    assert str(item.now.target_value.number) == str(number)
    assert item.now.resolved is not None
    assert item.now.resolved.basis == basis
