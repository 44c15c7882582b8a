"""Knows how a comparison of areas becomes rows of a file."""

from dashboard.domain.statistics.funnel import NoFunnel
from dashboard.reports.comparison.areas import Compared, Comparison
from dashboard.reports.comparison.words import NO_POPULATION
from dashboard.reports.report import Cell, Table, reason_text

COLUMNS = (
    *("area_code", "area", "period", "value", "reason", "population", "rate", "rate_reason", "low_95", "high_95"),
    *("rank", "against_all", "funnel", "funnel_reason", "share", "previous_value", "change", "change_share"),
    *("change_real", "change_reason", "counter_mover", "similar", "part_of_total"),
)
NOT_COUNTED = "no count behind the figure"


def comparison_table(found: Comparison | None) -> Table:
    """A row an area, the highest first; nothing where there is nothing to compare."""
    return Table.of("comparison", "Areas compared", COLUMNS, comparison_rows(found))


def comparison_rows(found: Comparison | None) -> list[dict[str, Cell]]:
    return [_row(found, item) for item in found.areas] if found else []


def _row(found: Comparison, item: Compared) -> dict[str, Cell]:
    rate = item.rate
    return {
        "area_code": item.area.code or item.area.slug,
        "area": item.area.name,
        "period": found.period.label,
        "value": item.value,
        "reason": reason_text(item.reason) if item.value is None else None,
        "population": item.area.population,
        "rate": rate.number if rate else None,
        "rate_reason": None if rate else _why_no_rate(found, item),
        "low_95": rate.low if rate else None,
        "high_95": rate.high if rate else None,
        "rank": item.rank,
        "against_all": item.against,
        "funnel": item.place,
        "funnel_reason": None if item.place else _why_no_place(found, item),
        "share": item.share,
        "previous_value": item.before,
        **_change(found, item),
        "similar": item.similar,
        "part_of_total": item.inside,
    }


def _change(found: Comparison, item: Compared) -> dict[str, Cell]:
    move = item.move
    return {
        "change": move.change if move else None,
        "change_share": move.share if move else None,
        "change_real": move.real if move else None,
        "change_reason": _why_no_share(found, item),
        "counter_mover": move.counter if move else None,
    }


def _why_no_rate(found: Comparison, item: Compared) -> str:
    if item.value is None:
        return "no figure"
    if not found.is_counted:
        return NOT_COUNTED
    return NO_POPULATION if not item.area.population else "no other area has a rate"


def _why_no_place(found: Comparison, item: Compared) -> str:
    if item.rate is not None and isinstance(found.funnel, NoFunnel):
        return found.funnel.words
    return _why_no_rate(found, item)


def _why_no_share(found: Comparison, item: Compared) -> str | None:
    if item.move is not None:
        return "the total did not change" if item.move.share is None else None
    if not found.is_counted:
        return NOT_COUNTED
    if found.months < found.period.months:
        return "part year"
    return "not every area has a figure for both periods" if item.inside else "no part of the total"
