"""Proves that the page of a load that was cut off tells what the database knows: published, or not."""

import json
from collections.abc import Sequence
from pathlib import Path
from shutil import rmtree
from threading import Event

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.web.uploads import runs
from dashboard.web.uploads.folders import Folders
from dashboard.web.uploads.under_way import UnderWay
from dashboard.web.uploads.upload_notes import Job, State
from dashboard.web.uploads.working import hold
from data.intake.pipeline import Summary, Wish, load_files
from data.own.history import moves
from tests.data.own.typed import table_1
from tests.web.test_load_pages import published, sent

STOPPED = "nothing was published"


def as_it_was_before_the_end(note: Path) -> None:
    """Put a note back to where it stands while a load is being published."""
    found = json.loads(note.read_text(encoding="utf-8"))
    note.write_text(json.dumps(found | {"state": "reading"}), encoding="utf-8")


@pytest.fixture
def body(tmp_path: Path) -> bytes:
    return table_1(tmp_path, E7="1,131").read_bytes()


def note_of(tmp_path: Path) -> Path:
    [note] = (tmp_path / "originals" / "incoming").glob("*/job.json")
    return note


def test_a_load_killed_after_its_figures_were_written_is_told_as_published(
    own: FlaskClient, tmp_path: Path, body: bytes
) -> None:
    page = published(own, sent(own, ("table 1.xlsx", body)))
    as_it_was_before_the_end(note_of(tmp_path))
    for _ in range(2):
        again = own.get(page.request.path)
        assert (again.status_code, "Published" in again.text, STOPPED in again.text) == (200, True, False)


def test_a_load_killed_before_its_figures_were_written_is_told_as_not_published(
    own: FlaskClient, tmp_path: Path, body: bytes
) -> None:
    page = sent(own, ("table 1.xlsx", body))
    as_it_was_before_the_end(note_of(tmp_path))
    again = own.get(page.request.path)
    assert (again.status_code, STOPPED in again.text) == (400, True)


def test_a_load_of_which_only_the_database_knows_is_told_as_published(
    own: FlaskClient, tmp_path: Path, body: bytes
) -> None:
    shown = sent(own, ("a.xlsx", body))
    page = published(own, sent(own, ("table 1.xlsx", body)))
    rmtree(tmp_path / "originals" / "incoming")
    told = own.get(page.request.path)
    assert (told.status_code, "This load was published on " in told.text) == (200, True)
    assert "not kept any more: choose the files again" in own.get(shown.request.path).text


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyError("ours")])
def test_a_note_that_cannot_be_written_after_the_figures_were_makes_no_false_message(
    own: FlaskClient, quick_engine: Engine, body: bytes, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    write, is_tried = Folders.note, Event()

    def noted(self: Folders, token: str, job: Job) -> None:
        if job.state is State.PUBLISHED and not is_tried.is_set():
            is_tried.set()
            raise fault
        write(self, token, job)

    shown = sent(own, ("table 1.xlsx", body))
    monkeypatch.setattr(Folders, "note", noted)
    monkeypatch.setattr("threading.excepthook", lambda _: None)
    page = published(own, shown)
    assert (is_tried.is_set(), len(moves(quick_engine))) == (True, 1)
    assert (page.status_code, "Published" in page.text, STOPPED in page.text) == (200, True, False)


def test_figures_that_were_written_although_the_database_said_otherwise_are_told_as_published(
    own: FlaskClient, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection may be lost after the server has committed and before it could say so."""

    def lost(engine: Engine, paths: Sequence[Path], wish: Wish) -> Summary:
        found = load_files(engine, paths, wish)
        found.loaded, found.refused = False, ["The database cannot be written: the connection was lost."]
        return found

    shown = sent(own, ("table 1.xlsx", body))
    monkeypatch.setattr(runs, "load_files", lost)
    page = published(own, shown)
    assert (page.status_code, "Published" in page.text) == (200, True)


def test_only_one_works_on_a_load_and_a_click_beside_them_changes_nothing(
    own: FlaskClient, tmp_path: Path, body: bytes
) -> None:
    page = sent(own, ("table 1.xlsx", body))
    with hold(note_of(tmp_path).parent):
        for step in ("publish", "cancel", "answers", "again"):
            assert own.post(f"{page.request.path}/{step}", data={"digest": "other"}).status_code == 303
        assert own.get(page.request.path).text == page.text
    assert own.post(f"{page.request.path}/cancel").status_code == 303
    assert "cancelled" in own.get(page.request.path).text.lower()


def test_the_server_waits_for_what_goes_on_beside_the_requests_and_not_for_ever() -> None:
    under_way, go_on = UnderWay(), Event()
    assert under_way.wait(0)

    def work() -> None:
        assert go_on.wait(30)

    under_way.start(work)
    assert not under_way.wait(0.01)
    go_on.set()
    assert under_way.wait(30)
