"""Proves that rules are kept for ever and taken back by name, and that what they cover is worked out once and stays."""

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, text

from dashboard.domain.disclosure.covers import HIDDEN
from dashboard.domain.disclosure.deciding import About, in_force
from dashboard.domain.disclosure.rule import Mode, SmallNumberRule
from dashboard.domain.errors import RefusedDecision
from dashboard.domain.papers.job import PaperOrder
from dashboard.domain.records import Scope
from data.own.publishing.release import undo
from data.own.small_numbers import covering
from data.own.small_numbers.rules import GONE, withdraw_rule
from data.papers import jobs
from data.store import SqlStore
from data.tables import own as tables
from tests.data.own.rutland import COUNTS, HATE, HOME, LATER, under, with_counts
from tests.data.own.typed import NOON

PAPERS = PaperOrder(HOME, 1, "pdf", "ab12cd3", "2026-11-30")
SMALL = (HATE, f"{HOME}/oakham", "2024-M06", Decimal(2))
CORRECTED = ((6, 6, 2), (9, 14, 15), (30, 20, 8))


def count(engine: Engine, table: str) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text(f"SELECT COUNT(*) FROM {table}")).scalar() or 0)


def test_papers_made_before_a_rule_are_taken_back_by_it(engine: Engine) -> None:
    number = jobs.order(engine, PAPERS, NOON)
    jobs.take(engine, NOON)
    jobs.finish(engine, number, b"papers", "Ready")
    under(engine)
    assert jobs.file(engine, number) is None


def test_a_rule_makes_another_version_of_the_data_and_so_does_its_end(engine: Engine) -> None:
    store = SqlStore(engine)
    versions = [store.version()]
    under(engine)
    versions.append(store.version())
    withdraw_rule(engine, HOME, 1, ("No need", "Sam"), LATER)
    versions.append(store.version())
    assert len(set(versions)) == 3
    [kept] = store.small_number_rules(HOME)
    assert (kept.rule, kept.about, kept.reason, kept.author) == (
        SmallNumberRule(mode=Mode.SUPPRESS),
        About(),
        "Few people live here",
        "Jo",
    )
    assert kept.withdrawn is not None
    assert kept.withdrawn.reason == "No need"
    assert in_force([kept]) == {}
    assert store.small_number_rules("derby") == ()


def test_a_rule_that_is_not_there_or_gone_cannot_be_taken_back(quick_engine: Engine) -> None:
    under(quick_engine)
    for _ in range(2):  # a double click
        withdraw_rule(quick_engine, HOME, 1, ("No need", "Sam"), LATER)
    for number in (1, 2, 2**62):
        with pytest.raises(RefusedDecision) as refused:
            withdraw_rule(quick_engine, HOME, number, ("No need", "Jo"), LATER)
        assert refused.value.faults == (("", GONE),)
    assert count(quick_engine, "small_number_rule") == 2


def test_without_a_rule_nothing_is_covered(quick_engine: Engine, tmp_path: Path) -> None:
    with_counts(quick_engine, tmp_path)
    store = SqlStore(quick_engine)
    assert store.covers(HOME) == {}
    assert store.covered_files(HOME) == frozenset()


