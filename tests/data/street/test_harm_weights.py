"""Proves how harm weights are kept: a table a source and year, replaced as a whole, read back as numbers."""

from decimal import Decimal
from pathlib import Path

from sqlalchemy import Engine

from dashboard.domain.harm.weights import Weighed, Weight
from data.store import SqlStore
from tests.data.street.testshire import load, written

HEADING = "Offence code,Crime type,Weight,Lowest,Highest,Year,Source\n"
FIRST = f"{HEADING}46,,11,,,2023/24,Ours\n,Burglary,400.5,380,450,2023/24,Ours\n"


def test_weights_are_read_back_as_they_were_typed(engine: Engine, tmp_path: Path) -> None:
    summary = load(engine, written(tmp_path, "weights.csv", FIRST))
    assert summary.files[0].said == ["2 harm weights."]
    [table] = SqlStore(engine).harm_weights()
    assert table.name == "Ours, 2023/24"
    assert (table.file, table.arrival) == ("weights.csv", 1)
    assert table.of_type("shoplifting") == Weight(Weighed.CODE, "46", Decimal(11), place="line 2")
    burglary = Weight(Weighed.TYPE, "burglary", Decimal("400.5"), Decimal(380), Decimal(450), "line 3")
    assert table.of_type("burglary") == burglary


def test_the_same_year_again_replaces_it_and_leaves_other_years(engine: Engine, tmp_path: Path) -> None:
    load(engine, written(tmp_path, "weights.csv", FIRST))
    load(engine, written(tmp_path, "later.csv", FIRST.replace("2023/24", "2024/25")))
    load(engine, written(tmp_path, "mended.csv", f"{HEADING}46,,12,,,2023/24,Ours\n"))
    found = {table.year: len(table.weights) for table in SqlStore(engine).harm_weights()}
    assert found == {"2023/24": 1, "2024/25": 2}
    again = load(engine, written(tmp_path, "again.csv", f"{HEADING}46,,12,,,2023/24,Ours\n\n"))
    assert again.files[0].said == ["The same as loaded before; nothing changes."]


def test_without_a_table_there_is_none(engine: Engine) -> None:
    assert SqlStore(engine).harm_weights() == ()
