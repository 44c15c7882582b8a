"""Fills a database with the code of an older commit, in whose folder it is run, and writes what that commit shows."""

import csv
import importlib
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

MOMENT = datetime(2026, 11, 21, 12, tzinfo=UTC)
FORCE = "Fenshire Constabulary"
PLACES = {"E01997001": "Marsham 001A", "E01997002": "Marsham 001B", "E01997003": "Reedby 001A"}
HEADING = [
    *("Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location"),
    *("LSOA code", "LSOA name", "Crime type", "Last outcome category", "Context"),
]
CRIMES = ("Burglary", "Burglary", "Drugs", "Vehicle crime", "Vehicle crime", "Robbery")
LOOKUP = [
    ("LSOA21CD", "LSOA21NM", "WD24CD", "WD24NM", "LAD24CD", "LAD24NM"),
    ("E01997001", "Marsham 001A", "E05997001", "Quay", "E07997001", "Marsham"),
    ("E01997002", "Marsham 001B", "E05997002", "Mill", "E07997001", "Marsham"),
    ("E01997003", "Reedby 001A", "E05997003", "Ferry", "E07997002", "Reedby"),
]
FORCES = [
    ("LAD24CD", "LAD24NM", "CSP24CD", "CSP24NM", "PFA24CD", "PFA24NM"),
    ("E07997001", "Marsham", "E22997001", "Fenshire", "E23997001", "Fenshire"),
    ("E07997002", "Reedby", "E22997001", "Fenshire", "E23997001", "Fenshire"),
]
TARGETS = [
    ("partnership", "area", "crime", "period", "target", "tolerance", "note"),
    ("Fenshire", "", "burglary", "2025/26", "110", "5", "of the plan"),
    ("Fenshire", "", "all-crime", "2025/26", "-3%", "5", ""),
]
OWN = [
    ("Indicator", "Polarity", "Unit", "Area", "Period", "Actual", "Target"),
    ("Lamps repaired in a week", "higher", "number", "", "2009/10", "412", ""),
    ("Lamps repaired in a week", "higher", "number", "", "2010/11", "455", "440"),
    ("Graffiti reports", "lower", "number", "", "2009/10", "230", ""),
    ("Graffiti reports", "lower", "number", "", "2010/11", "1,241", "210"),
]
VIEWS = (
    ("year-end", "partnership=fenshire&period=2025-26"),
    ("drill-down", "partnership=fenshire&period=2025-26"),
    ("year-end", "partnership=warwickshire&period=2010-11"),
    ("year-end", "partnership=warwickshire&period=2009-10"),
)
COUNTS = (
    "SELECT place.code, area_count.crime_type, area_count.month, area_count.n FROM area_count "
    "JOIN place ON place.id = area_count.place ORDER BY 1, 2, 3"
)


def incidents(month: str, more: int) -> Iterator[list[str]]:
    """A dozen and a few more incidents of a month, spread over the neighbourhoods."""
    for at in range(18 + more):
        code = list(PLACES)[at % len(PLACES)]
        where = (f"{0.1 + at % 3 / 100:.6f}", "52.700000", "On or near Sluice Road", code, PLACES[code])
        yield ["", month, FORCE, FORCE, *where, CRIMES[at % len(CRIMES)], "Under investigation", ""]


def months() -> Iterator[tuple[str, int]]:
    for number in range(24):
        year, month = divmod(2024 * 12 + 3 + number, 12)
        yield f"{year}-{month + 1:02}", number % 5


def written(folder: Path) -> list[Path]:
    """The files that are loaded: lookups, 24 months, targets."""
    tables = {"lookup.csv": LOOKUP, "forces.csv": FORCES, "targets.csv": TARGETS}
    for month, more in months():
        tables[f"{month}-fenshire-street.csv"] = [HEADING, *incidents(month, more)]
    return [_table(folder / name, rows) for name, rows in tables.items()]


def _table(path: Path, rows: Any) -> Path:  # noqa: ANN401 - texts in any kind of row
    with path.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows(rows)
    return path


def fill(engine: Engine, folder: Path) -> None:
    """Load everything that this commit takes, with its own loader."""
    importlib.import_module("data.load.published").ensure_published(engine)
    pipeline = importlib.import_module("data.load.pipeline")
    calls: list[tuple[list[Path], dict[str, str]]] = [(written(folder), {})]
    if Path("data/releases").is_dir():
        calls.append(([_table(folder / "own.csv", OWN)], {"partnership": "Warwickshire", "who": "Jo"}))
    for files, more in calls:
        summary = pipeline.load_files(engine, files, pipeline.Wish(MOMENT, **more))
        assert summary.loaded, summary.refused


def shown(engine: Engine) -> dict[str, Any]:
    """What this commit makes of it: every count, and the pages where they can be asked for."""
    with engine.connect() as connection:
        found: dict[str, Any] = {"counts": [list(row) for row in connection.execute(text(COUNTS))]}
    try:
        pages = importlib.import_module("dashboard.pages")
    except ImportError:  # 71b3f90^ is half of a change: its pages do not start
        return found | {"views": []}
    desk = importlib.import_module("dashboard.reports.desk").Desk(
        importlib.import_module("data.store").SqlStore(engine)
    )
    export = importlib.import_module("dashboard.exports.addresses").export
    views = [(page, query, json.loads(export(desk, pages.OFFERED, page, query, "json"))) for page, query in VIEWS]
    return found | {"views": [[page, query, body["tables"]] for page, query, body in views]}


def main(database: str, folder: str, answer: str) -> None:
    engine = importlib.import_module("data.engine").open_engine(f"sqlite:///{database}")
    fill(engine, Path(folder))
    Path(answer).write_text(json.dumps(shown(engine), ensure_ascii=False), encoding="utf-8")
    engine.dispose()


if __name__ == "__main__":
    main(*sys.argv[1:])
