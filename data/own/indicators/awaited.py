"""Knows zeros at the end of a series far above zero: they may stand for figures that nobody has yet."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import takewhile
from statistics import mean

from dashboard.domain.entering.questions import Question
from dashboard.domain.periods.period import Period, PeriodKind, from_slug
from dashboard.domain.values.numbers import show
from data.own.indicators.asking import AWAITED, ZEROS, question
from data.own.indicators.kinds import Cells, numbers
from data.parcel_rows import SaidFigure
from data.sources.figures.parcels import ACTUAL
from data.sources.words import shown

LEAST_LOST = 5  # where so many are usual, chance gives none less than once in a hundred times
MOST_EARLIER = 12  # figures before the zeros that say what is usual

Series = dict[Period, tuple[Decimal, SaidFigure]]
Key = tuple[str, str]  # area, period


def key_of(said: SaidFigure) -> Key:
    return said["area_code"] or said["area"], said["period"]


def zeros_at_the_end(cells: Cells, today: date) -> list[SaidFigure]:
    """The zeros of finished periods after which no other figure comes, where the figures before them are far above."""
    return [said for series in _series(cells, today) for _, said in _tail(series)]


def zero_question(about: str, cells: Cells, today: date) -> Question | None:
    """Whether such zeros are figures."""
    for series in _series(cells, today):
        if tail := _tail(series):
            said, before = tail[0][1], [number for number, _ in series if number][-1]
            where = ", ".join(filter(None, (said["sheet"], str(said["cell"]), from_slug(said["period"]).label)))
            words = f"“{shown(about)}” ends with 0 ({where}) after {show(before)}"
            return question(about, ZEROS, f"{words}: has nothing happened, or is nothing known yet?")
    return None


def is_awaited(told: Mapping[str, str]) -> bool:
    """Whether it was answered that they are none."""
    return told.get(ZEROS, "").strip().casefold() == AWAITED


def _series(cells: Cells, today: date) -> list[list[tuple[Decimal, SaidFigure]]]:
    """The actuals of each area and kind of period that has ended, oldest first."""
    found: dict[tuple[str, PeriodKind], Series] = defaultdict(dict)
    for said in (said for said in cells if said["what"] == ACTUAL and not said["covers_to"]):
        period, number = from_slug(said["period"]), next(iter(numbers([said], of_actuals=True)), None)
        if number is not None and number.number is not None and period.end < today:
            found[key_of(said)[0], period.kind][period] = number.number, said
    return [[series[period] for period in sorted(series)] for series in found.values()]


def _tail(series: Sequence[tuple[Decimal, SaidFigure]]) -> list[tuple[Decimal, SaidFigure]]:
    """The zeros that end a series, oldest first; none where chance may have brought them."""
    zeros = list(takewhile(lambda item: not item[0], reversed(series)))
    earlier = [abs(number) for number, _ in series[: len(series) - len(zeros)]][-MOST_EARLIER:]
    is_far = bool(earlier) and len(zeros) * mean(earlier) >= LEAST_LOST
    return zeros[::-1] if is_far else []
