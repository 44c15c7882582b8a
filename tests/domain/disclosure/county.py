"""Knows an invented partnership whose own counts are small, and an adversary who is told all that is shown of them.

The adversary has equations of their own making (they know that areas make the whole, and months their quarter and year)
and knows the rule: only what they work out counts, not what the planner thinks.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from random import Random

from dashboard.domain.disclosure.counts import Figure, Version
from dashboard.domain.disclosure.covers import Cover
from dashboard.domain.disclosure.equations import Frame
from dashboard.domain.disclosure.guessing import UNBOUNDED, Bounds, Guess
from dashboard.domain.disclosure.rule import Mode, SmallNumberRule
from dashboard.domain.disclosure.sums import Equation
from dashboard.domain.periods.period import Period, financial_quarter, financial_year, run_of_months
from dashboard.domain.records import Area
from tests.domain.made import indicator

WHOLE, THEFT = "rutland", "rutland/thefts"
YEAR = 2025
FIRST_MONTH = YEAR * 12 + 3


def areas(count: int) -> tuple[Area, ...]:
    parts = [Area(f"{WHOLE}/{at}", f"Ward {at}", "ward", WHOLE) for at in range(count)]
    return (Area(WHOLE, "Rutland", "csp", ""), *parts)


def frame(count: int) -> Frame:
    return Frame.of([indicator(THEFT, unit="thefts")], areas(count))


def month(at: int) -> Period:
    return run_of_months(FIRST_MONTH + at, 1)


def figures(table: Mapping[tuple[str, Period], int], rule: SmallNumberRule | None) -> list[Figure]:
    return [Figure(THEFT, area, period, Decimal(number), rule) for (area, period), number in table.items()]


Table = dict[tuple[str, Period], int]


def with_totals(months: Sequence[Sequence[int]]) -> Table:
    """A row of *months* for each ward, with their quarters, the year, and all of these of the whole."""
    rows = [*months, [sum(column) for column in zip(*months, strict=True)]]
    names = [*(f"{WHOLE}/{at}" for at in range(len(months))), WHOLE]
    found: Table = {}
    for name, row in zip(names, rows, strict=True):
        found |= {(name, month(at)): number for at, number in enumerate(row)}
        for quarter in range(len(row) // 3):
            found[name, financial_quarter(YEAR, quarter + 1)] = sum(row[quarter * 3 : quarter * 3 + 3])
        if len(row) == 12:
            found[name, financial_year(YEAR)] = sum(row)
    return found


def some_months(random: Random, wards: int, count: int, largest: int) -> list[list[int]]:
    return [[random.choice((0, 1, 2, 3, 4, random.randint(5, largest))) for _ in range(count)] for _ in range(wards)]


def equations(table: Table) -> list[Equation]:
    """What anybody knows of the figures that are there, whatever they are."""
    found: list[Equation] = []
    names = {area for area, _ in table}
    parts = sorted(names - {WHOLE})
    for area, period in table:
        if area == WHOLE and all((part, period) in table for part in parts):
            found.append(Equation((area, period), tuple((part, period) for part in parts)))
        inside = [other for place, other in table if place == area and _is_inside(other, period)]
        for months in {other.months for other in inside}:
            alike = [other for other in inside if other.months == months]
            if len(alike) * months == period.months:
                found.append(Equation((area, period), tuple((area, other) for other in alike)))
    return found


def _is_inside(part: Period, whole: Period) -> bool:
    return whole.start <= part.start and part.end <= whole.end and part.months < whole.months


def known(table: Table, covers: Mapping[Version, Cover], rule: SmallNumberRule) -> dict[tuple[str, Period], Bounds]:
    """Between which numbers a reader knows each count to lie."""
    found: dict[tuple[str, Period], Bounds] = {}
    for (area, period), number in table.items():
        cover = covers.get((THEFT, area, period.slug, Decimal(number)))
        if cover is None:
            found[area, period] = number, number
        elif cover.number is None:
            found[area, period] = (rule.smallest if rule.mode is Mode.SUPPRESS else 0), UNBOUNDED
        else:
            found[area, period] = rule.behind(int(cover.number))
    return found


def worked_out(
    tables: Sequence[Table], covers: Mapping[Version, Cover], rule: SmallNumberRule
) -> list[tuple[str, Period]]:
    """The small counts of which an adversary who has seen *tables* as they were shown knows too much.

    A count that did not change from one table to the next is one unknown; one that changed is two.
    """
    bounds: dict[object, Bounds] = {}
    small: dict[object, tuple[tuple[str, Period], int]] = {}
    for table in tables:
        bounds |= {(place, table[place]): limits for place, limits in known(table, covers, rule).items()}
        small |= {(place, number): (place, number) for place, number in table.items() if rule.is_small(number)}
    found = dict.fromkeys(item for table in tables for item in _versions(table))
    guess, at_best = Guess(tuple(found), bounds), _at_best(found, bounds, rule)
    wanted: dict[object, Bounds] = {}
    for name, (place, number) in small.items():
        cover = covers.get((THEFT, place[0], place[1].slug, Decimal(number)))
        needed = _needed(cover, guess.range_of(name) or (0, 0), at_best.range_of(name) or (0, 0), rule)
        wanted |= {name: needed} if needed is not None else {}
    short = guess.short_of({name: low for name, (low, _) in wanted.items()}, -1)
    short |= guess.short_of({name: high for name, (_, high) in wanted.items()}, 1)
    return [small[name][0] for name in wanted if name in short]


def _versions(table: Table) -> list[Equation]:
    """The equations of one release: its counts are named by what they are, and what they were is another unknown."""
    named = {place: (place, number) for place, number in table.items()}
    return [Equation(named[item.total], tuple(named[part] for part in item.parts)) for item in equations(table)]  # type: ignore[index]


def _needed(cover: Cover | None, left: Bounds, best: Bounds, rule: SmallNumberRule) -> Bounds | None:
    """How wide a small count has to be for a reader: as rounding makes it, or as wide as can be."""
    if cover is None:
        return -1, -1  # it is simply shown
    if cover.number is not None:
        return rule.behind(int(cover.number))
    if rule.mode is Mode.ROUND:
        assert left[1] - left[0] >= rule.base // 2, "as wide as one of its parts"
        return None
    assert best[0] < best[1], "what was shown before gives it back"
    return max(best[0], rule.smallest), min(best[1], rule.largest)


def _at_best(found: Iterable[Equation], bounds: Mapping[object, Bounds], rule: SmallNumberRule) -> Guess:
    """What could be worked out if all but noughts were hidden."""
    limits = {name: known if known == (0, 0) else (rule.smallest, UNBOUNDED) for name, known in bounds.items()}
    return Guess(tuple(found), limits)
