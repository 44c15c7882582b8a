"""Twelve areas of a partnership that does not exist, with populations and similar areas, as files a user would load."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine

from dashboard.reports.comparison.areas import Comparison
from dashboard.reports.desk import Desk
from dashboard.reports.pages.indicator import IndicatorFile, indicator_file
from data.intake.pipeline import Wish, load_files
from data.store import SqlStore
from tests.data.street.testshire import MOMENT, written

NAMES = tuple(f"Area {letter}" for letter in "ABCDEFGHIJKL")
HEADING = "Indicator,Code,Polarity,Area,Area code,Period,Actual\n"
GROUPS = "Set,From,Area code,Similar area code,Rank\n"


def code(at: int) -> str:
    return f"E0799{at:04}"


def figures(counts: Sequence[object], period: str = "2024/25", first: int = 0) -> str:
    """One row an area, the first of them Area A."""
    rows = enumerate(counts, start=first)
    return "".join(f"Burglary,B1,lower,{NAMES[at]},{code(at)},{period},{count}\n" for at, count in rows)


def people(*numbers: int) -> str:
    rows = "".join(f"{code(at)},{number}\n" for at, number in enumerate(numbers))
    return f"LAD24CD,Total\n{rows}"


def load(engine: Engine, folder: Path, partnership: str = "Testshire", **texts: str) -> None:
    """Load each of *texts* as a file of its name."""
    for name, text in texts.items():
        path = written(folder / partnership, f"{name}.csv", text)
        summary = load_files(engine, [path], Wish(MOMENT, who="Jo", partnership=partnership))
        assert (summary.refused, summary.loaded) == ([], True)


def file_of(engine: Engine, query: str) -> IndicatorFile:
    return Desk(SqlStore(engine)).show(indicator_file, query)


def compared(engine: Engine, query: str = "partnership=testshire") -> Comparison:
    found = file_of(engine, query).comparison
    assert found is not None
    return found
