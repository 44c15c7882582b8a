"""Proves that what is published from the browser is what was shown, and that nothing is when something came between."""

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.errors import RefusedFile
from dashboard.web.uploads import runs
from dashboard.web.uploads.folders import Folders
from dashboard.web.uploads.load_view import view_of
from dashboard.web.uploads.runs import STOPPED, Place, Run
from dashboard.web.uploads.upload_notes import Job, State, digest_of
from dashboard.web.uploads.uploads import Uploads
from dashboard.web.uploads.working import NAME, hold
from data.connections.engines import Engines
from data.originals.folder import kept
from data.own.history import moves
from data.store import SqlStore
from tests.data.own.typed import NOON, Rows, book, number, table_1

HEADING = "Indicator,Period,Actual"
JOB = Job(who="Jo", source="Force team", partnership="warwickshire")


@dataclass
class Form:
    """A file as a browser sends it."""

    filename: str | None
    body: bytes = b""

    def save(self, dst: Path) -> None:
        dst.write_bytes(self.body)


class Full(Form):
    """A file for which there is no room."""

    def save(self, dst: Path) -> None:
        raise OSError(28, "No space left on device")


@pytest.fixture
def uploads(quick_engine: Engine, tmp_path: Path) -> Uploads:
    return Uploads(Place(Engines(quick_engine, quick_engine), tmp_path / "originals", lambda: NOON))


def ended(uploads: Uploads, token: str) -> Job:
    """The job when it is not reading any more."""
    found = uploads.job(token)
    while found is None or found.state is State.READING:
        time.sleep(0.005)
        found = uploads.job(token)
    return found


def actual(engine: Engine) -> int:
    """The published number of NI 40."""
    found, _ = number(engine)
    assert found is not None
    return int(found)


def sent(uploads: Uploads, *forms: Form) -> tuple[str, Job]:
    token = uploads.receive(forms, JOB)
    return token, ended(uploads, token)


def figures(text: str, name: str = "a.csv") -> Form:
    return Form(name, f"{HEADING}\nNI 40,2010/11,{text}\n".encode())


def test_a_load_is_shown_first_and_published_as_it_was_shown(
    uploads: Uploads, quick_engine: Engine, tmp_path: Path
) -> None:
    body = table_1(tmp_path, E7="1,131").read_bytes()
    token, job = sent(uploads, Form("C:\\tables\\table 1.xlsx", body))
    assert (job.state, job.stale, [item.now for item in job.summary.figures.changes]) == (State.READY, False, ["1,131"])
    assert (moves(quick_engine), job.summary.files[0].name) == ((), "table 1.xlsx")
    uploads.publish(token, job.digest)
    done = ended(uploads, token)
    assert (done.state, actual(quick_engine), moves(quick_engine)[0].who) == (State.PUBLISHED, 1131, "Jo")
    assert kept(done.summary.files[0].sha256, tmp_path / "originals").read_bytes() == body
    assert not [path for path in (tmp_path / "originals" / "incoming" / token).rglob("*.xlsx")]
    assert view_of(token, done, SqlStore(quick_engine)).partnerships == ("warwickshire",)


def test_a_preview_is_kept_whole_for_every_worker(uploads: Uploads, quick_engine: Engine, tmp_path: Path) -> None:
    rows: Rows = [
        ("Indicator", "Polarity", "2011/12"),
        ("Knife crime", "", 7),
        ("NI 15 - x", "", "1,1283"),
        ("Rare", "", 2),
    ]
    token, job = sent(uploads, Form("a.xlsx", book(tmp_path / "a.xlsx", rows).read_bytes()))
    other = Uploads(Place(Engines(quick_engine, quick_engine), tmp_path / "originals", lambda: NOON))
    assert other.job(token) == job
    assert digest_of(job.summary) == job.digest
    assert (len(job.summary.figures.totals), job.summary.figures.unjudged) == (1, ("Knife crime", "Rare"))
    (file,) = view_of(token, job, SqlStore(quick_engine)).files
    assert [(row.line, row.rule, row.sentence) for row in file.rejected] == [
        (3, "value-unreadable", "A row or cell has a figure that cannot be read"),
    ]


def test_what_somebody_published_in_between_is_shown_anew_and_nothing_is_published(
    uploads: Uploads, quick_engine: Engine
) -> None:
    mine, first = sent(uploads, figures("1131"))
    theirs, second = sent(uploads, figures("1132", "b.csv"))
    uploads.publish(theirs, second.digest)
    assert ended(uploads, theirs).state is State.PUBLISHED
    uploads.publish(mine, first.digest)
    shown = ended(uploads, mine)
    assert (shown.state, shown.stale, actual(quick_engine)) == (State.READY, True, 1132)
    assert [(item.before, item.now) for item in shown.summary.figures.changes] == [("1132", "1131")]
    uploads.publish(mine, "made up")
    assert (ended(uploads, mine).stale, actual(quick_engine)) == (True, 1132)
    uploads.publish(mine, shown.digest)
    assert (ended(uploads, mine).state, actual(quick_engine)) == (State.PUBLISHED, 1131)


def test_two_people_with_the_same_figures_publish_them_once(uploads: Uploads, quick_engine: Engine) -> None:
    (mine, first), (theirs, second) = sent(uploads, figures("1131")), sent(uploads, figures("1131", "b.csv"))
    uploads.publish(theirs, second.digest)
    assert ended(uploads, theirs).state is State.PUBLISHED
    uploads.publish(mine, first.digest)
    assert (ended(uploads, mine).state, len(moves(quick_engine))) == (State.NOTHING, 1)


