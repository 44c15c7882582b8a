"""Proves that another tree of areas counts anew only the forces whose incidents lie elsewhere in it."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from data.tables import street as tables
from tests.data.street.testshire import (
    HOODS,
    OTHER,
    WARDS,
    Held,
    incident,
    load,
    lookup_files,
    month_file,
    written,
)

ONE, *_, FAR = HOODS
THEIRS = "2025-06-othershire-street.csv"
MARK = 99  # incidents that nobody counted
FARLEY_IN_ANOTHER_WARD = WARDS.replace("WD24", "WD25").replace("E05990009,Lake", "E05990010,Pond").splitlines()
PEOPLE = "LSOA21CD,LSOA21NM,Total\nE01990001,Testbury 001A,1500\n"


@pytest.fixture
def marked(engine: Engine, tmp_path: Path) -> Path:
    """A month of each of two forces, whose counts tell whether they are written again."""
    load(engine, *lookup_files(tmp_path), month_file(tmp_path, incident(ONE)))
    load(engine, month_file(tmp_path, incident(FAR, force=OTHER), name=THEIRS))
    with engine.begin() as connection:
        connection.execute(update(tables.area_count).values(n=MARK))
    return tmp_path


def numbers(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {code: at for code, at in connection.execute(select(tables.place.c.code, tables.place.c.id))}


def test_another_ward_counts_its_own_force_alone_anew(engine: Engine, held: Held, marked: Path) -> None:
    before = numbers(engine)
    lookup = "\n".join([FARLEY_IN_ANOTHER_WARD[0], FARLEY_IN_ANOTHER_WARD[-1], ""])
    load(engine, written(marked, "wards-of-2025.csv", lookup))
    found, after = held.counts(), numbers(engine)
    assert (found["E05990010"], found[FAR], found["E23990009"]) == (1, 1, 1)
    assert (found[ONE], found["E05990001"], found["E23990001"]) == (MARK, MARK, MARK)
    assert found["england-and-wales"] == MARK + 1
    assert "E05990009" not in found
    assert {code: at for code, at in after.items() if code in before} == {
        code: at for code, at in before.items() if code in after
    }


def test_populations_count_nothing_anew(engine: Engine, held: Held, marked: Path) -> None:
    load(engine, written(marked, "mid2024.csv", PEOPLE))
    assert set(held.counts().values()) == {MARK}


def test_a_month_that_comes_with_populations_is_counted(engine: Engine, held: Held, marked: Path) -> None:
    again = month_file(marked, incident(ONE), incident(ONE))
    later = month_file(marked, incident(ONE, month="2025-07"), name="2025-07-testshire-street.csv")
    load(engine, written(marked, "mid2024.csv", PEOPLE), again, later)
    found = held.counts()
    assert (found[ONE], found["E23990001"], found[FAR], found["england-and-wales"]) == (3, 3, MARK, MARK + 3)
