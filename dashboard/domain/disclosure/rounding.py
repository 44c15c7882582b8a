"""Knows how counts are rounded each by itself, and how a total gives way where it would give a small part back.

What is shown is the first of a few tables that, taken at its word, leaves every count that may be small as wide as
rounding makes it. Whoever knows this rule learns no more: every table that rounds to what is shown is shown so.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from dashboard.domain.disclosure.guessing import UNBOUNDED, Bounds, Guess
from dashboard.domain.disclosure.rule import SmallNumberRule
from dashboard.domain.disclosure.sums import Equation, Key, State, Sums, Tally

SHARES = (Decimal(1), Decimal("0.5"), Decimal("0.25"), Decimal(0))  # of what totals differ from their rounded parts
MOST_COUNTS = 1_500  # of one block: in a larger one totals are made of their rounded parts, which is always safe
Shown = dict[Key, int | None]  # None: hidden after all


def rounding(block: Sums, rule: SmallNumberRule) -> Shown:
    """What is shown of every count that is open."""
    plain: Shown = {key: rule.rounded(entry.value) for key, entry in block.entries.items() if entry.state is State.OPEN}
    if not block.equations:
        return plain
    return next(table for table in _tables(block, rule, plain) if not gives_back(block, rule, table))


def _tables(block: Sums, rule: SmallNumberRule, plain: Shown) -> Iterator[Shown]:
    """The tables that may be shown, the truest first; the last one says nothing and so gives nothing back."""
    order = _parts_first(block)
    for share in SHARES if len(block.entries) <= MOST_COUNTS else SHARES[-1:]:
        yield plain | _totals(block, rule, plain, order, share)
    totals = dict.fromkeys(item.total for item in reversed(order))
    for count in (2**step for step in range(len(totals).bit_length() + 1)):
        yield plain | dict.fromkeys([key for key in list(totals)[:count] if key in plain])
    yield dict.fromkeys(plain)


def gives_back(block: Sums, rule: SmallNumberRule, shown: Shown) -> bool:
    """Whether *shown* leaves less of a count that may be small than what rounds to it."""
    bounds = {key: _bounds(block, rule, shown, key) for key in block.entries}
    said = {key: number for key, number in shown.items() if number is not None}
    near = {key: rule.behind(number) for key, number in said.items() if rule.behind(number)[0] <= rule.largest}
    near |= {key: (rule.smallest, rule.largest) for key, entry in block.entries.items() if _is_hidden(entry)}
    guess = Guess(block.equations, bounds)
    if guess.short_of({key: low for key, (low, _) in near.items()}, -1):
        return True
    return bool(guess.short_of({key: high for key, (_, high) in near.items()}, 1))


def _is_hidden(entry: Tally) -> bool:
    return entry.small and entry.state is State.HIDDEN


def _bounds(block: Sums, rule: SmallNumberRule, shown: Mapping[Key, int | None], key: Key) -> Bounds:
    entry, number = block.entries[key], shown.get(key)
    if entry.is_known:
        return entry.value, entry.value
    number = entry.shown if number is None else number
    return (entry.least, UNBOUNDED) if number is None else rule.behind(number)


def _totals(
    block: Sums, rule: SmallNumberRule, plain: Shown, order: list[Equation], share: Decimal
) -> dict[Key, int | None]:
    """Every open total, drawn to the sum of what is shown of its parts; with the whole share it is as it is."""
    centres: dict[Key, int] = {}
    for key, entry in block.entries.items():
        known = plain.get(key, entry.shown)
        centres[key] = entry.value if known is None else known
    found: dict[Key, int | None] = {}
    for item in order if share != 1 else ():
        centre = sum(centres[part] for part in item.parts)
        if item.total in plain and item.total not in found:
            true = block.entries[item.total].value
            found[item.total] = rule.rounded(centre + share * (true - centre))
            centres[item.total] = centre
    return found


def _parts_first(block: Sums) -> list[Equation]:
    """The equations so that what is a part of another total has been added up before."""
    heights: dict[Key, int] = {}
    by_total: dict[Key, list[Equation]] = {}
    for item in block.equations:
        by_total.setdefault(item.total, []).append(item)

    def height(key: Key) -> int:
        if key not in heights:
            heights[key] = 0
            parts = [part for item in by_total.get(key, ()) for part in item.parts]
            heights[key] = 1 + max(map(height, parts), default=-1)
        return heights[key]

    return sorted(block.equations, key=lambda item: height(item.total))
