"""Loaded files are kept byte for byte under their sha256; what is missing or altered is noticed and kept anew."""

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.domain.errors import RefusedFile
from dashboard.questions.street import Original
from data.originals.folder import checked, keep, kept, original

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


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_kept_is_for_its_owner_alone(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "originals"
    place = keep(file, PRINT, folder)
    assert [mode(path) for path in (folder, place.parent, place)] == [0o700, 0o700, 0o600]


def test_what_is_read_is_a_copy_that_was_checked_and_goes_again(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "originals"
    place = keep(file, PRINT, folder)
    with checked(PRINT, folder) as (state, copy):
        place.write_bytes(b"altered between the check and the reading")
        assert (state, copy.read_bytes(), copy.name, mode(copy.parent)) == (Original.KEPT, BODY, PRINT, 0o700)
    assert not copy.parent.exists()


@pytest.mark.parametrize("body", ALTERED.values(), ids=ALTERED)
def test_an_altered_file_is_never_read_as_the_one_that_was_loaded(file: Path, tmp_path: Path, body: bytes) -> None:
    """Not even where it is as long, and written at the same moment."""
    folder = tmp_path / "originals"
    place = keep(file, PRINT, folder)
    assert original(PRINT, folder) is Original.KEPT
    when = place.stat()
    place.write_bytes(body)
    os.utime(place, ns=(when.st_atime_ns, when.st_mtime_ns))
    with checked(PRINT, folder) as (state, _):
        assert state is Original.ALTERED


def link(place: Path, file: Path) -> None:
    place.symlink_to(file)


def link_of_the_folder(place: Path, file: Path) -> None:
    place.parent.rmdir()
    elsewhere = file.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / place.name).write_bytes(BODY)
    place.parent.symlink_to(elsewhere)


def pipe(place: Path, _file: Path) -> None:
    os.mkfifo(place)


def folder_of_that_name(place: Path, _file: Path) -> None:
    place.mkdir()


@pytest.mark.parametrize("put", [link, link_of_the_folder, pipe, folder_of_that_name])
def test_what_is_no_file_of_ours_is_not_read(file: Path, tmp_path: Path, put: Callable[[Path, Path], None]) -> None:
    folder = tmp_path / "originals"
    place = keep(file, PRINT, folder)
    place.unlink()
    put(place, file)
    assert original(PRINT, folder) is Original.ALTERED
    with checked(PRINT, folder) as (state, copy):
        assert (state, copy.exists()) == (Original.ALTERED, False)


def test_a_link_in_the_place_of_a_file_makes_room_and_one_of_its_folder_is_refused(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "originals"
    place = keep(file, PRINT, folder)
    place.unlink()
    place.symlink_to(file)
    assert not keep(file, PRINT, folder).is_symlink()
    place.unlink()
    link_of_the_folder(place, file)
    (tmp_path / "elsewhere" / PRINT).unlink()
    with pytest.raises(RefusedFile, match="cannot be kept in the folder of originals: a link lies in the place"):
        keep(file, PRINT, folder)
    assert not [*(tmp_path / "elsewhere").iterdir()]
