"""Proves what comes of ordinary tables, from the file to the figures that would be published, or the sentence."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.load.pipeline import Wish, load_files
from data.load.summaries import Summary
from data.store import SqlStore
from tests.engines import published_engine
from tests.figures.figure_loads import MOMENT, read_here
from tests.figures.ordinary_headings import HEADINGS
from tests.figures.ordinary_rows import ROWS
from tests.figures.ordinary_tables import Case, expected, told, written

CASES = {case.name: case for case in (*HEADINGS, *ROWS)}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> "Engine":
    """One database for all cases: nothing is agreed to, so nothing is kept."""
    folder = tmp_path_factory.mktemp("ordinary")
    with published_engine(f"sqlite:///{folder / 'own.db'}") as engine:
        yield engine


def outcome(engine: Engine, case: Case, folder: Path, *, agrees: bool = False) -> Summary:
    wish = Wish(MOMENT, partnership="Testshire", agree=lambda _: agrees, period=case.period)
    return load_files(engine, [written(case, folder)], wish)


@pytest.mark.parametrize("name", CASES)
def test_an_ordinary_table_gives_its_figures_or_a_sentence(
    tables: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    read_here(monkeypatch)
    case = CASES[name]
    summary = outcome(tables, case, tmp_path)
    refused, said = " ".join(summary.refused), " ".join(summary.files[0].said)
    assert (case.refused in refused, bool(refused)) == (True, bool(case.refused)), refused
    assert told(summary.figures.changes, "Testshire") == expected(case)
    assert case.said in said, said
    assert ",".join(summary.files[0].rules) == case.rules


def test_what_was_read_of_one_is_what_the_store_has(
    tables: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_here(monkeypatch)
    case = CASES["notes in headings, names and a sheet of their own"]
    assert outcome(tables, case, tmp_path, agrees=True).loaded
    notes = SqlStore(tables).notes("testshire")
    assert sorted((note.mark, note.text) for note in notes) == [("1", "Without fraud"), ("2", "Counted anew")]
