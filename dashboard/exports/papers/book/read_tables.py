"""Knows the findings of a pack as sheets: what each says, and its tables as they are read."""

from collections.abc import Iterator

from dashboard.exports.papers.book.sheet import MISSING, NOTHING, Sheet, SheetColumn, SheetValue
from dashboard.exports.papers.words import printable
from dashboard.reports.columns.column import ColumnKind
from dashboard.reports.packs.pack import Pack, PaperCell, PaperColumn, PaperTable, Section

FINDINGS = (
    SheetColumn("Finding", "The number of the finding, in the order that it is read.", ColumnKind.WHOLE),
    SheetColumn("Part", "The part of the papers that it stands in."),
    SheetColumn("What is found", "The finding in a sentence."),
    SheetColumn("Where and when", "The area and the period that it is of."),
    SheetColumn("Number", "The number that carries it, as it is read."),
    SheetColumn("Unit", "What that number counts."),
    SheetColumn("Status", "How it stands against its target."),
    SheetColumn("Beside it", "What is to be known beside that number."),
    SheetColumn("More", "The finding at more length."),
    SheetColumn("Address", "Where Outturn shows it: behind the address of the product."),
)
PRIVATE = "Private: for members only. "


def findings_sheet(pack: Pack) -> Sheet:
    """A row a finding."""
    rows = tuple(_finding(at, section) for at, section in enumerate(pack.sections, start=1))
    filled = [at for at in range(len(FINDINGS)) if any(row[at] != NOTHING for row in rows)]
    return Sheet(
        name="Findings",
        title="Findings",
        words="What the papers find, in the order that they are read.",
        columns=tuple(FINDINGS[at] for at in filled),
        rows=tuple(tuple(row[at] for at in filled) for row in rows),
    )


def _finding(at: int, section: Section) -> tuple[SheetValue, ...]:
    head = section.headline
    facts = "; ".join(f"{name}: {text}" for name, text in head.facts) if head else ""
    numbers = (head.number, head.unit, head.status_words or str(head.status or "")) if head else ("", "", "")
    title = f"{PRIVATE}{section.title}" if section.is_private else section.title
    words = (section.part, title, section.place, *numbers, facts, section.lede, section.address)
    return (at, *(printable(text) or NOTHING for text in words))


def read_sheets(pack: Pack) -> Iterator[Sheet]:
    """Every table of every finding, as it is read."""
    for at, section in enumerate(pack.sections, start=1):
        for table in section.tables:
            yield _sheet(at, section, table)


def _sheet(at: int, section: Section, table: PaperTable) -> Sheet:
    title, finding = printable(table.title), printable(section.title)
    rest = f" The first {len(table.rows)} of {table.of} rows." if table.rest > 0 else ""
    columns = [pair for number, column in enumerate(table.columns) for pair in _columns(table, number, column)]
    rows = (
        tuple(value for number in range(len(table.columns)) for value in _values(table, number, row))
        for row in table.rows
    )
    return Sheet(
        name=f"{at} {title}",
        title=f"{title}: {finding}" if title != finding else title,
        words=f"Finding {at}, as it is read.{rest}",
        columns=tuple(columns),
        rows=tuple(rows),
    )


def _columns(table: PaperTable, at: int, column: PaperColumn) -> Iterator[SheetColumn]:
    heading = printable(column.heading)
    kind = ColumnKind.NUMBER if _has_numbers(table, at) else ColumnKind.TEXT
    yield SheetColumn(heading, "As a number." if kind is ColumnKind.NUMBER else "As it is read.", kind)
    if _needs_words(table, at):
        yield SheetColumn(f"{heading}: as read", "How it is read, or why there is no number.")
    if any(row[at].markers for row in table.rows):
        yield SheetColumn(f"{heading}: marks", "Marks beside it: of notes, p provisional, r revised, e estimated.")


def _values(table: PaperTable, at: int, row: tuple[PaperCell, ...]) -> Iterator[SheetValue]:
    cell = row[at]
    text = printable(cell.text) or NOTHING
    yield text if not _has_numbers(table, at) else MISSING if cell.number is None else cell.number
    if _needs_words(table, at):
        yield text
    if any(other[at].markers for other in table.rows):
        yield ", ".join(map(printable, cell.markers)) or NOTHING


def _has_numbers(table: PaperTable, at: int) -> bool:
    return table.columns[at].is_number and any(row[at].number is not None for row in table.rows)


def _needs_words(table: PaperTable, at: int) -> bool:
    """Whether what is read says more than the number does: a unit, a reason, how a target came about."""
    return _has_numbers(table, at) and any(not _is_plain(row[at]) for row in table.rows)


def _is_plain(cell: PaperCell) -> bool:
    return cell.number is not None and cell.text.replace(",", "") in (
        f"{cell.number:f}",
        f"{cell.number.normalize():f}",
    )
