"""Loaded files are kept byte for byte under their sha256; what is missing or altered is noticed and kept anew."""

import hashlib
import os
from pathlib import Path

import pytest

from dashboard.domain.errors import RefusedFile
from dashboard.questions.street import Original
from data.intake.originals import keep, kept, original

BODY = b"Indicator,Period,Actual\nNI 40,2010/11,1131\n"
PRINT = hashlib.sha256(BODY).hexdigest()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_bytes(BODY)
    return path


def swap(place: Path, body: bytes) -> None:
    """Put another file in the place, written at the same moment and as long as the one before."""
    when = place.stat()
    place.with_suffix(".new").write_bytes(body)
    place.with_suffix(".new").replace(place)
    os.utime(place, ns=(when.st_atime_ns, when.st_mtime_ns + 1))


ALTERED = {
    "a figure": BODY.replace(b"1131", b"1132"),
    "cut off": BODY[:20],
    "longer": BODY + b"NI 15,2010/11,335\n",
    "empty": b"",
    "line ends": BODY.replace(b"\n", b"\r\n"),
    "another file": b"%PDF-1.7",
}


@pytest.mark.parametrize("body", ALTERED.values(), ids=ALTERED)
def test_an_altered_file_is_noticed_and_kept_anew(file: Path, tmp_path: Path, body: bytes) -> None:
    folder = tmp_path / "originals"
    place = keep(file, PRINT, folder)
    assert (original(PRINT, folder), place) == (Original.KEPT, kept(PRINT, folder))
    swap(place, body)
    assert original(PRINT, folder) is Original.ALTERED
    assert keep(file, PRINT, folder).read_bytes() == BODY
    assert original(PRINT, folder) is Original.KEPT


def test_a_file_that_is_not_there_is_missing(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "originals"
    assert original(PRINT, folder) is Original.MISSING
    keep(file, PRINT, folder).unlink()
    assert original(PRINT, folder) is Original.MISSING


def test_a_file_that_changed_since_it_was_read_is_not_kept_under_what_it_was(file: Path, tmp_path: Path) -> None:
    file.write_bytes(BODY + b"NI 15,2010/11,335\n")
    with pytest.raises(RefusedFile, match=r"table\.csv was changed while it was read: load it again\."):
        keep(file, PRINT, tmp_path / "originals")
    assert [path for path in (tmp_path / "originals").rglob("*") if path.is_file()] == []
