"""Proves that targets on street-level crime are kept as they are typed, and which rows cannot be."""

from pathlib import Path

import pytest

from tests.data.sources.reading import read, refusal, rejected

HEADING = "partnership,area,crime,period,target,tolerance,note"
ROW = "Testbury,,Burglary,2025/26,-5%,3%,Agreed in March"


def test_a_target_is_kept_as_text_with_its_period_and_line(tmp_path: Path) -> None:
    parcel = read(tmp_path, f"{HEADING}\n{ROW}\n")
    assert (parcel.kind, parcel.rows) == ("street-targets", 1)
    assert parcel.targets == [
        {
            **{
                "line": 2,
                "cell": "line 2, field 5",
                "partnership": "Testbury",
                "area": "",
                "crime": "Burglary",
                "target": "-5%",
            },
            **{"note": "Agreed in March", "period": "2025-26", "tolerance": "3"},
        }
    ]


def test_area_tolerance_and_note_need_not_stand(tmp_path: Path) -> None:
    [target] = read(tmp_path, "Partnership,Crime,Period,Target\nTestbury,Burglary,2025/26,120\n").targets
    assert (target["area"], target["tolerance"], target["note"]) == ("", "5", "")


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (ROW.replace("-5%", '"1,1283"'), "target-unreadable"),
        (ROW.replace("2025/26", "next year"), "period-unreadable"),
        (ROW.replace("3%", "some"), "tolerance-unreadable"),
        (ROW.replace("3%", "-3"), "tolerance-unreadable"),
        (ROW.replace("3%", "101%"), "tolerance-unreadable"),
        (ROW.replace("3%", "nan"), "tolerance-unreadable"),
        (ROW.replace("Testbury", ""), "partnership-unknown"),
        (ROW.replace("Burglary", " "), "crime-unknown"),
        (ROW.replace("Burglary", "\x1b[2J"), "words-unreadable"),
        (ROW.replace("Burglary", "B" * 10_000), "words-unreadable"),
        (ROW + ",", "row-fields"),
    ],
)
def test_a_row_that_breaks_a_rule_is_rejected_with_its_line(tmp_path: Path, row: str, rule: str) -> None:
    other = ROW.replace("Burglary", "Drugs")
    parcel = read(tmp_path, f"{HEADING}\n{other}\n{row}\n")
    assert (rejected(parcel), len(parcel.targets), parcel.rows) == ([(3, rule)], 1, 2)


def test_a_target_that_stands_twice_counts_once_or_not_at_all(tmp_path: Path) -> None:
    rows = [ROW, ROW, ROW.replace("Burglary", "Drugs")]
    parcel = read(tmp_path, "\n".join([HEADING, *rows, ""]))
    assert [target["line"] for target in parcel.targets] == [2, 4]
    assert parcel.remarks == ["Rows that stand twice with the same values count once: 1."]
    other = ROW.replace("-5%", "-6%").replace("Burglary", "BURGLARY")
    parcel = read(tmp_path, "\n".join([HEADING, *rows, other, ""]))
    assert [target["crime"] for target in parcel.targets] == ["Drugs"]
    assert rejected(parcel) == [(2, "doubled"), (5, "doubled")]


def test_a_file_without_a_target_that_can_be_read_is_refused(tmp_path: Path) -> None:
    for rows in ("", "Testbury,,Burglary,2025/26,12a,,\n"):
        said = refusal(tmp_path, f"{HEADING}\n{rows}", "x.csv")
        assert said == "x.csv holds no target that can be read."
