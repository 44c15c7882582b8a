"""Proves how published offences by code are kept: replaced by year, gone with their load's undoing and their file."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.access.people import ALL, EVERYTHING, NONE, Eyes
from dashboard.questions.limited import limited
from dashboard.questions.street import OffenceYear
from data.keeping.area_rows import erase_areas
from data.own.pointer import pointer
from data.own.publishing.release import undo
from data.store import SqlStore
from tests.data.own.typed import load, wish
from tests.data.sources.offence_rows import HEADING, rest, row

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def written(folder: Path, name: str, count: str, year: str = "2017/18") -> Path:
    """A table of one force's whole year, with so many of code 56 in the first quarter."""
    lines = [line for quarter in "1234" for line in rest(force="Warwickshire", quarter=quarter, year=year)]
    path = folder / name
    lines.append(row("Arson", count, force="Warwickshire", year=year))
    path.write_text("\n".join([HEADING, *lines, ""]))
    return path


def years(engine: Engine) -> tuple[OffenceYear, ...]:
    return SqlStore(engine).offence_years("warwickshire", "", "Warwickshire Police")


@pytest.fixture
def loaded(quick_engine: Engine, tmp_path: Path) -> Engine:
    load(quick_engine, written(tmp_path, "first.csv", "8"), wish=wish("warwickshire"))
    return quick_engine


def test_a_year_is_found_by_the_name_of_its_area_and_replaced_as_a_whole(loaded: Engine, tmp_path: Path) -> None:
    [first] = years(loaded)
    assert (first.area, first.level, first.year, first.counts["56"]) == (
        *("Warwickshire", "police force area"),
        *("2017-18", 8),
    )
    summary = load(loaded, written(tmp_path, "second.csv", "9"), wish=wish("warwickshire"))
    assert "Offences by code of 1 areas and years, for harm." in summary.files[0].said
    load(loaded, written(tmp_path, "earlier.csv", "5", "2016/17"), wish=wish("warwickshire"))
    assert [(item.year, item.counts["56"], item.file) for item in years(loaded)] == [
        ("2017-18", 9, "second.csv"),
        ("2016-17", 5, "earlier.csv"),
    ]
    assert SqlStore(loaded).offence_years("warwickshire", "", "Rugby") == ()
    assert SqlStore(loaded).offence_years("warwickshire", "", "") == ()


def test_what_was_undone_or_erased_is_weighed_no_more(loaded: Engine) -> None:
    [arrival] = {item.arrival for item in years(loaded)}
    with loaded.connect() as connection:
        now = pointer(connection)
    undo(loaded, now, NOON, "tests")
    assert years(loaded) == ()
    with loaded.begin() as connection:
        found = erase_areas(connection, [arrival])
    assert found.lines
    assert not found.regrows


def test_whoever_may_not_see_the_small_numbers_of_a_file_sees_no_offence_of_it(loaded: Engine) -> None:
    store = SqlStore(loaded)
    [found] = years(loaded)

    class Ruled(SqlStore):
        def covered_files(self, partnership: str) -> frozenset[int]:
            return frozenset({found.arrival})

    asked = ("warwickshire", "", "Warwickshire")
    others = Eyes(ALL, NONE, ALL, NONE)
    assert limited(store, others).offence_years(*asked) == (found,)
    assert limited(Ruled(loaded), others).offence_years(*asked) == ()
    assert limited(Ruled(loaded), EVERYTHING).offence_years(*asked) == (found,)
