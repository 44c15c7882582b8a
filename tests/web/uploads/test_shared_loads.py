"""Proves that any node goes on with a load, that who is silent is heard no more, and that nothing counts twice."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.access.deeds import Actor
from dashboard.domain.errors import RefusedFile
from dashboard.web.uploads.rows import Rows
from dashboard.web.uploads.runs import Place
from dashboard.web.uploads.shelf import TakenOver
from dashboard.web.uploads.upload_notes import Job, State
from dashboard.web.uploads.uploads import STOPPED_OFTEN, Uploads
from data.audit.acting import acting
from data.connections.engines import Engines
from data.engine import begin_writing
from data.intake import pipeline
from data.intake.receipts import give
from data.loads import claims
from data.originals.places import at
from data.own.history import moves
from tests.data.own.conftest import quick_engine, read_here
from tests.data.own.test_uploads import Form
from tests.data.own.typed import NOON, table_1

__all__ = ["quick_engine"]
JOB = Job(who="Jo", source="Force team", partnership="warwickshire", owner="jo")


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "read", read_here)


@pytest.fixture
def body(tmp_path: Path) -> bytes:
    return table_1(tmp_path, E7="1,131").read_bytes()


def node(engine: Engine, tmp_path: Path) -> Uploads:
    place = Place(Engines(engine, engine), tmp_path / "originals", lambda: NOON)
    return Uploads(place, shelf=Rows(engine, at(place.originals)))


def dying(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Uploads:
    """A node that dies whenever it has begun with a load."""
    found = node(engine, tmp_path)
    monkeypatch.setattr(found.under_way, "start", lambda _: None)
    return found


def later(monkeypatch: pytest.MonkeyPatch, leases: int = 1) -> None:
    """Let the time go by after which whoever is silent is no longer there."""
    moment = claims.now() + leases * (claims.SILENCE + timedelta(seconds=1))
    monkeypatch.setattr(claims, "now", lambda: moment)


def done(uploads: Uploads, token: str) -> Job:
    uploads.wait(token, 30)
    uploads.under_way.wait(30)
    job = uploads.job(token)
    assert job is not None
    return job


def test_a_load_of_a_node_that_died_is_read_and_published_by_another(
    quick_engine: Engine, tmp_path: Path, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, third = (dying(quick_engine, tmp_path, monkeypatch) for _ in range(2))
    second = node(quick_engine, tmp_path)
    with acting(Actor("jo", "Jo Smith")):
        token = first.receive([Form("table 1.xlsx", body)], JOB)
    second.go_on()
    assert (job := second.job(token)) is not None
    assert (job.state, job.tries, second.under_way.wait(0)) == (State.READING, 1, True)  # it may live still
    later(monkeypatch)
    second.go_on()
    ready = done(second, token)
    assert (ready.state, ready.tries, ready.by.name) == (State.READY, 2, "Jo Smith")
    assert (seen := third.job(token)) is not None
    assert (seen.state, seen.digest) == (State.READY, ready.digest)
    third.publish(token, ready.digest)  # and dies
    later(monkeypatch)
    published = done(second, token)
    assert (published.state, len(moves(quick_engine))) == (State.PUBLISHED, 1)
    assert not [path for path in (tmp_path / "originals" / "incoming").rglob("*") if path.is_file()]


def test_a_load_that_nobody_survives_is_refused_after_three_tries(
    quick_engine: Engine, tmp_path: Path, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    nodes = [dying(quick_engine, tmp_path, monkeypatch) for _ in range(4)]
    token = nodes[0].receive([Form("table 1.xlsx", body)], JOB)
    for uploads in nodes[1:]:
        later(monkeypatch)
        uploads.go_on()
    assert (job := nodes[0].job(token)) is not None
    assert (job.state, job.tries, job.summary.refused) == (State.REFUSED, 3, [STOPPED_OFTEN])
    assert (moves(quick_engine), nodes[0].job("A" * 22)) == ((), None)


def test_published_by_a_node_that_died_before_it_could_say_so(
    quick_engine: Engine, tmp_path: Path, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    uploads, rows = node(quick_engine, tmp_path), Rows(quick_engine, at(tmp_path / "originals"))
    token = uploads.receive([Form("table 1.xlsx", body)], JOB)
    uploads.publish(token, done(uploads, token).digest)
    published = done(uploads, token)
    with rows.hold(token):
        rows.note(token, replace(published, state=State.READING))
    later(monkeypatch)
    uploads.go_on()
    assert (done(uploads, token).state, len(moves(quick_engine))) == (State.PUBLISHED, 1)


def test_who_was_silent_too_long_is_heard_no_more(
    quick_engine: Engine, tmp_path: Path, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (Rows(quick_engine, at(tmp_path / "originals")) for _ in range(2))
    token = first.save([Form("table 1.xlsx", body)])
    with first.hold(token) as ours:
        assert ours
        first.note(token, JOB)
        monkeypatch.setattr("dashboard.web.uploads.rows.PATIENCE", 0.0)
        assert not second.hold(token)
        later(monkeypatch)
        assert not first.hold(token)  # a thread of its own process still works on it
        with second.hold(token) as theirs:
            assert theirs
            with pytest.raises(TakenOver):
                first.note(token, JOB)
            second.note(token, replace(JOB, rows=7))
    assert (found := first.noted(token)) is not None
    assert (found.rows, first.is_held(token)) == (7, False)


def test_what_lies_there_counts_on_every_node_and_goes_after_a_day(
    quick_engine: Engine, tmp_path: Path, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = node(quick_engine, tmp_path), node(quick_engine, tmp_path)
    token = first.receive([Form("table 1.xlsx", body)], JOB)
    assert done(second, token).state is State.READY
    rows = Rows(quick_engine, at(tmp_path / "originals"))
    [lying] = rows.lying()
    assert (lying.token, lying.owner, lying.size, lying.is_waiting) == (token, "jo", len(body), True)
    second.cancel(token)
    job = done(first, token)
    assert job.state is State.CANCELLED
    old = claims.now() - timedelta(days=2)
    monkeypatch.setattr(claims, "now", lambda: old)
    with rows.hold(token):
        rows.note(token, job)
    rows.forget_old()
    assert rows.lying() == []


def test_an_empty_file_leaves_nothing(quick_engine: Engine, tmp_path: Path) -> None:
    uploads = node(quick_engine, tmp_path)
    with pytest.raises(RefusedFile, match=r"The selected file is empty: b\.csv\."):
        uploads.receive([Form("a.csv", b"1"), Form("b.csv", b"")], JOB)
    assert claims.rows(quick_engine) == []
    assert not [path for path in (tmp_path / "originals").rglob("*") if path.is_file()]


def test_a_load_has_one_receipt(quick_engine: Engine) -> None:
    with begin_writing(quick_engine) as connection:
        give(connection, "token", NOON)
        with pytest.raises(RefusedFile, match="published already"):
            give(connection, "token", NOON)


def test_what_is_erased_is_looked_for_in_what_was_sent_in(quick_engine: Engine, tmp_path: Path) -> None:
    rows = Rows(quick_engine, at(tmp_path / "originals"))
    token = rows.save([Form("a.csv", b"1")])
    with rows.hold(token):
        rows.note(token, replace(JOB, source="feedbeef"))
    assert (claims.holding(quick_engine, ["beef"]), claims.holding(quick_engine, ["dead"])) == ([token], [])
