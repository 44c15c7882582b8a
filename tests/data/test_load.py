"""The published folder comes into both engines whole, and only once."""

import csv
import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from data.documents.readers import READERS
from data.engine import open_engine
from data.intake.published import FOLDER, current_version, ensure_published, fingerprint, read_published
from data.schema import metadata
from data.tables import documents as tables
from tests.data.contents import contents, counts


def csv_rows(name: str) -> int:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


def of_document(engine: Engine, table: str, document: str) -> int:
    """How many rows of *table* were read from a cell of *document*."""
    chosen = metadata.tables[table]
    joined = chosen.join(tables.source_cell, chosen.c.source_cell == tables.source_cell.c.id)
    query = select(func.count()).select_from(joined).where(tables.source_cell.c.document == document)
    with engine.connect() as connection:
        return connection.execute(query).scalar_one()


def test_every_row_of_every_csv_becomes_one_row_of_its_table(store_url: str) -> None:
    engine = open_engine(store_url)
    assert ensure_published(engine) is True
    found = counts(engine)
    assert {table: found[table] for table, _ in READERS.values()} == {
        table: csv_rows(name) for name, (table, _) in READERS.items()
    }
    assert (found["load"], found["state"]) == (1, 1)
    engine.dispose()


@pytest.mark.parametrize(
    ("table", "document", "rows"),
    [
        ("observation", "SST", 6 * 5 * 4 + 1),  # six tables of five localities and four years, one in the text
        ("action", "DER", 30),
        ("action", "STA", 9),
        ("action", "SHR", 12),
        ("action", "WAR", 14),
        ("risk", "STA", 3),
        ("meeting", "SST", 14),
        ("baseline", "STA", 2),
    ],
)
def test_a_document_gives_as_many_rows_as_it_prints(published_url: str, table: str, document: str, rows: int) -> None:
    engine = open_engine(published_url)
    assert of_document(engine, table, document) == rows
    engine.dispose()


def test_there_are_five_partnerships_five_documents_and_one_source_cell_for_each_printed_text(
    published_url: str,
) -> None:
    engine = open_engine(published_url)
    found = counts(engine)
    assert (found["partnership"], found["source_document"]) == (5, 5)
    with engine.connect() as connection:
        cell = tables.source_cell.c
        places = select(cell.document, cell.table, cell.row, cell.column, cell.text).distinct()
        assert len(connection.execute(places).all()) == found["source_cell"]
    engine.dispose()


def test_loading_again_changes_nothing(store_url: str) -> None:
    engine = open_engine(store_url)
    ensure_published(engine)
    before = contents(engine)
    assert ensure_published(engine) is False
    assert contents(engine) == before
    engine.dispose()


def test_changed_bytes_replace_what_was_there(store_url: str, tmp_path: Path) -> None:
    engine = open_engine(store_url)
    ensure_published(engine)
    old = counts(engine)
    folder = tmp_path / "published"
    shutil.copytree(FOLDER, folder)
    notes = folder / "notes.csv"
    notes.write_text(notes.read_text(encoding="utf-8") + "WAR,Table 1,9,One note more\n", encoding="utf-8")
    assert ensure_published(engine, folder) is True
    assert counts(engine) == old | {"note": old["note"] + 1}
    assert current_version(engine) == fingerprint(folder) != fingerprint(FOLDER)
    engine.dispose()


def test_a_database_without_our_tables_has_no_version(store_url: str) -> None:
    engine = open_engine(store_url)
    assert current_version(engine) == ""
    engine.dispose()


def test_the_load_is_recorded_with_its_fingerprint_and_its_rows(published_url: str) -> None:
    engine = open_engine(published_url)
    with engine.connect() as connection:
        load = connection.execute(select(tables.load)).one()
    expected = csv_rows("observations") + csv_rows("targets")
    assert (load.sha256, load.rows, load.kind) == (fingerprint(FOLDER), expected, "published")
    engine.dispose()


def test_every_value_is_missing_exactly_when_a_reason_stands() -> None:
    found = read_published()
    rows = [row for table in ("observation", "baseline") for row in found[table]]
    assert rows
    assert all((row["number"] is None) == bool(row["value_reason"]) for row in rows)


@pytest.mark.parametrize("change", ["a byte more", "a file gone"])
def test_the_fingerprint_knows_every_byte_of_every_file(tmp_path: Path, change: str) -> None:
    folder = tmp_path / "published"
    shutil.copytree(FOLDER, folder)
    same = fingerprint(folder)
    risks = folder / "risks.csv"
    if change == "a file gone":
        risks.unlink()
    else:
        risks.write_bytes(risks.read_bytes() + b"\n")
    assert (same == fingerprint(FOLDER), fingerprint(folder) == same) == (True, False)
