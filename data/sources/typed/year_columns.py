"""Knows years in disguise among the headings or the periods of a table: codes (200809), and years made dates."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.year_codes import Sense, code_year, sense_of_codes, turned_to_dates, was_year
from data.sources.containers.grids import Grid
from data.sources.typed.heading_words import Words, unnoted, words_of
from data.sources.typed.headings import Heading, Over
from data.sources.words import shown

MOST_PLACES = 3
Place = tuple[int, int]


def readings(grid: Grid, heading: Heading) -> dict[Over, Words]:
    """What the disguised years of a heading say; raises RefusedFile where it may be either of two periods."""
    cells = {over: _bare(over.text) for stack in heading.stacks for over in stack}
    own = {over: text for over, text in cells.items() if over.column not in heading.labels.values()}
    refuse_dates(grid, [(text, (over.row, over.column)) for over, text in own.items()])
    _refuse_days(grid, [over for over in own if words_of(over.text).is_day])
    named = any("financial year" in text.lower() for text in cells.values())
    years = years_of(grid, [(text, (over.row, over.column)) for over, text in own.items()], said=named)
    found = {over: Words(over.text, period=code_year(text)) for over, text in own.items() if text in years}
    return {over: Words(over.text, words.period, notes=words_of(over.text).notes) for over, words in found.items()}


def _bare(text: str) -> str:
    return unnoted(text)[0]


def years_of(grid: Grid, cells: Sequence[tuple[str, Place]], *, said: bool = False) -> set[str]:
    """Those of the texts that are codes of financial years; raises RefusedFile where they may be months as well."""
    texts = [text for text, _ in cells]
    sense = sense_of_codes(texts, said=said)
    codes = [(text, place) for text, place in cells if code_year(text)]
    if sense is Sense.UNSURE:
        (first, _), year = codes[0], code_year(codes[0][0])
        month = words_of(first).period
        raise RefusedFile(
            f"{grid.file}: is {first} in {_places(grid, codes[:1])} the year {year.label if year else ''} or "
            f"{month.label if month else ''}? Head the column “Financial year” or “Month”, "
            f"or write {year.label if year else ''} or {month.slug if month else ''}."
        )
    if sense is not Sense.YEARS:
        return set()
    first, year = codes[0][0], code_year(codes[0][0])
    remark = f"Codes such as {first} are read as financial years: {year.label if year else ''}."
    grid.remarks += [remark] if remark not in grid.remarks else []
    return {text for text, _ in codes}


def refuse_dates(grid: Grid, cells: Iterable[tuple[str, Place]]) -> None:
    """Raise RefusedFile where a spreadsheet seems to have made dates of years (Nov-10 of 2010-11)."""
    every = list(cells)
    suspects = set(turned_to_dates([text for text, _ in every]))
    found = [(text, place) for text, place in every if text in suspects]
    if not found:
        return
    text, year = found[0][0], was_year(found[0][0])
    label = year.label if year else ""
    raise RefusedFile(
        f"{grid.file}: is “{shown(text)}” in {_places(grid, found)} the year {label}, which a spreadsheet made a date "
        f"of? Write {label} as text for years, or {_as_month(text)} for months."
    )


def _as_month(text: str) -> str:
    """How a month is written that cannot be taken for a year."""
    period = words_of(text).period
    return period.slug if period is not None and period.months == 1 else "2010-M11"


def _refuse_days(grid: Grid, days: Sequence[Over]) -> None:
    """Days stand for months only where month follows month; a year apart they may be years."""
    months = sorted({period for over in days if (period := words_of(over.text).period) is not None})
    if any(later.start != earlier.following().start for earlier, later in pairwise(months)):
        cells = [(over.text, (over.row, over.column)) for over in days]
        raise RefusedFile(
            f"{grid.file}: is “{shown(days[0].text)}” in {_places(grid, cells)} a month, a quarter or a year? "
            "Write Mar 2024, Q4 2023/24 or 2023/24."
        )
    for day in months[:1]:
        remark = f"“{shown(days[0].text)}” is read as {day.label}: write 2023/24 for a year."
        grid.remarks += [remark] if remark not in grid.remarks else []


def _places(grid: Grid, cells: Sequence[tuple[str, Place]]) -> str:
    names = [grid.place(*place) for _, place in cells[:MOST_PLACES]]
    return " and ".join(names) + (" and others" if len(cells) > MOST_PLACES else "")
