"""Proves what a table of declared indicators gives, and which of its rows are rejected."""

import pytest

from data.sources import declarations
from tests.data.sources.typed_tables import parcel, refusal, rejected, sheet, typed

HEADING = "Code,Indicator,Polarity,Unit,Value type,Multiplier,Tolerance,Category,Definition,Part of"
ROW = "B1,Burglary,lower,crimes,count,,5%,domestic-burglary,As recorded,Theft"


def test_a_row_is_an_indicator_with_everything_it_declares() -> None:
    found = parcel(declarations, typed(HEADING, ROW))
    assert found.declared == [
        {
            **{"code": "B1", "name": "Burglary", "category": "domestic-burglary", "polarity": "lower"},
            **{"value_type": "count", "multiplier": "", "unit": "crimes", "tolerance": "5%"},
            **{"definition": "As recorded", "period_kind": "", "part_of": "Theft"},
            **{"combines": "", "scale": "", "signed_targets": ""},
        }
    ]
    assert (found.kind, found.source, found.figures, found.remarks) == ("figures", "declarations", [], [])


def test_the_parts_of_a_declaration_may_stand_in_several_rows() -> None:
    [declared] = parcel(declarations, typed("Indicator,Polarity,Unit", "Theft,lower,", "Theft,,crimes")).declared
    assert (declared["polarity"], declared["unit"]) == ("lower", "crimes")


def test_titles_notes_and_columns_that_declare_nothing_are_left_out_and_said() -> None:
    found = parcel(declarations, typed("Our indicators", "Indicator,Better is,Lead", "Theft,lower,Police", "1 Agreed"))
    assert [declared["name"] for declared in found.declared] == ["Theft"]
    assert found.notes == {"1": "Agreed"}
    assert found.remarks == ["Columns left out: Lead.", "Lines above the heading were left out: 1."]


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (",lower,crimes", "indicator-blank"),
        ("?,lower,crimes", "indicator-blank"),
        ("Theft\x07,lower,crimes", "words-unreadable"),
        (f"Theft,lower,{'c' * 201}", "words-unreadable"),
        ("Theft,lower,crimes,and more", "row-fields"),
    ],
)
def test_a_row_that_breaks_a_rule_is_rejected_with_its_line(row: str, rule: str) -> None:
    found = parcel(declarations, typed("Indicator,Polarity,Unit", row, "Burglary,lower,crimes"))
    assert rejected(found) == [(2, rule)]
    assert [declared["name"] for declared in found.declared] == ["Burglary"]


def test_a_polarity_merged_over_several_indicators_is_rejected() -> None:
    found = parcel(declarations, sheet("Indicator|Polarity|Unit", "A|lower|n", "B||n", "C|#N/A|n", merged=("B2:B3",)))
    assert rejected(found) == [(3, "merged-cell"), (4, "cell-error")]


def test_a_table_of_figures_declares_nothing_by_itself() -> None:
    for heading in ("Indicator,Polarity,Period,Actual", "Indicator,Polarity,Target", "Indicator,Unit"):
        assert not declarations.recognises(typed(heading))


def test_what_declares_nothing_is_refused() -> None:
    assert refusal(declarations, typed("a,b")) == "x.csv has no heading with an indicator and its polarity."
    assert refusal(declarations, typed("Indicator,Polarity")) == "x.csv has a heading and no rows under it."
    assert refusal(declarations, typed("Indicator,Measure,Polarity")) == (
        "x.csv has two columns for the indicator: keep one."
    )
