"""Knows how source cells are numbered: one row for one printed cell, whoever reads it."""

from dataclasses import dataclass, field

from data.documents.sheet import Row

Key = tuple[str, str, str, str, str]


@dataclass(slots=True)
class Cells:
    """Hands out one number for each printed text in its place."""

    documents: frozenset[str]
    known: dict[Key, int] = field(default_factory=dict)

    def at(self, row: Row, text: str, *, column: str = "") -> int:
        """Return the number of *text* in the cell that *row* names; a cell may be quoted in parts."""
        key = (row["document"], row["table"], row["row"], column or row["column"], text)
        if key[0] not in self.documents:
            row.fault(f"document '{key[0]}' is not known.")
        return self.known.setdefault(key, len(self.known) + 1)

    def rows(self) -> list[dict[str, object]]:
        names = ("document", "table", "row", "column", "text")
        return [dict(zip(names, key, strict=True), id=number) for key, number in self.known.items()]
