"""Proves that no figure comes from nowhere: actuals of a time to come, and anything before any record, stay out."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert

from dashboard.domain.records import Scope
from data.store import SqlStore
from data.tables import own as tables
from tests.data.own.typed import asked, load, refused, text_file, wish

NOVEMBER = datetime(2026, 11, 29, tzinfo=UTC)
HEADING = "Indicator,Period,Actual,Target,Polarity,Value type"
KNOWN = "Theft,2024/25,310,300,lower,count"


def typed(folder: Path, *lines: str) -> Path:
    return text_file(folder, "own.csv", HEADING, *lines)


def opens_in(engine: Engine, partnership: str = "marshland") -> str:
    return next(item.default_period.label for item in SqlStore(engine).partnerships() if item.slug == partnership)


@pytest.mark.parametrize(
    ("line", "rule", "said"),
    [
        ("Theft,2031/32,290,,lower,count", "period-to-come", "Theft: 2031/32 had not begun on 29 November 2026"),
        ("Theft,Q4 2026/27,70,,lower,count", "period-to-come", "Theft: Q4 2026/27 had not begun"),
        ("Theft,Dec 2026,70,,lower,count", "period-to-come", "Theft: Dec 2026 had not begun"),
        ("Theft,2027,70,,lower,count", "period-to-come", "Theft: 2027 had not begun"),
        ("Cured,2030/31,26.3%,,higher,percentage", "period-to-come", "Cured: 2030/31 had not begun"),
        ("Theft,1926/27,290,,lower,count", "period-too-early", "Theft: 1926/27 is before 1950"),
        ("Theft,1949/50,,280,lower,count", "period-too-early", "Theft: 1949/50 is before 1950"),
    ],
)
def test_a_figure_from_nowhere_is_rejected_with_its_reason(
    quick_engine: Engine, tmp_path: Path, line: str, rule: str, said: str
) -> None:
    path = typed(tmp_path, KNOWN, "Theft,2025/26,305,300,lower,count", line)
    [file] = load(quick_engine, path, wish=wish("Marshland", NOVEMBER)).files
    assert (file.rejected, file.rules) == (1, {rule: 1})
    assert said in file.kept[0]["text"]
    assert opens_in(quick_engine) == "2025/26"


def test_a_file_of_nothing_else_is_refused_with_the_first_reason(quick_engine: Engine, tmp_path: Path) -> None:
    path = typed(tmp_path, "Theft,2031/32,290,,lower,count")
    assert "2031/32 had not begun on 29 November 2026" in refused(quick_engine, path, wish=wish("Marshland", NOVEMBER))


@pytest.mark.parametrize(
    "line",
    [
        "Theft,2035/36,,250,lower,count",  # a target of years to come
        "Theft,2027/28,,TBC,lower,count",
        "Theft,2027/28,TBC,250,lower,count",  # words under an actual to come say nothing false
        "Theft,2027/28,..,250,lower,count",
    ],
)
def test_targets_and_words_of_years_to_come_load_and_open_no_page(
    quick_engine: Engine, tmp_path: Path, line: str
) -> None:
    [file] = load(quick_engine, typed(tmp_path, KNOWN, line), wish=wish("Marshland", NOVEMBER)).files
    assert file.rejected == 0
    assert opens_in(quick_engine) == "2024/25"


@pytest.mark.parametrize(
    ("years", "opens"),
    [
        (("2024/25", "2026/27", "2027/28", "2035/36"), "2026/27"),
        (("2028/29", "2027/28", "2035/36"), "2027/28"),
        (("2020/21", "2035/36"), "2020/21"),
        (("Mar 2027", "Sep 2026"), "2026/27"),
    ],
)
def test_targets_alone_open_in_the_newest_year_that_has_begun_or_else_the_first(
    quick_engine: Engine, tmp_path: Path, years: tuple[str, ...], opens: str
) -> None:
    load(quick_engine, typed(tmp_path, *(f"Theft,{year},,300,lower,count" for year in years)), wish=wish("M", NOVEMBER))
    assert opens_in(quick_engine, "m") == opens


def test_a_year_in_progress_loads_and_opens(quick_engine: Engine, tmp_path: Path) -> None:
    [file] = load(quick_engine, typed(tmp_path, "Theft,2026/27,120,,lower,count"), wish=wish("M", NOVEMBER)).files
    assert (file.rejected, opens_in(quick_engine, "m")) == (0, "2026/27")


def test_the_same_file_is_taken_when_its_year_has_begun(quick_engine: Engine, tmp_path: Path) -> None:
    path = typed(tmp_path, KNOWN, "Theft,2027/28,120,,lower,count")
    assert asked(quick_engine, path, wish=wish("Marshland", NOVEMBER)).files[0].rejected == 1
    load(quick_engine, path, wish=wish("Marshland", datetime(2027, 5, 1, tzinfo=UTC)))
    found = SqlStore(quick_engine).observations(Scope("marshland"))
    assert {item.period.label for item in found} == {"2024/25", "2027/28"}


def test_an_actual_to_come_that_an_older_version_took_opens_no_page(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, typed(tmp_path, KNOWN), wish=wish("Marshland", NOVEMBER))
    values = dict.fromkeys(("text", "note", "covers_to", "value_reason", "marker", "value_notes", "remarks"), "")
    place = dict.fromkeys(("percent", "file", "sheet", "cell"), "")
    what = {"partnership": "marshland", "what": "actual", "indicator": "marshland/theft", "area": "marshland"}
    with quick_engine.begin() as connection:
        row = {"release": 1, "arrival": 1, "gone": 0, "period": "2031-32", **what, **values, **place}
        connection.execute(insert(tables.figure).values(number=Decimal(290), **row))
    assert opens_in(quick_engine) == "2024/25"
    assert opens_in(quick_engine, "warwickshire") == "2010/11"
    assert date(2031, 4, 1) in {item.period.start for item in SqlStore(quick_engine).observations(Scope("marshland"))}
