"""Knows the tables of a data package: those behind the findings and the findings themselves, each column described."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.wording import listed
from dashboard.exports.papers.behind import FINDING, FINDING_COLUMN, tables_behind
from dashboard.exports.papers.words import printable
from dashboard.reports.columns.column import ExportColumn, text
from dashboard.reports.columns.glossary import described
from dashboard.reports.packs.pack import Pack, Section
from dashboard.reports.report import Cell, Table

FINDINGS: Mapping[str, ExportColumn] = {
    FINDING: FINDING_COLUMN,
    "part": text("Part", "The part of the papers that it stands in."),
    "title": text("What is found", "The finding in a sentence."),
    "place": text("Where and when", "The area and the period that it is of."),
    "number": text("Number", "The number that carries it, as it is read."),
    "unit": text("Unit", "What that number counts."),
    "status": text("Status", "How it stands against its target, in words."),
    "facts": text("Beside it", "What is to be known beside that number."),
    "words": text("More", "The finding at more length."),
    "notes": text("Notes", "What is to be known of its figures."),
    "address": text("Address", "Where Outturn shows it: behind the address of the product."),
    "is_private": text("Private", "private, where it is for members only."),
}
#: What a description says, as JSON writes it.
Said = str | int | Sequence["Said"] | Mapping[str, "Said"]
Described = Mapping[str, Said]
OUTSIDE = re.compile(r"[^a-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class PackageTable:
    """One table of the package: what it is called there, and what its columns are."""

    name: str
    title: str
    words: str
    table: Table
    columns: Mapping[str, ExportColumn]

    @property
    def path(self) -> str:
        return f"data/{self.name}.csv"


def package_tables(pack: Pack) -> tuple[PackageTable, ...]:
    """The findings, then every table behind them; one that another is called like bears the number of its finding."""
    names: set[str] = {"findings"}
    found = [_findings(pack)]
    for kind in tables_behind(pack):
        table, title = kind.together(), printable(kind.first.title)
        name = _own(machine_name(table.name), kind.findings[0], names)
        behind = listed([f"finding {at}" for at in kind.findings])
        columns = {item: FINDING_COLUMN if item == FINDING else described(table.name, item) for item in table.columns}
        found.append(PackageTable(name, title, f"{title}: everything behind {behind}, unrounded.", table, columns))
    return tuple(found)


def _own(stem: str, finding: int, names: set[str]) -> str:
    """*stem*, or with the number of its finding where another is called so; noted as taken."""
    found = stem
    while found in names:
        found = f"{found}-{finding}"
    names.add(found)
    return found


def machine_name(words: str) -> str:
    """*words* as a name that Data Packages take."""
    return OUTSIDE.sub("-", words.lower()).strip("-") or "table"


def _findings(pack: Pack) -> PackageTable:
    table = Table.of("findings", "Findings", tuple(FINDINGS), _rows(pack))
    return PackageTable("findings", "Findings", "What is found, in the order that it is read.", table, FINDINGS)


def _rows(pack: Pack) -> Iterator[dict[str, Cell]]:
    for at, section in enumerate(pack.sections, start=1):
        texts = {name: printable(words) or None for name, words in _words(section).items()}
        yield {"finding": at, **texts}


def _words(section: Section) -> dict[str, str]:
    head = section.headline
    return {
        "part": section.part,
        "title": section.title,
        "place": section.place,
        "number": head.number if head else "",
        "unit": head.unit if head else "",
        "status": (head.status_words or str(head.status or "")) if head else "",
        "facts": "; ".join(f"{name}: {said}" for name, said in head.facts) if head else "",
        "words": section.lede,
        "notes": "\n".join(section.notes),
        "address": section.address,
        "is_private": "private" if section.is_private else "",
    }
