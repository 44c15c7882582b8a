"""Proves what comes of ordinary tables, from the file to the figures that would be published, or the sentence."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from data.intake.pipeline import Wish, load_files
from data.store import SqlStore
from data.summaries import Summary
from tests.data.typed.figure_loads import MOMENT, read_here
from tests.data.typed.ordinary_columns import COLUMNS
from tests.data.typed.ordinary_headings import HEADINGS
from tests.data.typed.ordinary_notes import BESIDE
from tests.data.typed.ordinary_offices import OFFICES
from tests.data.typed.ordinary_periods import PERIODS
from tests.data.typed.ordinary_rows import ROWS
from tests.data.typed.ordinary_tables import Case, expected, told, written
from tests.engines import published_engine

CASES = {case.name: case for case in (*HEADINGS, *COLUMNS, *PERIODS, *BESIDE, *OFFICES, *ROWS)}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
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


RUNNING = (
    "Year to date 2023/24\nIndicator,Apr,May\nA,80,165",
    "Indicator,Q1 2023/24,Q2 2023/24\nA,250,510\nFigures are cumulative from 1 April",
    "Cumulative figures\nIndicator,Period,Actual\nA,Apr 2023,80\nA,May 2023,165",
)


@pytest.mark.parametrize("file", RUNNING)
def test_words_beside_a_table_that_speak_of_running_totals_are_asked_about(
    tables: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    read_here(monkeypatch)
    [asked] = outcome(tables, Case("running", file), tmp_path, agrees=True).questions
    assert "may mean that each holds those before it" in asked.words
    assert "a column “How the year is made” with sum, last, average or none" in asked.mend


def test_a_year_in_progress_is_a_part_year(tables: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_here(monkeypatch)
    case = Case("in progress", "Indicator,2025/26,2026/27,Target 2026/27\nLamps,100,50,80")
    summary = outcome(tables, case, tmp_path, agrees=True)
    assert any(words.startswith("2026/27 has not ended") for words in summary.files[0].said)
    covered = {item.period.slug: item.covers_to for item in SqlStore(tables).observations(Scope("testshire"))}
    assert covered == {"2025-26": None, "2026-27": date(2026, 10, 31)}


def test_what_was_read_of_one_is_what_the_store_has(
    tables: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_here(monkeypatch)
    case = CASES["notes in headings, names and a sheet of their own"]
    assert outcome(tables, case, tmp_path, agrees=True).loaded
    notes = SqlStore(tables).notes("testshire")
    assert sorted((note.mark, note.text) for note in notes) == [("1", "Without fraud"), ("2", "Counted anew")]
