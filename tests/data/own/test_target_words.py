"""Proves that targets and actuals as officers write them are judged as they are meant, kept as words, or rejected."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.data.own.holderness import loaded, report_of, row_of
from tests.data.own.typed import load, text_file, wish


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Callouts,Lower,6,<7", "met"),
        ("Callouts,Lower,7,<7", "near"),
        ("Callouts,Lower,8,≤ 7", "missed"),
        ("Callouts,,220,< 250", "met"),
        ("Callouts,Lower,31,Fewer than 35", "met"),
        ("Callouts,Lower,31,30 max", "near"),
        ("Callouts,,44,At least 45", "near"),
        ("Callouts,Higher,44,no less than 40", "met"),
        ("Callouts,Higher,52,over 50", "met"),
        ("Callouts,Higher,50,over 50", "near"),
        ("Callouts,Lower,50,Up to 60 by March 2014", "met"),
        ("Content,Higher,87%,≥ 85%", "met"),
        ("Content,Higher,87%,85-90%", "met"),
        ("Content,,82%,85% to 90%", "near"),
        ("Content,,70%,between 85% and 90%", "missed"),
        ("Content,Lower,93%,85%-90%", "near"),
        ("Content,Higher,84%,88% or above", "near"),
        ("Wait,Lower,00:09:30,00:10:00", "met"),
        ("Wait,Lower,9m 30s,10m", "met"),
        ("Wait,Lower,12m,10m", "missed"),
        ("Wait,Lower,3 days,≤ 5 days", "met"),
        ("Wait,Lower,2h 15m,under 2 hours", "missed"),
        ('Repairs,Lower,"£2,310","£2,400"', "met"),
        ("Repairs,Lower,£2.5m,£2.4m", "near"),
        ("Repairs,Lower,£15k,no more than £14k", "missed"),
        ("Net change in wardens,Higher,-3,0", "missed"),
        ("Share of budget spent,Higher,104%,100%", "met"),
        ("Growth,Higher,-2.5%,1%", "missed"),
    ],
)
def test_a_target_is_judged_as_it_is_meant(quick_engine: Engine, tmp_path: Path, line: str, status: str) -> None:
    summary = loaded(quick_engine, tmp_path, line)
    row = row_of(quick_engine)
    assert (summary.files[0].rejected, row["status"]) == (0, status)
    typed = line.replace('"', "").rsplit(",", 1)[-1]
    assert str(row["target_text"]).endswith(typed)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Callouts,Lower,60,at least 50", "target against polarity"),
        ("Callouts,Higher,60,max 70", "target against polarity"),
        ("Callouts,Higher,240,1:300", "kept as words"),
        ("Callouts,Lower,240,Monitor", "kept as words"),
        ("Callouts,Lower,240,Below regional average", "kept as words"),
        ("Callouts,Lower,2nd,1st", "kept as words"),
        ("Callouts,Higher,3rd quartile,Upper quartile", "kept as words"),
        ("Callouts,Higher,18/24,20/24", "kept as words"),
        ("Callouts,Lower,14 (9%),12", "kept as words"),
        ("Callouts,Lower,130 (85),140", "kept as words"),
        ("Callouts,Lower,Annual return,12", "reported annually"),
        ("Callouts,Lower,n/a - reported annually,12", "reported annually"),
        ("Callouts,Lower,<5,12", "suppressed"),
        ("Callouts,Lower,34,Below 2012/13", "direction only"),
    ],
)
def test_what_is_no_number_is_kept_and_says_why_it_is_not_judged(
    quick_engine: Engine, tmp_path: Path, line: str, reason: str
) -> None:
    loaded(quick_engine, tmp_path, line)
    row = row_of(quick_engine)
    assert (row["status"], row["status_reason"]) == ("not judged", reason)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("Wait,Lower,12:30,00:15:00",), "write 12h 30m, 12m 30s or 12 in 30"),
        (("Repairs,Lower,1300,£1.4m",), "others of this indicator are in £: write the unit in each cell"),
        (("Repairs,Lower,12m,£1.4m",), "is in £ where the indicator is in minutes"),
        (("Content,Higher,104%,90%",), "no percentage of anything"),
        (("Callouts,Lower,-3,5",), "a count under zero"),
        (("Content,Higher,80%,90-85%",), "wrong way round"),
    ],
)
def test_what_could_be_another_number_is_rejected_with_the_mend(
    quick_engine: Engine, tmp_path: Path, lines: tuple[str, ...], said: str
) -> None:
    summary = loaded(quick_engine, tmp_path, *lines, "Sound,Lower,5,6", "Whole,Lower,5,6")
    assert summary.files[0].rejected == 1
    assert said in summary.files[0].kept[0]["text"]


def test_money_and_time_are_kept_exactly_with_their_unit(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, "Repairs,Lower,£1.25m,£1.3m", "Wait,Lower,9m 30s,10m")
    table = next(table for table in report_of(quick_engine).tables if table.name == "year-end")
    said = [(row["unit"], row["actual"], row["target"], row["actual_text"], row["certainty"]) for row in table.rows]
    assert said == [
        ("£", 1_250_000, 1_300_000, "£1.25m", "not tested"),
        ("seconds", 570, 600, "9m 30s", "not tested"),
    ]


def test_a_unit_that_was_taken_cannot_become_another_one(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, "Wait,Lower,9m,10m")
    heading = "Indicator,Unit,2014/15 Actual"
    later = text_file(tmp_path, "later.csv", heading, "Wait,seconds,500", "Sound,calls,5", "Whole,calls,4")
    summary = load(quick_engine, later, wish=wish("Holderness"))
    assert "its figures are kept in minutes, which cannot become seconds" in summary.files[0].kept[0]["text"]
    other = text_file(tmp_path, "other.csv", "Indicator,2015/16 Actual", "Sound,£5", "Wait,540s", "Whole,6")
    summary = load(quick_engine, other, wish=wish("Holderness"))
    assert [item["text"] for item in summary.files[0].kept] == [
        "line 2, field 2: “£5” is in £ where the indicator is in calls: use one unit."
    ]
    view = "partnership=holderness&period=2015-16"
    table = next(table for table in report_of(quick_engine, view).tables if table.name == "year-end")
    assert {row["indicator"]: (row["actual"], row["unit"]) for row in table.rows}["Wait"] == (9, "minutes")


def test_a_note_of_the_file_is_no_second_number(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, "Callouts,Lower,130 (12),140", "(12) Provisional until June")
    assert (row_of(quick_engine)["actual"], row_of(quick_engine)["note_marks"]) == (130, "12")
