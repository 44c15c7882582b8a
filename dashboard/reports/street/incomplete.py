"""Knows the sentences on months that look incomplete, and which views they are left out of."""

from collections.abc import Iterable, Sequence

from dashboard.domain.periods.calendar import By, period_with
from dashboard.domain.street.completeness import WHOLE
from dashboard.domain.street.sortings import are_counted
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import listed
from dashboard.questions.street import ALL_TYPES, DoubtfulMonth, HeldMonth

NO_TYPE = "police.uk had no such crime type then"
OUT = "the file looks incomplete and nobody has accepted it"  # why there is no count


def incomplete(item: DoubtfulMonth) -> str:
    """What looks incomplete in a month, what follows, and how to let it count."""
    left = "It is" if item.crime_type == WHOLE else f"{item.crime_name} and sums with it are"
    return f"{why(item)} {left} left out of every count for that month until somebody accepts it by name: {_how(item)}"


def why(item: DoubtfulMonth) -> str:
    """'Testshire Police, Jun 2025 looks incomplete: 2,100 incidents, usual at the time of year are 8,800.'"""
    label = f"{item.force_name}, {period_with(item.month, By.MONTH).label} looks incomplete:"
    usual = show(item.usual, 0)
    if item.crime_type == WHOLE:
        return f"{label} {item.n:,} incidents, usual at the time of year are {usual}."
    return f"{label} it has no {item.crime_name}, every other month has some, usually {usual}."


def _how(item: DoubtfulMonth) -> str:
    month = period_with(item.month, By.MONTH).start
    crime = f' --crime "{item.crime_name}"' if item.crime_type != WHOLE else ""
    return f'on the page of findings (/checks), or with: outturn accept "{item.force_name}" {month:%Y-%m}{crime}'


def months_out(held: Iterable[HeldMonth], numbers: Sequence[int]) -> frozenset[int]:
    """The months in which the sum of crime types *numbers* is no count: incomplete, or one did not exist."""
    return frozenset(
        item.month for item in held if _spoils(item.doubts, numbers) or not are_counted(item.month, numbers)
    )


def _spoils(doubts: Sequence[int], numbers: Sequence[int]) -> bool:
    every = tuple(numbers) == ALL_TYPES
    return WHOLE in doubts or bool(doubts if every else set(doubts) & set(numbers))


def split(every: Iterable[HeldMonth], numbers: Sequence[int]) -> tuple[tuple[HeldMonth, ...], tuple[HeldMonth, ...]]:
    """The months that count for the sum of crime types *numbers*, and those that do not."""
    ordered = sorted(every, key=lambda item: (item.month, item.force))
    out = months_out(ordered, numbers)
    held = tuple(item for item in ordered if item.month not in out)
    return held, tuple(item for item in ordered if item.month in out)


def left_out_words(left_out: Sequence[HeldMonth]) -> str:
    """A sentence on the months of a view that look incomplete; empty where none does."""
    unsorted = _unsorted_words([item for item in left_out if not item.doubts])
    months = sorted({item.month for item in left_out if item.doubts})
    if not months:
        return unsorted
    names = [period_with(month, By.MONTH).label for month in months]
    it, is_out = ("It looks", "is") if len(names) == 1 else ("They look", "are")
    out = f"Left out: {listed(names)}. {it} incomplete and {is_out} not counted until somebody accepts it (/checks)."
    return " ".join(filter(None, (out, unsorted)))


def _unsorted_words(left_out: Sequence[HeldMonth]) -> str:
    """A sentence on the months before a crime type existed, or since it does no more."""
    months = sorted({item.month for item in left_out})
    if not months:
        return ""
    first, last = (period_with(month, By.MONTH).label for month in (months[0], months[-1]))
    span = first if first == last else f"{first} to {last}"
    return f"Not counted: {span}. police.uk sorted incidents into other crime types then; none is not zero."
