"""A month of street-level crime is erased with its points: what is left is what would be there without its file."""

from pathlib import Path

from sqlalchemy import Engine, select

from dashboard.reports.desk import Desk
from dashboard.reports.pages.hotspot_file import hotspots_file
from data.engine import open_engine
from data.intake.pipeline import Wish, load_files
from data.intake.published import ensure_published
from data.keeping.erasing import erase
from data.store import SqlStore
from data.tables import street
from tests.data.keeping.test_erasing import LATER, WHY, files
from tests.data.own.conftest import reader
from tests.data.own.typed import NOON
from tests.data.street.conftest import engine
from tests.data.street.streets import row, street_file, street_text

__all__ = ["engine", "reader"]
#: All that a month is counted in; the numbers of points are free, and places that were met stay.
COUNTED = ("area_count", "outcome_count", "place_window", "known_point", "force_month", "doubtful_month")


def load(engine: Engine, *paths: Path) -> None:
    assert load_files(engine, paths, Wish(NOON)).loaded


def counted(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Every row of what months are counted in, but for the number of its file."""
    found = {}
    with engine.connect() as connection:
        for name in COUNTED:
            columns = [column for column in street.street.tables[name].c if column.name != "arrival"]
            found[name] = sorted((tuple(row) for row in connection.execute(select(*columns))), key=repr)
    return found


def points(engine: Engine) -> set[str]:
    """The names of the map points that are held."""
    with engine.connect() as connection:
        return set(connection.execute(select(street.map_point.c.name)).scalars())


def test_what_is_left_is_what_would_be_there_without_the_file(engine: Engine, tmp_path: Path) -> None:
    load(engine, street_file(tmp_path, "2026-01", 300))
    before, known = counted(engine), points(engine)
    lonely = tmp_path / "2026-02-testshire-street.csv"
    lonely.write_text(street_text([row("2026-02", place, "Drugs") for place in (3, 140, 141)]), encoding="utf-8")
    load(engine, lonely)
    assert "On or near Road 141" in points(engine)
    [loss] = erase(engine, files(engine)[1:], WHY, LATER)
    assert loss.months == ("Testshire Police 2026-02",)
    assert points(engine) == known
    found = counted(engine)
    assert {name: rows for name, rows in found.items() if rows != before[name]} == {}


def test_a_force_whose_every_month_is_erased_leaves_pages_that_open(sqlite_url: str, tmp_path: Path) -> None:
    engine = open_engine(sqlite_url)
    ensure_published(engine)
    load(engine, street_file(tmp_path, "2026-01", 300))
    erase(engine, files(engine), WHY, LATER)
    assert [rows for rows in counted(engine).values() if rows] == []
    assert points(engine) == set()
    desk = Desk(SqlStore(engine))
    for home in desk.choices().names:
        desk.report(hotspots_file, desk.filters(f"partnership={home}", shows_street_places=True))
    load(engine, street_file(tmp_path, "2026-01", 300))
    assert points(engine)
    engine.dispose()


def test_a_month_that_another_file_is_published_for_stays(engine: Engine, tmp_path: Path) -> None:
    load(engine, street_file(tmp_path, "2026-01", 300))
    load(engine, street_file(tmp_path, "2026-01", 310, seed=2))
    before = counted(engine)
    [loss] = erase(engine, files(engine)[:1], WHY, LATER)
    assert (loss.months, counted(engine)) == ((), before)
