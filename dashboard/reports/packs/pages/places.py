"""Knows a place, a measure of several partnerships and a committee as sections."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.domain.targets.status import Status
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import name_inside
from dashboard.reports.packs.framed import framed, further
from dashboard.reports.packs.pack import PaperTable, Section
from dashboard.reports.packs.pages.performance import missed_of
from dashboard.reports.packs.pages.plan import action_row
from dashboard.reports.packs.tabled import (
    Cells,
    actual_cell,
    columns,
    counted,
    said,
    standings_table,
    status_cell,
    table,
    target_cell,
)
from dashboard.reports.pages.measure import MeasurePage
from dashboard.reports.pages.place import PlacePage
from dashboard.reports.pages.scrutiny import Committee, ScrutinyPage, Watched
from dashboard.reports.places.directory import PlaceLine
from dashboard.reports.places.holdings import Holding, Shared
from dashboard.reports.street.hotspot_words import CLASS_WORDS
from dashboard.reports.words.figures import actual_text

COUNTED = (Status.MET, Status.NEAR, Status.MISSED, Status.NOT_JUDGED)
MOST_ACTIONS = 40


def place_section(report: PlacePage) -> Section:
    """Its figures, priorities, hotspots by name, what of the plan names it, and the places inside it."""
    tables = [standings_table("standings", "Figures and their status", report.figures)] if report.figures else []
    tables += [*_priorities(report), *_hot(report), *_actions(report), *_inside(report.lines)]
    return replace(framed(report), headline=missed_of(report.seen.tiles), tables=tuple(tables))


def _priorities(report: PlacePage) -> Iterator[PaperTable]:
    found = report.priorities or report.wider
    title = "Priorities" if report.priorities else "Priorities of all of the partnership"
    rows = [(said(item.text), said(item.body)) for item in found]
    if rows:
        yield table(("priorities", title), columns("Priority", "Set by", words=("Set by",)), rows)


def _hot(report: PlacePage) -> Iterator[PaperTable]:
    if report.hot.named:
        rows = [(said(item.text), said(item.body)) for item in report.hot.named]
        yield table(("named", "Hotspots named in the document"), columns("Place", "Under", words=("Under",)), rows)
    if report.hot.spots:
        heads = columns("Place", "Incidents", "Share", "Class", words=("Class",))
        ranked = [
            (
                said(item.place.known_as),
                counted(item.now),
                said(show(item.share, 1, percent=True) or ""),
                said(CLASS_WORDS[item.kind]),
            )
            for item in report.hot.spots
        ]
        yield table(("hotspots", f"Where most was counted: {report.hot.counted}"), heads, ranked)


def _actions(report: PlacePage) -> Iterator[PaperTable]:
    lines = report.planned.actions
    if lines:
        names = ("Status", "Lead", "Due")
        rows = map(action_row, lines[:MOST_ACTIONS])
        yield table(("actions", "Actions that name it"), columns("Action", *names, words=names), rows, len(lines))


def _inside(lines: Sequence[PlaceLine]) -> Iterator[PaperTable]:
    """The places beside or inside it; of many only names are known."""
    known = [line for line in lines if line.counted is not None]
    if known:
        heads = columns("Place", *(str(status).capitalize() for status in COUNTED), "Without a target")
        yield table(("places", "Places"), heads, map(_line, known))


def _line(line: PlaceLine) -> Cells:
    found = line.counted or {}
    return said(line.area.name), *(counted(found.get(status, 0)) for status in COUNTED), counted(line.measured)


def measure_section(report: MeasurePage) -> Section:
    """Each partnership's own figure in its own unit and year; they are never added up."""
    groups = (("held", "Each in its own unit and year", report.held), ("linked", "Linked indicators", report.linked))
    tables = [_holdings(key, title, items) for key, title, items in groups if items]
    if report.shared:
        heads = columns("Measure", "Held by", words=("Held by",))
        tables.append(table(("measures", "Measures"), heads, map(_shared, report.shared)))
    return replace(framed(report), tables=tuple(tables))


def _shared(item: Shared) -> Cells:
    return said(item.words), said("; ".join(f"{home.name}: {held.name}" for home, held in item.held))


def _holdings(key: str, title: str, items: Sequence[Holding]) -> PaperTable:
    words = ("Partnership", "Period", "Unit", "Status")
    heads = columns("Indicator", "Partnership", "Period", "Unit", "Target", "Actual", "Status", words=words)
    return table((key, title), heads, map(_holding, items))


def _holding(line: Holding) -> Cells:
    item = line.item
    return (
        said(f"{item.indicator.code} {item.indicator.name}"),
        said(line.partnership.name),
        said(item.now.period.label),
        said(item.indicator.unit or "not said"),
        target_cell(item.now),
        actual_cell(item.now, actual_text(item.now)),
        status_cell(item),
    )


def scrutiny_sections(report: ScrutinyPage) -> tuple[Section, ...]:
    """All figures, what needs a word first; then what each committee watches."""
    every = (standings_table("standings", "All figures", report.every),) if report.every else ()
    first = replace(framed(report), headline=missed_of(report.every), tables=every)
    return (first, *(_committee(report, at, item) for at, item in enumerate(report.committees, 1)))


def _committee(report: ScrutinyPage, at: int, item: Committee) -> Section:
    """What a body watches; where no document says so, the figures of each category."""
    first, title = "What is watched", f"{item.name}: what it watches"
    if not item.is_body:
        first, title = "Category", f"All figures {name_inside(item.name)}"
    heads = columns(first, "Indicators and status", words=("Indicators and status",))
    found = table((f"committee-{at}", item.name), heads, map(_watched, item.lines))
    return replace(further(report, str(at), title), tables=(found,))


def _watched(line: Watched) -> Cells:
    if line.is_everything and line.items:
        return said(line.words), said("all figures: see above")
    texts = (f"{item.indicator.name}: {item.verdict.status if item.now.target else 'no target'}" for item in line.items)
    return said(line.words), said("; ".join(texts) or ("" if line.is_heading else "no indicator"))
