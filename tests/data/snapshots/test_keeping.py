"""What a meeting saw is frozen once, sealed, and read again by who may see it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, text

from dashboard.domain.errors import AlreadyFrozen
from dashboard.domain.snapshots.canonical import fingerprint
from dashboard.domain.snapshots.reading import read, written
from data.audit.reading import EVERY_LINE, page
from data.engine import begin_writing
from data.snapshots.keeping import freeze, redact
from data.store import SqlStore
from tests.data.own.conftest import engine, quick_engine
from tests.domain.snapshots.typed import SEEN

__all__ = ["engine", "quick_engine"]
NOON = datetime(2026, 1, 20, 12, tzinfo=UTC)


def frozen(engine: Engine, meeting: int = 4) -> str:
    with begin_writing(engine) as connection:
        return freeze(connection, meeting, SEEN, NOON)


def deeds(engine: Engine) -> list[tuple[str, str, str, str]]:
    return [(line.deed, line.subject, line.before, line.after) for line in reversed(page(engine, EVERY_LINE))]


def test_what_was_seen_comes_back_letter_by_letter_with_its_seal(engine: Engine) -> None:
    digest = frozen(engine)
    [found] = SqlStore(engine).snapshots("rutland")
    assert (found.meeting, found.moment, found.digest) == (4, "2026-01-20T12:00:00+00:00", digest)
    assert found.is_intact
    assert digest == fingerprint(written(SEEN)) == fingerprint(found.text)
    assert read(found.text) == SEEN
    assert SqlStore(engine).snapshots("derby") == ()
    assert deeds(engine) == [("meeting frozen", "meeting 4", "", f"sha256 {digest}")]


def test_a_meeting_is_frozen_once(engine: Engine) -> None:
    frozen(engine)
    with pytest.raises(AlreadyFrozen, match="closed already"), begin_writing(engine) as connection:
        freeze(connection, 4, replace(SEEN, meeting="Another"), NOON)
    assert [read(item.text).meeting for item in SqlStore(engine).snapshots("rutland")] == ["Strategy group"]
    assert len(deeds(engine)) == 1


def test_what_was_written_over_behind_our_back_shows(engine: Engine) -> None:
    frozen(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE snapshot SET text = replace(text, '\"met\"', '\"missed\"')"))
    [found] = SqlStore(engine).snapshots("rutland")
    assert not found.is_intact


def test_words_are_taken_out_and_the_rest_is_sealed_anew(engine: Engine) -> None:
    before = frozen(engine)
    with begin_writing(engine) as connection:
        assert redact(connection, 4, "Lock the sheds", NOON)
        assert not redact(connection, 4, "Lock the sheds", NOON)
        assert not redact(connection, 5, "Lock the sheds", NOON)
    [found] = SqlStore(engine).snapshots("rutland")
    assert found.is_intact
    assert found.sealed_before == before != found.digest
    assert "Lock the sheds" not in found.text
    assert read(found.text).items[0].said[0].words == "[name removed]"
    assert deeds(engine)[1] == (
        *("words taken out of a frozen meeting", "meeting 4"),
        *(f"sha256 {before}", f"sha256 {found.digest}"),
    )


def test_a_transaction_that_fails_freezes_nothing(engine: Engine) -> None:
    def fail_after_it() -> None:
        with begin_writing(engine) as connection:
            freeze(connection, 4, SEEN, NOON)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_it()
    assert SqlStore(engine).snapshots("rutland") == ()
    assert deeds(engine) == []
