"""Counts again what is said of an area beside similar ones, from the rows of the ranking."""

from dashboard.reports.report import Report
from tests.reports.recounts import Row, rows


def rated(report: Report) -> list[Row]:
    return [row for row in rows(report, "similar-areas") if row["rate"] is not None]


def own(report: Report) -> Row:
    [found] = [row for row in rated(report) if row["is_own"]]
    return found


def compared(report: Report) -> int:
    return len(rated(report))


def ranked(report: Report) -> tuple[int, int]:
    """The place of the own area by its rate, of how many."""
    mine = own(report)["rate"]
    return 1 + sum(float(str(row["rate"])) > float(str(mine)) for row in rated(report)), compared(report)


def overlapping(report: Report) -> int:
    """How many other intervals share a number with that of the own area."""
    mine = own(report)
    low, high = float(str(mine["low_95"])), float(str(mine["high_95"]))
    others = [row for row in rated(report) if not row["is_own"]]
    return sum(float(str(row["low_95"])) <= high and float(str(row["high_95"])) >= low for row in others)
