"""Counts again what the strategic assessment says of its categories and columns, from the rows of its ranking."""

from dashboard.reports.report import Report
from tests.reports.recounts import Row, rows

CATEGORIES = "categor(?:y|ies)"


def categories(report: Report) -> int:
    return len(rows(report, "priorities"))


def scored(report: Report) -> list[Row]:
    return [row for row in rows(report, "priorities") if row["score"] is not None]


def first(report: Report) -> list[Row]:
    return [row for row in rows(report, "priorities") if row["rank"] == 1]


def by_columns(report: Report, said: tuple[str | None, ...]) -> tuple[int, ...]:
    """By how few and how many columns categories are scored, and of how many: two numbers where all have as many."""
    counts = {int(str(row["columns_counted"])) for row in scored(report)}
    of = {int(str(row["columns_of"])) for row in scored(report)}
    few, many = min(counts), max(counts)
    return (few, many, *of) if said[1] else (few, *of) if few == many else ()


def first_sure(report: Report) -> int:
    """How sure the one first place is, in whole per cent."""
    [row] = first(report)
    return round(float(str(row["rank_chance"])) * 100)
