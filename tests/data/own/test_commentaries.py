"""Proves that commentary from forms is kept for ever beside that from files, and that two writers lose nothing."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from dashboard.domain.access.deeds import DeedKind
from dashboard.domain.commentary import Commentary, NewCommentary
from dashboard.domain.doors import CommentaryDoor
from dashboard.domain.errors import RefusedEntry
from dashboard.domain.periods.period import financial_year
from dashboard.domain.records import Scope
from data.audit.reading import EVERY_LINE, page
from data.own.commentaries import OVERTAKEN, Place, say, typed
from data.sources.entries import ENTRY, written
from data.store import SqlStore
from data.tables import own as tables
from tests.data.own.typed import load

HOME = "warwickshire"
PLACE: Place = (HOME, "warwickshire/ni-15", HOME, financial_year(2010))
FIRST, SECOND = datetime(2026, 3, 2, 23, 59, 59, tzinfo=UTC), datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
FIRST_TEXT = "2026-03-02T23:59:59+00:00"


def standing(engine: Engine, day: date | None = None) -> list[Commentary]:
    return list(SqlStore(engine).as_at(day).commentaries(Scope(HOME)))


def one(engine: Engine) -> Commentary | None:
    found = [item for item in standing(engine) if item.period == PLACE[3]]
    return found[0] if found else None


def write(engine: Engine, text: str, seen: str = "", moment: datetime = FIRST) -> None:
    say(engine, PLACE, NewCommentary(text, "Police lead", seen), lambda: one(engine), moment)


def test_what_is_said_stands_beside_its_figure_and_makes_another_version(engine: Engine) -> None:
    store = SqlStore(engine)
    before = store.version()
    write(engine, "Alcohol played a part.")
    [found] = standing(engine)
    assert (found.indicator, found.area, found.period) == PLACE[1:]
    assert (found.text, found.author) == ("Alcohol played a part.", "Police lead")
    assert (found.moment, found.source.place) == (FIRST_TEXT, "Commentary · 2010/11")
    assert found.source.target == CommentaryDoor(HOME, "ni-15", "", "2010-11")
    assert store.version() != before
    assert store.commentaries(Scope("derby")) == ()


def test_each_version_is_kept_and_the_newest_stands(engine: Engine) -> None:
    write(engine, "First.")
    write(engine, "Second.", FIRST_TEXT, SECOND)
    assert [item.text for item in standing(engine)] == ["Second."]
    assert [item.text for item in SqlStore(engine).commentary_history(Scope(HOME))] == ["First.", "Second."]
    assert [item.text for item in standing(engine, date(2026, 3, 4))] == ["First."]
    assert standing(engine, date(2026, 3, 1)) == []


def test_what_is_taken_back_stands_no_more_and_is_still_known(engine: Engine) -> None:
    write(engine, "First.")
    write(engine, "", FIRST_TEXT, SECOND)
    assert standing(engine) == []
    assert [item.text for item in SqlStore(engine).commentary_history(Scope(HOME))] == ["First.", ""]


def test_whoever_saw_another_commentary_is_told_and_nothing_is_lost(engine: Engine) -> None:
    write(engine, "First.")
    with pytest.raises(RefusedEntry) as refused:
        write(engine, "Second, written at the same time.", "", SECOND)
    assert refused.value.faults == (("text", OVERTAKEN),)
    assert [item.text for item in standing(engine)] == ["First."]


def test_the_same_sent_twice_is_kept_once(engine: Engine) -> None:
    write(engine, "First.")
    write(engine, "First.", "", SECOND)
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(tables.commentary)).scalar() == 1


def test_the_trail_says_that_it_was_said_and_repeats_no_words(engine: Engine) -> None:
    write(engine, "First.")
    write(engine, "", FIRST_TEXT, SECOND)
    lines = [item for item in page(engine, EVERY_LINE) if item.deed == DeedKind.COMMENTARY_SAID]
    assert [(item.subject, item.before, item.after) for item in lines] == [
        ("warwickshire/ni-15, warwickshire, 2010/11", "", "taken back"),
        ("warwickshire/ni-15, warwickshire, 2010/11", "", ""),
    ]


ENTERED = {
    **{"Entered": "figure", "Partnership": HOME, "Indicator": PLACE[1], "Name": "", "Area": HOME, "Area name": ""},
    **{"Period": "2010/11", "What": "commentary", "Marker": "", "Reason": "As agreed", "Withdrawn": ""},
}
LATER = datetime(2027, 1, 1, tzinfo=UTC)  # than any load of a test


def test_a_form_takes_the_place_of_a_file_and_the_next_file_that_of_the_form(
    quick_engine: Engine, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_bytes(written(ENTRY, [{**ENTERED, "As typed": "From a file."}]))
    load(quick_engine, tmp_path / "a.csv")
    of_file = one(quick_engine)
    assert of_file is not None
    assert of_file.text == "From a file."
    write(quick_engine, "From a form.", of_file.moment, LATER)
    assert [item.text for item in standing(quick_engine)] == ["From a form."]
    history = SqlStore(quick_engine).commentary_history(Scope(HOME))
    assert [item.text for item in history] == ["From a file.", "From a form."]


def test_of_an_indicator_that_was_merged_it_is_said_of_the_other(engine: Engine) -> None:
    write(engine, "First.")
    scope = Scope(HOME, indicators=frozenset({"warwickshire/other"}))
    assert [item.indicator for item in typed(engine, scope, lambda: {"ni-15": "warwickshire/other"}, None)] == [
        "warwickshire/other"
    ]
    assert typed(engine, scope, dict, None) == []
