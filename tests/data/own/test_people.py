"""Proves that sex and age belong to what a Fingertips indicator is, whichever file comes first."""

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import financial_year
from dashboard.domain.records import Scope
from dashboard.domain.targets.status import Certainty
from dashboard.reports.pages.indicator import indicator_file
from data.store import SqlStore
from data.tables import own as tables
from tests.data.own.typed import load, text_file, wish

HEADING = (
    "Indicator ID,Indicator Name,Area Code,Area Name,Sex,Age,Category Type,Category,Time period,Value,"
    "Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator"
)


def row(sex: str, value: str, *, number: str = "90001", name: str = "Falls per 1,000", age: str = "All ages") -> str:
    return f'{number},"{name}",E10000031,Warwickshire,{sex},{age},,,2011/12,{value},10,14,120,10000'


def download(folder: Path, *rows: str, name: str = "f.csv") -> Path:
    return text_file(folder, name, HEADING, *rows)


def found(engine: Engine) -> dict[str, str]:
    """The text of each loaded figure by the name of its indicator."""
    store = SqlStore(engine)
    names = {item.id: item.name for item in store.indicators(Scope("warwickshire"))}
    actuals = store.observations(Scope("warwickshire"))
    return {names[item.indicator]: item.value.raw for item in actuals if item.sources[0].document.startswith("file-")}


ROWS = {"Male": row("Male", "15.2"), "Persons": row("Persons", "12"), "Female": row("Female", "9.1")}
NAMES = {
    "Male": "Falls per 1,000 (Male, All ages)",
    "Persons": "Falls per 1,000",
    "Female": "Falls per 1,000 (Female, All ages)",
}
VALUES = {"Male": "15.2", "Persons": "12", "Female": "9.1"}


@pytest.mark.parametrize(
    "files",
    [
        (("Male",), ("Persons",)),
        (("Persons",), ("Male",)),
        (("Female", "Male"), ("Persons",)),
        (("Persons", "Male"), ("Female",)),
        (("Male",), ("Male", "Persons", "Female")),
    ],
)
def test_no_file_revises_the_figures_of_other_people(
    quick_engine: Engine, tmp_path: Path, files: tuple[tuple[str, ...], ...]
) -> None:
    for number, sexes in enumerate(files):
        load(quick_engine, download(tmp_path, *(ROWS[sex] for sex in sexes), name=f"{number}.csv"))
    every = {sex for sexes in files for sex in sexes}
    assert found(quick_engine) == {NAMES[sex]: VALUES[sex] for sex in every}
    actuals = SqlStore(quick_engine).observations(Scope("warwickshire"))
    assert not [item for item in actuals if item.value.marker and item.sources[0].document.startswith("file-")]


def test_an_indicator_that_is_renamed_stays_the_one_of_its_number(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, download(tmp_path, row("Persons", "12")))
    later = row("Persons", "13", name="B12a - Falls in the home per 1,000")
    load(quick_engine, download(tmp_path, later, name="later.csv"))
    assert found(quick_engine) == {"Falls per 1,000": "13"}


def test_a_database_of_today_keeps_its_indicator_of_everybody(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, download(tmp_path, row("Persons", "12")))
    item = tables.indicator
    with quick_engine.begin() as connection:
        was = {"code": "90001 Persons, All ages", "name": "Falls per 1,000 (Persons, All ages)"}
        connection.execute(item.update().values(**was))
    load(quick_engine, download(tmp_path, row("Persons", "13"), ROWS["Male"], name="later.csv"))
    assert found(quick_engine) == {"Falls per 1,000 (Persons, All ages)": "13", NAMES["Male"]: "15.2"}


def test_the_counts_and_limits_of_a_file_are_kept_used_and_exported(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, download(tmp_path, row("Persons", "12")))
    typed = text_file(tmp_path, "t.csv", "Indicator,Polarity,Period,Target", '"Falls per 1,000",lower,2011/12,20')
    load(quick_engine, typed)
    [kept] = [item for item in SqlStore(quick_engine).observations(Scope("warwickshire")) if item.denominator]
    assert (kept.numerator, kept.denominator, kept.low, kept.high) == tuple(map(Decimal, (120, 10000, 10, 14)))
    slug = kept.indicator.partition("/")[2]
    asked = Filters("warwickshire", financial_year(2011), indicators=frozenset({slug}))
    report = indicator_file(SqlStore(quick_engine), asked)
    history = next(table for table in report.tables if table.name == "history")
    [exported] = history.rows
    names = ("numerator", "denominator", "low_95", "high_95")
    assert [exported[name] for name in names] == [120, 10000, 10, 14]
    assert report.history[0].verdict.certainty is Certainty.CLEAR


def test_counts_are_added_to_a_figure_that_had_none_and_never_taken_away(quick_engine: Engine, tmp_path: Path) -> None:
    path = download(tmp_path, row("Persons", "12"))
    load(quick_engine, path)
    figure = tables.figure
    with quick_engine.begin() as connection:
        connection.execute(figure.update().values(dict.fromkeys(tables.COUNTS)))
    [change] = load(quick_engine, path).figures.changes
    assert (change.before, change.now, change.remark) == ("12", "12", "with its count and limits")
    bare = text_file(tmp_path, "bare.csv", "Indicator,Period,Actual", '"Falls per 1,000",2011/12,12')
    assert not load(quick_engine, bare).changes_anything
    with quick_engine.connect() as connection:
        rows = connection.execute(select(figure.c.numerator).order_by(figure.c.id)).scalars().all()
    assert rows == [None, 120]


def test_districts_that_fingertips_places_in_a_county_are_the_areas_of_a_new_partnership(
    quick_engine: Engine, tmp_path: Path
) -> None:
    heading = HEADING.replace("Area Code", "Parent Code,Parent Name,Area Code")
    start = '90001,"Falls per 1,000",'
    rows = (
        f"{start}E12000999,Region,E10000999,Moorshire,Persons,All ages,,,2011/12,12,,,,",
        f"{start}E10000999,Moorshire,E07000901,Ashby,Persons,All ages,,,2011/12,13,,,,",
        f"{start}E10000998,Fenshire,E07000902,Birby,Persons,All ages,,,2011/12,14,,,,",
    )
    summary = load(quick_engine, text_file(tmp_path, "d.csv", heading, *rows), wish=wish("Moorshire"))
    assert summary.figures.areas == ("Ashby",)
    actuals = SqlStore(quick_engine).observations(Scope("moorshire"))
    assert {(item.area, item.value.raw) for item in actuals} == {("moorshire", "12"), ("moorshire/ashby", "13")}
