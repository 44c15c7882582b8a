"""Knows what has to be asked of an indicator before its figures count, and whether their parts can make a year."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from dashboard.domain.entering.questions import Choice, Question
from dashboard.domain.periods.combining import is_plain_count, worded_combine
from dashboard.domain.periods.period import Period, PeriodKind, from_slug
from dashboard.domain.records import Indicator
from dashboard.domain.statistics.series import PARTS_OF_A_YEAR, year_of
from dashboard.domain.values.printed import ValueType
from data.own.indicators.kinds import Cells, numbers
from data.sources.figures.parcels import ACTUAL
from data.sources.words import shown

COMBINES, SCALE, STEPS, KIND, ZEROS = "combines", "scale", "signed_targets", "value_type", "zeros"
HEADINGS = {
    COMBINES: "How the year is made",
    SCALE: "Percentages are",
    STEPS: "Signed targets",
    KIND: "Value type",
    ZEROS: "Zeros are",
}
FRACTIONS, AS_WRITTEN = "fractions", "as written"
POINTS, PER_CENT, LEVEL = "points", "per cent", "level"
COUNTED, AWAITED = "figures", "awaited"
CHOICES = {
    COMBINES: (
        Choice("sum", "Added up: each figure counts only its own months"),
        Choice("last", "The newest one: a running total, or how many there are"),
        Choice("average", "Their average"),
        Choice("none", "Not at all: a year has a figure of its own"),
    ),
    SCALE: (
        Choice(FRACTIONS, "Fractions: 0.26 is 26%"),
        Choice(AS_WRITTEN, "As written: 0.26 is 0.26%"),
    ),
    KIND: (
        Choice("percentage", "Percentages: 57 is 57%"),
        Choice("count", "Counts: what has a % sign is left out"),
    ),
    ZEROS: (
        Choice(COUNTED, "Figures: nothing happened"),
        Choice(AWAITED, "Awaited: nothing is known yet, the zeros are left out"),
    ),
    STEPS: (
        Choice(POINTS, "Percentage points on the actual of the period before"),
        Choice(PER_CENT, "Per cent of the actual of the period before"),
        Choice(LEVEL, "The level itself"),
    ),
}
FEWEST_RUNNING = 3  # figures of a year that rise like a running total
LEAST_RUNNING = Decimal(20)  # fewer than this rise by chance
RISEN = 2  # times the first
NEAR_TARGET = (Decimal("0.6"), Decimal("1.6"))  # of a year's target: such parts of it are no parts

Year = tuple[str, Period]  # area, financial year


@dataclass(frozen=True, slots=True)
class Parts:
    """The months and quarters of one area and year, oldest first, and what the file says of the year itself."""

    numbers: tuple[Decimal, ...]
    months: int
    target: Decimal | None
    has_actual: bool

    @property
    def matter(self) -> bool:
        """Whether a year would be made of them."""
        return not self.has_actual and (len(self.numbers) > 1 or (bool(self.numbers) and self.target is not None))


def open_combine(indicator: Indicator, cells: Cells, *, kind_is_declared: bool) -> bool:
    """Whether neither words nor numbers tell how the year of an indicator is made of which nothing is declared."""
    if indicator.value_type in (ValueType.PERCENTAGE, ValueType.CHANGE):
        return False
    if worded_combine(indicator.name, indicator.unit) is not None:
        return False
    if indicator.value_type is ValueType.RATE:
        return not kind_is_declared
    if not is_plain_count(indicator.name, indicator.unit):
        return True
    return any(map(looks_like, parts_of_years(cells)))


def combine_question(about: str, indicator: Indicator, cells: Cells, running: str = "") -> Question:
    """How its months or quarters make a year, and why it is asked: *running* are words beside the table, if any."""
    why = next(filter(None, map(looks_like, parts_of_years(cells))), "") or "neither its name nor its unit says it"
    if worded_combine(indicator.name, indicator.unit) is None and not _is_event(indicator):
        why = "neither its name nor its unit says it"
    why = f"“{running}” may mean that each holds those before it" if running else why
    return question(about, COMBINES, f"How do the months or quarters of “{shown(about)}” make a year: {why}?")


def kind_question(about: str, cells: Cells) -> Question | None:
    """Whether actuals are percentages of which fewer have a sign than have none."""
    found = numbers(cells, of_actuals=True)
    signed, plain = [item.raw for item in found if item.percent], [item.raw for item in found if not item.percent]
    if not signed or len(signed) >= len(plain):
        return None
    words = f"“{shown(about)}” holds “{shown(signed[0])}” and “{shown(plain[0])}”: is it a percentage or a count?"
    return question(about, KIND, words)


def _is_event(indicator: Indicator) -> bool:
    return indicator.value_type is ValueType.COUNT and is_plain_count(indicator.name, indicator.unit)


def question(about: str, column: str, words: str) -> Question:
    """A question with the choices of its column, and what answers it on the command line or in the file."""
    choices = CHOICES[column]
    values = [item.value for item in choices]
    said = f"{', '.join(values[:-1])} or {values[-1]}"
    heading = HEADINGS[column]
    mend = f"give the table a column “{heading}” with {said}, or load a declarations file with it in the same call"
    return Question(about, column, words, mend, choices)


def parts_of_years(cells: Cells) -> list[Parts]:
    """What the cells hold of each area and year."""
    short: dict[Year, dict[Period, Decimal]] = defaultdict(dict)
    targets: dict[Year, Decimal] = {}
    whole: set[Year] = set()
    for said in cells:
        period = from_slug(said["period"])
        number = next((item.number for item in numbers([said], of_actuals=said["what"] == ACTUAL)), None)
        year = (said["area_code"] or said["area"], year_of(period))
        if number is None:
            continue
        if period.kind in PARTS_OF_A_YEAR and said["what"] == ACTUAL:
            short[year][period] = number
        elif period.kind not in PARTS_OF_A_YEAR and said["what"] == ACTUAL:
            whole.add(year)
        elif period.kind not in PARTS_OF_A_YEAR:
            targets[year] = number
    return [_parts(found, targets.get(year), has_actual=year in whole) for year, found in short.items()]


def _parts(found: Mapping[Period, Decimal], target: Decimal | None, *, has_actual: bool) -> Parts:
    shortest = PeriodKind.MONTH if any(item.kind is PeriodKind.MONTH for item in found) else PeriodKind.QUARTER
    chosen = sorted(item for item in found if item.kind is shortest)
    return Parts(tuple(found[item] for item in chosen), sum(item.months for item in chosen), target, has_actual)


def looks_like(parts: Parts) -> str:
    """Why the figures of a year are hardly parts of it: running totals, or positions that each meet its target."""
    found = parts.numbers
    if len(found) < FEWEST_RUNNING:
        return ""
    rising = all(later >= earlier for earlier, later in pairwise(found))
    if rising and found[-1] >= max(LEAST_RUNNING, RISEN * found[0]) and found[0] > 0:
        return "they rise like a running total"
    return "each is about as large as the target of the year" if _are_near(found, parts.target) else ""


def _are_near(found: Sequence[Decimal], target: Decimal | None) -> bool:
    """Whether each part is about as large as the target of the whole year."""
    low, high = NEAR_TARGET
    return target is not None and target > 0 and all(low * target <= number <= high * target for number in found)
