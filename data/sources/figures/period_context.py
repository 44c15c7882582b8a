"""Knows the period that a whole table is of: from the lines above it, its sheet's name, or whoever loads it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dashboard.domain.errors import RefusedFile, UnreadablePeriod
from dashboard.domain.periods.combining import is_running
from dashboard.domain.periods.parts import Part, ends_at, holds, mentions, quarters_named, read_part
from dashboard.domain.periods.period import Period, PeriodKind, read_period
from data.sources.containers.grids import Grid
from data.sources.words import shown

ASKS = "“Period of the file”"  # in every sentence that asks for one
HOW_TO_SAY = f"say it: --period 2023/24 on the command line, or {ASKS} in the form"
YEAR = 12  # months
ENDS = "says up to when they count, not from when: April to September is Apr 2023 - Sep 2023"
TO_DATE = re.compile(r"\bto date\b|\bso far\b|\bas at\b", re.IGNORECASE)
MOST_IN_A_TITLE = 3  # cells of a line above a table
#: Lines about the file itself, whose day is nobody's period.
MADE = re.compile(
    r"\b(?:produced|updated|printed|prepared|published|extracted|created|version|revised on|date of report"
    r"|report date|run date|downloaded|generated|refreshed|next (?:meeting|update|review))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Context:
    """The period of a table, with the sentence that says where it is from; without one, what was *seen* instead.

    Of a period that is known only *to_date* a quarter or month may be named, but no figure is of all of it.
    """

    period: Period | None = None
    said: str = ""
    seen: str = ""
    to_date: bool = False


@dataclass(frozen=True, slots=True)
class _Named:
    """A period that some words name."""

    period: Period
    where: str


def context_of(grid: Grid, titles: Sequence[str]) -> Context:
    """What period *titles*, the sheet's name and the caller say; raises RefusedFile where the caller contradicts."""
    lines = [line for line in titles if not MADE.search(line)]
    sheet = f"the name of the sheet “{shown(grid.sheet)}”"
    places = [*((line, f"the line “{shown(line)}”") for line in lines), (grid.sheet, sheet)]
    dated = [where for words, where in places if is_to_date(words)]
    named = [_Named(period, where) for words, where in places for period in _wholes(words)]
    parts = [(part, f"the line “{shown(line)}”") for line in lines for part in quarters_named(line)]
    parts += [(part, sheet) for part in _of_sheet(grid.sheet)]
    given = given_period(grid.given) if grid.given else None
    if given is not None:
        return _with_given(grid, given, named, parts)
    found = _completed(_narrowest(named), parts)
    return replace(found, to_date=True, seen=f"{dated[0]} {ENDS}") if dated else found


def is_to_date(words: str) -> bool:
    """Whether a title is of a year up to some day: "Year to date", "Performance to September 2023"."""
    return is_running(words, "") or TO_DATE.search(words) is not None or ends_at(words)


def _wholes(words: str) -> tuple[Period, ...]:
    """The periods that a title names; of one to date only the years, since a month in it is the last one."""
    return tuple(item for item in mentions(words) if item.months >= YEAR or not is_to_date(words))


def given_period(words: str) -> Period:
    """The period that a caller says; raises RefusedFile."""
    try:
        return read_period(words)
    except UnreadablePeriod as fault:
        raise RefusedFile(f"{ASKS} cannot be read: {fault}") from fault


def refuse_contradiction(grid: Grid, periods: Iterable[Period]) -> None:
    """Raise RefusedFile where the caller says a period and every figure of the table is of another one."""
    said = list(dict.fromkeys(periods))
    if not grid.given or not said:
        return
    given = given_period(grid.given)
    if all(item.end < given.start or item.start > given.end for item in said):
        raise RefusedFile(
            f"{grid.file}: {ASKS} is {given.label}, but its figures are of {said[0].label}: correct one of them."
        )


def _of_sheet(name: str) -> tuple[Part, ...]:
    """Quarters in a sheet's name, or the month that is its name."""
    whole = read_part(name)
    return (whole,) if whole is not None else quarters_named(name)


def _narrowest(named: Sequence[_Named]) -> Context:
    """The one period that lies in all the others; none where two are apart."""
    if not named:
        return Context()
    inner = min(named, key=lambda item: item.period.months)
    if all(holds(item.period, inner.period) for item in named):
        return Context(inner.period, f"The period {inner.period.label} is taken from {inner.where}.")
    labels = " and ".join(dict.fromkeys(item.period.label for item in named))
    return Context(seen=f"the lines above it name {labels}")


def _completed(found: Context, parts: Sequence[tuple[Part, str]]) -> Context:
    """*found*, narrowed to the quarter or month that is named without its year."""
    firsts = {part.first for part, _ in parts}
    if found.period is None:
        words = parts[0][0].words if len(firsts) == 1 else ""
        return Context(seen=f"{parts[0][1]} names {words} of no year") if words and not found.seen else found
    if not parts:
        return found
    inner = [part.of(found.period) for part, _ in parts]
    if len(firsts) > 1 or inner[0] is None:
        return Context(seen=f"{parts[0][1]} names {' and '.join(part.words for part, _ in parts)}")
    if inner[0] == found.period:
        return found
    return Context(inner[0], f"The period {inner[0].label} is taken from {parts[0][1]} and its year from the file.")


def _with_given(grid: Grid, given: Period, named: Sequence[_Named], parts: Sequence[tuple[Part, str]]) -> Context:
    said = f"The period {given.label} is the one you gave."
    inside = [item for item in named if holds(given, item.period)]
    if named and not inside and not any(holds(item.period, given) for item in named):
        raise RefusedFile(
            f"{grid.file}: {ASKS} is {given.label}, but {named[0].where} names {named[0].period.label}: "
            "correct one of them."
        )
    own = _narrowest([*inside, _Named(given, "what you gave")])
    if own.period is None or own.period == given:
        own = Context(given, said)
    fits = [(part, where) for part, where in parts if own.period and part.of(own.period)]
    if len(fits) < len(parts) and own.period and own.period.kind is not PeriodKind.FINANCIAL_YEAR:
        part, where = next(item for item in parts if item not in fits)
        raise RefusedFile(f"{grid.file}: {ASKS} is {given.label}, but {where} names {part.words}: correct one of them.")
    return _completed(own, fits)


def title_lines(grid: Grid, first: int, end: int) -> list[str]:
    """The lines of a few texts between the rows *first* and *end*."""
    lines = []
    for row in range(first, end):
        cells = [" ".join(text.split()) for text in grid.rows[row] if text.strip()]
        if 0 < len(cells) <= MOST_IN_A_TITLE:
            lines.append(" ".join(cells))
    return lines
