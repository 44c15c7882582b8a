"""Knows population estimates: one code and one total a row; the year stands in the heading or the file's name."""

import re
from collections.abc import Iterator

from dashboard.domain.errors import RefusedFile
from data.parcels import People
from data.sources.containers.sheets import Sheet
from data.sources.geography.codes import coded_columns
from data.sources.rejections import Once, Rejections
from data.sources.words import is_plain

KIND = People.kind
TOTALS = ("total_population", "total", "all ages", "population", "persons")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
MOST_PEOPLE = 2_000_000_000  # what a column of whole numbers holds


def _total(heading: tuple[str, ...]) -> int | None:
    lowered = [name.lower() for name in heading]
    return next((lowered.index(name) for name in TOTALS if name in lowered), None)


def recognises(heading: tuple[str, ...]) -> bool:
    return len(coded_columns(heading)) == 1 and _total(heading) is not None


def read(sheet: Sheet) -> Iterator[People]:
    """Yield [code, people] and the year as the file names it ("" when it does not)."""
    at, total = coded_columns(sheet.heading)[0].code, _total(sheet.heading) or 0
    rejections = Rejections()
    people = Once[str, int](rejections)
    for line, row in rejections.whole(sheet):
        code, number = row[at].strip(), _whole(row[total])
        if not code:
            rejections.add(line, "code-blank", row)
        elif not is_plain(code):
            rejections.add(line, "words-unreadable", row)
        elif number is None:
            rejections.add(line, "population-unreadable", row)
        else:
            people.add(code, number, line, row)
    found = [(code, number) for code, (_, number) in people.values().items()]
    if not found:
        raise RefusedFile(f"{sheet.name} gives no population that can be read.")
    sheet.remarks += people.remarks()
    year = YEAR.search(" ".join((*sheet.heading, sheet.name)))
    yield People(**rejections.taken(sheet, people.taken), people=found, year=year[1] if year else "")


def _whole(text: str) -> int | None:
    """A count of people: '1,944' or '1944.0'; anything else is none."""
    try:
        number = float(text.replace(",", ""))
    except ValueError:
        return None
    return int(number) if 0 <= number < MOST_PEOPLE and number.is_integer() else None
