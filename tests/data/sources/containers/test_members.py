"""Proves what is read of plain files, gzip and zip, and that a hostile archive is refused before it hurts."""

import gzip
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from data.sources.containers.members import Member, members
from data.sources.crime.police_uk import COLUMNS
from tests.data.sources.archives import gzip_of_nothing, locked, zip_of_nothing, zipped
from tests.data.sources.reading import every, read, refusal, street, street_row, written
from tests.data.sources.workbooks import book

MAY, JUNE = "2025-05-testshire-street.csv", "2025-06-testshire-street.csv"
MAY_TEXT, JUNE_TEXT = street(street_row(Month="2025-05")), street(street_row())


def kinds(folder: Path, files: dict[str, str | bytes], name: str = "download.zip") -> list[tuple[str, str]]:
    """Kind and file of every parcel of a zip."""
    return [(parcel.kind, parcel.file) for parcel in every(written(folder, zipped(files), name))]


def test_a_gzipped_file_is_the_file(tmp_path: Path) -> None:
    parcel = read(tmp_path, gzip.compress(JUNE_TEXT.encode()), f"{JUNE}.gz")
    assert (parcel.kind, parcel.file, parcel.rows) == ("street", JUNE, 1)


def test_every_file_of_a_zip_is_read_whatever_folder_it_lies_in(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"a/b/2025-06/{JUNE}": JUNE_TEXT, f"2025-05/{MAY}": MAY_TEXT}
    assert kinds(tmp_path, files) == [("street", MAY), ("street", JUNE)]


def test_a_file_is_known_by_its_content_not_by_its_name(tmp_path: Path) -> None:
    assert read(tmp_path, zipped({JUNE: JUNE_TEXT}), "june.csv").kind == "street"
    assert read(tmp_path, JUNE_TEXT, "june.zip").kind == "street"


def test_what_operating_systems_leave_in_a_zip_is_passed_over(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "__MACOSX/2025-06/._x": b"\x00\x05",
        "a/.DS_Store": b"\x00",
        "a/Thumbs.db": b"\x00",
    }
    assert kinds(tmp_path, files | {JUNE: JUNE_TEXT}) == [("street", JUNE)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("readme.txt", "Downloaded in June.\n"),
        ("map.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("package.json", '{"name": "x"}'),
        ("2025-06-testshire-outcomes.csv", ",".join([*COLUMNS[:9], "Outcome type"])),
    ],
)
def test_a_stray_file_in_a_zip_is_left_out_and_said(tmp_path: Path, name: str, content: str | bytes) -> None:
    stray, street_parcel = sorted(
        every(written(tmp_path, zipped({JUNE: JUNE_TEXT, name: content}), "download.zip")),
        key=lambda parcel: str(parcel.kind == "street"),
    )
    assert stray.sentence == f"{name} was left out: it is no file we know."
    assert street_parcel.rows == 1


@pytest.mark.parametrize("name", ["figures.xlsx", "figures.csv"])
def test_a_workbook_is_let_through_whole_by_itself_and_in_a_zip(tmp_path: Path, name: str) -> None:
    body = book(["Indicator", "Period", "Actual"], ["Burglary", "2010/11", 5])
    alone = list(members(written(tmp_path, body, name)))
    inside = list(members(written(tmp_path, zipped({f"a/{name}": body, JUNE: JUNE_TEXT}), "download.zip")))
    assert alone == [Member(name, body)]
    assert sorted(inside, key=lambda member: member.name)[1] == Member(name, body)
    assert kinds(tmp_path, {name: body, JUNE: JUNE_TEXT}) == [("street", JUNE), ("figures", name)]


