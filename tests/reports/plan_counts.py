"""Counts the actions of a plan again, from the rows of its file: overdue, and how the others stand."""

from dashboard.reports.report import Report
from tests.reports.recounts import rows


def late(report: Report) -> int:
    return sum(bool(row["days_overdue"]) for row in rows(report, "actions"))


def standing_so(report: Report, said: str) -> int:
    """Actions of a status that are not overdue; 'not said' are those without one."""
    found = [row["status"] or "not said" for row in rows(report, "actions") if not row["days_overdue"]]
    return found.count(said)
