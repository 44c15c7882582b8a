"""Knows where the figures come from: documents, loads, every printed table, the checks, and what is awaited."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dashboard.domain.checks.changes import Change
from dashboard.domain.checks.figures import Finding
from dashboard.domain.checks.findings import Judgement, Severity, Standing
from dashboard.domain.documents import Document, Load, Note
from dashboard.domain.filters import Filters
from dashboard.domain.records import SourceCell
from dashboard.domain.wording import listed, plural, sentence
from dashboard.questions.store import Store
from dashboard.reports.evidence.awaited import Awaited, awaited
from dashboard.reports.evidence.changes_since import changes_since
from dashboard.reports.evidence.checks import checks
from dashboard.reports.evidence.loaded_since import FileSince, loaded_since, loaded_table
from dashboard.reports.evidence.originals import originals
from dashboard.reports.evidence.printed import PrintedTable, printed_file, printed_tables
from dashboard.reports.evidence.street_files import LoadLog, load_log, tables
from dashboard.reports.on_demand import Many, OnDemand
from dashboard.reports.planning.owed import Owed, owed
from dashboard.reports.report import Cell, Report, Table
from dashboard.reports.view_context import sources, view_context
from dashboard.reports.words.titles import fitting

#: What is said of a finding, by its indicator or else by its rule.
EXPLANATIONS = {
    "south-staffordshire/killed-or-seriously-injured": (
        "The text speaks of collisions, the table of people killed or seriously injured."
    ),
    "text-against-table": "The tables are headed “approx. figures by locality”; the text counts the whole district.",
    "unit-changed": "Figures before and after are never compared.",
    "target-easier-than-actual": "The target is kept as it stands: it may have been set before the actual was known.",
    "identical-targets": "Kept as printed; the document gives no unit and no second source.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class DataReport(Report):
    documents: tuple[Document, ...]
    loads: tuple[Load, ...]
    findings: Many[Finding]
    awaited: tuple[Awaited, ...]
    owed: tuple[Owed, ...]  # the same, with who is to give each
    printed_tables: tuple[PrintedTable, ...]
    printed_notes: tuple[Note, ...]
    log: LoadLog
    originals: Table  # its rows are looked for when they are asked for
    judgements: dict[str, Judgement] = field(default_factory=dict)  # by the key of a finding
    changed: tuple[Change, ...] = ()  # since the day that is asked for

    @property
    def loaded(self) -> tuple[FileSince, ...]:
        """The files of street-level crime and its places that came since then."""
        return loaded_since(self.log, self.filters.since)


FINDING_COLUMNS = (
    *("rule", "severity", "subject", "said", "found", "difference", "sentence", "explanation"),
    *("standing", "said_of_it", "by"),
)
CHANGE_COLUMNS = ("kind", "indicator", "what", "area", "period", "before", "now", "place")
AWAITED_COLUMNS = (
    *("indicator", "what", "period", "reason", "text", "source_cell"),
    *("supplier", "owner", "due", "reminder"),
)
CELL_COLUMNS = ("document", "table", "row", "column", "text")
LOAD_COLUMNS = ("name", "sha256", "loaded_at", "rows")


def data(store: Store, filters: Filters) -> DataReport:
    """Return what is known of the partnership's figures; the checks cover all of its document."""
    cells = store.cells(filters.partnership)
    found, waiting = _found(store, filters.partnership, cells), tuple(awaited(store, filters))
    log, documents = load_log(store, filters), store.documents(filters.partnership)
    report = DataReport(
        page="data",
        filters=filters,
        title=_title(found, waiting) if cells else _files_title(len(documents), log, waiting),
        lede=_lede(found, cells),
        place=view_context(store, filters).partnership.name,
        sources=sources(store, filters.partnership, cells[:1]) if cells else (),
        documents=documents,
        loads=store.loads(),
        findings=found,
        awaited=waiting,
        owed=owed(store, filters.partnership, waiting),
        printed_tables=printed_tables(store, filters.partnership),
        printed_notes=store.notes(filters.partnership),
        log=log,
        originals=originals(store, documents, log),
        judgements={item.finding: item for item in store.judgements(filters.partnership)},
        changed=changes_since(store, filters),
    )
    return replace(report, tables=(*_tables(report, cells), printed_file(store, filters.partnership)))


def _found(store: Store, partnership: str, cells: tuple[SourceCell, ...]) -> Many[Finding]:
    """What the checks find; without a document the page shows none, and they are made for who asks for their file."""
    return checks(store, partnership) if cells else OnDemand(lambda: checks(store, partnership))


