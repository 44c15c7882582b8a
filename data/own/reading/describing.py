"""Knows what is told of each indicator that a load brings or declares otherwise, with what was found of it."""

from collections.abc import Iterable, Sequence

from dashboard.domain.entering.described import Described, periods_told
from dashboard.domain.records import Indicator
from dashboard.domain.values.numbers import show
from data.own.reading.name_index import NameIndex
from data.own.reading.readings import Read

MOST_NAMED = 3  # areas


def described(known: NameIndex, figures: Iterable[Read]) -> tuple[Described, ...]:
    """Every indicator that is new, declared otherwise or asked about, in the order of the files."""
    read: dict[str, list[Read]] = {}
    for item in figures:
        read.setdefault(item.indicator.id, []).append(item)
    return tuple(_described(known, about, read.get(about.id, [])) for about in known.touched.values())


def _described(known: NameIndex, item: Indicator, found: Sequence[Read]) -> Described:
    home = known.home(item.id.partition("/")[0])
    areas = list(dict.fromkeys(home.names[read.area] for read in found))
    more = f" and {len(areas) - MOST_NAMED} more" if len(areas) > MOST_NAMED else ""
    return Described(
        about=known.names[item.id],
        partnership=home.name,
        is_new=item.id in known.new_indicators,
        name=item.name,
        value_type=str(item.value_type),
        unit=item.unit,
        polarity=str(item.polarity),
        tolerance=show(item.tolerance),
        combines=str(item.combining),
        periods=periods_told(read.period for read in found),
        areas=", ".join(areas[:MOST_NAMED]) + more,
    )
