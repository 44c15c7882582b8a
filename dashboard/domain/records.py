"""Knows what the product keeps: partnerships, areas, indicators, observations, targets, and where each was printed."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from dashboard.domain.doors import CellDoor
from dashboard.domain.periods.calendar import By
from dashboard.domain.periods.combining import Combine, is_position, usual_combine
from dashboard.domain.periods.period import Period, PeriodKind, months_covered
from dashboard.domain.targets.status import Polarity
from dashboard.domain.targets.target import TargetRule
from dashboard.domain.values.limits import may_be_negative
from dashboard.domain.values.printed import Value, ValueType

UNIT_NOT_PRINTED = "unit not printed"


@dataclass(frozen=True, slots=True)
class SourceCell:
    """The cell a figure was read from; *text* is exactly what is printed there."""

    id: int
    document: str
    table: str
    row: str
    column: str
    text: str
    target: CellDoor | None = None  # where it is shown, when that is not its place on the Data page
    in_text: bool = False  # of a document, rather than in one of its tables

    @property
    def place(self) -> str:
        return " · ".join(part for part in (self.table, self.row, self.column) if part and part != "text")


OWN_FIGURES = "own figures"  # the kind of a partnership that no document and no street file makes


@dataclass(frozen=True, slots=True)
class Partnership:
    slug: str
    name: str
    kind: str
    area: str
    default_period: Period
    has_documents: bool = True  # False for one that street-level crime alone makes

    @property
    def is_own(self) -> bool:  # made by loaded tables alone
        return self.kind == OWN_FIGURES


@dataclass(frozen=True, slots=True)
class Area:
    slug: str  # whole address: south-staffordshire/locality-1
    name: str
    level: str
    parent: str
    population: int | None = None
    population_source: SourceCell | None = None
    code: str = ""  # of the Office for National Statistics, or our own; empty where nobody gave one

    @property
    def key(self) -> str:
        """The last part, as the address bar shows it."""
        return self.slug.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class LensCategory:
    """A shared category in one partnership's own words."""

    category: str
    wording: str
    source: SourceCell


@dataclass(frozen=True, slots=True)
class Break:
    """From *period* on the series means something else; figures across it are not comparable."""

    period: Period
    kind: str  # unit, definition, discontinued
    reason: str
    value_type: ValueType | None  # None: as before the break
    unit: str
    polarity: Polarity | None
    source: SourceCell


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured. *multiplier*: the population a rate is per; *tolerance*: % of the target or change asked."""

    id: str  # warwickshire/ni-15
    code: str
    name: str
    category: str
    polarity: Polarity
    value_type: ValueType
    multiplier: int
    unit: str
    period_kind: PeriodKind
    tolerance: Decimal
    frequency: str
    definition: str
    part_of: str
    source: SourceCell
    breaks: tuple[Break, ...] = ()
    crime: str = ""  # what is counted for it in street-level files: a crime type, a category, all of them; or nothing
    origin: str = ""  # what its name says it comes from, where another indicator has the same name
    scale: str = ""  # how its percentages are written in files, once answered: fractions, as written
    combines: Combine | None = None  # as declared; None: as the words and the kind of value say

    @property
    def slug(self) -> str:
        return self.id.rsplit("/", 1)[-1]

    @property
    def own_name(self) -> str:
        return self.name.removesuffix(f" ({self.origin})") if self.origin else self.name

    @property
    def tested_as(self) -> ValueType:
        """Its kind of value for tests of chance: a net change is whole, but no count of incidents."""
        net = self.value_type is ValueType.COUNT and may_be_negative(self.name, self.unit)
        return ValueType.RATE if net else self.value_type

    @property
    def has_unit(self) -> bool:
        """Whether it is known what the numbers count; without a unit none is judged."""
        return not self.unit.endswith(UNIT_NOT_PRINTED)

    @property
    def combining(self) -> Combine:
        """How its months or quarters make a year."""
        return self.combines or usual_combine(self.name, self.unit, self.value_type)

    @property
    def is_running(self) -> bool:
        """Whether each of its figures may hold those before it, as a running total of the year does."""
        return self.combining is Combine.LAST and not is_position(self.name, self.unit)

    @property
    def adds_over_areas(self) -> bool:
        """Whether the figure of a whole area is the sum of those of its parts, at one time."""
        return self.value_type is ValueType.COUNT and self.combining not in (Combine.NONE, Combine.AVERAGE)

    def at(self, period: Period) -> "Indicator":
        """The definition in force in *period*: every break that began by then has had its say."""
        found = self
        for item in sorted(self.breaks, key=lambda item: item.period):
            if item.period.start <= period.start:
                found = replace(
                    found,
                    value_type=item.value_type or found.value_type,
                    unit=item.unit or found.unit,
                    polarity=item.polarity or found.polarity,
                )
        return found

    def broken_between(self, earlier: Period, later: Period) -> Break | None:
        """The break that makes the two periods incomparable, if one lies between them."""
        changing = (item for item in self.breaks if item.kind != "discontinued")
        return next((item for item in changing if earlier.start < item.period.start <= later.start), None)

    def discontinued(self, period: Period) -> Break | None:
        ended = (item for item in self.breaks if item.kind == "discontinued")
        return next((item for item in ended if item.period.start <= period.start), None)


@dataclass(frozen=True, slots=True)
class Observation:
    """One actual; *derived* says that we summed it and from which cells (then *sources* has several)."""

    indicator: str
    area: str
    period: Period
    value: Value
    sources: tuple[SourceCell, ...]
    covers_to: date | None = None
    derived: str = ""
    held: int | None = None  # months with a file, where the figure was counted from files
    numerator: Decimal | None = None  # what the file itself gives behind a rate or percentage
    denominator: Decimal | None = None
    low: Decimal | None = None  # of its 95% interval, in the figure's own unit
    high: Decimal | None = None
    event_days: tuple[date, ...] = ()  # of the events behind it, where its file tells them: those of one day each

    @property
    def months(self) -> int:
        """Whole months of the period that the figure covers."""
        if self.held is not None:
            return self.held
        return self.period.months if self.covers_to is None else months_covered(self.period, self.covers_to)

    @property
    def is_part(self) -> bool:
        """Whether the figure covers less than its period: it is never compared with a whole one."""
        return (self.held is not None or self.covers_to is not None) and self.months < self.period.months


@dataclass(frozen=True, slots=True)
class Target:
    indicator: str
    area: str
    period: Period
    rule: TargetRule
    base_period: Period | None
    source: SourceCell


@dataclass(frozen=True, slots=True)
class Baseline:
    """A value to start from, whose year the document does not print."""

    indicator: str
    area: str
    description: str
    value: Value
    source: SourceCell


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """What a document says of its own numbers; kept apart from ours, never overwritten."""

    figure: str
    indicator: str
    area: str
    category: str
    period: Period | None
    quantity: str
    kind: str
    compare: str
    sign: int
    value: Value | None  # None: the text is kept as words (an age range, "almost twice")
    source: SourceCell


@dataclass(frozen=True, slots=True)
class Scope:
    """What a page asks the store for; None means everything of that partnership."""

    partnership: str
    categories: frozenset[str] | None = None
    indicators: frozenset[str] | None = None
    areas: frozenset[str] | None = field(default=None)
    by: By = By.YEAR  # how long the periods are that street-level crime is summed over
