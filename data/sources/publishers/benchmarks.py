"""Knows benchmarking downloads: a row a code, authority and period with its value, numerator and denominator."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from dashboard.domain.periods.period import Period
from data.parcel_rows import SaidFigure
from data.parcels import FigureTable
from data.sources.containers.grids import Grid
from data.sources.figures.counts import number_of
from data.sources.publishers.long_tables import (
    Stated,
    Subject,
    SubjectKey,
    Table,
    contents,
    find_table,
    gathered,
    open_table,
    parcel,
    period_of,
    subjects_of,
)
from data.sources.words import is_plain, shown

SOURCE = "benchmarks"
AREAS = ("localauthority", "authority", "council", "areaname", "area")
TITLES = ("indicatorname", "indicatortitle", "title", "indicator", "description", "measure")
CODES = ("code", "indicatorcode", "measurecode")
FIXED = frozenset({"period", "value", "numerator", "denominator"})
READ = FIXED | {*AREAS, *TITLES, *CODES, "areacode"}
#: "2018-19;Q1" is a financial year and its quarter, "2018-19;Annual" the year.
PARTED = re.compile(r"(?P<year>.+?)\s*[;|,]\s*(?P<part>\S.*)")
QUARTER = re.compile(r"(?:q|qtr|quarter) ?([1-4])", re.IGNORECASE)
YEARLY = frozenset({"annual", "year", "yearly", "full year", "total"})
MOST_TOLD = 5  # rows whose value is not what their counts give


def recognises(grid: Grid) -> bool:
    return _needed(grid) is not None


def _needed(grid: Grid) -> frozenset[str] | None:
    """The headings by which a table is one of these."""
    pairs = (FIXED | {code, area} for code in CODES for area in AREAS)
    return next((needed for needed in pairs if find_table(grid, needed)), None)


def read(grid: Grid) -> Iterator[FigureTable]:
    """Yield the figures; what a code means is for its declaration to say."""
    table = open_table(grid, _needed(grid) or FIXED, READ)
    found = gathered(table, table.rows(), _key, "note")
    scaled = {code: _are_shares(found, code) for code in subjects_of(found)}
    content = contents(table, found, _declared(table, found))
    figures = content["figures"]
    remarks: list[str] = []
    for figure, (key, stated) in zip(figures, found.items(), strict=True):
        if scaled[key.subject]:
            figure["share"] = "1"
        if scaled[key.subject] and not _is_share(stated):
            remarks.append(_contradiction(figure))
            figure.pop("numerator", None)
            figure.pop("denominator", None)
    more = [f"Values that are not what their counts give, besides: {len(remarks) - MOST_TOLD:,}."]
    told = [*table.left_out(), *remarks[:MOST_TOLD], *(more if len(remarks) > MOST_TOLD else [])]
    yield parcel(SOURCE, table, told, content, national=True)


def _first(table: Table, row: int, names: tuple[str, ...]) -> str:
    return next((words for name in names if (words := table.words(row, name))), "")


def _key(table: Table, row: int) -> SubjectKey | str:
    """What a row is of, or the rule it breaks."""
    code, area, number = _first(table, row, CODES), _first(table, row, AREAS), table.words(row, "areacode")
    if not (code and area):
        return "code-blank"
    if not all(map(is_plain, (code, area, number, _first(table, row, TITLES)))):
        return "words-unreadable"
    period = _period(table.words(row, "period"))
    return "period-unreadable" if period is None else SubjectKey((code,), table.area(number, area), period)


def _period(text: str) -> Period | None:
    parted = PARTED.fullmatch(text)
    if parted is None:
        return period_of(text)
    if parted["part"].casefold() in YEARLY:
        return period_of(parted["year"])
    quarter = QUARTER.fullmatch(parted["part"])
    return period_of(f"Q{quarter[1]} {parted['year']}") if quarter else None


def _declared(table: Table, found: dict[SubjectKey, Stated]) -> dict[Subject, dict[str, str]]:
    """An indicator a code, by its title if it has one of its own."""
    titles: dict[Subject, str] = {}
    for key, stated in found.items():
        titles.setdefault(key.subject, _first(table, stated.row, TITLES))
    owners = Counter(titles.values())
    return {
        (code,): {"code": code, "name": title if title and owners[title] == 1 else f"{title} {code}".strip()}
        for (code,), title in titles.items()
    }


def _are_shares(found: dict[SubjectKey, Stated], subject: Subject) -> bool:
    """Whether most values of a code are the fraction that their counts make."""
    own = [stated for key, stated in found.items() if key.subject == subject and number_of(stated.text) is not None]
    return bool(own) and 2 * sum(map(_is_share, own)) > len(own)


def _is_share(stated: Stated) -> bool:
    """Whether a value is its numerator over its denominator, as rounded as it is written."""
    value, counts = number_of(stated.text), stated.counts
    below = Decimal(counts.get("denominator", 0))
    if value is None or not below or "numerator" not in counts:
        return False
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return abs(Decimal(counts["numerator"]) / below - value) <= step / 2


def _contradiction(figure: SaidFigure) -> str:
    above, below = figure.get("numerator", "nothing"), figure.get("denominator", "nothing")
    return f"{figure['cell']}: {shown(figure['text'])} is not {above} of {below}; its counts are left out."
