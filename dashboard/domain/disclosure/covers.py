"""Knows what stands in place of a figure under a rule, and what was decided of figures before."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.domain.disclosure.counts import Version
from dashboard.domain.disclosure.sums import Key
from dashboard.domain.values.printed import ROUNDED_TO


@dataclass(frozen=True, slots=True)
class Cover:
    """What is shown in place of a figure: a number rounded to *base*, or (None) that it is suppressed."""

    number: Decimal | None = None
    base: int = 0

    @property
    def words(self) -> str:
        """What is said beside it, or in its place."""
        if self.number is None:
            return "suppressed so that no small number can be worked out"
        return f"{ROUNDED_TO}{self.base}"

    @property
    def text(self) -> str:
        """What stands where the figure stood."""
        return "[c]" if self.number is None else f"{self.number:f}"


HIDDEN = Cover()
Covers = Mapping[Version, Cover]


@dataclass(frozen=True, slots=True)
class Past:
    """What was decided before: whatever is *decided* and has no cover was shown as it is."""

    decided: Collection[Version] = ()
    covers: Mapping[Version, Cover] = field(default_factory=dict)


@dataclass(slots=True)
class Plan:
    """The covers of figures; *given_back*: small counts that nothing can protect; *instead*: rounded, not hidden."""

    covers: dict[Version, Cover] = field(default_factory=dict)
    given_back: list[Key] = field(default_factory=list)
    instead: list[Key] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Preview:
    """How many figures a rule would cover, of how many that are or were published."""

    figures: int
    hidden: int
    rounded: int
    given_back: int  # small counts that what was shown before gives away
    instead: int  # counts that are rounded because looking for what to hide would take too long
