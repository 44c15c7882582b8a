"""Proves that every figure leads to the cell it was read from, and tells every value that it had and who gave it."""

import hashlib
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select

from dashboard.domain.doors import EntryDoor
from dashboard.domain.records import Scope
from dashboard.reports.evidence.releases import FigurePlace, PastValue, PublishedRelease
from data.intake import published
from data.intake.rereading import cell_again, find
from data.originals.folder import keep, kept
from data.own.history import figure_place, moves
from data.own.publishing.release import undo
from data.store import SqlStore
from data.tables import own as tables
from tests.data.own.typed import HEADING, NI_40, NOON, Cell, book, load, observation, table_1, text_file, wish

TIDY = ("Partnership,Indicator,Area,Period,Actual,Target", 'Warwickshire,"Knives, all",Rugby,2011/12,"1,128 (3)",TBC')
HOMES = frozenset({"warwickshire"})


def places(engine: Engine) -> Iterator[FigurePlace]:
    """Every figure that was ever loaded and not withdrawn."""
    with engine.connect() as connection:
        numbers = connection.execute(select(tables.figure.c.id).where(tables.figure.c.gone == 0)).scalars().all()
    for number in numbers:
        found = figure_place(engine, SqlStore(engine), number)
        assert found is not None
        yield found


def workbook(folder: Path) -> Path:
    figures: dict[str, Cell] = {f"{column}{row}": row * 3 for column in "FG" for row in range(3, 9)}
    return table_1(folder, F2="2011/12 Target", G2="2011/12", **figures)


def text(folder: Path) -> Path:
    return text_file(folder, "tidy.csv", *TIDY, 'Derby,"Shops ""lifted""",,2011/12,5,', "Derby,Gun crime,,2012,7,6")


def archive(folder: Path) -> Path:
    """A workbook and a table in folders of one archive."""
    path = folder / "figures.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.write(workbook(folder), "2011/typed/table-1.xlsx")
        packed.write(text(folder), "2012/tidy.csv")
    return path


@pytest.mark.parametrize(("made", "least"), [(workbook, 12), (text, 5), (archive, 17)])
def test_every_figure_is_found_again_in_the_file_that_is_kept(
    quick_engine: Engine, tmp_path: Path, made: Callable[[Path], Path], least: int
) -> None:
    path = made(tmp_path)
    sha256 = load(quick_engine, path).files[0].sha256
    there = keep(path, sha256, tmp_path / "originals")
    assert hashlib.sha256(there.read_bytes()).hexdigest() == sha256
    found = list(places(quick_engine))
    assert len(found) == least
    assert {kept(item.sha256, tmp_path / "originals") for item in found} == {there}
    assert [find(there, item.file, item.sheet, item.cell) for item in found] == [item.text for item in found]
    assert cell_again(there, found[-1].file, found[-1].sheet, found[-1].cell) == found[-1].text


def test_a_cell_that_is_not_there_is_nothing(tmp_path: Path) -> None:
    path, cut = table_1(tmp_path), tmp_path / "cut.xlsx"
    cut.write_bytes(path.read_bytes()[:2_000])
    assert cell_again(path, "table-1.xlsx", "Performance", "Z99") is None
    assert cell_again(tmp_path / "gone.xlsx", "gone.xlsx", "Performance", "B3") is None
    assert find(path, "table-1.xlsx", "Another sheet", "B3") is None
    assert find(cut, "cut.xlsx", "Performance", "B3") is None


def test_a_cell_is_nothing_when_reading_it_takes_too_long_or_cannot_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = table_1(tmp_path)
    monkeypatch.setattr("data.intake.rereading.SECONDS", 0.001)
    assert cell_again(path, "table-1.xlsx", "Performance", "B3") is None
    monkeypatch.setattr("data.intake.rereading.sys.executable", str(tmp_path / "no-python"))
    assert cell_again(path, "table-1.xlsx", "Performance", "B3") is None


def test_the_page_of_a_figure_knows_its_file_and_its_place(quick_engine: Engine, tmp_path: Path) -> None:
    summary = load(quick_engine, table_1(tmp_path, E7="1,131"), wish=replace(wish(), source="Force team, Q4"))
    (found,) = places(quick_engine)
    assert replace(found, history=()) == FigurePlace(
        number=1,
        partnership="warwickshire",
        what="actual",
        indicator="Drug users in effective treatment",
        area="Warwickshire",
        period="2010/11",
        text="1,131",
        file="table-1.xlsx",
        sheet="Performance",
        cell="E7",
        arrival=found.arrival,
        name="table-1.xlsx",
        sha256=summary.files[0].sha256,
        moment="2026-03-02T12:00:00+00:00",
        source="Force team, Q4",
        indicator_id="warwickshire/ni-40",
        area_slug="warwickshire",
        period_slug="2010-11",
    )
    assert found.correction == EntryDoor("warwickshire", "ni-40", "", "2010-11", "actual")


