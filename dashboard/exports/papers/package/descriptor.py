"""Knows the description of a package by the Data Package's rules: `datapackage.json`."""

from collections.abc import Iterable
from hashlib import sha256

from dashboard.exports.papers.package.resources import Described, PackageTable, machine_name
from dashboard.exports.papers.words import printable
from dashboard.reports.columns.column import ColumnKind, ExportColumn
from dashboard.reports.made_up import INVENTED_WORDS
from dashboard.reports.packs.pack import Pack

MARKERS = {
    "p": "provisional",
    "r": "revised",
    "e": "estimated",
    "x": "not available",
    "z": "not applicable",
    "c": "held back, so that no small number can be worked out",
    "u": "of low reliability",
    "b": "break in the series",
    "k": "rounds to zero",
}
HOW = (
    "Numbers are unrounded; a missing one is an empty cell, and the column of the same name with “_reason” says why."
    " A text that a spreadsheet would run as a formula has an apostrophe before it."
)
OPEN_GOVERNMENT = {
    "name": "OGL-UK-3.0",
    "title": "Open Government Licence v3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}
#: Tables that are counted from the files of police.uk.
STREET = frozenset({"counts", "periods", "hotspots", "funnel", "months", "stop-and-search", "similar-areas"})
RIGHTS = "Figures stay under the terms of whoever published them; who that is stands under sources."


def description(pack: Pack, bodies: Iterable[tuple[PackageTable, bytes]]) -> Described:
    """What `datapackage.json` says: whose figures, of which data, from where, and every column of every table."""
    said = [printable(text) for text in (pack.lede, INVENTED_WORDS if pack.is_made_up else "", HOW) if text]
    licences = {} if pack.is_made_up else {"licenses": [OPEN_GOVERNMENT]}
    return {
        "profile": "tabular-data-package",
        "name": machine_name(pack.name),
        "title": printable(pack.title),
        "description": "\n\n".join(said),
        "version": pack.data_version,
        "made_on": pack.day,
        "about": printable(pack.subtitle),
        "address": pack.address,
        "rights": INVENTED_WORDS if pack.is_made_up else RIGHTS,
        "sources": [{"title": text} for text in _sources(pack)],
        "markers": MARKERS,
        "resources": [_resource(item, body, licences if item.table.name in STREET else {}) for item, body in bodies],
    }


def _sources(pack: Pack) -> list[str]:
    every = (printable(text) for section in pack.sections for text in section.sources)
    return list(dict.fromkeys(every)) or [f"Outturn, data version {pack.data_version}"]


def _resource(item: PackageTable, body: bytes, licences: Described) -> Described:
    return {
        "profile": "tabular-data-resource",
        "name": item.name,
        "path": item.path,
        "title": item.title,
        "description": item.words,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(body),
        "hash": f"sha256:{sha256(body).hexdigest()}",
        **licences,
        "schema": {
            "fields": [_field(name, column) for name, column in item.columns.items()],
            "missingValues": [""],
        },
    }


def _field(name: str, column: ExportColumn) -> Described:
    dated = {"format": "any"} if column.kind is ColumnKind.MOMENT else {}
    unit = {"unit": column.unit} if column.unit else {}
    said = {"name": name, "title": column.heading, "type": str(column.kind), "description": column.words}
    return said | dated | unit
