"""Proves how bytes become rows of text: encodings, dividers and line ends are read and said, broken files refused."""

from pathlib import Path

import pytest

from data.sources.containers.members import Member
from data.sources.containers.sheets import Sheet, read_sheet
from tests.data.sources.reading import read, refusal, rejected, street, street_row

GWYN = street(street_row(Location="On or near Tŷ Gwyn’s Lane"))
CAFE = street(street_row(Location="On or near Café – Road"))


def sheet(text: str | bytes, name: str = "x.csv") -> Sheet:
    return read_sheet(Member(name, text.encode() if isinstance(text, str) else text))


@pytest.mark.parametrize(
    ("content", "remarks"),
    [
        (CAFE.encode(), []),
        (CAFE.encode("utf-8-sig"), []),
        (CAFE.encode("utf-16"), ["Read as UTF-16."]),
        (b"\xfe\xff" + CAFE.encode("utf-16-be"), ["Read as UTF-16."]),
        (CAFE.encode("cp1252"), ["Read as Windows-1252."]),
        (CAFE.replace(",", ";").encode(), ["The columns are divided by semicolons."]),
        (CAFE.replace(",", "\t").encode(), ["The columns are divided by tabs."]),
        (CAFE.replace(",", "|").encode(), ["The columns are divided by bars."]),
        (CAFE.replace(",", ";").encode("cp1252"), ["Read as Windows-1252.", "The columns are divided by semicolons."]),
        (CAFE.replace("\n", "\r\n").encode(), []),
        (CAFE.replace("\n", "\r").encode(), []),
        (CAFE.replace("\n", "\r\n", 1).encode(), []),
        (b"\r\n\r\n" + CAFE.encode(), []),
        (CAFE.strip().encode(), []),
        ("\n".join(f'"{line}"'.replace(",", '","') for line in CAFE.splitlines()).encode(), []),
    ],
)
def test_the_same_rows_come_out_of_every_way_to_save_them(tmp_path: Path, content: bytes, remarks: list[str]) -> None:
    parcel = read(tmp_path, content)
    assert parcel.points[2][0] == "On or near Café – Road"
    assert (parcel.rows, parcel.remarks) == (1, remarks)


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        (("a;b;c", "x;1,128;2,256", "y;1,129;2,257"), ("a", "b", "c")),
        (("a;b;c", "x;1,128,000;2,256,000"), ("a", "b", "c")),
        (("a\tb", "x, y and z\t1", "x, y and z\t2", "x\t3"), ("a", "b")),
        (("a,b", "x;y;z,1", "x;y;z,2"), ("a", "b")),
        (("a,b", '"x; y; z",1', '"x; y; z",2'), ("a", "b")),
        (("a,b", '"x,y,z",1', '"p,q",2'), ("a", "b")),
        (("a, b; c", "d"), ("a", "b; c")),
        (("a",), ("a",)),
    ],
)
def test_the_divider_is_the_sign_that_stands_equally_often_in_most_lines(
    lines: tuple[str, ...], heading: tuple[str, ...]
) -> None:
    assert sheet("\n".join(lines)).heading == heading


def test_a_title_may_have_more_commas_than_the_table_under_it_has_columns() -> None:
    assert sheet("Crime, disorder, and, more\na;b\n1;2\n").delimiter == ";"


def test_letters_beyond_windows_are_kept(tmp_path: Path) -> None:
    assert read(tmp_path, GWYN).points[2][0] == "On or near Tŷ Gwyn’s Lane"


def test_a_comma_or_a_line_end_inside_quotes_is_part_of_the_field(tmp_path: Path) -> None:
    parcel = read(tmp_path, street(street_row(Location='"High Street, ""The"" End"')))
    assert parcel.points[2][0] == 'High Street, "The" End'
    assert sheet('a,b\n"one\ntwo",3\n').heading == ("a", "b")
    assert list(sheet('a,b\n"one\ntwo",3\n4,5\n').placed()) == [(3, ["one\ntwo", "3"]), (4, ["4", "5"])]


def test_lines_are_counted_as_an_editor_counts_them(tmp_path: Path) -> None:
    wrong, good = street_row(Crime_type="Witchcraft"), [street_row()] * 30
    assert rejected(read(tmp_path, street(wrong, *good))) == [(2, "crime-type-unknown")]
    assert rejected(read(tmp_path, "\n\n" + street("", wrong, *good))) == [(5, "crime-type-unknown")]


def test_nothing_is_guessed_to_be_a_number_or_missing() -> None:
    assert list(sheet("a,b\nNA,001\nnull,1e3\n").rows()) == [["NA", "001"], ["null", "1e3"]]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "x.csv is empty."),
        ("\n \r\n\t\n", "x.csv is empty."),
        ("\ufeff", "x.csv is no file that Outturn knows"),
        ("a,b\n1,\x002\n", "x.csv is no text file."),
        (CAFE.encode("utf-16-le"), "x.csv is no text file."),
        (CAFE.encode("utf-32"), "x.csv is no text file."),
        (CAFE.encode("utf-16")[:-1], "x.csv is cut short or damaged: download it again."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "x.csv is an old .xls file or protected by a password: save it"),
        ("name,value\n1,2\n", "x.csv is no file that Outturn knows (it begins “name, value”): the README lists what"),
        ("\x1b[31m" + "x" * 10_000, "x.csv is no file that Outturn knows (it begins “\ufffd[31mxxxx"),
        ("x" * 200_000, "x.csv is no table."),
    ],
)
def test_what_is_no_table_of_ours_is_refused(tmp_path: Path, content: str | bytes, sentence: str) -> None:
    said = refusal(tmp_path, content, "x.csv")
    assert said.startswith(sentence)
    assert said.isprintable()
    assert len(said) < 200


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (street_row(Location='"On or near High Street'), 3),
        (street_row(Location='"On" or near High Street'), 3),
        (street_row(Location='"' + "x" * 200_000 + '"'), 3),
    ],
)
def test_a_quotation_mark_that_is_not_closed_is_refused_with_its_line(tmp_path: Path, row: str, line: int) -> None:
    said = refusal(tmp_path, street(street_row(), street_row(), row, *[street_row()] * 5_000))
    why = "a quotation mark is not closed, or stands inside a field"
    assert said == f"2025-06-testshire-street.csv cannot be read below line {line}: {why}."
