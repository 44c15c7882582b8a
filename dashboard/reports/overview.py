"""Knows what the overview says: the finding, a tile for each target, exceptions first, and what stands beside them."""

from collections import Counter
from dataclasses import dataclass
from typing import TypedDict

from dashboard.domain.filters import Filters
from dashboard.domain.papers import Priority
from dashboard.domain.periods import Period
from dashboard.domain.records import PrintedFigure
from dashboard.reports import prospects
from dashboard.reports.judged import Judged, exception_rank, judged, shown_period
from dashboard.reports.ledger import Ledger, scope_of
from dashboard.reports.outlook import COLUMNS as OUTLOOK_COLUMNS
from dashboard.reports.outlook import outlook_row
from dashboard.reports.prospects import with_prospect
from dashboard.reports.report import Cell, Report, Table
from dashboard.reports.rows import JUDGED_COLUMNS, judged_row
from dashboard.reports.scene import scene, sources
from dashboard.reports.store import Store
from dashboard.reports.summary import empty_words, finding, summary


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview(Report):
    """Tiles are targets to be judged; *measured* has figures without a target in this period."""

    tiles: tuple[Judged, ...]
    measured: tuple[Judged, ...]
    printed: tuple[PrintedFigure, ...]
    priorities: tuple[Priority, ...]
    objectives: tuple[tuple[str, int], ...]  # and how many actions each has

    @property
    def actions(self) -> int:
        return sum(count for _, count in self.objectives)

    @property
    def gaps(self) -> tuple[Judged, ...]:
        """The tiles with a distance from target in per cent, worst first."""
        return tuple(item for item in self.tiles if item.verdict.variance.percent is not None)


def overview(store: Store, filters: Filters) -> Overview:
    """Return what the overview shows for *filters*."""
    ledger = Ledger(store, filters)
    tiles, measured = _split(standings(ledger, filters))
    place = scene(store, filters)
    objectives = Counter(item.objective for item in store.actions(scope_of(store, filters)))
    actions, shown, printed = objectives.total(), tiles + measured, _printed(store, filters)
    return Overview(
        page="overview",
        filters=filters,
        title=finding(place, filters, tiles, actions, len(printed)),
        lede=summary(place, filters, shown, actions),
        place=f"{place.area_name} · {filters.period.label}{place.category_words}",
        tables=tables(tiles, measured, printed),
        notes=note_lines(shown),
        sources=sources(store, filters.partnership, [cell for item in shown for cell in item.cells]),
        empty=empty_words(place, filters, actions, len(printed)) if not shown else "",
        **later(ledger, filters),
        tiles=tiles,
        measured=measured,
        printed=printed,
        priorities=_priorities(store, filters),
        objectives=tuple(objectives.items()),
    )


def _split(items: tuple[Judged, ...]) -> tuple[tuple[Judged, ...], tuple[Judged, ...]]:
    """Targets to be judged, exceptions first, and what was measured without one; with no target, all are tiles."""
    targeted = [item for item in items if item.now.target is not None]
    measured = tuple(item for item in items if item.now.target is None and item.now.actual is not None)
    return (tuple(sorted(targeted, key=exception_rank)), measured) if targeted else (measured, ())


def standings(ledger: Ledger, filters: Filters) -> tuple[Judged, ...]:
    """Every indicator's standing in the view's area, in the period of its own kind; what has nothing is left out."""
    area = ledger.area(filters.area_slug)
    chosen = filters.indicators
    found = []
    for indicator in ledger.indicators:
        if not chosen or indicator.slug in chosen:
            found.append(judged(ledger, indicator, area, shown_period(ledger, indicator, filters.period)))
    return tuple(item for item in found if item.now.actual or item.now.target)


class Later(TypedDict):
    """A later year in progress, and what will probably become of its targets."""

    going_on: Period | None
    onward: str


def later(ledger: Ledger, filters: Filters) -> Later:
    """What a view of a year that is over says of the one that goes on."""
    year = ledger.going_on(filters.area_slug, filters.period)
    rows = standings(ledger, filters.with_(period=year)) if year else ()
    return Later(going_on=year, onward=prospects.finding(rows, year.label) if year and with_prospect(rows) else "")


PRINTED_COLUMNS = ("quantity", "text", "sign", "value", "kind", "indicator", "period", "category", "source_cell")


def tables(
    tiles: tuple[Judged, ...], measured: tuple[Judged, ...], printed: tuple[PrintedFigure, ...]
) -> tuple[Table, ...]:
    outlooks = [item.outlook for item in tiles + measured if item.outlook]
    return (
        Table.of("tiles", "Targets and their status", JUDGED_COLUMNS, map(judged_row, tiles)),
        Table.of("measured", "Measured without a target", JUDGED_COLUMNS, map(judged_row, measured)),
        Table.of("forecast", "Where the year will probably end", OUTLOOK_COLUMNS, map(outlook_row, outlooks)),
        Table.of("printed", "Figures printed in the text", PRINTED_COLUMNS, map(_printed_row, printed)),
    )


def _printed_row(item: PrintedFigure) -> dict[str, Cell]:
    return {
        "quantity": item.quantity,
        "text": item.source.text,
        "sign": item.sign,
        "value": item.value.number if item.value else None,
        "kind": item.kind,
        "indicator": item.indicator or None,
        "period": item.period.label if item.period else None,
        "category": item.category or None,
        "source_cell": item.source.place,
    }


def note_lines(items: tuple[Judged, ...]) -> tuple[str, ...]:
    """The printed notes that stand behind *items*, each once."""
    notes = dict.fromkeys(note for item in items for note in item.notes)
    return tuple(f"{note.mark} {note.text}" for note in sorted(notes, key=lambda note: (note.table, note.mark)))


def _printed(store: Store, filters: Filters) -> tuple[PrintedFigure, ...]:
    found = store.printed_figures(scope_of(store, filters))
    return tuple(
        item for item in found if item.area in ("", filters.area_slug) and item.source.table.startswith("Text")
    )


def _priorities(store: Store, filters: Filters) -> tuple[Priority, ...]:
    found = [item for item in store.priorities(filters.partnership) if item.area == filters.area_slug]
    if not filters.categories:
        return tuple(found)
    tree = store.categories()
    wanted = frozenset().union(*(tree.within(name) for name in filters.categories))
    return tuple(item for item in found if wanted & set(item.categories))
