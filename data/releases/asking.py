"""Knows what has to be asked of an indicator before its figures count, and whether their parts can make a year."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from dashboard.domain.combining import is_plain_count, worded_combine
from dashboard.domain.periods import Period, PeriodKind, from_slug
from dashboard.domain.questions import Choice, Question
from dashboard.domain.records import Indicator
from dashboard.domain.series import PARTS_OF_A_YEAR, year_of
from dashboard.domain.values import ValueType
from data.releases.kinds import Cells, numbers
from data.sources.figure_parcels import ACTUAL
from data.sources.words import shown

COMBINES, SCALE, STEPS = "combines", "scale", "signed_targets"
HEADINGS = {COMBINES: "How the year is made", SCALE: "Percentages are", STEPS: "Signed targets"}
FRACTIONS, AS_WRITTEN = "fractions", "as written"
POINTS, PER_CENT, LEVEL = "points", "per cent", "level"
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
    return any(map(look_added_up, parts_of_years(cells)))


def combine_question(about: str, indicator: Indicator) -> Question:
    """How its months or quarters make a year."""
    return question(
        about,
        COMBINES,
        f"How is the year of “{shown(about)}” made of its months or quarters? Neither its name nor its unit"
        f" says it{' surely' if indicator.value_type is ValueType.COUNT else ''}.",
    )


def question(about: str, column: str, words: str) -> Question:
    """A question with the choices of its column, and what answers it on the command line or in the file."""
    choices = CHOICES[column]
    values = [item.value for item in choices]
    said = f"{', '.join(values[:-1])} or {values[-1]}"
    mend = (
        f"give the table a column “{HEADINGS[column]}” with {said}, load a declarations file with that column"
        f' in the same call, or say --answer "{shown(about)}: {column}={values[0]}".'
    )
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


def look_added_up(parts: Parts) -> bool:
    """Whether the figures of a year look like running totals, or like positions that each meet the year's target."""
    found = parts.numbers
    if len(found) < FEWEST_RUNNING:
        return False
    rising = all(later >= earlier for earlier, later in pairwise(found))
    running = rising and found[-1] >= max(LEAST_RUNNING, RISEN * found[0]) and found[0] > 0
    return running or _are_near(found, parts.target)


def _are_near(found: Sequence[Decimal], target: Decimal | None) -> bool:
    """Whether each part is about as large as the target of the whole year."""
    low, high = NEAR_TARGET
    return target is not None and target > 0 and all(low * target <= number <= high * target for number in found)
