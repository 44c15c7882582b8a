"""Proves that a plain street-level file gives just what a reading row by row gives, or is left to it."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.domain.errors import RefusedFile
from data.parcels import StreetMonth
from data.sources.containers.members import Member
from data.sources.containers.sheets import read_sheet
from data.sources.crime import police_uk
from data.sources.crime.plain_months import PlainMonths
from tests.data.sources.reading import HEADING, counted, in_rows, read, street, street_row

NAME = "2025-06-testshire-street.csv"
WORDS = ("", "x", " x", "NA", "001", "nan", "é", "Tŷ", "\N{BYTE ORDER MARK}x", "\N{GRINNING FACE}")
SIGNS = ("\r", "\t", "\x1c", "\x85", "\u2028", '"', '"x"', '"x,y"', "\\", ";", "x,y", ",", "\n", "\r\n", "\0")
COORDINATES = ("-2.011", "-2.011000", "52.701", "0", "", "west", "nan", "1e400", "2.35", " -2.0110004")
SPOILT = {
    "Crime_ID": ("", "a" * 64, "a,b", "2025-06", "\n", "\r", '"'),
    "Month": ("2025-07", "", "June 2025", " 2025-06"),
    "Reported_by": ("Othershire Police", "", " Testshire Police ", "\x07"),
    "Falls_within": ("Othershire Police", "", "x,y"),
    "Longitude": COORDINATES,
    "Latitude": COORDINATES,
    "Location": (" On or near High Street", "No Location", "", "\x1b[31m", "x" * 300, *WORDS, *SIGNS),
    "LSOA_code": ("", "outside", "E01029613 ", "W01000001"),
    "LSOA_name": ("", "Testbury 008A ", "Testbury 009B"),
    "Crime_type": ("Witchcraft", "", "Drugs", "burglary", *SIGNS),
    "Last_outcome_category": ("", "Local resolution", *WORDS, *SIGNS),
    "Context": ("x", "x,y", " ", "\r", "\n"),
}
ROWS = st.fixed_dictionaries({}, optional={name: st.sampled_from(words) for name, words in SPOILT.items()})
HARMLESS = ("Crime_ID", "Location", "Last_outcome_category", "LSOA_name", "Crime_type")
ENDS = st.sampled_from(("\n", "\n", "\n", "\r\n", "\r", "\n\n", "\r\r\n", ",\n", ""))
Month = dict[str, Any]


def member(text: str | bytes, name: str = NAME) -> Member:
    return Member(name, text.encode() if isinstance(text, str) else text)


def by_row(file: Member) -> StreetMonth | None:
    """What a reading row by row makes of a file; None where it is refused."""
    try:
        [parcel] = police_uk.read(read_sheet(file))
    except RefusedFile:
        return None
    return parcel


def content(parcel: StreetMonth, told: list[Any]) -> Month:
    """What a parcel says, its points and words by name; *told* are the points that its call has told so far."""
    told[parcel.after or 0 :] = in_rows(parcel.points)
    counts = Counter[Any]()
    for point, kind, outcome, n in counted(parcel):
        counts[told[point], parcel.types[kind], parcel.outcomes[outcome]] += n
    said = (parcel.file, parcel.force, parcel.month, parcel.rows, parcel.remarks, parcel.rules, parcel.rejected)
    return {"said": said, "types": parcel.types, "outcomes": parcel.outcomes, "counts": list(counts.items())}


def alike(file: Member, plain: PlainMonths, told: list[Any]) -> bool:
    """Whether a file is plain; then it gives what is read row by row, in the same order."""
    found = plain.read(file)
    if found is None:
        return False
    expected = by_row(file)
    assert expected is not None, "a refused file was taken"
    assert content(found, told) == content(expected, [])
    return True


@pytest.mark.no_cover
@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(ROWS, ENDS), min_size=1, max_size=4), st.lists(st.just("\n"), max_size=1))
def test_rows_of_any_fields_signs_and_line_ends_are_counted_alike_or_left(
    rows: list[tuple[dict[str, str], str]], above: list[str]
) -> None:
    text = "".join(street_row(**row) + end for row, end in rows)
    alike(member("".join([*above, HEADING, "\n", text])), PlainMonths(), [])


@pytest.mark.no_cover
@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(ROWS, min_size=1, max_size=4), min_size=2, max_size=4))
def test_files_of_one_call_are_counted_alike_whatever_was_left_before(files: list[list[dict[str, str]]]) -> None:
    plain, told = PlainMonths(most=3), list[Any]()
    for rows in files:
        alike(member(street(*(street_row(**row) for row in rows), street_row())), plain, told)
        kept = {name: words for row in rows for name, words in row.items() if name in HARMLESS}
        alike(member(street(street_row(**kept), street_row())), plain, told)
        assert alike(member(street(street_row(Location="Here"), street_row())), plain, told)


@pytest.mark.no_cover
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ROWS, min_size=1, max_size=6))
def test_every_rule_has_the_same_outcome_in_both_ways_of_reading(tmp_path: Path, spoilt: list[dict[str, str]]) -> None:
    """Fields in quotation marks are read row by row; what comes of them is the same."""
    clean = [{name: words for name, words in row.items() if not set(words) & set(',"\r\n\0')} for row in spoilt]
    rows = [street_row()] * 12 + [street_row(**row) for row in clean]
    quoted = ['"{}"'.format(row.replace(",", '","')) for row in rows]
    plain, other = (read(tmp_path, street(*lines)) for lines in (rows, quoted))
    assert plain.kind == other.kind == "refused" or content(plain, []) == content(other, [])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("row", [{}, {"Crime_ID": "a" * 64}, {"Last_outcome_category": ""}, {"Location": "Tŷ Gwyn"}])
def test_a_file_as_police_uk_writes_it_is_plain(end: str, row: dict[str, str]) -> None:
    lines = [HEADING, street_row(**row), street_row(), street_row(Crime_type="Drugs")]
    assert alike(member("".join(line + end for line in lines)), PlainMonths(), [])


@pytest.mark.parametrize(
    "text",
    [
        street(),
        street(street_row())[:-1],
        street(street_row(Context="x")),
        street(street_row(), street_row(Month="2025-07")),
        street(street_row(), "2025-06,Testshire Police"),
        street(street_row(Crime_ID="x" * 100_001)),
        street(street_row(Crime_ID="a\rb"), street_row()),
        street(street_row(), street_row(Crime_ID="a\0")),
        street(street_row(Location="x,y"), street_row()),
        street(street_row(), street_row(Crime_ID="a,b")),
        street(street_row(Month="Month", Reported_by="Reported by", Falls_within="Falls within")),
        street(street_row(Crime_type="Witchcraft"), street_row()),
        street(street_row(LSOA_name="Testbury 008A "), street_row()),
        street(street_row(Month="2025-07")),
        street(street_row(Month="")),
        street(street_row(Reported_by="")),
        street(street_row(Last_outcome_category="\x07")),
        street(*(street_row(Last_outcome_category=f"Outcome {at}") for at in range(300))),
        street(street_row(), "", street_row()),
        "\N{BYTE ORDER MARK}" + street(street_row()),
        street(street_row(Location="Tŷ Gwyn")).encode("cp1252", "replace").replace(b"?", b"\xff"),
        street(street_row()).encode("utf-16"),
        street(street_row(), heading=",".join(reversed(police_uk.COLUMNS))),
        street(street_row(), heading=HEADING + ",Other"),
        "",
        HEADING,
    ],
)
def test_a_file_in_which_something_has_to_be_looked_at_is_left(text: str | bytes) -> None:
    assert PlainMonths().read(member(text)) is None


def test_a_place_that_several_files_of_a_call_name_is_told_once() -> None:
    plain = PlainMonths()
    texts = [street(street_row()), street(street_row(Location="B"), street_row()), street(street_row(Location="B"))]
    found = [plain.read(member(text)) for text in texts]
    told = [(one.after, [point[2] for point in in_rows(one.points)], in_rows(one.counts)) for one in found if one]
    first, second = (0, 0, 0, 1), (1, 0, 0, 1)
    assert told == [(0, ["On or near High Street"], [first]), (1, ["B"], [second, first]), (2, [], [second])]


def test_a_call_that_names_more_places_than_are_held_tells_them_anew() -> None:
    plain = PlainMonths(most=1)
    texts = [street(street_row(Location=name), street_row()) for name in "ABC"]
    found = [plain.read(member(text)) for text in texts]
    assert [(one.after, len(in_rows(one.points))) for one in found if one] == [(0, 2)] * 3


def test_columns_in_another_order_are_read_by_row(tmp_path: Path) -> None:
    lines = [",".join(reversed(line.split(","))) for line in (HEADING, street_row(), street_row(Crime_type="Drugs"))]
    parcel = read(tmp_path, street(*lines[1:], heading=lines[0]))
    assert (parcel.types, counted(parcel)) == (["Burglary", "Drugs"], [(0, 0, 0, 1), (0, 1, 0, 1)])
