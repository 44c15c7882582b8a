"""Knows how the indicators to choose from are called, no two alike, and in which groups they stand."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.categories import CategoryTree
from dashboard.domain.records import Indicator
from dashboard.reports.indicators.ledger import Ledger

_TWO_CODES = re.compile(r"(\D+)(\d+) & (\d+)")


@dataclass(frozen=True, slots=True)
class Named:
    """An indicator as a link to it calls it."""

    indicator: Indicator
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """The indicators of one category at the top of the tree."""

    name: str
    members: tuple[Named, ...]


def code_words(code: str) -> str:
    """'NI 15'; two codes in one are both said whole: 'NI 40 and NI 115'."""
    both = _TWO_CODES.fullmatch(code)
    return f"{both[1]}{both[2]} and {both[1]}{both[3]}" if both else code


def with_code(indicator: Indicator) -> str:
    return f"{code_words(indicator.code)} {indicator.name}".strip()


def grouped(tree: CategoryTree, ledger: Ledger, indicators: Sequence[Indicator]) -> tuple[Group, ...]:
    """*indicators* by the top of their category, in the order of the tree; each under a name of its own."""
    named = _named(ledger, indicators)
    groups = []
    for top in tree.children():
        within = tree.within(top.slug)
        if members := tuple(item for item in named if item.indicator.category in within):
            groups.append(Group(top.name, members))
    return tuple(groups)


def _named(ledger: Ledger, indicators: Sequence[Indicator]) -> list[Named]:
    """Where two have one name, that without a code says for which period it is."""
    counted = Counter(item.name.casefold() for item in indicators)
    return [
        Named(item, with_code(item) if item.code or counted[item.name.casefold()] == 1 else _dated(ledger, item))
        for item in indicators
    ]


def _dated(ledger: Ledger, indicator: Indicator) -> str:
    periods = ledger.periods(indicator)
    return f"{indicator.name}, {max(periods, key=lambda period: period.end).label}" if periods else indicator.name
