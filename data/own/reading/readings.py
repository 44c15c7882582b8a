"""Knows what comes of one parcel: figures as they will be kept, what was rejected, what has to be said."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.domain.periods.period import Period
from dashboard.domain.records import Indicator
from dashboard.domain.values.printed import Value
from data.own.areas.homes import Home
from data.own.plan_rows import PlanRow
from data.own.reading.placing import Area
from data.parcel_rows import CellPlace, Rejection, SaidFigure


@dataclass(frozen=True, slots=True)
class Read:
    """One figure as it will be kept."""

    home: Home
    indicator: Indicator
    what: str
    area: str
    period: Period
    value: Value  # of a target, only its notes and text
    said: SaidFigure
    file: str
    arrival: int
    gone: str = ""  # what became of it, where it is published no more
    is_at_most: bool = False  # of a period in progress: the file does not say up to which day it counts

    @property
    def key(self) -> tuple[str, str, str, str]:
        return self.what, self.indicator.id, self.area, self.period.slug

    @property
    def counts(self) -> tuple[Decimal | None, ...]:
        """What the file gives behind the figure, as COUNTS."""
        said = self.said
        given = (said.get("numerator"), said.get("denominator"), said.get("low"), said.get("high"))
        return tuple(Decimal(text) if text else None for text in given)

    @property
    def event_days(self) -> str:
        """The days of the month of the events behind the figure, with commas; empty where none are told."""
        return self.said.get("event_days", "")

    @property
    def place(self) -> str:
        return ", ".join(filter(None, (self.file, self.said["sheet"], self.said["cell"])))


@dataclass(slots=True)
class Reading:
    """What came of one parcel."""

    figures: list[Read] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    rules: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    remarks: list[str] = field(default_factory=list)
    reasons: list[tuple[str, str]] = field(default_factory=list)  # what a form did, and why
    plan: list[PlanRow] = field(default_factory=list)
    elsewhere: Counter[Area] = field(default_factory=Counter)  # figures by areas that are not the partnership's

    @property
    def holds_nothing(self) -> bool:
        """Whether no figure is left of a table that held some."""
        return bool(self.rejected) and not (self.figures or self.elsewhere or self.plan)

    def reject(self, at: SaidFigure | CellPlace | None, rule: str, why: str) -> None:
        where = ", ".join(filter(None, (at["sheet"], at["cell"]))) if at else ""
        self.rules[rule] += 1
        self.rejected.append({"line": at["line"] if at else 0, "rule": rule, "text": f"{where}: {why}".strip(": ")})