def test_a_load_is_published_or_cancelled_once(uploads: Uploads, quick_engine: Engine, tmp_path: Path) -> None:
    token, job = sent(uploads, figures("1131"))
    uploads.cancel(token)
    uploads.cancel(token)
    uploads.publish(token, job.digest)
    found = uploads.job(token)
    assert found is not None
    assert (found.state, moves(quick_engine)) == (State.CANCELLED, ())
    assert not list((tmp_path / "originals").rglob("*.csv"))
    uploads.publish("A" * 22, job.digest)
    uploads.cancel("A" * 22)


def test_what_is_nothing_new_or_refused_says_so(uploads: Uploads) -> None:
    assert sent(uploads, figures("1128"))[1].state is State.NOTHING
    job = sent(uploads, Form("notes.csv", b"dear,all\nplease,find\n"))[1]
    assert (job.state, len(job.summary.refused)) == (State.REFUSED, 1)


@pytest.mark.parametrize(
    ("forms", "sentence"),
    [
        ([], "Select a file."),
        ([Form(""), Form(None)], "Select a file."),
        ([figures("1131"), Form("empty.csv")], "The selected file is empty: empty.csv."),
        ([Full("a.csv")], "The files cannot be kept: no space left on device."),
    ],
)
def test_what_cannot_be_received_leaves_nothing(
    uploads: Uploads, tmp_path: Path, forms: list[Form], sentence: str
) -> None:
    with pytest.raises(RefusedFile) as refused:
        uploads.receive(forms, JOB)
    assert str(refused.value) == sentence
    lying = {path.name for path in (tmp_path / "originals").rglob("*") if path.is_file()}
    assert lying <= {NAME}, "only the lock of those who hand in"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("../../etc/passwd", "passwd"), ("..", "file"), ("a/b\\c.csv", "c.csv"), ("x" * 300 + ".csv", "x" * 116 + ".csv")],
)
def test_a_name_never_leads_out_of_the_folder(uploads: Uploads, tmp_path: Path, name: str, expected: str) -> None:
    token, _ = sent(uploads, Form(name, b"a,b\n1,2\n"))
    (path,) = (tmp_path / "originals" / "incoming" / token / "0").iterdir()
    assert path.name == expected


@pytest.mark.parametrize("token", ["", "..", "A" * 22, "A" * 21 + "/", "../" * 7 + "A"])
def test_another_token_is_none(uploads: Uploads, token: str) -> None:
    assert uploads.job(token) is None


def test_files_that_nobody_confirms_are_forgotten_after_a_day(uploads: Uploads, tmp_path: Path) -> None:
    token, _ = sent(uploads, figures("1131"))
    folder = tmp_path / "originals" / "incoming" / token
    os.utime(folder, (1, 1))
    fresh, _ = sent(uploads, figures("1132"))
    assert (folder.exists(), uploads.job(token), uploads.job(fresh) is not None) == (False, None, True)


def test_a_file_that_cannot_be_kept_is_not_published(uploads: Uploads, quick_engine: Engine, tmp_path: Path) -> None:
    token, job = sent(uploads, figures("1131"))
    blocked = tmp_path / "originals" / job.summary.files[0].sha256[:2]
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    uploads.publish(token, job.digest)
    done = ended(uploads, token)
    assert (done.state, moves(quick_engine)) == (State.REFUSED, ())
    assert done.summary.refused[0].startswith("a.csv cannot be kept in ")


def test_a_reading_whose_process_ended_is_refused_at_once(uploads: Uploads, tmp_path: Path) -> None:
    token, job = sent(uploads, figures("1131"))
    folder = tmp_path / "originals" / "incoming" / token
    note = folder / "job.json"
    note.write_text(json.dumps(json.loads(note.read_text(encoding="utf-8")) | {"state": "reading"}), encoding="utf-8")
    with hold(folder):
        found = uploads.job(token)
        assert found is not None
        assert (found.state, found.summary) == (State.READING, job.summary)
    assert [ended(uploads, token).summary.refused for _ in range(2)] == [[STOPPED]] * 2
    note.write_text("{", encoding="utf-8")
    assert uploads.job(token) is None


def test_a_fault_of_our_own_is_told_as_such(uploads: Uploads, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    token, job = sent(uploads, figures("1131"))
    monkeypatch.setattr(runs, "load_files", broken)
    run = Run(uploads._place, uploads._shelf, token, job)
    with pytest.raises(RuntimeError):
        run.run(publish=True)
    job = ended(uploads, token)
    assert (job.state, job.summary.refused) == (State.REFUSED, [STOPPED])


def test_progress_is_noted_while_files_are_read(uploads: Uploads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "PAUSE", -1)
    notes: list[tuple[int, str]] = []
    write = Folders.note

    def noting(self: Folders, token: str, job: Job) -> None:
        notes.append((job.rows, job.reading))
        write(self, token, job)

    monkeypatch.setattr(Folders, "note", noting)
    sent(uploads, figures("1131"), Form("b.csv", f"{HEADING}\nNI 47,2010/11,300\n".encode()))
    assert notes == [(0, ""), (1, "a.csv"), (2, "b.csv"), (2, "")]
