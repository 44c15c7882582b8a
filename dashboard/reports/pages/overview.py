"""Knows what the overview says: the finding, a tile for each target, exceptions first, and what stands beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypedDict

from dashboard.domain.documents import Action, Priority
from dashboard.domain.filters import Filters
from dashboard.domain.meetings.notes import FigureNote, notes_on
from dashboard.domain.periods.period import Period
from dashboard.domain.records import PrintedFigure
from dashboard.domain.statistics.series import year_of
from dashboard.questions.store import Store
from dashboard.reports.indicators.counted_to import counted_to, figures_sentence
from dashboard.reports.indicators.exceptions import exception_order, worst
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.indicators.ledger import Ledger, scope_of
from dashboard.reports.indicators.shown import belongs, standings
from dashboard.reports.performance import within_year
from dashboard.reports.performance.findings import finding
from dashboard.reports.performance.objectives import Objective, due_sentence, objectives_of, objectives_table
from dashboard.reports.performance.overview_file import tables
from dashboard.reports.performance.published_changes import newest_changes
from dashboard.reports.performance.summary import SOMETHING, nothing, summary
from dashboard.reports.performance.within_year import (
    WholeYear,
    is_part_of_year,
    moves_sentence,
    no_target_sentence,
    to_date_sentences,
    whole_year,
    whole_year_tables,
    year_sentence,
)
from dashboard.reports.report import Report
from dashboard.reports.view_context import ViewContext, sources_asked, view_context
from dashboard.reports.words import forecast as forecast_words
from dashboard.reports.words.counted import apart_sentence
from dashboard.reports.words.forecast import with_likely_outcome
from dashboard.reports.words.parts import part_notes


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview(Report):
    """Tiles are targets to be judged; *measured* has figures without a target in this period."""

    tiles: tuple[Judged, ...]
    measured: tuple[Judged, ...]
    printed: tuple[PrintedFigure, ...]
    priorities: tuple[Priority, ...]
    objectives: tuple[Objective, ...]
    changes: tuple[Judged, ...]  # the newest that were published as changes, the worst first
    whole_year: WholeYear
    noted: tuple[FigureNote, ...] = ()  # on any figure of the partnership

    @property
    def actions(self) -> int:
        return sum(item.actions for item in self.objectives)

    def notes_on(self, item: Judged) -> tuple[FigureNote, ...]:
        """The notes on the figure of a tile, the newest first."""
        return notes_on(self.noted, item.indicator.id, item.area.slug, item.now.period.slug)

    @property
    def gaps(self) -> tuple[Judged, ...]:
        """The tiles with a distance from target in per cent, worst first."""
        return tuple(item for item in self.tiles if item.verdict.variance.percent is not None)

    @property
    def drawn(self) -> Filters:
        """The view whose line is drawn: of the worst missed measure, or of what the view asks for."""
        item = None if self.filters.indicators else worst(self.tiles)
        return self.filters.with_(indicators=frozenset({item.indicator.slug})) if item else self.filters


def overview(store: Store, filters: Filters) -> Overview:
    """Return what the overview shows for *filters*; where there are no figures, the plan."""
    found = replace(_performance(store, filters), noted=store.figure_notes(filters.partnership))
    if found.tiles or found.measured or filters.area:
        return found
    return replace(found, lede=due_sentence(found.objectives))


def _performance(store: Store, filters: Filters) -> Overview:
    ledger, context = Ledger(store, filters), view_context(store, filters)
    tiles, measured = _split(standings(ledger, filters), filters.period)
    whole, shown, printed = whole_year(ledger, filters), tiles + measured, _printed(store, filters)
    objectives, actions = _plan_of(store, filters)
    title = _title(context, filters, tiles, sum(item.actions for item in objectives), len(printed))
    return Overview(
        page="overview",
        filters=filters,
        title=title,
        lede=paragraph(_opening(ledger, filters.period, title, shown), lede(context, filters, shown, whole)),
        place=f"{context.area_name} · {filters.period.label}{context.category_words}",
        tables=(*tables(tiles, measured, printed), *whole_year_tables(whole), objectives_table(objectives)),
        notes=(*note_lines(shown), *notes_on_parts(ledger, filters)),
        sources=sources_asked(store, filters.partnership, lambda: (cell for item in shown for cell in item.cells)),
        **(SOMETHING if shown else nothing(context, filters, actions, len(printed))),
        **later(ledger, filters),
        tiles=tiles,
        measured=measured,
        printed=printed,
        priorities=_priorities(store, filters),
        objectives=objectives,
        changes=newest_changes(ledger, filters),
        whole_year=whole,
    )


def _plan_of(store: Store, filters: Filters) -> tuple[tuple[Objective, ...], Sequence[Action]]:
    """The objectives of the plan, and their actions."""
    actions = store.actions(scope_of(store, filters))
    return objectives_of(actions), actions


def _opening(ledger: Ledger, period: Period, title: str, shown: tuple[Judged, ...]) -> str:
    """What the paragraph begins with: the rest of the *title*, and how far the figures go."""
    moves = moves_sentence(shown) if _is_untargeted_part(period, shown) else ""
    return paragraph(moves, figures_sentence(ledger, shown, period), apart_sentence(title, shown))


def _title(context: ViewContext, filters: Filters, tiles: tuple[Judged, ...], actions: int, printed: int) -> str:
    if tiles and _is_untargeted_part(filters.period, tiles):
        return within_year.title(tiles, filters.period)
    return finding(context, filters, tiles, actions, printed)


def _is_untargeted_part(period: Period, items: tuple[Judged, ...]) -> bool:
    """Whether a month or quarter has no target of its own."""
    return is_part_of_year(period) and not any(item.now.target for item in items)


def lede(context: ViewContext, filters: Filters, shown: tuple[Judged, ...], whole: WholeYear) -> str:
    """The paragraph; of a month or quarter with its year to date and the targets that are for its year."""
    said = [summary(context, filters, shown, 0)]
    if is_part_of_year(filters.period):
        said += [*to_date_sentences(shown), year_sentence(whole, filters.period)]
        said += [no_target_sentence(shown, filters.period)]
    return paragraph(*said)


def paragraph(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def notes_on_parts(ledger: Ledger, filters: Filters) -> tuple[str, ...]:
    chosen = filters.indicators
    indicators = (item for item in ledger.indicators if not chosen or item.slug in chosen)
    return part_notes(ledger, ledger.area(filters.area_slug), filters.period, indicators)


def _split(items: tuple[Judged, ...], period: Period) -> tuple[tuple[Judged, ...], tuple[Judged, ...]]:
    """Targets to be judged, exceptions first, and what was measured without one; with no target, all are tiles.

    What does not belong to the period is no tile, unless there is nothing else.
    """
    own = tuple(item for item in items if belongs(item, period))
    targeted = [item for item in own if item.now.target is not None]
    if targeted:
        measured = tuple(item for item in items if item.now.target is None and item.now.actual is not None)
        return tuple(sorted(targeted, key=exception_order)), measured
    return own or items, tuple(item for item in items if own and not belongs(item, period))


class Later(TypedDict):
    """A year that a view leads on to: one without its last figures, or the one that a month or quarter lies in."""

    going_on: Period | None
    counted_to: str
    onward: str
    within: Period | None
    inside: Period | None


def later(ledger: Ledger, filters: Filters) -> Later:
    """What a view of a year that is over says of the one that goes on; a month or quarter leads to its own."""
    period = filters.period
    if is_part_of_year(period):
        year: Period | None = year_of(period)
        in_progress = year is not None and not ledger.is_over(year)
    else:
        year, in_progress = ledger.going_on(filters.area_slug, period), True
    rows = standings(ledger, filters.with_(period=year)) if year and in_progress else ()
    return Later(
        going_on=year if in_progress else None,
        counted_to=counted_to(ledger, rows, year) if year and in_progress else "",
        onward=forecast_words.clause(rows) if year and with_likely_outcome(rows) else "",
        within=year if is_part_of_year(period) and not in_progress else None,
        inside=ledger.aimed_inside(filters.area_slug, period),
    )


def note_lines(items: tuple[Judged, ...]) -> tuple[str, ...]:
    """The printed notes that stand behind *items*, each once."""
    notes = dict.fromkeys(note for item in items for note in item.notes)
    return tuple(
        f"{note.mark} {note.text}"
        for note in sorted(notes, key=lambda note: (note.document, len(note.mark), note.mark))
    )


def _printed(store: Store, filters: Filters) -> tuple[PrintedFigure, ...]:
    found = store.printed_figures(scope_of(store, filters))
    return tuple(item for item in found if item.area in ("", filters.area_slug) and item.source.in_text)


def _priorities(store: Store, filters: Filters) -> tuple[Priority, ...]:
    found = [item for item in store.priorities(filters.partnership) if item.area == filters.area_slug]
    if not filters.categories:
        return tuple(found)
    tree = store.categories()
    wanted = frozenset().union(*(tree.within(name) for name in filters.categories))
    return tuple(item for item in found if wanted & set(item.categories))
