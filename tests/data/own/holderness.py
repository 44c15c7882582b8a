"""Loads typed tables of Holderness and says how they are judged."""

from pathlib import Path

from sqlalchemy import Engine

from dashboard.reports.desk import Desk
from dashboard.reports.pages.year_end import YearEnd, year_end
from dashboard.reports.report import Cell
from data.intake.pipeline import Summary
from data.store import SqlStore
from tests.data.own.typed import load, text_file, wish

HEADING = "Indicator,Polarity,2013/14 Actual,2013/14 Target"


VIEW = "partnership=holderness&period=2013-14"


def loaded(engine: Engine, folder: Path, *lines: str, heading: str = HEADING) -> Summary:
    return load(engine, text_file(folder, "words.csv", heading, *lines), wish=wish("Holderness"))


def report_of(engine: Engine, view: str = VIEW) -> YearEnd:
    return Desk(SqlStore(engine)).show(year_end, view)


def row_of(engine: Engine, view: str = VIEW) -> dict[str, Cell]:
    return next(table for table in report_of(engine, view).tables if table.name == "year-end").rows[0]


YEARS = "Indicator,Polarity,2012/13 Actual,2012/13 Target,2013/14 Actual,2013/14 Target"
