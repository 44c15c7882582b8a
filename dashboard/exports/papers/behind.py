"""Knows the tables behind the findings of a pack: those of one kind together, each once, however many stand on it."""

from dataclasses import dataclass, field

from dashboard.reports.columns.column import whole
from dashboard.reports.packs.pack import Pack
from dashboard.reports.report import Table

FINDING = "finding"
FINDING_COLUMN = whole("Finding", "The number of the finding, in the order that it is read.")


@dataclass(slots=True)
class Behind:
    """Tables of one name and the same columns, each with the number of the first finding that it belongs to."""

    tables: list[tuple[int, Table]] = field(default_factory=list)

    @property
    def first(self) -> Table:
        return self.tables[0][1]

    @property
    def findings(self) -> tuple[int, ...]:
        return tuple(at for at, _ in self.tables)

    def together(self) -> Table:
        """One table of them all; of several, each row begins with the number of its finding."""
        if len(self.tables) == 1:
            return self.first
        rows = ({FINDING: at, **row} for at, table in self.tables for row in table.rows)
        return Table.of(self.first.name, self.first.title, (FINDING, *self.first.columns), rows)


def tables_behind(pack: Pack) -> tuple[Behind, ...]:
    """Every kind of table behind the findings, in the order that they are met."""
    found: dict[tuple[str, tuple[str, ...]], Behind] = {}
    for at, section in enumerate(pack.sections, start=1):
        for table in section.data:
            kind = found.setdefault((table.name, table.columns), Behind())
            if not any(tuple(table.rows) == tuple(other.rows) for _, other in kind.tables):
                kind.tables.append((at, table))
    return tuple(found.values())