def test_what_is_covered_is_kept_with_the_release_and_not_worked_out_again(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_counts(engine, tmp_path)
    under(engine)
    first = SqlStore(engine).covers(HOME)
    assert first[SMALL] == HIDDEN
    assert 4 <= len(first) < 16
    monkeypatch.setattr(covering, "plan", None)
    assert SqlStore(engine).covers(HOME) == first
    assert count(engine, "small_number_cover") == len(first)


def test_later_figures_add_to_what_is_covered_and_change_none_of_it(quick_engine: Engine, tmp_path: Path) -> None:
    with_counts(quick_engine, tmp_path)
    under(quick_engine)
    first = SqlStore(quick_engine).covers(HOME)
    with_counts(quick_engine, tmp_path, CORRECTED, LATER)
    second = SqlStore(quick_engine).covers(HOME)
    assert second.items() >= first.items()
    assert SqlStore(quick_engine).as_at(NOON.date()).covers(HOME) == second


def test_the_figures_of_an_undone_load_are_covered_as_well(quick_engine: Engine, tmp_path: Path) -> None:
    """They can be seen as of the day before, and were seen then."""
    with_counts(quick_engine, tmp_path)
    undo(quick_engine, 1, LATER, "Sam")
    under(quick_engine)
    assert SqlStore(quick_engine).observations(Scope(HOME)) == ()
    assert SqlStore(quick_engine).covers(HOME)[SMALL] == HIDDEN


def test_another_rule_covers_anew(quick_engine: Engine, tmp_path: Path) -> None:
    with_counts(quick_engine, tmp_path)
    under(quick_engine)
    assert SqlStore(quick_engine).covers(HOME)[SMALL] == HIDDEN
    under(quick_engine, Mode.ROUND)
    assert SqlStore(quick_engine).covers(HOME)[SMALL].number == 0
    assert len(SqlStore(quick_engine).covers(HOME)) == 16


@pytest.mark.parametrize(
    ("about", "covered"),
    [
        (About(source="Community safety team"), True),
        (About(source="Somebody else"), False),
        (About(indicator=HATE), True),
        (About(indicator=f"{HOME}/other"), False),
    ],
)
def test_a_rule_covers_what_it_is_about(quick_engine: Engine, tmp_path: Path, about: About, covered: bool) -> None:
    with_counts(quick_engine, tmp_path)
    under(quick_engine, about=about)
    store = SqlStore(quick_engine)
    assert (SMALL in store.covers(HOME)) is covered
    assert bool(store.covered_files(HOME)) is covered


def test_a_database_that_cannot_be_written_still_hides(
    quick_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_counts(quick_engine, tmp_path)
    under(quick_engine)

    def full(*_: object) -> None:
        with quick_engine.connect() as connection:
            connection.execute(text("INSERT INTO nowhere VALUES (1)"))

    monkeypatch.setattr(covering, "_keep", full)
    assert SqlStore(quick_engine).covers(HOME)[SMALL] == HIDDEN
    assert count(quick_engine, "small_number_plan") == 0


def test_who_comes_second_takes_what_the_first_has_kept(quick_engine: Engine, tmp_path: Path) -> None:
    with_counts(quick_engine, tmp_path)
    under(quick_engine)
    store = SqlStore(quick_engine)
    asked = store._small._covering(HOME, in_force(store.small_number_rules(HOME)))
    assert covering.made_covers(quick_engine, asked) == covering.made_covers(quick_engine, asked)
    with quick_engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(tables.small_number_plan)).scalar() == 1


def test_open_data_and_what_a_document_prints_are_under_no_rule(quick_engine: Engine) -> None:
    store = SqlStore(quick_engine)
    for home in ("warwickshire", "sampleshire"):
        before = store.observations(Scope(home))
        assert before
        assert store.covers(home) == {}


def test_the_small_number_is_what_the_table_holds() -> None:
    assert COUNTS[0][2] == SMALL[3]


def test_what_is_published_under_a_rule_is_covered_before_anybody_looks(quick_engine: Engine, tmp_path: Path) -> None:
    with_counts(quick_engine, tmp_path)
    under(quick_engine)
    assert count(quick_engine, "small_number_plan") == 0
    with_counts(quick_engine, tmp_path, CORRECTED, LATER)
    assert count(quick_engine, "small_number_plan") == 1
    with quick_engine.connect() as connection:
        planned = connection.execute(select(func.max(tables.small_number_plan.c.release))).scalar()
        assert planned == connection.execute(select(func.max(tables.figure.c.release))).scalar()
    SqlStore(quick_engine).covers(HOME)
    assert count(quick_engine, "small_number_plan") == 1
