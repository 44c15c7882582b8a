"""Knows tables whose columns are measures: which measure each one is, and whether its targets or actuals."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.periods.parts import mentions, unperioded
from dashboard.domain.periods.period import Period
from dashboard.domain.targets.bounds import amounts_of
from dashboard.domain.values.printed import ValueType, read_value
from data.sources.containers.grids import Grid
from data.sources.figures.parcels import ACTUAL
from data.sources.figures.totals import is_benchmark, is_total
from data.sources.typed.column_roles import role
from data.sources.typed.heading_words import Apart, LeftOut, suffixed, unnoted, words_of
from data.sources.typed.headings import NUMBER, Over, is_lower_row, stacks_of, texts_at, texts_of
from data.sources.typed.row_periods import DATED

BESIDE = ("area", "area_code", "partnership", "note")  # what else may stand beside measures
ASIDE = (Apart.CHANGE, Apart.JUDGED, Apart.TO_DATE, Apart.ROLLING, Apart.FORECAST, Apart.BASELINE)
RANK = re.compile(r"(?:(?:national|overall|county|force|csp) )?rank(?:ing)?(?: .+)?|position", re.IGNORECASE)
MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class MeasureColumn:
    """A column of one measure."""

    column: int
    name: str
    what: str
    period: Period | None  # where its heading says one
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """Where a table of measures keeps what."""

    row: int
    under: int
    labels: dict[str, int]
    measures: tuple[MeasureColumn, ...]
    left_out: tuple[LeftOut, ...]


def table_at(grid: Grid, row: int) -> MeasureTable | None:
    """The table whose periods or areas are labelled in *row*; none where no column beside them holds numbers."""
    labels = _labels(grid, row)
    if labels.keys().isdisjoint((*DATED, "area")) or _names_indicators(grid, row):
        return None
    top, bottom = row, row + 1
    if row and _is_over(grid, row - 1, labels):
        top -= 1
    elif bottom < len(grid.rows) and is_lower_row(grid, bottom, labels):
        bottom += 1
    stacks = stacks_of(grid, top, bottom, labels)
    columns = [(at, stack) for at, stack in enumerate(stacks) if stack and at not in labels.values()]
    numeric = {at for at, _ in columns if _is_numeric(grid, at, bottom)}
    measures = [_measure(at, stack) for at, stack in columns if at in numeric and _why(stack) is None]
    left_out = [LeftOut(at, texts_of(stack), _why(stack) or Apart.WORDS)
                for at, stack in columns if at not in numeric or _why(stack)]  # fmt: skip
    named = [item for item in measures if item.name]
    if not named or len(named) < len(measures):
        return None
    return MeasureTable(top, bottom, labels, tuple(named), tuple(left_out))


def _labels(grid: Grid, row: int) -> dict[str, int]:
    labels: dict[str, int] = {}
    for column, text in enumerate(grid.rows[row]):
        if (found := role(text)) in (*DATED, *BESIDE):
            labels.setdefault(found, column)
    return labels


def _names_indicators(grid: Grid, row: int) -> bool:
    return any(role(text) == "indicator" for text in grid.rows[row])


def _is_over(grid: Grid, row: int, labels: dict[str, int]) -> bool:
    """Whether measures stand in the row above, over their targets and actuals."""
    over, below = texts_at(grid, row), texts_at(grid, row + 1)
    own = [text for at, text in below.items() if at not in labels.values()]
    return len(over) > 1 and not set(over) & set(labels.values()) and all(words_of(text).what for text in own)


def _is_numeric(grid: Grid, column: int, under: int) -> bool:
    texts = [text for row in range(under, len(grid.rows)) if (text := grid.at(row, column))]
    return bool(texts) and sum(map(_says_number, texts)) * 2 >= len(texts)


def _says_number(text: str) -> bool:
    """Whether a cell is a number, an amount of money or time, or a bound of one."""
    if NUMBER.fullmatch(text):
        return True
    for kind in (ValueType.PERCENTAGE, ValueType.RATE):  # the one has signs for per cent, the other units
        with suppress(UnreadableValue):
            return read_value(amounts_of(text)[0], kind).number is not None
    return False


def _why(stack: Sequence[Over]) -> Apart | None:
    """Why a column of numbers is no measure."""
    for over in stack:
        words = words_of(over.text)
        if words.apart in ASIDE:
            return words.apart
        if is_total(over.text) or words.is_whole:
            return Apart.UNKNOWN
        if (is_benchmark(over.text) and len(over.text.split()) < 3) or RANK.fullmatch(over.text.strip()):
            return Apart.BENCHMARK
    return None


def _measure(column: int, stack: Sequence[Over]) -> MeasureColumn:
    what, period = ACTUAL, None
    names: list[str] = []
    notes: list[str] = []
    for over in stack:
        words, (plain, marks) = words_of(over.text), unnoted(over.text)
        notes += marks
        what = words.what or what
        period = words.period or period
        if not words.of_figures:
            name, its, said = _divided(plain)
            what, period = its or what, said or period
            names.append(name)
    return MeasureColumn(column, " ".join(names), what, period, tuple(dict.fromkeys(notes)))


def _divided(heading: str) -> tuple[str, str, Period | None]:
    """The measure, target or actual, and period that one heading names together ("Burglary 2023/24 target")."""
    name, what = suffixed(heading)
    periods = mentions(name)
    period = periods[0] if len(periods) == 1 else None
    name = unperioded(name) if period else name
    return name, what, period
