"""Knows every state that a partnership's own actuals were in: of each release those that hang together with its own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from dashboard.domain.disclosure.counts import Figure
from dashboard.domain.disclosure.deciding import About, rule_of
from dashboard.domain.disclosure.rule import SmallNumberRule
from dashboard.domain.periods.period import from_slug, months_covered
from dashboard.domain.records import Indicator
from data.schema import Found
from data.tables import own as tables
from data.tables.street import arrival

Place = tuple[str, str]  # area and period
Figures = dict[str, dict[Place, Figure]]  # by indicator
COLUMNS = (
    "release",
    "arrival",
    "gone",
    "indicator",
    "area",
    "period",
    "number",
    "covers_to",
    "numerator",
    "denominator",
)


@dataclass(frozen=True, slots=True)
class Ruled:
    """A partnership with its rules in force, its indicators, and what its documents print."""

    partnership: str
    rules: Mapping[About, SmallNumberRule]
    indicators: Mapping[str, Indicator]
    printed: tuple[Figure, ...] = ()


def states(connection: Connection, ruled: Ruled) -> Iterator[list[Figure]]:
    """The figures of each release, the oldest first: of what it speaks of, and of all that adds up with that."""
    rows = _by_release(connection, ruled)
    sources = {number: said for number, said in connection.execute(select(arrival.c.id, arrival.c.source))}
    families = _families(ruled.indicators)
    item = tables.release.c
    known: dict[int, Figures] = {0: _printed(ruled)}
    newest: Figures = known[0]
    for release, parent in connection.execute(select(item.id, item.parent).order_by(item.id)):
        touched = rows.get(release, [])
        known[release] = newest = _laid_over(known[parent], touched, ruled, sources)
        names = {families[row.indicator] for row in touched}
        if names:
            yield [each for name, own in newest.items() if families[name] in names for each in own.values()]
    yield [each for own in newest.values() for each in own.values()]


def _by_release(connection: Connection, ruled: Ruled) -> dict[int, list[Found]]:
    figure = tables.figure.c
    query = select(*(figure[name] for name in COLUMNS)).where(
        figure.partnership == ruled.partnership, figure.what == "actual"
    )
    found: dict[int, list[Found]] = defaultdict(list)
    for row in connection.execute(query.order_by(figure.id)):
        if row.indicator in ruled.indicators:
            found[row.release].append(row)
    return found


def _families(indicators: Mapping[str, Indicator]) -> dict[str, str]:
    """What each indicator is a part of at last; a ring of parts ends where it began."""
    found = {}
    for name in indicators:
        seen = [name]
        while (above := indicators[seen[-1]].part_of) in indicators and above not in seen:
            seen.append(above)
        found[name] = seen[-1]
    return found


def _printed(ruled: Ruled) -> Figures:
    found: Figures = defaultdict(dict)
    for item in ruled.printed:
        found[item.indicator][item.area, item.period.slug] = item
    return dict(found)


def _laid_over(before: Figures, rows: list[Found], ruled: Ruled, sources: Mapping[int, str]) -> Figures:
    """*before* with *rows* over it; what they do not touch is shared."""
    found = dict(before)
    for name in {row.indicator for row in rows}:
        found[name] = dict(found.get(name, {}))
    for row in rows:
        place = row.area, row.period
        if row.gone or row.number is None:
            found[row.indicator].pop(place, None)
        else:
            found[row.indicator][place] = _figure(row, ruled, sources.get(row.arrival, ""))
    return found


def _figure(row: Found, ruled: Ruled, source: str) -> Figure:
    period = from_slug(row.period)
    rule, is_named = rule_of(ruled.rules, row.indicator, source)
    months = months_covered(period, date.fromisoformat(row.covers_to)) if row.covers_to else 0
    counts = (row.numerator, row.denominator)
    return Figure(row.indicator, row.area, period, row.number, rule, is_named, months, *counts)
