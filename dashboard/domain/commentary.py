"""Knows what a partnership says of its own figures, in words."""

from dataclasses import dataclass

from dashboard.domain.periods.period import Period
from dashboard.domain.records import SourceCell


@dataclass(frozen=True, slots=True)
class Commentary:
    """What somebody of the partnership says of an indicator in one area and period."""

    indicator: str
    area: str
    period: Period
    text: str
    author: str
    moment: str  # ISO, UTC
    source: SourceCell

    @property
    def day(self) -> str:
        return self.moment[:10]
