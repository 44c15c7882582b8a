"""Knows what a view shows: one frozen value that is also the address."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from dashboard.domain.control_chart import RUN_LENGTH
from dashboard.domain.offers import Measure
from dashboard.domain.periods import Period
from dashboard.domain.street import By


@dataclass(frozen=True, slots=True)
class Filters:
    """One view. An empty *area* is the whole partnership, no categories are all of them."""

    partnership: str
    period: Period
    area: str = ""
    categories: frozenset[str] = frozenset()
    indicators: frozenset[str] = frozenset()
    crimes: frozenset[str] = frozenset()
    start: Period | None = None
    end: Period | None = None
    by: By | None = None  # None: as the page does without being asked
    measure: Measure = Measure.COUNT
    run: int = RUN_LENGTH  # points in a row that a control chart takes for a signal
    since: date | None = None  # what changed after that day, on the Data page
    as_at: date | None = None  # what was known at the end of that day; None: now

    @property
    def area_slug(self) -> str:
        return f"{self.partnership}/{self.area}" if self.area else self.partnership

    def with_(self, **changes: object) -> "Filters":
        return replace(self, **changes)  # type: ignore[arg-type]

    def to_query(self) -> str:
        """Return the address form, always in the same order, without a question mark."""
        pairs = [("partnership", self.partnership), ("area", self.area)]
        pairs += [("category", name) for name in sorted(self.categories)]
        pairs += [("indicator", name) for name in sorted(self.indicators)]
        pairs += [("crime", name) for name in sorted(self.crimes)]
        pairs += [("period", self.period.slug)]
        pairs += [("from", self.start.slug if self.start else ""), ("to", self.end.slug if self.end else "")]
        pairs += [("by", self.by or "")]
        pairs += [("measure", self.measure if self.measure != Measure.COUNT else "")]
        pairs += [("run", str(self.run) if self.run != RUN_LENGTH else "")]
        pairs += [("since", self.since.isoformat() if self.since else "")]
        pairs += [("as-at", self.as_at.isoformat() if self.as_at else "")]
        return urlencode([(key, value) for key, value in pairs if value])
