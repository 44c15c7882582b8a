"""Knows the published template: a row a figure, empty or with what is published, as a workbook or as text."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.domain.entering.exported import FIGURES
from dashboard.domain.records import Indicator, Scope
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.numbers import show
from dashboard.exports.plan_template import HOW_TO as PLAN_HOW_TO
from dashboard.exports.plan_template import plan_sheets
from dashboard.exports.render import harmless
from dashboard.questions.store import Store
from dashboard.reports.packs.template_rows import Row, is_typed_actual, is_typed_target, template_row

INDICATORS = (
    *("Indicator", "Code", "Polarity", "Category", "Unit", "Value type"),
    *("Multiplier", "Tolerance", "Definition", "Part of", "How the year is made"),
)
HOW_TO = (
    "Figures: one row an indicator, area and period. Leave the area empty for the whole partnership.",
    "Period: 2010/11, Q2 2010/11, Jun 2010 or 2010. Q1 is April to June.",
    "Actual, target: a number, or TBC, N/A, [x], * where there is none. A target may be “3% reduction on 2009/10”.",
    "A note mark stands apart from its number: 1,128 (3).",
    "Marker: p provisional, r revised, e estimated. Covers to: the last day of a part year, such as 2010-11-30.",
    "Indicators: one row a new indicator. Polarity: lower or higher is better; without it nothing is judged.",
    "How the year is made, of months or quarters: sum, last (running totals, how many there are), average or none.",
    "Value type: count, rate (per how many: Multiplier), percentage or change. Tolerance: per cent of the target; of a"
    " percentage with a known start, of the change asked for.",
)
MINUS = re.compile("-[0-9]")
WIDEST = 48


def figures_of(store: Store, partnership: str) -> list[Row]:
    """What is published of *partnership* in tables, a row an indicator, area and period."""
    if not partnership:
        return []
    scope = Scope(partnership)
    home = next(item for item in store.partnerships() if item.slug == partnership)
    names = {item.slug: item.name for item in store.areas(partnership)} | {home.area: ""}
    actuals = {
        (item.indicator, item.area, item.period): item for item in store.observations(scope) if is_typed_actual(item)
    }
    targets = {(item.indicator, item.area, item.period): item for item in store.targets(scope) if is_typed_target(item)}
    known = _labelled(store.indicators(scope))
    keys = dict.fromkeys([*actuals, *targets])
    return [
        template_row((home.name, known[key[0]], names.get(key[1], key[1])), actuals.get(key), targets.get(key))
        for key in keys
        if key[0] in known
    ]


def _labelled(indicators: Sequence[Indicator]) -> dict[str, str]:
    """What each is called, by its id: its name, unless another has the same; then with its code, or by its address."""
    times = Counter(item.name.casefold() for item in indicators)
    return {item.id: item.name if times[item.name.casefold()] == 1 else _particular(item) for item in indicators}


def _particular(item: Indicator) -> str:
    if item.code:
        return f"{item.code} - {item.name}"
    words = item.slug.replace("-", " ").capitalize()
    return item.id if words.casefold() == item.name.casefold() else words


def indicators_of(store: Store, partnership: str) -> list[Row]:
    if not partnership:
        return []
    found = store.indicators(Scope(partnership))
    names = _labelled(found)
    return [
        (
            *(
                names[item.id],
                item.code,
                "" if item.polarity is Polarity.UNDECLARED else str(item.polarity),
                item.category,
            ),
            *(item.unit, str(item.value_type), str(item.multiplier), show(item.tolerance), item.definition),
            *(names.get(item.part_of, ""), "" if item.combines is None else str(item.combines)),
        )
        for item in found
    ]


def as_csv(store: Store, partnership: str) -> str:
    """The figures as text; nothing in it can become a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(FIGURES)
    writer.writerows([harmless(_with_minus(text)) for text in row] for row in figures_of(store, partnership))
    return written.getvalue()


def _with_minus(text: str) -> str:
    """A minus before words as the sign that begins no formula, and that is read as one."""
    return f"\u2212{text[1:]}" if MINUS.match(text) else text


def as_book(store: Store, partnership: str) -> bytes:
    """The template as an Excel workbook: figures, indicators, and how to fill them in."""
    book = Workbook()
    first = book.active
    sheets = [first] if isinstance(first, Worksheet) else []
    for sheet in sheets:
        sheet.title = "Figures"
        _fill(sheet, FIGURES, figures_of(store, partnership))
    _fill(book.create_sheet("Indicators"), INDICATORS, indicators_of(store, partnership))
    for name, heading, rows in plan_sheets(store, partnership):
        _fill(book.create_sheet(name), heading, rows)
    _fill(book.create_sheet("How to fill it in"), ("How to fill it in",), [(words,) for words in HOW_TO + PLAN_HOW_TO])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _fill(sheet: Worksheet, heading: Sequence[str], rows: Iterable[Row]) -> None:
    widths = [len(words) for words in heading]
    for line, row in _lines(heading, rows):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(line, column, text)
            cell.data_type = "s"  # what begins with = stays words
            cell.font = Font(bold=line == 1)
            widths[column - 1] = min(WIDEST, max(widths[column - 1], len(text)))
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width + 2
    sheet.freeze_panes = "A2"


def _lines(heading: Sequence[str], rows: Iterable[Row]) -> Iterator[tuple[int, Sequence[str]]]:
    yield 1, heading
    yield from enumerate(rows, start=2)