def _title(found: Iterable[Finding], waiting: tuple[Awaited, ...]) -> str:
    differing = sum(item.severity == "differs" for item in found)
    flagged = sum(item.severity == "flag" for item in found)
    counted = ((differing, "difference", ""), (flagged, "point", " to note"))
    parts = [f"{plural(count, noun)}{more}" for count, noun, more in counted if count]
    said = f"Checks found {listed(parts)}" if parts else "Nothing differs in the document"
    return fitting(f"{said}; {plural(len(waiting), 'figure')} awaited" if waiting else said, said)


def _files_title(files: int, log: LoadLog, waiting: tuple[Awaited, ...]) -> str:
    """The title where no document is published: the months, the files with figures, and what is awaited."""
    held = len({item.month for item in log.months})
    parts = [f"{plural(held, 'month')} of street-level crime"] if held else []
    parts += [f"figures from {plural(files, 'file')}"] if files and not held else []
    said = f"{' and '.join(parts) or 'nothing is'} loaded"
    return fitting(f"{said}; {plural(len(waiting), 'figure')} awaited" if waiting else said, said)


def _lede(found: Many[Finding], cells: tuple[SourceCell, ...]) -> str:
    if not cells:
        return "No document is published for this partnership; every figure leads to the file it was read from."
    agreeing = sum(item.severity == "agrees" for item in found)
    said = f"{len(cells):,} printed cells and passages are kept word for word, without the names of persons."
    if not found:
        return f"{said} The document prints no figure twice, so there is nothing to hold against each other."
    agreed = f"{sentence(plural(agreeing, 'check'))} agreed; the others are listed here."
    return f"{said} {agreed if agreeing else 'What the checks found is listed here.'}"


def _changed(changed: tuple[Change, ...]) -> tuple[Table, ...]:
    if not changed:
        return ()
    rows = [{name: _cell_of(item, name) for name in CHANGE_COLUMNS} for item in changed]
    return (Table.of("changes", "What changed since", CHANGE_COLUMNS, rows),)


def _cell_of(item: Change, name: str) -> Cell:
    return str(getattr(item, name)) or None


def _tables(report: DataReport, cells: tuple[SourceCell, ...]) -> tuple[Table, ...]:
    def rows() -> Iterable[dict[str, Cell]]:
        return (finding_row(item, report.judgements) for item in report.findings)

    return (
        Table.asked("checks", "Checks on what was published", FINDING_COLUMNS, rows),
        Table.asked("awaited", "What is awaited", AWAITED_COLUMNS, lambda: map(_awaited_row, report.owed)),
        Table.of("cells", "Every printed cell", CELL_COLUMNS, map(_cell_row, cells)),
        Table.of("loads", "What was loaded", LOAD_COLUMNS, map(_load_row, report.loads)),
        *tables(report.log),
        report.originals,
        *_changed(report.changed),
        *([loaded_table(report.loaded)] if report.loaded else []),
    )


def finding_row(item: Finding, judgements: Mapping[str, Judgement]) -> dict[str, Cell]:
    said = judgements.get(item.key)
    return {
        "rule": item.rule,
        "severity": item.severity,
        "subject": item.subject,
        "said": item.said,
        "found": item.found,
        "difference": item.difference,
        "sentence": item.sentence,
        "explanation": explanation(item),
        "standing": standing_of(item, judgements),
        "said_of_it": said.words or None if said else None,
        "by": f"{said.who}, {said.moment[:10]}" if said else None,
    }


def standing_of(item: Finding, judgements: Mapping[str, Judgement]) -> Standing | None:
    """Whether a finding is open; nothing for one that agrees. One that we can explain ourselves is explained."""
    if item.severity == Severity.AGREES:
        return None
    if said := judgements.get(item.key):
        return said.standing
    return Standing.EXPLAINED if explanation(item) else Standing.OPEN


def explanation(item: Finding) -> str | None:
    """What is known of why figures differ; nothing for those that agree."""
    if item.severity == Severity.AGREES:
        return None
    return next((EXPLANATIONS[key] for key in (*item.indicators, item.rule) if key in EXPLANATIONS), None)


def _awaited_row(owing: Owed) -> dict[str, Cell]:
    item = owing.item
    return {
        "indicator": item.indicator,
        "what": item.what,
        "period": item.period,
        "reason": str(item.reason),
        "text": item.source.text or None,
        "source_cell": item.source.place,
        "supplier": owing.supplier or None,
        "owner": owing.owner or None,
        "due": owing.due.isoformat() if owing.due else None,
        "reminder": owing.reminder,
    }


def _cell_row(item: SourceCell) -> dict[str, Cell]:
    return {name: getattr(item, name) for name in CELL_COLUMNS}


def _load_row(item: Load) -> dict[str, Cell]:
    return {name: getattr(item, name) for name in LOAD_COLUMNS}
