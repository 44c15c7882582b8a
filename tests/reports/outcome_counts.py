"""Counts again what is said of how incidents ended, from the rows of the months looked at."""

from dashboard.reports.report import Report
from tests.reports.recounts import Row, rows


def looked_at(report: Report) -> list[Row]:
    """The groups of the months looked at; those that are old enough to be compared with come after them."""
    found = rows(report, "outcomes")
    return [row for row in found if row["period"] == found[0]["period"]]


def newest_age(report: Report) -> int:
    return int(str(looked_at(report)[0]["outcome_age"]))


def charged_of(report: Report) -> tuple[int, int]:
    """How many were charged or summonsed, of how many: a group in which nothing ended has no row."""
    found = looked_at(report)
    charged = [int(str(row["count"])) for row in found if row["outcome_group"] == "Charged or summonsed"]
    return sum(charged), int(str(found[0]["crimes"]))
