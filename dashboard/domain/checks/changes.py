"""Knows what a load would change of the figures that are published: new, changed and gone, each with its place."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from dashboard.domain.entering.described import Described


class ChangeKind(StrEnum):
    """What becomes of a figure."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"  # in the last file of this name, not in this one


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that a load touches; *before* and *now* are the texts as they stand in their cells."""

    kind: ChangeKind
    partnership: str
    indicator: str  # its name
    what: str  # actual, target
    area: str  # its name
    period: str  # its label
    before: str
    now: str
    place: str  # of the cell
    remark: str = ""  # what was done to read it: a space inside the number
    loses_number: bool = False  # a number becomes a reason
    at: tuple[str, ...] = field(default=(), compare=False)  # the keys of partnership, indicator, area and period

    @property
    def key(self) -> tuple[str, ...]:
        return (self.kind, self.partnership, self.indicator, self.what, self.area, self.period, self.before, self.now)


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One line of a plan that a load touches."""

    kind: ChangeKind
    partnership: str
    what: str  # action, risk, meeting, …
    line: str  # what names it
    details: tuple[tuple[str, str, str], ...]  # each field that says something else, before and now
    place: str
    at: tuple[str, str] = field(default=("", ""), compare=False)  # partnership and key

    @property
    def key(self) -> tuple[object, ...]:
        return (self.kind, self.partnership, self.what, self.line, self.details)


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a partnership's counts of one period, before and after: what a typing error moves first."""

    partnership: str
    what: str
    period: str
    before: Decimal
    now: Decimal


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that one load would do to the figures."""

    changes: tuple[Change, ...] = ()
    same: int = 0  # figures that are published just so
    totals: tuple[Total, ...] = ()
    partnerships: tuple[str, ...] = ()  # new ones, by name
    areas: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    declared: tuple[str, ...] = ()  # what would be declared otherwise than before, a sentence each
    unjudged: tuple[str, ...] = ()  # new indicators without a polarity
    still_parts: tuple[str, ...] = ()  # figures of ended periods that still count a part, a sentence each
    described: tuple[Described, ...] = ()  # the new ones and those declared otherwise, whole
    homes: tuple[str, ...] = ()  # every partnership that the files name, by slug
    plan: tuple[PlanChange, ...] = ()
    plan_remarks: tuple[str, ...] = ()  # a sentence for each kind of words that lead nowhere
    plan_same: int = 0  # lines of a plan that stand just so

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        return tuple(item for item in self.changes if item.kind is kind)

    def lines(self, kind: ChangeKind) -> tuple[PlanChange, ...]:
        """The lines of a plan that are new, changed or gone."""
        return tuple(item for item in self.plan if item.kind is kind)

    @property
    def touches(self) -> bool:
        """Whether anything would be published."""
        kinds = {item.kind for item in self.changes} | {item.kind for item in self.plan}
        moved = bool(kinds - {ChangeKind.GONE})
        return moved or bool(self.partnerships or self.areas or self.indicators or self.declared)


def totals(pairs: Iterable[tuple[Change, Decimal | None, Decimal | None]]) -> tuple[Total, ...]:
    """The sums by partnership, period and what, of changes with their numbers before and now."""
    before: Counter[tuple[str, str, str]] = Counter()
    now: Counter[tuple[str, str, str]] = Counter()
    for change, old, new in pairs:
        key = (change.partnership, change.what, change.period)
        before[key] += old or Decimal(0)  # type: ignore[assignment]
        now[key] += new or Decimal(0)  # type: ignore[assignment]
    return tuple(Total(*key, Decimal(before[key]), Decimal(now[key])) for key in sorted(now))
