"""Knows the outcomes as a file: how all ended, in groups and in published words; by crime type, place and month."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.domain.filters import Filters
from dashboard.domain.street.outcomes import GROUP_WORDS
from dashboard.questions.store import Store
from dashboard.reports.pages.street.ended import Ended
from dashboard.reports.pages.street.outcomes import Outcomes, outcomes
from dashboard.reports.report import Cell, Table

SHARE = ("count", "crimes", "share_pct", "low_95", "high_95")
WHEN = ("period", "outcome_age", "is_settled", "period_slug")
ENDINGS = ("outcome_group", *SHARE, *WHEN)
PUBLISHED = ("outcome_name", "outcome_group", *SHARE, *WHEN)
BY_TYPE = ("crime_name", "outcome_group", *SHARE, "crime_type", *WHEN)
BY_PLACE = ("area", "outcome_group", *SHARE, "area_code", "level", *WHEN)
BY_MONTH = ("period", "outcome_age", "is_settled", "outcome_group", *SHARE, "period_slug")
NOTHING_SAID = "No outcome recorded"
Rows = Iterator[dict[str, Cell]]


def outcomes_file(store: Store, filters: Filters) -> Outcomes:
    """Return the outcomes with their tables; the page itself needs none of them."""
    report = outcomes(store, filters)
    if report.total is None:
        return report
    spans = [report.total, *([report.settled] if report.settled else [])]
    tables = (
        Table.of("outcomes", "How they ended", ENDINGS, (row for item in spans for row in _rows(report, item))),
        Table.of(
            "published", "In the words of police.uk", PUBLISHED, (r for item in spans for r in _named(report, item))
        ),
        Table.of("by-type", "Outcomes by crime type", BY_TYPE, _of_types(report, report.total)),
        Table.of("by-place", "Outcomes by place", BY_PLACE, _of_places(report, report.total)),
        Table.of("by-month", "Outcomes by month", BY_MONTH, (r for item in report.months for r in _rows(report, item))),
    )
    return replace(report, tables=tables)


def _of_types(report: Outcomes, total: Ended) -> Rows:
    for item in report.kinds:
        for row in _rows(report, item):
            yield row | _when(total) | {"crime_type": item.key, "crime_name": item.name}


def _of_places(report: Outcomes, total: Ended) -> Rows:
    for item in report.places:
        if item.place is not None:
            named: dict[str, Cell] = {"area_code": item.place.code, "area": item.name, "level": str(item.place.level)}
            for row in _rows(report, item):
                yield row | _when(total) | named


def _rows(report: Outcomes, item: Ended) -> Rows:
    """A row for each group shown."""
    for group in report.groups:
        yield {"outcome_group": GROUP_WORDS[group]} | _share(item, item.of(group)) | _when(item)


def _named(report: Outcomes, item: Ended) -> Rows:
    """A row for each published outcome in the groups shown, so that their counts add up."""
    for group in report.groups:
        for outcome, n in item.inside(group):
            said: dict[str, Cell] = {"outcome_group": GROUP_WORDS[group], "outcome_name": outcome or NOTHING_SAID}
            yield said | _share(item, n) | _when(item)


def _share(item: Ended, n: int) -> dict[str, Cell]:
    low, high = item.interval(n)
    return {"count": n, "crimes": item.total, "share_pct": item.share(n), "low_95": low, "high_95": high}


def _when(item: Ended) -> dict[str, Cell]:
    period = item.period
    return {
        "period": period.label if period else None,
        "period_slug": period.slug if period else None,
        "outcome_age": item.age,
        "is_settled": item.is_settled,
    }
