"""Knows how bytes become rows of text with their places; nothing is guessed to be a number."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dashboard.domain.errors import RefusedFile
from data.sources.containers.members import Member, NotOurs
from data.sources.words import shown

if TYPE_CHECKING:
    from _csv import Reader

DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars"}
SAMPLE, TITLES = 10_000, 10  # characters and lines in which the columns' divider shows
QUOTED = re.compile(r'"[^"]*"')
LINE_END = re.compile(r"\r\n|\r|\n")
#: What a file calls itself when it means to be a table; such a one is never passed over in an archive.
TABLES = (".csv", ".tsv", ".txt", ".json", ".geojson", ".topojson")
#: A quoted field may hold a line break, but a quote that is never closed must not swallow the file.
LONGEST_FIELD = 100_000
csv.field_size_limit(LONGEST_FIELD)


@dataclass(slots=True)
class Sheet:
    """A table of text: its heading, and what had to be done to read it."""

    name: str
    heading: tuple[str, ...]
    body: str  # without the heading
    delimiter: str = ","
    remarks: list[str] = field(default_factory=list)
    above: int = 1  # lines over the body

    def rows(self) -> Iterator[list[str]]:
        """The rows below the heading as they come, quickly; raises RefusedFile on an open quote."""
        try:
            yield from self._reader()
        except csv.Error:
            yield from (row for _, row in self.placed())  # which names the line

    def placed(self) -> Iterator[tuple[int, list[str]]]:
        """Rows with the number of the line each ends on; blank ones are left out.

        Raises RefusedFile on an open quote, and when the file ends inside a row.
        """
        reader, row, line = self._reader(), [""], self.above
        try:
            for row in reader:
                line = reader.line_num + self.above
                if any(row):
                    yield line, row
        except csv.Error as fault:
            why = "a quotation mark is not closed, or stands inside a field"
            raise RefusedFile(f"{self.name} cannot be read below line {line}: {why}.") from fault
        if any(row) and len(row) < len(self.heading) and not self.body.endswith(("\n", "\r")):
            raise RefusedFile(f"{self.name} ends in the middle of a row: download it again.")

    def all_placed(self) -> tuple[list[list[str]], list[int]]:
        """The rows of placed() and their lines, all at once: without a quotation mark every line is a row."""
        if '"' not in self.body:
            try:
                rows = list(self._reader())
            except csv.Error:
                rows = []
            if rows and all(map(any, rows)) and len(rows[-1]) >= len(self.heading):
                return rows, list(range(self.above + 1, self.above + 1 + len(rows)))
        placed = list(self.placed())
        return [row for _, row in placed], [line for line, _ in placed]

    def _reader(self) -> "Reader":
        return csv.reader(io.StringIO(self.body, newline=""), delimiter=self.delimiter, strict=True)

    def refuse_doubled(self) -> None:
        """Raise RefusedFile when a column stands twice: nobody knows which is meant."""
        for name, times in Counter(self.heading).items():
            if name and times > 1:
                raise RefusedFile(f"{self.name} has the column “{shown(name)}” twice.")


def read_sheet(member: Member) -> Sheet:
    """Return *member* as a table; raises RefusedFile when it is none."""
    if not member.body.strip():
        raise RefusedFile(f"{member.name} is empty.")
    text, remarks = _decoded(member)
    if "\x00" in text:
        named_a_table = member.name.lower().endswith(TABLES)
        raise (RefusedFile if named_a_table else NotOurs)(f"{member.name} is no text file.")
    table = text.lstrip("\r\n")
    end = LINE_END.search(table)
    first, body = (table[: end.start()], table[end.end() :]) if end else (table, "")
    delimiter = _delimiter(LINE_END.split(QUOTED.sub("", table[:SAMPLE]))[:TITLES])
    if delimiter != ",":
        remarks.append(f"The columns are divided by {DELIMITERS[delimiter]}.")
    above = len(LINE_END.findall(text[: len(text) - len(table)])) + 1
    return Sheet(member.name, _heading(member.name, first, delimiter), body, delimiter, remarks, above)


def _delimiter(lines: list[str]) -> str:
    """The sign that stands equally often in most lines: titles have none, and thousands have commas here and there."""

    def steadiness(sign: str) -> tuple[int, int]:
        times = Counter(line.count(sign) for line in lines if sign in line)
        return max(((lines_so, often) for often, lines_so in times.items()), default=(0, 0))

    return max((",", *DELIMITERS), key=steadiness)


def _heading(name: str, line: str, delimiter: str) -> tuple[str, ...]:
    try:
        fields = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error as fault:
        raise NotOurs(f"{name} is no table.") from fault
    return tuple(field.strip() for field in fields)


def _decoded(member: Member) -> tuple[str, list[str]]:
    """The text, and a remark when it is not UTF-8."""
    body = member.body
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return body.decode("utf-16"), ["Read as UTF-16."]
        except UnicodeDecodeError as fault:
            raise RefusedFile(f"{member.name} is cut short or damaged: download it again.") from fault
    try:
        return body.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return body.decode("cp1252", errors="replace"), ["Read as Windows-1252."]
