"""Knows the tables behind the findings of a pack: each once, however many findings stand on it."""

from collections.abc import Iterator

from dashboard.reports.packs.pack import Pack, Section
from dashboard.reports.report import Table


def tables_behind(pack: Pack) -> Iterator[tuple[int, Section, Table]]:
    """Every table with the first finding that it belongs to, and that one's number."""
    seen: dict[str, list[Table]] = {}
    for at, section in enumerate(pack.sections, start=1):
        for table in section.data:
            same = seen.setdefault(table.name, [])
            if not any(_is_same(table, other) for other in same):
                same.append(table)
                yield at, section, table


def _is_same(one: Table, other: Table) -> bool:
    return one.columns == other.columns and tuple(one.rows) == tuple(other.rows)
