"""Knows the findings of a pack as sheets: what each says, and its tables as they are read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dashboard.exports.papers.book.data_tables import findings_words
from dashboard.exports.papers.book.sheet import MISSING, NOTHING, Sheet, SheetColumn, SheetValue
from dashboard.exports.papers.words import printable
from dashboard.reports.columns.column import ColumnKind
from dashboard.reports.packs.pack import Pack, PaperCell, PaperColumn, Section

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
OF_FINDING = (
    SheetColumn("Finding", "The number of the finding that the row belongs to.", ColumnKind.WHOLE),
    SheetColumn("What is found", "That finding in a sentence."),
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


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of a table, and the finding that it belongs to."""

    finding: int
    title: str
    cells: tuple[PaperCell, ...]


@dataclass(slots=True)
class ReadTables:
    """Tables of one title and the same columns, one below the other."""

    title: str
    columns: tuple[PaperColumn, ...]
    rows: list[ReadRow] = field(default_factory=list)
    of: int = 0  # rows that there are, of which these are the first

    @property
    def findings(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(row.finding for row in self.rows))

    def cells(self, at: int) -> list[PaperCell]:
        return [row.cells[at] for row in self.rows]


def read_sheets(pack: Pack) -> Iterator[Sheet]:
    """Every table of the findings, as it is read; those of one kind on one sheet."""
    found: dict[tuple[str, tuple[PaperColumn, ...]], ReadTables] = {}
    for at, section in enumerate(pack.sections, start=1):
        for table in section.tables:
            title = printable(table.title)
            kind = found.setdefault((title, table.columns), ReadTables(title, table.columns))
            kind.rows += [ReadRow(at, printable(section.title), row) for row in table.rows]
            kind.of += table.of
    return map(_sheet, found.values())


def _sheet(table: ReadTables) -> Sheet:
    findings, places = table.findings, range(len(table.columns))
    rest = f" The first {len(table.rows)} of {table.of} rows." if table.of > len(table.rows) else ""
    is_one = len(findings) <= 1
    about = table.rows[0].title if table.rows and is_one else ""
    return Sheet(
        name=table.title,
        title=f"{table.title}: {about}" if about not in ("", table.title) else table.title,
        words=f"Of {findings_words(findings)}, as it is read.{rest}" if findings else "As it is read.",
        columns=(*(() if is_one else OF_FINDING), *(item for at in places for item in _columns(table, at))),
        rows=tuple(
            (*(() if is_one else (row.finding, row.title or NOTHING)), *_values(table, row, places))
            for row in table.rows
        ),
    )


def _columns(table: ReadTables, at: int) -> Iterator[SheetColumn]:
    heading = printable(table.columns[at].heading)
    kind = ColumnKind.NUMBER if _has_numbers(table, at) else ColumnKind.TEXT
    yield SheetColumn(heading, "As a number." if kind is ColumnKind.NUMBER else "As it is read.", kind)
    if _needs_words(table, at):
        yield SheetColumn(f"{heading}: as read", "How it is read, or why there is no number.")
    if _has_marks(table, at):
        yield SheetColumn(f"{heading}: marks", "Marks beside it: of notes, p provisional, r revised, e estimated.")


def _values(table: ReadTables, row: ReadRow, places: Iterable[int]) -> Iterator[SheetValue]:
    for at in places:
        cell = row.cells[at]
        text = printable(cell.text) or NOTHING
        yield text if not _has_numbers(table, at) else MISSING if cell.number is None else cell.number
        if _needs_words(table, at):
            yield text
        if _has_marks(table, at):
            yield ", ".join(map(printable, cell.markers)) or NOTHING


def _has_numbers(table: ReadTables, at: int) -> bool:
    return table.columns[at].is_number and any(cell.number is not None for cell in table.cells(at))


def _needs_words(table: ReadTables, at: int) -> bool:
    """Whether what is read says more than the number does: a unit, a reason, how a target came about."""
    return _has_numbers(table, at) and not all(map(_is_plain, table.cells(at)))


def _has_marks(table: ReadTables, at: int) -> bool:
    return any(cell.markers for cell in table.cells(at))


def _is_plain(cell: PaperCell) -> bool:
    if cell.number is None:
        return False
    return cell.text.replace(",", "") in (f"{cell.number:f}", f"{cell.number.normalize():f}")
