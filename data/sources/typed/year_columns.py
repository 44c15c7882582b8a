"""Knows years in disguise among the headings or the periods of a table: codes (200809), and years made dates."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from dashboard.domain.errors import RefusedFile
from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.periods.doubts import doubt, proven_years
from dashboard.domain.periods.parts import read_day
from dashboard.domain.periods.period import Period, run_of_months
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
    spelt = spelt_years(grid, own.values())
    found |= {over: Words(over.text, period=spelt[text]) for over, text in own.items() if text in spelt}
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


def spelt_years(grid: Grid, texts: Iterable[str]) -> dict[str, Period]:
    """Those of the texts that are financial years beside the others: 2022 to 2023 and 2023 to 2024."""
    every = list(texts)
    known = [period for text in every if (period := words_of(text).period) is not None]
    found = proven_years(every, known)
    short = [text for text in found if text.isdigit()]
    if short and (odd := next((text for text in every if text in ("1920", "2021")), "")):
        both = f"{odd[:2]}/{odd[2:]}"
        raise RefusedFile(
            f"{grid.file}: is “{odd}” beside “{short[0]}” the year 20{both} or {odd}? Write 20{both} or {odd}."
        )
    for text, year in [*found.items()][:1]:
        remark = f"“{shown(text)}” and the like are read as financial years: {year.label}."
        grid.remarks += [remark] if remark not in grid.remarks else []
    return found


def refuse_doubt(grid: Grid, text: str, place: Place) -> None:
    """Raise RefusedFile where a text names two periods."""
    if why := doubt(text):
        raise RefusedFile(f"{grid.file}: “{shown(text)}” in {grid.place(*place)} {why}.")


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


def ending(text: str, months: int) -> Period | None:
    """The quarter or year that ends on the day *text*: 30/06/2023 in a column “Quarter ending”."""
    day = read_day(text) if months else None
    if day is None or text.lstrip("0").startswith(("1/", "1.", "1 ")) or text.endswith(("-01", "-01 00:00:00")):
        return None
    is_end = months == MONTHS_IN_YEAR or day.start.month % 3 == 0
    return run_of_months(day.start.year * 12 + day.start.month - months, months) if is_end else None


def refuse_apart(grid: Grid, cells: Sequence[tuple[str, Place]]) -> None:
    """Raise RefusedFile where the days of a column “Date” may be the ends of quarters or years."""
    days = [(text, place) for text, place in cells if read_day(text) is not None]
    months = sorted({day for text, _ in days if (day := read_day(text)) is not None})
    apart = any(later.start != earlier.following().start for earlier, later in pairwise(months))
    if apart or (len(months) == 1 and months[0].start.month % 3 == 0):
        raise RefusedFile(
            f"{grid.file}: is “{shown(days[0][0])}” in {_places(grid, days)} a month, a quarter or a year? Head the "
            "column “Month ending”, “Quarter ending” or “Year ending”, or write Mar 2024, Q4 2023/24 or 2023/24."
        )


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
