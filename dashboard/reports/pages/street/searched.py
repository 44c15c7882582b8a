"""Knows some searches: how many, how many were linked to what was looked for, and the rate per 1,000 residents."""

from dataclasses import dataclass
from decimal import Decimal

from dashboard.domain.periods.period import Period
from dashboard.domain.street.crime import Place
from dashboard.domain.targets.status import SMALL_BASE
from dashboard.domain.values.numbers import show
from dashboard.reports.street.place_context import rate


@dataclass(frozen=True, slots=True)
class Searched:
    """Searches of one kind, place or month; *linked* are those whose outcome has to do with what was looked for."""

    key: str
    name: str
    n: int
    linked: int
    said: int  # those of which the file says whether it is linked
    place: Place | None = None
    period: Period | None = None

    @property
    def linked_share(self) -> Decimal | None:
        """Of those of which it is said, in percent."""
        return Decimal(self.linked * 100) / self.said if self.said else None

    @property
    def per_1000(self) -> Decimal | None:
        return rate(self.n, self.place) if self.place is not None else None

    def linked_text(self) -> str:
        """'24.3%'; of fewer than 50 both numbers; a dash where no file says it."""
        if not self.said:
            return "–"
        return (
            f"{self.linked:,} of {self.said:,}" if self.said < SMALL_BASE else show(self.linked_share, 1, percent=True)
        )
