"""Knows where the figures come from: documents, loads, every printed table, the checks, and what is awaited."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.domain.checks import Finding
from dashboard.domain.filters import Filters
from dashboard.domain.findings import Severity
from dashboard.domain.papers import Document, Load, Note
from dashboard.domain.records import SourceCell
from dashboard.domain.values import Reason
from dashboard.reports.checks import checks
from dashboard.reports.ledger import Ledger
from dashboard.reports.loads import LoadLog, load_log, tables
from dashboard.reports.printed import PrintedTable, printed_tables
from dashboard.reports.report import Cell, Report, Table
from dashboard.reports.scene import scene, sources
from dashboard.reports.store import Store
from dashboard.reports.words import plural, sentence

AWAITED = (
    Reason.TO_BE_CONFIRMED,
    Reason.PART_YEAR,
    Reason.BASELINE_TO_BE_SET,
    Reason.UNRESOLVED,
    Reason.NOT_PRINTED,
    Reason.DIRECTION_ONLY,
)

#: What is said of a finding, by its indicator or else by its rule.
EXPLANATIONS = {
    "south-staffordshire/killed-or-seriously-injured": (
        "The text speaks of collisions, the table of people killed or seriously injured."
    ),
    "text-against-table": "The tables are headed “approx. figures by locality”; the text counts the whole district.",
    "unit-changed": "Figures before and after are never compared.",
    "target-easier-than-actual": "The target is kept as printed: it may have been set before the actual was known.",
    "identical-targets": "Kept as printed; the document gives no unit and no second source.",
}


@dataclass(frozen=True, slots=True)
class Awaited:
    """A figure that the document announces but does not give."""

    indicator: str
    what: str  # actual, target
    period: str
    reason: Reason
    source: SourceCell


@dataclass(frozen=True, kw_only=True, slots=True)
class DataReport(Report):
    documents: tuple[Document, ...]
    loads: tuple[Load, ...]
    findings: tuple[Finding, ...]
    awaited: tuple[Awaited, ...]
    printed_tables: tuple[PrintedTable, ...]
    printed_notes: tuple[Note, ...]
    log: LoadLog


FINDING_COLUMNS = ("rule", "severity", "subject", "said", "found", "difference", "sentence", "explanation")
AWAITED_COLUMNS = ("indicator", "what", "period", "reason", "text", "source_cell")
CELL_COLUMNS = ("document", "table", "row", "column", "text")
LOAD_COLUMNS = ("name", "sha256", "loaded_at", "rows")


def data(store: Store, filters: Filters) -> DataReport:
    """Return what is known of the partnership's figures; the checks cover all of its document."""
    ledger = Ledger(store, filters)
    place = scene(store, filters)
    found = checks(store, filters.partnership)
    waiting = tuple(_awaited(ledger))
    cells = store.cells(filters.partnership)
    documents = store.documents(filters.partnership)
    log = load_log(store, filters)
    return DataReport(
        page="data",
        filters=filters,
        title=_title(found, waiting) if cells else _street_title(log, waiting),
        lede=_lede(found, cells),
        place=place.partnership.name,
        tables=(*_tables(found, waiting, cells, store.loads()), *tables(log)),
        sources=sources(store, filters.partnership, cells[:1]) if cells else (),
        documents=documents,
        loads=store.loads(),
        findings=found,
        awaited=waiting,
        printed_tables=printed_tables(store, filters.partnership),
        printed_notes=store.notes(filters.partnership),
        log=log,
    )


def _title(found: tuple[Finding, ...], waiting: tuple[Awaited, ...]) -> str:
    differing = sum(item.severity == "differs" for item in found)
    flagged = sum(item.severity == "flag" for item in found)
    parts = f"{plural(differing, 'difference')} and {plural(flagged, 'point')} to know of in the print"
    return sentence(f"{parts}; {plural(len(waiting), 'figure')} awaited")


def _street_title(log: LoadLog, waiting: tuple[Awaited, ...]) -> str:
    """The title where no document is published: the months and what is awaited."""
    held = len({item.month for item in log.months})
    months = f"{plural(held, 'month')} of street-level crime loaded" if held else "Nothing is loaded"
    return f"{months}; {plural(len(waiting), 'figure')} awaited"


def _lede(found: tuple[Finding, ...], cells: tuple[SourceCell, ...]) -> str:
    if not cells:
        return "No document is published for this partnership; every count leads to the file it was made from."
    agreeing = sum(item.severity == "agrees" for item in found)
    said = f"{len(cells):,} printed cells are held with the text exactly as printed."
    if not found:
        return f"{said} The document prints nothing twice that could be checked."
    return f"{said} {sentence(plural(agreeing, 'check'))} agreed with the figures; the others are listed here."


def _awaited(ledger: Ledger) -> Iterable[Awaited]:
    for indicator in ledger.indicators:
        for area in ledger.areas:
            for item in ledger.series(indicator, area.slug):
                # Months of files that are still to come are on the months' own list, not announced in a document.
                reason = Reason.PART_YEAR if item.covers_to and item.held is None else item.value.reason
                if reason in AWAITED and reason is not None:
                    yield Awaited(indicator.name, "actual", item.period.label, reason, item.sources[0])
            for target in ledger.target_series(indicator, area.slug):
                reason = ledger.resolved(target, indicator).reason
                if reason in AWAITED and reason is not None:
                    yield Awaited(indicator.name, "target", target.period.label, reason, target.source)


def _tables(
    found: tuple[Finding, ...],
    waiting: tuple[Awaited, ...],
    cells: tuple[SourceCell, ...],
    loads: tuple[Load, ...],
) -> tuple[Table, ...]:
    return (
        Table.of("checks", "Checks on what was published", FINDING_COLUMNS, map(finding_row, found)),
        Table.of("awaited", "What is awaited", AWAITED_COLUMNS, map(_awaited_row, waiting)),
        Table.of("cells", "Every printed cell", CELL_COLUMNS, map(_cell_row, cells)),
        Table.of("loads", "What was loaded", LOAD_COLUMNS, map(_load_row, loads)),
    )


def finding_row(item: Finding) -> dict[str, Cell]:
    return {
        "rule": item.rule,
        "severity": item.severity,
        "subject": item.subject,
        "said": item.said,
        "found": item.found,
        "difference": item.difference,
        "sentence": item.sentence,
        "explanation": explanation(item),
    }


def explanation(item: Finding) -> str | None:
    """What is known of why figures differ; nothing for those that agree."""
    if item.severity == Severity.AGREES:
        return None
    return next((EXPLANATIONS[key] for key in (*item.indicators, item.rule) if key in EXPLANATIONS), None)


def _awaited_row(item: Awaited) -> dict[str, Cell]:
    return {
        "indicator": item.indicator,
        "what": item.what,
        "period": item.period,
        "reason": str(item.reason),
        "text": item.source.text or None,
        "source_cell": item.source.place,
    }


def _cell_row(item: SourceCell) -> dict[str, Cell]:
    return {name: getattr(item, name) for name in CELL_COLUMNS}


def _load_row(item: Load) -> dict[str, Cell]:
    return {name: getattr(item, name) for name in LOAD_COLUMNS}