def test_a_table_in_a_zip_that_is_damaged_is_never_left_out(tmp_path: Path) -> None:
    said = refusal(tmp_path, zipped({MAY: MAY_TEXT + "\x00", JUNE: JUNE_TEXT}), "download.zip")
    assert said == "2025-05-testshire-street.csv is no text file."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (zipped({}), "F is an archive without a file in it."),
        (zipped({"2025-06/": ""}), "F is an archive without a file in it."),
        (zipped({"__MACOSX/._x": "x"}), "F is an archive without a file in it."),
        (zipped({"readme.txt": "Hello\n"}), "F holds no file that Outturn knows."),
        (locked(zipped({JUNE: JUNE_TEXT})), "F is protected by a password: remove the password."),
        (zipped({"a.zip": zipped({JUNE: JUNE_TEXT})}), "a.zip in F is an archive in an archive: unpack it first."),
        (zipped({"a.gz": gzip.compress(b"x")}), "a.gz in F is an archive in an archive: unpack it first."),
        (zipped({JUNE: JUNE_TEXT})[:-30], "F is cut short or damaged: download it again."),
        (zipped({JUNE: JUNE_TEXT * 99})[:200], "F is cut short or damaged: download it again."),
        (gzip.compress(JUNE_TEXT.encode())[:-20], "F is cut short or damaged: download it again."),
        (gzip.compress(JUNE_TEXT.encode())[:4], "F is cut short or damaged: download it again."),
        (b"\x1f\x8b\x08\x00 not gzip at all", "F is cut short or damaged: download it again."),
    ],
)
def test_an_archive_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    assert refusal(tmp_path, content, "download.zip") == sentence.replace("F", "download.zip", 1)


def test_a_stored_zip_with_changed_bytes_is_damaged(tmp_path: Path) -> None:
    stored = zipped({JUNE: JUNE_TEXT}, zipfile.ZIP_STORED).replace(b"Burglary", b"Robbery_")
    assert refusal(tmp_path, stored, "download.zip") == "download.zip is cut short or damaged: download it again."


def test_an_unknown_packing_is_refused(tmp_path: Path) -> None:
    packed = bytearray(zipped({JUNE: JUNE_TEXT}, zipfile.ZIP_STORED))
    for start, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        packed[packed.find(start) + place] = 97
    said = refusal(tmp_path, bytes(packed), "download.zip")
    assert said == "download.zip is packed in a way that cannot be read: zip it afresh."


@pytest.mark.parametrize(
    ("make", "megabytes", "said"),
    [
        (zip_of_nothing, 300, "nothing.csv in bomb would unpack to 314,572,800 bytes: it is no table."),
        (zip_of_nothing, 100, "nothing.csv in bomb would unpack to 104,857,600 bytes: it is no table."),
        (gzip_of_nothing, 300, "bomb holds more than 200 MB: split it into smaller files."),
    ],
)
def test_a_file_that_would_unpack_to_a_flood_is_refused_at_once(
    tmp_path: Path, make: Callable[[int], bytes], megabytes: int, said: str
) -> None:
    path = written(tmp_path, make(megabytes), "bomb")
    began = time.process_time()
    assert [parcel.sentence for parcel in every(path)] == [said]
    assert time.process_time() - began < 2


def test_more_files_than_a_country_has_are_refused(tmp_path: Path) -> None:
    said = refusal(tmp_path, zipped({f"{at}.csv": "" for at in range(20_001)}, zipfile.ZIP_STORED), "download.zip")
    assert said == "download.zip holds 20,001 files: split it."


def test_a_folder_and_a_missing_path_are_said(tmp_path: Path) -> None:
    [folder], [missing] = every(tmp_path), every(tmp_path / "none.csv")
    assert folder.sentence == f"{tmp_path.name} is a folder: name the files in it, or zip it."
    assert missing.sentence == "none.csv cannot be read: no such file or directory."


@pytest.mark.parametrize("name", ["x" * 200, "\x1b[2J\n.csv", os.fsdecode(b"caf\xe9.csv"), "\u202evsc.exe"])
def test_a_hostile_file_name_neither_breaks_a_sentence_nor_fills_it(tmp_path: Path, name: str) -> None:
    said = refusal(tmp_path, "", name)
    assert said.isprintable()
    assert len(said) < 140


def test_a_hostile_name_in_a_zip_neither_breaks_a_sentence_nor_fills_it(tmp_path: Path) -> None:
    said = refusal(tmp_path, zipped({"../" * 50 + "\x1b[2J" + "x" * 10_000 + ".csv": ""}), "download.zip")
    assert said.isprintable()
    assert len(said) < 140
