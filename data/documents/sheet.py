"""Knows how to read the product's own CSVs: every row keeps its place, every fault is collected."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from dashboard.domain.errors import OutturnError, PublishedFault

T = TypeVar("T")


@dataclass(slots=True)
class Faults:
    """Gathers every fault so that one start names them all."""

    found: list[str] = field(default_factory=list)

    def add(self, place: str, sentence: str) -> None:
        self.found.append(f"{place}: {sentence}")

    def settle(self) -> None:
        """Raise PublishedFault with every fault, or return."""
        if self.found:
            count = len(self.found)
            heading = f"The published figures have {count} fault{'s' if count > 1 else ''}; nothing was loaded."
            raise PublishedFault("\n".join([heading, *self.found]))


@dataclass(frozen=True, slots=True)
class Row:
    """One CSV row; asking for what is not there is a fault with the row's place, never an exception."""

    file: str
    line: int
    fields: dict[str, str]
    faults: Faults

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    def fault(self, sentence: str) -> None:
        self.faults.add(f"{self.file} row {self.line}", sentence)

    def one_of(self, name: str, allowed: frozenset[str], *, blank: bool = False) -> str:
        found = self[name]
        if found not in allowed and not (blank and not found):
            self.fault(f"{name} '{found}' is not known.")
        return found

    def read(self, name: str, reader: Callable[[str], T], fallback: T) -> T:
        """Return *reader* of the field, or *fallback* with a fault that quotes why."""
        try:
            return reader(self[name])
        except (OutturnError, ValueError, ArithmeticError) as fault:
            self.fault(f"{name} '{self[name]}' cannot be read ({fault}).")
            return fallback

    def whole(self, name: str) -> int | None:
        return self.read(name, int, None) if self[name] else None

    def order(self) -> int:
        return self.whole("order") or 0

    def day(self, name: str) -> str:
        """The ISO date in the field, checked, or an empty text."""
        return self.read(name, lambda text: date.fromisoformat(text).isoformat(), "") if self[name] else ""


def read_sheet(folder: Path, name: str, columns: tuple[str, ...], faults: Faults) -> list[Row]:
    """Return the rows of *name*.csv, which must have exactly *columns*."""
    file = f"{name}.csv"
    try:
        text = (folder / file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        faults.add(file, f"cannot be read ({fault.__class__.__name__}).")
        return []
    if "\x00" in text:
        faults.add(file, "holds a NUL character.")
        return []
    return list(_rows(file, text, columns, faults))


def _rows(file: str, text: str, columns: tuple[str, ...], faults: Faults) -> Iterator[Row]:
    lines = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        heading = tuple(next(lines, ()))
        if heading != columns:
            faults.add(f"{file} row 1", f"has the columns {', '.join(heading)}; expected {', '.join(columns)}.")
            return
        for fields in lines:
            if len(fields) != len(columns):
                faults.add(f"{file} row {lines.line_num}", f"has {len(fields)} fields; expected {len(columns)}.")
                continue
            yield Row(file, lines.line_num, dict(zip(columns, fields, strict=True)), faults)
    except csv.Error as fault:
        faults.add(f"{file} row {lines.line_num}", f"is not CSV ({fault}).")
