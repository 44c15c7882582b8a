"""Knows an area beside similar ones as a file: ranking, missing areas, the line, what can be chosen."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.domain.filters import Filters
from dashboard.domain.statistics.funnel import NoFunnel
from dashboard.questions.store import Store
from dashboard.reports.pages.street.similar_areas import SimilarAreas, similar_areas
from dashboard.reports.report import Cell, Table
from dashboard.reports.street.similar.rates import AreaRate, RankedAreas

RATES = (
    *("area_code", "area", "period", "period_slug", "count", "population", "population_year", "rate", "rate_reason"),
    *("low_95", "high_95", "rank", "against_all", "funnel", "funnel_reason", "is_own", "months_compared"),
)
TOGETHER = ("period", "areas_compared", "all_together", "others_mean", "others_together", "overlapping")
LINE = ("period", "count", "count_reason", "rate", "rate_reason", "others_mean", "others_mean_reason", "period_slug")
CHOICES = ("area_code", "area", "force_area", "population", "population_year", "is_compared")
Rows = Iterator[dict[str, Cell]]


def similar_areas_file(store: Store, filters: Filters) -> SimilarAreas:
    """Return the areas with their tables; the page itself needs none of them."""
    report = similar_areas(store, filters)
    if report.group is None:
        return report
    tables = (
        Table.of("similar-areas", "Similar areas", RATES, _rates(report)),
        Table.of("together", "The areas together", TOGETHER, _together(report.standing)),
        Table.of("by-period", "Beside the others over time", LINE, _line(report)),
        Table.of("choices", "Areas that can be chosen", CHOICES, _choices(report)),
    )
    return replace(report, tables=tables)


def _rates(report: SimilarAreas) -> Rows:
    """Those compared, the highest first; then those that are missing, with the reason."""
    found, group = report.standing, report.group
    for item in found.areas if found else ():
        yield _row(item, found) if found else {}
    empty: dict[str, Cell] = dict.fromkeys(RATES)
    missing = found.missing if found else group.missing if group else ()
    for gone in missing:
        named: dict[str, Cell] = {"area_code": gone.code, "area": gone.name or gone.code, "is_own": False}
        why: dict[str, Cell] = {"rate_reason": gone.why, "funnel_reason": gone.why}
        yield empty | _when(found) | named | why


def _row(item: AreaRate, found: RankedAreas) -> dict[str, Cell]:
    return _when(found) | {
        "area_code": item.place.code,
        "area": item.place.known_as,
        "count": item.count,
        "population": item.place.population,
        "population_year": item.place.population_year or None,
        "rate": item.rate.number,
        "rate_reason": None,
        "low_95": item.rate.low,
        "high_95": item.rate.high,
        "rank": item.rank,
        "against_all": str(item.against),
        "funnel": str(item.at) if item.at else None,
        "funnel_reason": found.drawn.words if isinstance(found.drawn, NoFunnel) else None,
        "is_own": item.is_own,
        "months_compared": len(found.months),
    }


def _when(found: RankedAreas | None) -> dict[str, Cell]:
    return {"period": found.span.label if found else None, "period_slug": found.span.slug if found else None}


def _together(found: RankedAreas | None) -> Rows:
    if found is not None:
        yield {
            "period": found.span.label,
            "areas_compared": len(found.areas),
            "all_together": found.benchmark,
            "others_mean": found.mean,
            "others_together": found.others_together,
            "overlapping": found.overlapping,
        }


def _line(report: SimilarAreas) -> Rows:
    for item in report.points:
        yield {
            "period": item.period.label,
            "period_slug": item.period.slug,
            "count": item.own_count,
            "count_reason": item.own_reason,
            "rate": item.own,
            "rate_reason": item.own_reason,
            "others_mean": item.mean,
            "others_mean_reason": item.mean_reason,
        }


def _choices(report: SimilarAreas) -> Rows:
    compared = {place.id for place in report.group.others} if report.group else set()
    for item in report.offered:
        yield {
            "area_code": item.place.code,
            "area": item.place.known_as,
            "force_area": item.force,
            "population": item.place.population,
            "population_year": item.place.population_year or None,
            "is_compared": item.place.id in compared,
        }
