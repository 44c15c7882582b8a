"""Knows the decisions to work out control limits anew: what each needs, how it is taken back, which are in force."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.domain.errors import RefusedDecision
from dashboard.domain.periods.period import Period
from dashboard.domain.statistics.control_chart import Rebaseline
from dashboard.domain.wording import one_line

LONGEST_REASON = 500  # letters
LONGEST_NAME = 100
Faults = tuple[tuple[str, str], ...]  # the field and what is wrong with it


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Why a decision was taken back, by whom and when (ISO, UTC)."""

    reason: str
    author: str
    moment: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of one indicator in one area, and when (ISO, UTC); nothing is ever deleted."""

    number: int
    indicator: str
    area: str  # its slug
    said: Rebaseline
    moment: str
    withdrawn: Withdrawal | None = None


def in_force(decisions: Iterable[Decision], indicator: str, area: str) -> tuple[Decision, ...]:
    """Those of *indicator* in *area* that nobody took back."""
    about = (item for item in decisions if (item.indicator, item.area) == (indicator, area))
    return tuple(item for item in about if item.withdrawn is None)


def rebaseline_of(form: Mapping[str, str], periods: tuple[Period, ...], taken: Iterable[Decision]) -> Rebaseline:
    """Return what *form* (first, reason, author) decides on a series of *periods*; raises RefusedDecision.

    What was decided in the same words already is no fault: a form may be sent twice.
    """
    mine = (one_line(form["reason"]), one_line(form["author"]))
    others = {item.said.first for item in taken if (item.said.reason, item.said.author) != mine}
    first, faults = _first_of(form["first"].strip(), periods, others)
    faults += signed(form)
    if first is None or faults:
        raise RefusedDecision(faults)
    return Rebaseline(first, *mine)


def signed(form: Mapping[str, str]) -> Faults:
    """What is wrong with the reason and the author of *form*."""
    fields = (("reason", "the reason", LONGEST_REASON), ("author", "your name", LONGEST_NAME))
    faults = []
    for field, words, longest in fields:
        length = len(one_line(form[field]))
        if not length:
            faults.append((field, f"Enter {words}."))
        if length > longest:
            faults.append((field, f"{words.capitalize()} must be {longest} characters or fewer: it has {length:,}."))
    return tuple(faults)


def _first_of(text: str, periods: tuple[Period, ...], taken: set[date]) -> tuple[date | None, Faults]:
    """The day that *text* names, and what is wrong with it."""
    if not text:
        return None, (("first", "Enter the day from which the limits are worked out anew."),)
    try:
        first = date.fromisoformat(text)
    except ValueError:
        return None, (("first", "Enter a real day, such as 2025-04-01."),)
    if not periods[0].start < first <= periods[-1].start:
        return None, (("first", _outside(periods)),)
    if first in taken:
        return None, (("first", f"The limits are worked out anew from {day_words(first)} already."),)
    return first, ()


def _outside(periods: tuple[Period, ...]) -> str:
    after, last = day_words(periods[0].start), day_words(periods[-1].start)
    return f"The day must be after {after} and no later than {last}, the first day of the newest period."


def day_words(day: date) -> str:
    """'1 April 2025'."""
    return f"{day.day} {day:%B %Y}"


def moment_words(moment: str) -> str:
    """The day of a moment (ISO) as a reader writes it."""
    return day_words(date.fromisoformat(moment[:10]))
