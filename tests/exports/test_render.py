"""Files of a report: JSON by the contract, CSV that no spreadsheet runs."""

import csv
import io
import json
from decimal import Decimal

import pytest

from dashboard.domain.choices import Measure
from dashboard.domain.errors import UnknownPage
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import By
from dashboard.domain.periods.period import financial_year
from dashboard.domain.records import SourceCell
from dashboard.exports.render import as_csv, render
from dashboard.reports.report import Cell, Report, Source, Table

NOW = financial_year(2010)
CELL = SourceCell(3, "WAR", "Table 1", "NI 15", "2010/11 Actual", "335")
COUNTS = Table.of(
    "counts",
    "Counts",
    ("area", "value", "reason"),
    [
        {"area": "Rugby", "value": Decimal("0.6984"), "reason": None},
        {"area": "NA", "value": None, "reason": "not printed"},
    ],
)
OTHER = Table.of("other", "Other", ("whole", "real"), [{"whole": Decimal("25748.0"), "real": True}])


def report(*tables: Table, empty: str = "") -> Report:
    crimes = frozenset({"drugs", "burglary"})
    asked = Filters("warwickshire", NOW, "rugby", frozenset({"b", "a"}), crimes=crimes, by=By.QUARTER)
    filters = asked.with_(measure=Measure.INDEX, start=NOW)
    return Report(
        page="year-end",
        filters=filters,
        title="One target – missed",
        lede="",
        place="",
        tables=tables,
        notes=("1 A note",),
        sources=(Source(CELL, "The agreement"),),
        empty=empty,
    )


def read_csv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), strict=True))


BY_CONTRACT = {
    "page": "year-end",
    "filters": {
        "partnership": "warwickshire",
        "area": "rugby",
        "category": ["a", "b"],
        "indicator": [],
        "crime": ["burglary", "drugs"],
        "outcome": [],
        "period": "2010-11",
        "from": "2010-11",
        "to": None,
        "by": "quarter",
        "against": "year-before",
        "compare": [],
        "measure": "index",
        "run": 7,
        "since": None,
        "as-at": None,
        "hours": None,
        "weights": [],
    },
    "title": "One target – missed",
    "tables": [
        {
            "name": "counts",
            "columns": ["area", "value", "reason"],
            "rows": [
                {"area": "Rugby", "value": 0.6984, "reason": None},
                {"area": "NA", "value": None, "reason": "not printed"},
            ],
        },
        {"name": "other", "columns": ["whole", "real"], "rows": [{"whole": 25748, "real": True}]},
    ],
    "notes": ["1 A note"],
    "sources": [
        {
            "title": "The agreement",
            "document": "WAR",
            "table": "Table 1",
            "row": "NI 15",
            "column": "2010/11 Actual",
            "text": "335",
        }
    ],
}


def test_json_holds_the_whole_report_by_the_contract() -> None:
    assert json.loads(render(report(COUNTS, OTHER), "json")) == BY_CONTRACT


def test_json_writes_letters_and_whole_numbers_as_readers_do() -> None:
    text = render(report(OTHER), "json")
    assert ("One target – missed" in text, '"whole": 25748,' in text) == (True, True)


def test_an_empty_report_says_why_in_both_formats() -> None:
    nothing = report(empty="Derby publishes no figures.")
    body = json.loads(render(nothing, "json"))
    assert (body["tables"], body["notes"]) == ([], ["1 A note", "Derby publishes no figures."])
    assert read_csv(render(nothing, "csv")) == [["reason"], ["Derby publishes no figures."]]


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("", [["area", "value", "reason"], ["Rugby", "0.6984", ""], ["NA", "", "not printed"]]),
        ("counts", [["area", "value", "reason"], ["Rugby", "0.6984", ""], ["NA", "", "not printed"]]),
        ("other", [["whole", "real"], ["25748", "true"]]),
    ],
)
def test_csv_holds_one_table_the_first_or_the_named_one(table: str, rows: list[list[str]]) -> None:
    assert read_csv(render(report(COUNTS, OTHER), "csv", table)) == rows


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+44 1926", "'+44 1926"),
        ("-3% reduction on Yr 1 performance", "'-3% reduction on Yr 1 performance"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("2010/11", "2010/11"),
        ("001", "001"),
        ('said "no", then', 'said "no", then'),
        ("two\nlines", "two\nlines"),
        (Decimal("-11.799"), "-11.799"),
        (Decimal("8.70"), "8.7"),
        (Decimal("-3"), "-3"),
        (Decimal("1E+3"), "1000"),
        (0, "0"),
        (0.25, "0.25"),
        (True, "true"),
        (False, "false"),
        (None, ""),
    ],
)
def test_a_cell_of_csv_is_text_that_no_spreadsheet_runs(value: Cell, cell: str) -> None:
    text = as_csv(Table.of("any", "Any", ("a", "b"), [{"a": "x", "b": value}]))
    assert read_csv(text)[1] == ["x", cell]


def test_lines_of_csv_end_as_the_standard_says() -> None:
    assert render(report(OTHER), "csv") == "whole,real\r\n25748,true\r\n"


@pytest.mark.parametrize(
    ("form", "table", "sentence"),
    [
        ("exe", "", "'exe' is not a format of a table; the formats are csv, json."),
        ("CSV", "", "'CSV' is not a format of a table; the formats are csv, json."),
        ("csv", "counts2", "The page year-end has no table 'counts2'; it has counts, other."),
        ("json", "counts2", "The page year-end has no table 'counts2'; it has counts, other."),
    ],
)
def test_an_unknown_format_or_table_is_refused_in_a_sentence(form: str, table: str, sentence: str) -> None:
    with pytest.raises(UnknownPage) as fault:
        render(report(COUNTS, OTHER), form, table)
    assert str(fault.value) == sentence


def test_a_number_that_json_cannot_write_is_never_written() -> None:
    with pytest.raises(ValueError, match="JSON"):
        render(report(Table.of("any", "Any", ("a",), [{"a": float("nan")}])), "json")
