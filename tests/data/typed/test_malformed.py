"""Proves that each malformed file of figures ends in a sentence its officer can act on, and changes nothing."""

import time
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from dashboard.domain.records import Scope
from data.connections.trouble import Trouble
from data.engine import open_engine
from data.intake.child import MEMORY
from data.intake.published import ensure_published
from data.store import SqlStore
from data.summaries import Summary
from tests.data.own.conftest import quick_engine
from tests.data.typed.figure_loads import MOST_SECONDS, load, read_here, whole
from tests.data.typed.malformed import malformed
from tests.data.typed.outcomes import OUTCOMES, Asked, Loaded, Refused
from tests.data.typed.spoilt_texts import GOOD, HEADING

__all__ = ["quick_engine"]
FULL = f"{Trouble.FULL.wrong} {Trouble.FULL.mend}"
HOME = Scope("warwickshire")
EVERY_THIRD = 3  # a child takes longer to start than most of the files to read
STEPS = (8, pytest.param(1, marks=pytest.mark.drill))


def outcome(name: str, summary: Summary) -> Refused | Asked | Loaded:
    """What became of a file, as the table of outcomes says it."""
    if summary.refused:
        [sentence] = summary.refused
        assert (summary.loaded, sentence.startswith(name), sentence.isprintable()) == (False, True, True)
        return Refused(sentence.removeprefix(name))
    if summary.questions:
        [question] = summary.questions
        assert not summary.loaded
        return Asked(question.words)
    [file] = summary.files
    expected = OUTCOMES[name]
    most = len(expected.first) if isinstance(expected, Loaded) else None
    first = file.kept[0]["text"][:most] if file.kept else ""
    return Loaded(len(summary.figures.changes), first, " ".join(file.said), dict(file.rules))


def check_each(engine: Engine, folder: Path, step: int = 1) -> None:
    """Every *step*th file is refused, or read and then not agreed to; nothing changes, and nobody waits."""
    before = whole(engine)
    paths = malformed(folder)
    assert paths.keys() == OUTCOMES.keys()
    for name, path in list(paths.items())[::step]:
        began = time.monotonic()
        summary = load(engine, path, agrees=isinstance(OUTCOMES[name], Refused))
        assert time.monotonic() - began < MOST_SECONDS, name
        assert (name, outcome(name, summary)) == (name, OUTCOMES[name])
        assert whole(engine) == before, name


@pytest.mark.no_cover  # the child that reads is another process
@pytest.mark.drill  # spoilt files go through the real child in tests/data/typed/test_mutations.py
def test_a_third_of_them_are_answered_the_same_through_the_real_child(sqlite_url: str, tmp_path: Path) -> None:
    engine = open_engine(sqlite_url)
    ensure_published(engine)
    files = tmp_path / "files"
    files.mkdir()
    check_each(engine, files, EVERY_THIRD)
    engine.dispose()


@pytest.mark.no_cover  # what a broken file reaches is no measure
@pytest.mark.postgres
@pytest.mark.parametrize("step", STEPS)
def test_each_malformed_file_is_refused_or_read_as_far_as_it_can_be(
    server: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    read_here(monkeypatch)
    files = tmp_path / "files"
    files.mkdir()
    check_each(server, files, step)


def test_what_can_be_read_of_awkward_files_is_kept_and_read_again(
    quick_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_here(monkeypatch)
    files = tmp_path / "files"
    files.mkdir()
    for name, path in malformed(files).items():
        if isinstance(OUTCOMES[name], Loaded):
            assert load(quick_engine, path).refused == [], name
    store = SqlStore(quick_engine)
    indicators = store.indicators(HOME)
    names = {item.name: item for item in indicators}
    assert {"Graffiti", "=cmd|' /C calc'!A0", 'Lit"ter'} <= names.keys()
    assert [item.name for item in indicators].count("Graffiti") == 1
    assert [item.value.raw for item in store.observations(HOME) if item.indicator == names["Graffiti"].id]
    assert all(item.rule for item in store.targets(HOME))


def test_figures_of_nobody_are_refused(engine: Engine, tmp_path: Path) -> None:
    before = whole(engine)
    path = tmp_path / "figures.csv"
    path.write_text(GOOD, encoding="utf-8")
    assert load(engine, path, partnership="").refused == [
        "figures.csv does not say whose figures it holds: choose the partnership, "
        "or give the table a column “Partnership”."
    ]
    assert whole(engine) == before


def test_a_running_number_is_nobodys_code(engine: Engine, tmp_path: Path) -> None:
    """The first row of one officer's table is not the first of another's."""
    for name, indicator, text in (("first.csv", "Graffiti", "57"), ("second.csv", "Noise", "12")):
        path = tmp_path / name
        path.write_text(f"No,{HEADING}\n1,{indicator},Rugby,2011/12,{text},\n", encoding="utf-8")
        assert load(engine, path).refused == []
    store = SqlStore(engine)
    names = {item.id: item.name for item in store.indicators(HOME)}
    own = [item for item in store.observations(HOME) if names[item.indicator] in ("Graffiti", "Noise")]
    assert {names[item.indicator]: item.value.raw for item in own} == {"Graffiti": "57", "Noise": "12"}


def test_a_full_disk_is_said_and_leaves_the_figures_that_were(tmp_path: Path, sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    ensure_published(engine)
    path = tmp_path / "figures.csv"
    path.write_text(GOOD, encoding="utf-8")
    assert load(engine, path).loaded
    before = whole(engine)
    engine.dispose()
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1"))
    rows = (f"Graffiti,Area {number},2011/12,{number},5\n" for number in range(500))
    path.write_text(f"{HEADING}\n{''.join(rows)}", encoding="utf-8")
    summary = load(engine, path)
    assert (summary.loaded, summary.refused) == (False, [FULL])
    assert whole(engine) == before
    engine.dispose()


def test_a_reader_has_two_gibibytes_and_no_more() -> None:
    assert MEMORY <= 2 * 1024**3
