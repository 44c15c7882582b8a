"""Proves that a benchmarking download is read, and that a code alone publishes nothing before it is declared."""

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from data.store import SqlStore
from tests.data.own.typed import asked, load, text_file, wish

HEADING = "Code,LocalAuthority,Period,Value,Numerator,Denominator,Rank"
DECLARED = "Indicator,Code,Polarity,Value type"
QUARTERS = (
    "ENV 07,Moorshire,2019-20;Q1,0.97,970,1000,3",
    "ENV 07,Moorshire,2019-20;Q2,0.95,1901,2000,4",
    "ENV 07,Fenshire,2019-20;Q1,0.91,91,100,9",
)


def download(folder: Path, *rows: str, heading: str = HEADING) -> Path:
    return text_file(folder, "bench.csv", heading, *rows)


def declared(folder: Path, kind: str = "percentage", code: str = "ENV 07") -> Path:
    return text_file(folder, "declared.csv", DECLARED, f"Bins emptied in time,{code},higher,{kind}")


def texts(engine: Engine) -> dict[str, tuple[str, Decimal | None, Decimal | None]]:
    """The text of each period of Moorshire with the counts behind it."""
    found = SqlStore(engine).observations(Scope("moorshire"))
    return {item.period.slug: (item.value.raw, item.numerator, item.denominator) for item in found}


def test_a_code_that_nobody_declares_is_refused_with_what_declares_it(quick_engine: Engine, tmp_path: Path) -> None:
    summary = asked(quick_engine, download(tmp_path, *QUARTERS), wish=wish("Moorshire"))
    said = next(item for item in summary.questions if item.column == "value_type")
    assert not summary.loaded
    assert said.words == ("What is “ENV 07”? bench.csv gives its figures (0.97 is 970 of 1000) and not what they are.")
    assert "a table with the headings Indicator, Code, Polarity, Value type" in said.mend
    assert said.told.count('--answer "ENV 07: value_type=percentage"') == 1
    assert not said.told.endswith("..")


@pytest.mark.parametrize("together", [True, False])
def test_a_declared_code_is_read_by_quarter_with_its_counts(
    quick_engine: Engine, tmp_path: Path, together: bool
) -> None:
    files = [declared(tmp_path), download(tmp_path, *QUARTERS)]
    for some in [files] if together else [[item] for item in files]:
        load(quick_engine, *some, wish=wish("Moorshire"))
    assert texts(quick_engine) == {
        "2019-20-Q1": ("97%", Decimal(970), Decimal(1000)),
        "2019-20-Q2": ("95%", Decimal(1901), Decimal(2000)),
    }
    [item] = SqlStore(quick_engine).indicators(Scope("moorshire"))
    assert (item.name, item.code, item.value_type) == ("Bins emptied in time", "ENV 07", "percentage")


@pytest.mark.parametrize(
    ("row", "kind", "read"),
    [
        ("2019-20,0.5,50,100", "percentage", {"2019-20": "50%"}),
        ("2019/20;Annual,0.5,50,100", "percentage", {"2019-20": "50%"}),
        ("2019-20; Quarter 3,0.505,101,200", "percentage", {"2019-20-Q3": "50.5%"}),
        ("2019-20|Q4,1,200,200", "percentage", {"2019-20-Q4": "100%"}),
        ("2019-20;Q1,50,50,100", "percentage", {"2019-20-Q1": "50"}),
        ("2019-20;Q1,12.4,1240,100", "rate", {"2019-20-Q1": "12.4"}),
        ("2019-20;Q1,0.5,50,100", "rate", {"2019-20-Q1": "0.5"}),
    ],
)
def test_a_fraction_of_its_counts_is_a_percentage_where_it_is_declared_one(
    quick_engine: Engine, tmp_path: Path, row: str, kind: str, read: dict[str, str]
) -> None:
    load(
        quick_engine, declared(tmp_path, kind), download(tmp_path, f"ENV 07,Moorshire,{row},1"), wish=wish("Moorshire")
    )
    assert {slug: said[0] for slug, said in texts(quick_engine).items()} == read


def test_counts_that_do_not_give_the_value_are_left_out_and_said(quick_engine: Engine, tmp_path: Path) -> None:
    wrong = "ENV 07,Moorshire,2019-20;Q3,0.95,99,100,1"
    summary = load(quick_engine, declared(tmp_path), download(tmp_path, *QUARTERS, wrong), wish=wish("Moorshire"))
    assert texts(quick_engine)["2019-20-Q3"] == ("95%", None, None)
    said = [words for item in summary.files for words in item.said]
    assert "line 5, field 4: 0.95 is not 99 of 100; its counts are left out." in said
    assert "Columns that hold no figure are left out: Rank." in said


def test_a_period_that_is_none_and_a_blank_code_are_rejected(quick_engine: Engine, tmp_path: Path) -> None:
    rows = (*QUARTERS, "ENV 07,Moorshire,2019-20;Q5,1,1,1,1", ",Moorshire,2019-20;Q4,1,1,1,1")
    summary = load(quick_engine, declared(tmp_path), download(tmp_path, *rows), wish=wish("Moorshire"))
    rules = {rule for item in summary.files for rule in item.rules}
    assert rules == {"period-unreadable", "code-blank"}


def test_a_title_names_an_indicator_and_two_codes_of_one_title_are_two(quick_engine: Engine, tmp_path: Path) -> None:
    heading = "Measure code,Title,Council,Period,Value,Numerator,Denominator"
    rows = [f"E{at},Streets,Moorshire,2019-20,0.{at},{at},10" for at in (1, 2)]
    both = text_file(tmp_path, "two.csv", DECLARED, "Streets E1,E1,higher,rate", "Streets E2,E2,higher,rate")
    load(quick_engine, both, download(tmp_path, *rows, heading=heading), wish=wish("Moorshire"))
    assert {item.name for item in SqlStore(quick_engine).indicators(Scope("moorshire"))} == {"Streets E1", "Streets E2"}
