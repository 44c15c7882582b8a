"""Knows how a declared indicator is kept in a row, and read from one."""

from dataclasses import replace
from decimal import Decimal

from dashboard.domain.kinds import worded_kind
from dashboard.domain.periods.combining import Combine
from dashboard.domain.periods.period import PeriodKind
from dashboard.domain.records import Indicator, SourceCell
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.printed import ValueType
from data.schema import Fields
from data.street.records import MONTHLY


def indicator_values(item: Indicator) -> dict[str, str]:
    """The columns of an indicator, but for those of its place."""
    return {
        **{
            name: getattr(item, name)
            for name in ("code", "category", "unit", "definition", "part_of", "crime", "scale")
        },
        "name": item.own_name,
        **{name: str(getattr(item, name)) for name in ("polarity", "value_type", "period_kind", "tolerance")},
        "multiplier": str(item.multiplier),
        "combines": str(item.combines or ""),
    }


def read_indicator(row: Fields, before: Indicator | None, source: SourceCell) -> Indicator:
    """The indicator of a row, laid over the printed one *before* where there is one."""
    declared = {
        **{name: row[name] for name in ("code", "name", "category")},
        "polarity": Polarity(row["polarity"]),
        "unit": row["unit"],
        "multiplier": int(row["multiplier"]),
        "tolerance": Decimal(row["tolerance"]),
        **{name: row[name] for name in ("definition", "scale")},
        "combines": Combine(row["combines"]) if row["combines"] else None,
    }
    if before is not None:
        return replace(before, **declared)
    return Indicator(
        id=row["indicator"],
        value_type=_kind(row),
        period_kind=PeriodKind(row["period_kind"]),
        frequency=MONTHLY if row["crime"] else "",
        part_of=row["part_of"],
        source=source,
        crime=row["crime"],
        **declared,
    )


def _kind(row: Fields) -> ValueType:
    """As kept; an older product took whole numbers for counts whatever their unit said."""
    kept = ValueType(row["value_type"])
    if kept is ValueType.COUNT and not row["combines"]:
        return worded_kind(row["name"], row["unit"]) or kept
    return kept
