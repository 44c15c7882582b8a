"""Knows how figures under a rule are covered: every release there was at once, so that none gives another's away.

A figure that did not change is covered alike on each day; what was shown once protects nothing and is hidden for none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from dashboard.domain.disclosure.counts import Count, Figure, Version, count_of, per
from dashboard.domain.disclosure.covers import HIDDEN, Cover, Past, Plan
from dashboard.domain.disclosure.equations import Found, Frame, find_equations
from dashboard.domain.disclosure.made import cover_made
from dashboard.domain.disclosure.partners import partners
from dashboard.domain.disclosure.rounding import rounding
from dashboard.domain.disclosure.rule import Mode, SmallNumberRule
from dashboard.domain.disclosure.sums import Key, State, Sums, Tally
from dashboard.domain.values.numbers import printed_decimals, round_half_up
from dashboard.domain.values.printed import ValueType


def plan(states: Iterable[Sequence[Figure]], frame: Frame, past: Past) -> Plan:
    """What stands for every figure under a rule in *states*: the figures of each release that hang together."""
    work = _Work(frame, past)
    for figures in states:
        work.add(figures)
    for block in Sums(work.entries(), tuple(work.found.equations)).blocks():
        work.cover(block)
    for figures in work.states:
        cover_made(figures, frame, past, work.plan)
    return work.plan


@dataclass(slots=True)
class _Work:
    """One plan while it is made."""

    frame: Frame
    past: Past
    counts: dict[Version, Count] = field(default_factory=dict)
    found: Found = field(default_factory=Found)
    plan: Plan = field(default_factory=Plan)
    states: list[Sequence[Figure]] = field(default_factory=list)

    def add(self, figures: Sequence[Figure]) -> None:
        """Take in the figures of one release."""
        of = ((self.frame.indicators[item.indicator], self.frame.people.get(item.area)) for item in figures)
        counts = [count_of(item, *known) for item, known in zip(figures, of, strict=True)]
        there = [item for item in counts if item is not None]
        self.counts |= {item.version: item for item in there}
        self.states.append(figures)
        find_equations(there, self.frame, self.found)

    def entries(self) -> dict[Key, Tally]:
        known: dict[Key, Tally] = {version: self._entry(count) for version, count in self.counts.items()}
        return known | self.found.rests

    def _entry(self, count: Count) -> Tally:
        rule, value = count.rule, count.value
        if rule is None or rule.mode is Mode.EXACT:
            return Tally(value, State.GIVEN)
        suppresses = rule.mode is Mode.SUPPRESS
        small, least = suppresses and rule.is_small(value), min(value, rule.smallest) if suppresses else 0
        if count.version in self.past.decided:
            return self._decided(count, small, least)
        hidden = small or self._is_of_few(count, rule)
        return Tally(value, State.HIDDEN if hidden else State.OPEN, small, least)

    def _decided(self, count: Count, small: bool, least: int) -> Tally:
        cover = self.past.covers.get(count.version)
        if cover is None:
            return Tally(count.value, State.GIVEN)
        self.plan.covers[count.version] = cover
        if cover.number is None:
            return Tally(count.value, State.HIDDEN, small, least)
        number = cover.number if count.of is None else cover.number * count.of / self._per(count)
        return Tally(count.value, State.GIVEN, shown=count.rule.rounded(number) if count.rule else None)

    def _is_of_few(self, count: Count, rule: SmallNumberRule) -> bool:
        """Whether a percentage is of few people, or leaves few out."""
        if count.of is None:
            return False
        left = (count.of, count.of - count.value)
        return any(1 <= number <= rule.largest for number in left)

    def cover(self, block: Sums) -> None:
        """Decide on the counts of one block, by the strictest rule among them."""
        rules = [rule for key in block.entries if key in self.counts and (rule := self.counts[key].rule) is not None]
        rule = max(rules, key=lambda item: (item.mode is Mode.ROUND, item.threshold))
        self.plan.covers |= {
            key: HIDDEN for key, count in self._inside(block).items() if block.entries[key].state is State.HIDDEN
        }
        if rule.mode is Mode.ROUND:
            self._round(block, rule)
        elif rule.secondary and block.equations:
            self._protect(block, rule)

    def _inside(self, block: Sums) -> dict[Version, Count]:
        return {version: self.counts[version] for version in block.entries if version in self.counts}

    def _protect(self, block: Sums, rule: SmallNumberRule) -> None:
        """Hide counts beside the small ones; where finding them would take too long the block is rounded."""
        found = partners(block, rule)
        if found.too_many:
            self.plan.instead += self._inside(block)
            self._round(self._opened(block), rule)
        self.plan.covers |= {version: HIDDEN for version in self._inside(block) if version in found.hidden}
        self.plan.given_back += found.failed

    def _opened(self, block: Sums) -> Sums:
        """*block* with its new small counts open, to be rounded like all others."""
        entries = dict(block.entries)
        for version in self._inside(block):
            if entries[version].small and version not in self.past.decided:
                entries[version] = replace(entries[version], state=State.OPEN, small=False)
        return Sums(entries, block.equations)

    def _round(self, block: Sums, rule: SmallNumberRule) -> None:
        shown = rounding(block, rule)
        for version, count in self._inside(block).items():
            if version in shown:
                number = shown[version]
                self.plan.covers[version] = HIDDEN if number is None else self._rounded(count, number, rule)

    def _rounded(self, count: Count, number: int, rule: SmallNumberRule) -> Cover:
        """A count, or the rate or percentage of it in the decimals that it had."""
        if count.of is None:
            return Cover(Decimal(number), rule.base)
        is_share = self.frame.indicators[count.indicator].value_type is ValueType.PERCENTAGE
        of = Decimal(rule.rounded(count.of)) if is_share else count.of
        if not of:
            return HIDDEN
        rate = number * self._per(count) / of
        return Cover(round_half_up(rate, printed_decimals(count.version[3])), rule.base)

    def _per(self, count: Count) -> int:
        return per(self.frame.indicators[count.indicator])
