"""Knows the sheets that lead into a workbook: contents, notes, and what each column means."""

from collections.abc import Iterable, Iterator, Sequence

from dashboard.exports.papers.book.sheet import MISSING, NOTHING, Sheet, SheetColumn, SheetLink, SheetValue
from dashboard.exports.papers.words import printable
from dashboard.reports.columns.column import ColumnKind
from dashboard.reports.packs.pack import Pack

CONTENTS = (
    SheetColumn("Sheet", "The sheet; choose it to go there."),
    SheetColumn("What it holds", "The title of its table."),
    SheetColumn("Rows", "How many rows its table has.", ColumnKind.WHOLE),
)
NOTES = (
    SheetColumn("Kind", "Note, source, chart, or shorthand."),
    SheetColumn("Of", "The finding that it belongs to, or the shorthand."),
    SheetColumn("Words", "What it says."),
)
MEANINGS = (
    SheetColumn("Sheet", "The sheet that the column stands on."),
    SheetColumn("Column", "The heading of the column."),
    SheetColumn("Meaning", "What it says."),
)
SHORTHAND = (
    (MISSING, "There is no number; the column beside it says why."),
    (NOTHING, "Not applicable: nothing is said, or nothing is to be said."),
    ("[none]", "On the sheet of figures to load back: a blank cell."),
)


def notes_sheet(pack: Pack) -> Sheet:
    """Shorthand, then what each finding notes, and where its figures come from."""
    rows = (*(("Shorthand", mark, words) for mark, words in SHORTHAND), *_notes(pack))
    words = "What is to be known of the figures, and where they come from."
    return Sheet(name="Notes", title="Notes and sources", words=words, columns=NOTES, rows=tuple(rows))


def _notes(pack: Pack) -> Iterator[tuple[SheetValue, ...]]:
    """Each note and source once, with the findings that it belongs to."""
    found: dict[tuple[str, str], list[str]] = {}
    for at, section in enumerate(pack.sections, start=1):
        charts = (f"{chart.title}: {chart.alt}" for chart in section.charts)
        for kind, texts in (("Note", section.notes), ("Chart", charts), ("Source", section.sources)):
            for text in texts:
                found.setdefault((kind, printable(text) or NOTHING), []).append(str(at))
    for (kind, text), places in found.items():
        yield kind, f"Finding {', '.join(dict.fromkeys(places))}", text


def meanings_sheet(sheets: Iterable[Sheet]) -> Sheet:
    """Every column of *sheets*, and what it means."""
    rows = tuple((sheet.name, item.heading, item.words or NOTHING) for sheet in sheets for item in sheet.columns)
    words = "What each column of each sheet says."
    return Sheet(name="Columns", title="What each column means", words=words, columns=MEANINGS, rows=rows)


def contents_sheet(sheets: Sequence[Sheet]) -> Sheet:
    """A line a sheet, with the way there."""
    rows = tuple((SheetLink(sheet.name), sheet.title, len(sheet.rows)) for sheet in sheets)
    return Sheet(name="Contents", title="Contents", words="Every sheet.", columns=CONTENTS, rows=rows)
