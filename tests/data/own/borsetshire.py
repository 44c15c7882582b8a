"""Knows a partnership that has nothing yet, the tables that its officers type, and what is published of them."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Engine

from dashboard.domain.records import Indicator, Scope
from dashboard.reports.desk import Desk
from dashboard.reports.pages.year_end import year_end
from data.intake.pipeline import Summary, Wish
from data.store import SqlStore
from tests.data.own.typed import NOON, asked, text_file

QUARTERS = "Indicator,Unit,Polarity,Q1 2022/23,Q2 2022/23,Q3 2022/23,Q4 2022/23,Target 2022/23"
YEARS = "Indicator,Unit,Polarity,2021/22 Actual,2022/23 Actual,2022/23 Target"
Answers = Mapping[str, Mapping[str, str]]


def told(engine: Engine, folder: Path, *lines: str, answers: Answers | None = None) -> Summary:
    """What the loader says of a table of a new partnership, with *answers*."""
    wish = Wish(NOON, who="Jo", partnership="Borsetshire", answers=answers or {})
    return asked(engine, text_file(folder, "a.csv", *lines), wish=wish)


def year(engine: Engine) -> dict[str, tuple[object, ...]]:
    """The actual, the reason for none, and how it was made, of each indicator's year."""
    rows = Desk(SqlStore(engine)).show(year_end, "partnership=borsetshire&period=2022-23").rows
    return {
        item.indicator.name: (
            item.now.value.number,
            item.now.value.reason,
            item.now.actual.derived if item.now.actual else "",
        )
        for item in rows
    }


def indicator(engine: Engine, name: str) -> Indicator:
    found = SqlStore(engine).indicators(Scope("borsetshire"))
    return next(item for item in found if item.name == name)
