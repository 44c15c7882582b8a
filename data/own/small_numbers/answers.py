"""Knows what a store answers of small numbers: the rules, what stands for which figure, which files hold such."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection, Engine, select

from dashboard.domain.disclosure.counts import Figure
from dashboard.domain.disclosure.covers import Covers, Preview
from dashboard.domain.disclosure.deciding import About, KeptRule, in_force
from dashboard.domain.disclosure.equations import Frame
from dashboard.domain.disclosure.rule import SmallNumberRule
from dashboard.domain.records import Area, Indicator, Observation
from data.kept import Kept
from data.own.small_numbers.covering import Covering, kept_covers, made_covers, named, proposed_covers
from data.own.small_numbers.history import Ruled
from data.own.small_numbers.known import every_area, every_indicator
from data.own.small_numbers.rules import rules_of
from data.tables import own as tables
from data.tables.street import arrival

Rules = Mapping[About, SmallNumberRule]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a partnership has now."""

    indicators: Iterable[Indicator]
    areas: Iterable[Area]
    printed: Iterable[Observation]  # by documents, or counted from files


class SmallNumbers:
    """Answers from one engine; *now* tells what a partnership has now."""

    def __init__(self, engine: Engine, kept: Kept, now: Callable[[str], Standing]) -> None:
        self._engine = engine
        self._kept = kept
        self._now = now

    def rules(self, partnership: str) -> tuple[KeptRule, ...]:
        return self._kept.get(("small numbers", partnership), lambda: rules_of(self._engine, partnership))

    def covers(self, partnership: str) -> Covers:
        rules = in_force(self.rules(partnership))
        return self._kept.get(("covers", partnership), lambda: self._covers(partnership, rules)) if rules else {}

    def _covers(self, partnership: str, rules: Rules) -> Covers:
        found = kept_covers(self._engine, partnership, named(rules))
        return made_covers(self._engine, self._covering(partnership, rules)) if found is None else found

    def _covering(self, partnership: str, rules: Rules) -> Covering:
        now = self._now(partnership)
        with self._engine.connect() as connection:
            indicators = every_indicator(connection, partnership, now.indicators)
            areas = every_area(connection, partnership, now.areas)
        printed = tuple(found for item in now.printed if (found := _figure(item)) is not None)
        ruled = Ruled(partnership, rules, indicators, printed)
        return Covering(ruled, Frame.of(indicators.values(), areas))

    def preview(self, partnership: str, rules: Rules) -> Preview:
        """What *rules* would do, were they in force."""
        with self._engine.connect() as connection:
            found = proposed_covers(connection, self._covering(partnership, rules))
            figures = len(_versions(connection, partnership))
        hidden = sum(cover.number is None for cover in found.covers.values())
        rounded = len(found.covers) - hidden
        return Preview(figures, hidden, rounded, len(found.given_back), len(found.instead))

    def covered_files(self, partnership: str) -> frozenset[int]:
        """The arrivals that hold a figure which is covered."""
        covers = self.covers(partnership)
        if not covers:
            return frozenset()
        with self._engine.connect() as connection:
            return frozenset(row[0] for row in _versions(connection, partnership) if tuple(row[1:]) in covers)

    def sources(self, partnership: str) -> tuple[str, ...]:
        """What the partnership's files are said to come from."""
        figure, item = tables.figure.c, arrival.c
        query = select(item.source).join(tables.figure, figure.arrival == item.id)
        query = query.where(figure.partnership == partnership, item.source != "").distinct().order_by(item.source)
        with self._engine.connect() as connection:
            return tuple(connection.execute(query).scalars())


class AnswersSmallNumbers:
    """The part of a store that answers of small numbers."""

    _small: SmallNumbers

    def small_number_rules(self, partnership: str) -> tuple[KeptRule, ...]:
        """Every rule that was set, the oldest first."""
        return self._small.rules(partnership)

    def covers(self, partnership: str) -> Covers:
        """What stands in place of figures for whoever may not see small numbers, whatever day this store is of."""
        return self._small.covers(partnership)

    def covered_files(self, partnership: str) -> frozenset[int]:
        """The arrivals that hold a figure which is covered."""
        return self._small.covered_files(partnership)

    def preview_rules(self, partnership: str, rules: Rules) -> Preview:
        """What *rules* would do, were they in force."""
        return self._small.preview(partnership, rules)

    def figure_sources(self, partnership: str) -> tuple[str, ...]:
        """What the partnership's files are said to come from."""
        return self._small.sources(partnership)


def _figure(item: Observation) -> Figure | None:
    """What is printed stays as it is printed; counts of street-level files are open data, under no rule."""
    number = item.value.number
    return None if number is None or item.held is not None else Figure(item.indicator, item.area, item.period, number)


def _versions(connection: Connection, partnership: str) -> list[tuple[int, str, str, str, Decimal]]:
    figure = tables.figure.c
    query = select(figure.arrival, figure.indicator, figure.area, figure.period, figure.number)
    query = query.where(figure.partnership == partnership, figure.what == "actual", figure.number.is_not(None))
    return [(file, name, area, period, number) for file, name, area, period, number in connection.execute(query)]
