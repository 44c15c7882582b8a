"""How incidents ended adds up at every place, whatever is loaded and replaced, and after an upgrade."""

from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text

from dashboard.domain.periods.months import month_number
from dashboard.questions.street import CountQuery
from data.keeping.street_rows import erase_months, settle_months
from data.migrations.versions import v0018_outcomes
from data.store import SqlStore
from data.street.loading.outcomes import WIDE
from data.tables import street as tables
from tests.data.street.testshire import (
    FORCE,
    NOWHERE,
    OTHER,
    incident,
    load,
    lookup_files,
    month_file,
    written,
)

JUNE = month_number("2025-06")
OPEN, COURT, LOCAL = "Under investigation", "Awaiting court outcome", "Local resolution"
PLACES = "partnership,locality,code\nTestshire,North,E05990001\n"


def ended(
    place: str, outcome: str, crime: str = "Burglary", month: str = "2025-06", force: str = FORCE
) -> tuple[str, ...]:
    row = incident(place, crime, month, force)
    return (*row[:-2], outcome, row[-1])


JUNE_ROWS = (
    ended("E01990001", COURT),
    ended("E01990001", COURT),
    ended("E01990001", OPEN, "Drugs"),
    ended("E01990002", OPEN),
    ended("E01990003", LOCAL),
    ended(NOWHERE, LOCAL),
    ended("E01990001", "", "Anti-social behaviour"),
)


def asked(store: SqlStore, code: str, *, months: int = 1) -> "Counter[tuple[str, int, str]]":
    """(outcome, column, nothing) of every incident of a place by its code, whatever its type."""
    with store._engine.connect() as connection:
        place = connection.execute(select(tables.place.c.id).where(tables.place.c.code == code)).scalar_one()
    found = store.outcome_counts(CountQuery((place,), (0,), JUNE, JUNE + months - 1, 1))
    return Counter({(item.outcome, item.column, ""): item.n for item in found})


def plain(found: "Counter[tuple[str, int, str]]") -> dict[str, int]:
    return {outcome: n for (outcome, _, _), n in found.items()}


def assert_outcomes_add_up(engine: Engine) -> None:
    """The outcomes of each wide place come to its counts, type by type and month by month."""
    with engine.connect() as connection:
        wide = set(connection.execute(select(tables.place.c.id).where(tables.place.c.level.in_(WIDE))).scalars())
        counts = {tuple(row)[:3]: row.n for row in connection.execute(select(tables.area_count))}
        sums: Counter[tuple[int, ...]] = Counter()
        for row in connection.execute(select(tables.outcome_count)):
            sums[row.place, row.crime_type, row.month] += row.n
    assert sums == {key: n for key, n in counts.items() if key[0] in wide and key[1]}


def test_outcomes_are_those_of_the_rows_at_every_level(engine: Engine, tmp_path: Path) -> None:
    load(engine, *lookup_files(tmp_path), written(tmp_path, "localities.csv", PLACES), month_file(tmp_path, *JUNE_ROWS))
    store = SqlStore(engine)
    assert plain(asked(store, "E23990001")) == {COURT: 2, OPEN: 2, LOCAL: 2, "": 1}  # the force
    assert plain(asked(store, "E07990001")) == {COURT: 2, OPEN: 2, "": 1}  # a district
    assert plain(asked(store, "E05990001")) == {COURT: 2, OPEN: 1, "": 1}  # a ward
    assert plain(asked(store, "E01990001")) == {COURT: 2, OPEN: 1, "": 1}  # a neighbourhood
    assert plain(asked(store, "E01990003")) == {LOCAL: 1}
    assert_outcomes_add_up(engine)


def test_types_places_and_months_are_told_apart(engine: Engine, tmp_path: Path) -> None:
    july = month_file(tmp_path, ended("E01990001", LOCAL, month="2025-07"), name="2025-07-testshire-street.csv")
    load(engine, *lookup_files(tmp_path), month_file(tmp_path, *JUNE_ROWS), july)
    store = SqlStore(engine)
    kinds = {item.name: item.number for item in store.crime_types()}
    with engine.connect() as connection:
        ids = {code: at for at, code in connection.execute(select(tables.place.c.id, tables.place.c.code))}
    codes = {at: code for code, at in ids.items()}
    both = (ids["E01990001"], ids["E01990003"])
    numbers = (kinds["Burglary"], kinds["Drugs"])
    found = store.outcome_counts(CountQuery(both, numbers, JUNE, JUNE + 1, 1, by_type=True))
    assert sorted((codes[c.place], c.crime_type, c.column, c.outcome, c.n) for c in found) == [
        ("E01990001", kinds["Burglary"], 0, COURT, 2),
        ("E01990001", kinds["Burglary"], 1, LOCAL, 1),
        ("E01990001", kinds["Drugs"], 0, OPEN, 1),
        ("E01990003", kinds["Burglary"], 0, LOCAL, 1),
    ]
    wide = (ids["E07990001"], ids["E07990002"])
    summed = store.outcome_counts(CountQuery(wide, (kinds["Burglary"],), JUNE, JUNE + 1, 2, by_place=False))
    assert {(c.place, c.crime_type, c.column) for c in summed} == {(0, 0, 0)}
    assert sorted((c.outcome, c.n) for c in summed) == [(COURT, 2), (LOCAL, 2), (OPEN, 1)]


def test_outcomes_follow_replaced_and_erased_months_lookups_and_other_forces(engine: Engine, tmp_path: Path) -> None:
    farley = ended("E01990009", COURT, force=OTHER)
    load(engine, month_file(tmp_path, *JUNE_ROWS), month_file(tmp_path, farley, name="2025-06-othershire-street.csv"))
    assert_outcomes_add_up(engine)
    load(engine, *lookup_files(tmp_path))
    assert_outcomes_add_up(engine)
    later = month_file(tmp_path / "later", ended("E01990001", LOCAL), ended("E01990003", LOCAL))
    load(engine, later)
    assert_outcomes_add_up(engine)
    assert plain(asked(SqlStore(engine), "E07990001")) == {LOCAL: 1}
    with engine.begin() as connection:
        newest = connection.execute(text("SELECT MAX(arrival) FROM force_month")).scalar_one()
        settle_months(connection, erase_months(connection, [newest]), "2026-11-21")
    assert_outcomes_add_up(engine)
    assert not asked(SqlStore(engine), "E07990001")


def test_an_older_database_is_given_the_same_sums(engine: Engine, tmp_path: Path) -> None:
    load(engine, *lookup_files(tmp_path), month_file(tmp_path, *JUNE_ROWS))
    with engine.begin() as connection:
        held = sorted(map(tuple, connection.execute(select(tables.outcome_count))))
        connection.execute(tables.outcome_count.delete())
        connection.execute(text(v0018_outcomes.FILLED))
        assert sorted(map(tuple, connection.execute(select(tables.outcome_count)))) == held
    assert len(held) > 10


@pytest.mark.parametrize("code", ["E07990001", "E01990001"])
def test_a_month_that_looks_incomplete_is_left_out(engine: Engine, tmp_path: Path, code: str) -> None:
    load(engine, *lookup_files(tmp_path), month_file(tmp_path, *JUNE_ROWS))
    with engine.begin() as connection:
        force = connection.execute(text("SELECT force FROM force_month")).scalar_one()
        left = {"force": force, "month": JUNE, "crime_type": 0, "n": 7, "usual": "800", "accepted": 0}
        connection.execute(tables.doubtful_month.insert().values(**left))
    assert not asked(SqlStore(engine), code)
