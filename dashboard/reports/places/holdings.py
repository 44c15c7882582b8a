"""Knows a measure as each partnership holds it: the same code or name, its own unit, and what is linked to it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.domain.filters import Filters
from dashboard.domain.records import Indicator, Partnership, Scope
from dashboard.domain.values.codes import halves
from dashboard.questions.store import Store
from dashboard.reports.indicators.judged import Judged, judged
from dashboard.reports.indicators.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Holding:
    """How a measure stands with one partnership, in the newest period that has a figure of it there."""

    partnership: Partnership
    item: Judged
    filters: Filters  # the view that shows it


@dataclass(frozen=True, slots=True)
class Shared:
    """A measure by its code, else its name, and each indicator of it with whoever has it."""

    words: str
    held: tuple[tuple[Partnership, Indicator], ...]

    @property
    def partnerships(self) -> tuple[Partnership, ...]:
        return tuple(dict.fromkeys(partnership for partnership, _ in self.held))


def every_indicator(store: Store) -> tuple[tuple[Partnership, Indicator], ...]:
    """Each indicator of every partnership that whoever asks may see."""
    partnerships = store.partnerships()
    return tuple((home, item) for home in partnerships for item in store.indicators(Scope(home.slug)))


def is_same(one: Indicator, other: Indicator) -> bool:
    """Whether two indicators are one measure: a code of theirs is the same or, where one has none, their name."""
    mine, theirs = halves(one.code), halves(other.code)
    if mine and theirs:
        return bool(mine & theirs)
    return _name(one) == _name(other)


def is_linked(one: Indicator, other: Indicator) -> bool:
    """Whether two different measures are of one category, or one is a part of the other."""
    parts = {one.id, other.id} & {one.part_of, other.part_of}
    return one.category == other.category or bool(parts)


def _name(indicator: Indicator) -> str:
    return " ".join(indicator.own_name.casefold().split())


def holdings(store: Store, found: Iterable[tuple[Partnership, Indicator]]) -> tuple[Holding, ...]:
    """Each of the indicators *found* as it stands; what has neither figure nor target anywhere is left out."""
    by_home: dict[Partnership, list[Indicator]] = defaultdict(list)
    for home, item in found:
        by_home[home].append(item)
    return tuple(line for home, items in by_home.items() for line in _of_home(store, home, items))


def _of_home(store: Store, home: Partnership, items: Iterable[Indicator]) -> Iterator[Holding]:
    view = Filters(home.slug, home.default_period)
    ledger = Ledger(store, view, one_by_one=True)
    for item in items:
        standing = _newest(ledger, item, home)
        if standing is not None:
            period = standing.now.period
            yield Holding(home, standing, view.with_(period=period, indicators=frozenset({item.slug})))


def _newest(ledger: Ledger, item: Indicator, home: Partnership) -> Judged | None:
    """The standing of the newest period with an actual of the whole partnership, else with a target."""
    area = ledger.area(home.slug)
    periods = sorted(ledger.periods(item), reverse=True)
    measured = (at for at in periods if ledger.actual(item, area.slug, at) is not None)
    aimed = (at for at in periods if ledger.target(item, area.slug, at) is not None)
    period = next(measured, None) or next(aimed, None)
    return judged(ledger, item, area, period) if period else None


def shared_measures(found: Iterable[tuple[Partnership, Indicator]]) -> tuple[Shared, ...]:
    """The measures by code or name, those that most partnerships hold first."""
    groups: dict[str, list[tuple[Partnership, Indicator]]] = defaultdict(list)
    for home, item in found:
        for key in sorted(halves(item.code)) or [_name(item)]:
            groups[key].append((home, item))
    measures = [Shared(_called(key, held), tuple(held)) for key, held in groups.items()]
    return tuple(sorted(measures, key=lambda item: (-len(item.partnerships), _in_order(item.words))))


def _in_order(words: str) -> list[tuple[int, str]]:
    """By words, and by the numbers in them: NI 2 before NI 15."""
    return [(int(part or 0), "") if part.isdigit() else (0, part.casefold()) for part in re.split(r"(\d+)", words)]


def _called(key: str, held: list[tuple[Partnership, Indicator]]) -> str:
    """'NI 15', as a code alone is written, or the name of a measure without one."""
    alone = (item.code for _, item in held if len(halves(item.code)) == 1)
    letters = key.rstrip("0123456789")
    return next(alone, f"{letters.upper()} {key[len(letters) :]}") if halves(held[0][1].code) else held[0][1].own_name
