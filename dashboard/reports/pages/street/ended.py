"""Knows how some incidents ended: how many in each way, and which share that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.intervals import wilson
from dashboard.domain.periods.period import Period
from dashboard.domain.street.crime import Place
from dashboard.domain.street.outcomes import SETTLED, OutcomeGroup, group_of
from dashboard.domain.targets.status import SMALL_BASE
from dashboard.domain.values.numbers import show


@dataclass(frozen=True, slots=True)
class Ended:
    """Incidents of one kind, place or time that can have an outcome, by how they ended as police.uk publishes it."""

    key: str
    name: str
    counts: tuple[tuple[str, int], ...]
    place: Place | None = None
    period: Period | None = None
    age: int = 0  # months that its newest month is older than its file, at the least

    @property
    def total(self) -> int:
        return sum(n for _, n in self.counts)

    @property
    def is_settled(self) -> bool:
        return self.age >= SETTLED

    def of(self, group: OutcomeGroup) -> int:
        """How many ended in a way that belongs to *group*."""
        return sum(n for outcome, n in self.counts if group_of(outcome) is group)

    def inside(self, group: OutcomeGroup) -> tuple[tuple[str, int], ...]:
        """The published outcomes of *group* with their counts, the most frequent first."""
        found = ((outcome, n) for outcome, n in self.counts if group_of(outcome) is group)
        return tuple(sorted(found, key=lambda item: (-item[1], item[0])))

    def share(self, n: int) -> Decimal | None:
        """*n* of all in percent; None of nothing."""
        return Decimal(n * 100) / self.total if self.total else None

    def interval(self, n: int) -> tuple[float, float] | tuple[None, None]:
        """The 95% interval of that share (Wilson), in percent."""
        if not self.total:
            return None, None
        low, high = wilson(n, self.total)
        return low * 100, high * 100

    def share_text(self, n: int) -> str:
        """'8.4%'; of fewer than 50 both numbers: '3 of 14'."""
        if self.total < SMALL_BASE:
            return f"{n:,} of {self.total:,}"
        return show(self.share(n), 1, percent=True)


def ended(  # noqa: PLR0913 - what a row is of is one of three
    key: str,
    name: str,
    counts: Mapping[str, int],
    *,
    place: Place | None = None,
    period: Period | None = None,
    age: int = 0,
) -> Ended:
    """A row of *counts*, the most frequent outcome first."""
    return Ended(key, name, tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))), place, period, age)