def test_a_figure_tells_every_value_it_had_and_what_each_is_now(engine: Engine, tmp_path: Path) -> None:
    for at, text in enumerate(("1130", "1131", "1132")):
        path = text_file(tmp_path, f"{at}.csv", "Indicator,Period,Actual", f"NI 40,2010/11,{text}")
        load(engine, path, wish=wish(moment=NOON + timedelta(days=at)))
    undo(engine, 3, NOON + timedelta(days=3), "Sam")
    found = figure_place(engine, SqlStore(engine), 2)
    assert found is not None
    assert [(item.text, item.standing, item.moment[:10], item.file) for item in found.history] == [
        ("1132", "undone", "2026-03-04", "2.csv"),
        ("1131", "published", "2026-03-03", "1.csv"),
        ("1130", "superseded", "2026-03-02", "0.csv"),
        ("1,128 ³", "superseded", "", "WAR"),
    ]
    assert found.history[1] == PastValue(
        "1131", "2026-03-03T12:00:00+00:00", "Jo", "1.csv", "line 2, field 3", "published"
    )
    assert found.history[-1].place == "Table 1 · NI40 - Drug users in effective treatment · 2010/11 Actual"


def test_a_withdrawn_figure_is_a_value_too_and_has_no_page(quick_engine: Engine, tmp_path: Path) -> None:
    lines = ("Indicator,Period,Target", "NI 40,2010/11,1080", "NI 15,2010/11,200")
    load(quick_engine, text_file(tmp_path, "a.csv", *lines))
    load(quick_engine, text_file(tmp_path, "a.csv", lines[0], lines[2]), wish=wish(withdraw=True))
    found = figure_place(quick_engine, SqlStore(quick_engine), 1)
    assert found is not None
    assert [(item.text, item.standing) for item in found.history] == [
        ("withdrawn", "published"),
        ("1080", "superseded"),
        ("1,074", "superseded"),
    ]
    assert figure_place(quick_engine, SqlStore(quick_engine), 3) is None
    assert figure_place(quick_engine, SqlStore(quick_engine), 99) is None


def test_every_move_of_the_pointer_is_told_and_one_can_be_undone(engine: Engine, tmp_path: Path) -> None:
    assert moves(engine) == ()
    load(engine, book(tmp_path / "a.xlsx", [HEADING, ("NI 40 - x", 1, 2, 3, 4)]))
    load(engine, text_file(tmp_path, "b.csv", "Indicator,Period,Actual", "NI 40,2010/11,1131"))
    undo(engine, 2, NOON, "Sam")
    found = moves(engine)
    files = [tmp_path / name for name in ("a.xlsx", "b.csv")]
    assert found == (
        PublishedRelease(1, NOON.isoformat(), "Sam", "undid release 2", 4, is_current=False, homes=HOMES),
        PublishedRelease(2, NOON.isoformat(), "Jo", f"loaded {files[1]}", 1, is_current=False, homes=HOMES),
        PublishedRelease(1, NOON.isoformat(), "Jo", f"loaded {files[0]}", 4, is_current=True, homes=HOMES),
    )
    undo(engine, 1, NOON, "Sam")
    assert [item.is_current for item in moves(engine)] == [False] * 4


def test_what_stands_can_be_undone_however_much_was_published_and_undone_since(engine: Engine, tmp_path: Path) -> None:
    load(engine, table_1(tmp_path, E7="1,131"))
    later = {"moment": NOON.isoformat(), "who": "Jo"}
    back_and_forth = [{"release": 2, "why": "loaded b.csv"}, {"release": 1, "why": "undid release 2"}] * 30
    with engine.begin() as connection:
        connection.execute(insert(tables.move), [{**later, **row} for row in back_and_forth])
    found = moves(engine)
    assert (len(found), [item.why for item in found if item.is_current]) == (51, [found[-1].why])
    assert found[-1].release == 1


def test_figures_outlive_the_tables_of_another_product(engine: Engine, tmp_path: Path) -> None:
    load(engine, table_1(tmp_path, E7="1,131"))
    before = observation(engine), moves(engine), SqlStore(engine).indicators(Scope("warwickshire"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(published, "SHAPE", "another")
        assert published.ensure_published(engine)
        assert not published.ensure_published(engine)
    after = observation(engine), moves(engine), SqlStore(engine).indicators(Scope("warwickshire"))
    assert after == before
    assert before[0] is not None
    assert (before[0].indicator, before[0].value.raw) == (NI_40, "1,131")
