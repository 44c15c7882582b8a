"""Proves that the columnar engine counts just the rows that a reading row by row counts, or leaves the table to it."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.sources.containers.columns import SEPARATOR, counted
from data.sources.containers.sheets import Sheet
from tests.data.sources.reading import HEADING, in_rows, read, street, street_row

COLUMNS = ("a", "b", "c", "d")
ONE, OTHER = ("c", "a"), ("d",)
WORDS = (
    "",
    "",
    "x",
    "y z",
    " x",
    "x ",
    "NA",
    "null",
    "None",
    "001",
    "1e3",
    "nan",
    "'",
    "é",
    "Tŷ",
    "\N{BYTE ORDER MARK}x",
)
SIGNS = ("\r", "\t", "\x1c", "\x85", "\u2028", '"', '"x"', '"x,y"', "#", "\\", ";", "x,y", "\N{GRINNING FACE}")
FIELDS = st.sampled_from(WORDS) | st.sampled_from(SIGNS)
ENDS = st.sampled_from(("\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n\r\n", "\r\r\n", ""))


def sheet(body: str, delimiter: str = ",") -> Sheet:
    return Sheet("x.csv", COLUMNS, body, delimiter)


def by_row(table: Sheet) -> dict[tuple[str, str], int] | None:
    """The pairs of a table whose rows have all fields, in the order of the file; None where one has not."""
    rows = list(table.rows())
    if any(len(row) != len(COLUMNS) for row in rows):
        return None
    chosen = [[[row[COLUMNS.index(name)] for name in names] for names in (ONE, OTHER)] for row in rows]
    return dict(Counter((SEPARATOR.join(one), SEPARATOR.join(other)) for one, other in chosen))


def pairs(table: Sheet) -> dict[tuple[str, str], int] | None:
    found = counted(table, ONE, OTHER)
    return None if found is None else {(one, other): times for one, other, times in zip(*found, strict=True)}


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.lists(st.sampled_from(WORDS), min_size=4, max_size=4), ENDS), min_size=1, max_size=9))
def test_rows_of_plain_words_are_counted_alike(lines: list[tuple[list[str], str]]) -> None:
    table = sheet("".join(",".join(fields) + end for fields, end in lines))
    found = pairs(table)
    assert found is None or list(found.items()) == list((by_row(table) or {}).items())


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.lists(FIELDS, min_size=2, max_size=6), ENDS), min_size=1, max_size=9))
def test_rows_of_any_signs_and_lengths_are_counted_alike_or_left(lines: list[tuple[list[str], str]]) -> None:
    table = sheet("".join(",".join(fields) + end for fields, end in lines))
    found = pairs(table)
    assert found is None or found == by_row(table)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "\n", "\r\n"])
def test_a_plain_table_is_counted_by_the_engine(end: str, last: str) -> None:
    rows = ["1,2,NA,4", "1,,NA,4", "001,2,,", "1,2, NA,4"]
    found = pairs(sheet(end.join(rows) + last))
    assert found == {("NA\x001", "4"): 2, ("\x00001", ""): 1, (" NA\x001", "4"): 1}


@pytest.mark.parametrize(
    "body",
    [
        '1,2,"3",4\n',
        "1,2,3\n1,2,3,4,5\n",
        "1,2,3,4,5\n1,2,3\n",
        "1,2,3,4\n" * 200 + "1,2,3\n1,2,3,4,5\n",
        "1,2,3,4\n\n1,2,3,4\n",
        "1,2,3,4\n\n1,2,3,4,5,6,7\n",
        "1,2,3,4\r1,2,3,4\n",
        "1,2,3,4\n1,2,3\r,4\n",
        "1,2,3,4\n1,2,3",
        f"1,{'2' * 100_001},3,4\n",
        "",
    ],
)
def test_a_table_in_which_a_row_has_to_be_looked_at_is_left(body: str) -> None:
    assert counted(sheet(body), ONE, OTHER) is None


def test_a_table_divided_by_another_sign_is_left() -> None:
    assert counted(sheet("1;2;3;4\n", ";"), ONE, OTHER) is None


COORDINATES = st.sampled_from(("-2.011", "52.701", "0", "", "west", "nan", "1e400", "2.35", " -2.0110004"))
SPOILT = st.fixed_dictionaries(
    {},
    optional={
        "Month": st.sampled_from(("2025-07", "", "June 2025", " 2025-06")),
        "Reported_by": st.sampled_from(("Othershire Police", "", " Testshire Police ", "\x07")),
        "Longitude": COORDINATES,
        "Latitude": COORDINATES,
        "Location": st.sampled_from((" On or near High Street", "No Location", "", "\x1b[31m", "x" * 300)),
        "LSOA_code": st.sampled_from(("", "outside", "E01029613 ", "W01000001")),
        "LSOA_name": st.sampled_from(("", "Testbury 008A ", "Testbury 009B")),
        "Crime_type": st.sampled_from(("Witchcraft", "", "Drugs", "burglary")),
        "Last_outcome_category": st.sampled_from(("", "Local resolution", "\x07")),
        "Context": st.sampled_from(("x", "x,y", " ")),
    },
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SPOILT, min_size=1, max_size=6))
def test_every_rule_has_the_same_outcome_in_both_ways_of_reading(tmp_path: Path, spoilt: list[dict[str, str]]) -> None:
    """Fields in quotation marks are read row by row; what comes of them is the same."""
    rows = [street_row()] * 12 + [street_row(**row) for row in spoilt]
    quoted = ['"{}"'.format(row.replace(",", '","')) for row in rows]
    assert read(tmp_path, street(*rows)) == read(tmp_path, street(*quoted))


def test_the_engine_reads_columns_in_another_order(tmp_path: Path) -> None:
    lines = [",".join(reversed(line.split(","))) for line in (HEADING, street_row(), street_row(Crime_type="Drugs"))]
    parcel = read(tmp_path, street(*lines[1:], heading=lines[0]))
    assert (parcel.types, in_rows(parcel.counts)) == (["Burglary", "Drugs"], [(0, 0, 0, 1), (0, 1, 0, 1)])
