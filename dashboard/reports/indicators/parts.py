"""Knows what the areas of a partnership come to: a sum where all are there, or which of them have no figure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from dashboard.domain.periods.period import Period
from dashboard.domain.records import Area, Indicator, Observation
from dashboard.domain.statistics.series import year_of
from dashboard.reports.indicators.sums import event_days_of, sum_of

LEVELS = {"csp": "partnership"}
TYPED = "area"  # the level of areas that a partnership's own tables named

Found = Mapping[str, Observation]  # the actuals of one period, by area


def may_be_summed(indicator: Indicator, period: Period) -> bool:
    """Whether the figures of areas add up: counts do, percentages, rates and averages do not."""
    return indicator.at(period).adds_over_areas


def kinds_of(areas: Sequence[Area]) -> list[tuple[Area, ...]]:
    """The parts of an area, those of one kind together: wards and districts both are the whole, never one another."""
    ordered = sorted(areas, key=lambda area: area.level)  # keeps the order of the print within a kind
    kinds = [tuple(kind) for _, kind in groupby(ordered, key=lambda area: area.level)]
    return sorted(kinds, key=lambda kind: areas.index(kind[0]))


def whole_of(indicator: Indicator, parent: str, kinds: Sequence[tuple[Area, ...]], found: Found) -> Observation | None:
    """The figure of *parent* as the sum of its parts of one kind; None where some have none, or cover fewer months."""
    whole = [kind for kind in kinds if len(kind) > 1 and not _is_mixed(kind, kinds, found)]
    return next(filter(None, (_sum(indicator, parent, kind, found) for kind in whole)), None)


def _is_mixed(kind: tuple[Area, ...], kinds: Sequence[tuple[Area, ...]], found: Found) -> bool:
    """Whether areas that a table named stand for others of another kind, of which only some have a figure."""
    others = [other for other in kinds if other is not kind]
    return kind[0].level == TYPED and any(0 < _count(other, found) < max(len(other), 2) for other in others)


def _count(kind: tuple[Area, ...], found: Found) -> int:
    return sum(_has(found, area) for area in kind)


def _sum(indicator: Indicator, parent: str, kind: tuple[Area, ...], found: Found) -> Observation | None:
    parts = [found[area.slug] for area in kind if area.slug in found]
    if len(parts) != len(kind) or len({part.months for part in parts}) != 1:
        return None
    period, months = parts[0].period, parts[0].months
    value = sum_of(parts, len(kind), indicator.at(period).value_type)
    if value is None or not may_be_summed(indicator, period):
        return None
    words = f"Sum of {len(parts)} {LEVELS.get(kind[0].level, kind[0].level)} figures"
    cells = tuple(cell for part in parts for cell in part.sources)
    return Observation(
        indicator=indicator.id,
        area=parent,
        period=period,
        value=value,
        sources=cells,
        derived=words,
        held=months if months < period.months else None,
        event_days=event_days_of(parts),
    )


def without_figure(kinds: Sequence[tuple[Area, ...]], found: Found) -> tuple[Area, ...]:
    """The areas that lack a figure for a sum: of the kind that most of have one."""
    counted = [(_count(kind, found), kind) for kind in kinds if len(kind) > 1]
    lacking = [(held, kind) for held, kind in counted if held < len(kind)] or counted
    most, kind = max(lacking, key=lambda item: item[0], default=(0, ()))
    return tuple(area for area in kind if not _has(found, area)) if most else ()


def _has(found: Found, area: Area) -> bool:
    item = found.get(area.slug)
    return item is not None and item.value.number is not None


def said_of_parts(year: Observation, parts: Iterable[Observation]) -> Observation:
    """*year* saying too that its months or quarters are sums of areas."""
    inside = [part.derived for part in parts if part.derived and year_of(part.period) == year.period]
    if not inside:
        return year
    words = f"{year.derived}, {'each ' if len(inside) > 1 else ''}the {inside[0][:1].lower()}{inside[0][1:]}"
    return replace(year, derived=words)
