"""Knows how an officer types Warwickshire's Table 1, how it is loaded, and what the store says afterwards."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from sqlalchemy import Engine

from dashboard.domain.checks.changes import Change
from dashboard.domain.records import Observation, Scope, Target
from data.intake.pipeline import Summary, Wish, load_files
from data.store import SqlStore

Cell = str | int | float | None
Rows = Sequence[Sequence[Cell]]
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
NI_40 = "warwickshire/ni-40"
DRUGS = "Drug users in effective treatment"
HEADING = ("Indicator", "2009/10 Target", "2009/10 Actual", "2010/11 Target", "2010/11 Actual")
TABLE_1: tuple[tuple[Cell, ...], ...] = (
    ("Table 1: performance against the Community Safety Agreement",),
    HEADING,
    ("NI 15 - Most serious violent crime", 294, 323, 288, 335),
    ("NI16 – Serious acquisitive crime", "7,582", "6,937", "7,195", 6346),
    ("NI21 – Dealing with local concerns about ASB and crime ¹", 0.263, 0.25, 0.295, "N/A"),
    ("NI30 - Re-offending rate of prolific and priority offenders", 285, 120, 0.29, "TBC ²"),
    ("NI40 - Drug users in effective treatment", "1,063", "1,140", "1,074", "1,128 ³"),
    ("NI47 - People killed or seriously injured in road traffic accidents", 389, 308, 304, 301),
    ("¹ Through the Partnership Place Survey",),
    ("2 Figures for quarter 2 only",),
    ("(3) Figure up to the end of November 2010",),
)
PERCENT = {"B5": "0.0%", "C5": "0%", "D5": "0.0%", "D6": "0%"}


def book(path: Path, rows: Rows, formats: dict[str, str] | None = None, **cells: Cell) -> Path:
    """Type *rows* into a workbook, then what stands otherwise in single *cells*."""
    made = Workbook()
    sheet = made.active
    sheet.title = "Performance"
    for row in rows:
        sheet.append(row)
    for place, said in cells.items():
        sheet[place] = said
    for place, number_format in (formats or {}).items():
        sheet[place].number_format = number_format
    made.save(path)
    return path


def table_1(folder: Path, **cells: Cell) -> Path:
    """The printed table as a workbook, with other *cells*: table_1(folder, E7="1,131")."""
    return book(folder / "table-1.xlsx", TABLE_1, PERCENT, **cells)


def text_file(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return path


def asked(engine: Engine, *paths: Path, wish: Wish | None = None) -> Summary:
    """What the loader answers, whatever it is; for Warwickshire unless another *wish* is given."""
    return load_files(engine, paths, wish or Wish(NOON, partnership="warwickshire", who="Jo"))


def load(engine: Engine, *paths: Path, wish: Wish | None = None) -> Summary:
    """Load what has to be taken, whether it changes anything or not."""
    summary = asked(engine, *paths, wish=wish)
    assert summary.refused == []
    assert summary.loaded == summary.changes_anything
    return summary


def refused(engine: Engine, *paths: Path, wish: Wish | None = None) -> str:
    """The one sentence for which nothing is loaded."""
    summary = asked(engine, *paths, wish=wish)
    assert not summary.loaded
    [sentence] = summary.refused
    return sentence


def wish(partnership: str = "warwickshire", moment: datetime = NOON, *, withdraw: bool = False) -> Wish:
    return Wish(moment, who="Jo", partnership=partnership, withdraw=withdraw)


def told(changes: Sequence[Change]) -> list[tuple[str, ...]]:
    """Each change in short: kind, indicator, what, period, before, now."""
    return [(item.kind, item.indicator, item.what, item.period, item.before, item.now) for item in changes]


def observation(engine: Engine, indicator: str = NI_40, period: str = "2010-11") -> Observation | None:
    """The actual that is published now."""
    home = indicator.partition("/")[0]
    found = SqlStore(engine).observations(Scope(home, indicators=frozenset({indicator})))
    return next((item for item in found if (item.area, item.period.slug) == (home, period)), None)


def target(engine: Engine, indicator: str = NI_40, period: str = "2010-11") -> Target | None:
    home = indicator.partition("/")[0]
    found = SqlStore(engine).targets(Scope(home, indicators=frozenset({indicator})))
    return next((item for item in found if (item.area, item.period.slug) == (home, period)), None)


def number(engine: Engine, indicator: str = NI_40, period: str = "2010-11") -> tuple[Decimal | None, str]:
    """The published number and its marker."""
    found = observation(engine, indicator, period)
    assert found is not None
    return found.value.number, str(found.value.marker or "")
