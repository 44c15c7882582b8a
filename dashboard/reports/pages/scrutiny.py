"""Knows what each committee watches, line by line, and how the indicators that a line is about stand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dashboard.domain.documents import Responsibility
from dashboard.domain.filters import Filters
from dashboard.domain.records import SourceCell
from dashboard.domain.statistics.likelihood import LikelyOutcome
from dashboard.domain.targets.status import Status
from dashboard.domain.wording import listed, plural, sentence
from dashboard.questions.store import Store
from dashboard.reports.indicators.exceptions import exception_order, unexplained
from dashboard.reports.indicators.forecast import COLUMNS as FORECAST_COLUMNS
from dashboard.reports.indicators.forecast import year_forecast_row
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.indicators.shown import standings
from dashboard.reports.pages.overview import note_lines
from dashboard.reports.performance.judged_row import JUDGED_COLUMNS, judged_row
from dashboard.reports.places.watched import categories_of, is_of_everything
from dashboard.reports.report import Cell, Report, Table
from dashboard.reports.view_context import ViewContext, sources, view_context
from dashboard.reports.words.titles import fitting

LINE_COLUMNS = ("committee", "part_of", "watches", "indicators", "source_cell")
MISSED = LikelyOutcome.MISSED
MOST_NAMED = 5
NO_DOCUMENT = "No document of {} says which committee watches what: here are its figures, category by category."


@dataclass(frozen=True, slots=True)
class Watched:
    """One line of what a committee watches; *items* are the indicators that its words are about, the worst first."""

    words: str
    items: tuple[Judged, ...]
    depth: int = 0  # how many lines it is a part of, one inside the other
    is_heading: bool = False  # other lines are parts of it
    is_everything: bool = False  # it names all figures: they are listed under the lines
    source: SourceCell | None = None


@dataclass(frozen=True, slots=True)
class Committee:
    name: str
    lines: tuple[Watched, ...]
    is_body: bool = True  # else a list where no document says which body watches what

    @property
    def items(self) -> tuple[Judged, ...]:
        """Every indicator that it watches, once."""
        found = {item.indicator.id: item for line in self.lines for item in line.items}
        return tuple(sorted(found.values(), key=exception_order))


@dataclass(frozen=True, kw_only=True, slots=True)
class ScrutinyPage(Report):
    """*unwatched* are the figures that no line of any committee is about; *unsaid* were missed without commentary."""

    committees: tuple[Committee, ...]
    every: tuple[Judged, ...]
    unwatched: tuple[Judged, ...]

    @property
    def unsaid(self) -> tuple[Judged, ...]:
        return unexplained(self.every)


def scrutiny(store: Store, filters: Filters) -> ScrutinyPage:
    """Return what committees watch in the view; where no document says so, every category with its figures."""
    context, ledger = view_context(store, filters), Ledger(store, filters)
    every = tuple(sorted(standings(ledger, filters), key=exception_order))
    said = store.responsibilities(filters.partnership)
    committees = _committees(store, filters, said, every) if said else _by_category(store, filters, every)
    watched = {item.indicator.id for at in committees for item in at.items}
    unwatched = tuple(item for item in every if item.indicator.id not in watched)
    cells = [item.source for item in said] + [cell for item in every for cell in item.cells]
    return ScrutinyPage(
        page="scrutiny",
        filters=filters,
        title=_title(context, filters, every),
        lede=" ".join(filter(None, ("" if said else NO_DOCUMENT.format(context.partnership.name), _ahead(every)))),
        place=f"{context.area_name} · {filters.period.label}{context.category_words}",
        tables=_tables(committees, every),
        notes=note_lines(every),
        sources=sources(store, filters.partnership, cells),
        empty=_empty(context, filters, committees),
        committees=committees,
        every=every,
        unwatched=unwatched,
    )


def _committees(
    store: Store, filters: Filters, said: tuple[Responsibility, ...], every: tuple[Judged, ...]
) -> tuple[Committee, ...]:
    """One for each level that the document has a column of."""
    tree, lens, levels = store.categories(), store.lens(filters.partnership), dict.fromkeys(item.level for item in said)

    def about(text: str) -> tuple[Judged, ...]:
        wanted = frozenset().union(*(tree.within(slug) for slug in categories_of(text, tree, lens)))
        return every if is_of_everything(text) else tuple(at for at in every if at.indicator.category in wanted)

    return tuple(
        Committee(f"{level.capitalize()} scrutiny", _lines([item for item in said if item.level == level], about))
        for level in levels
    )


def _lines(said: Sequence[Responsibility], about: Callable[[str], tuple[Judged, ...]]) -> tuple[Watched, ...]:
    """The lines of one column, each as deep as the lines that it is a part of; a parent is a line's place in it."""
    parents = {item.parent for item in said}
    depths: dict[str, int] = {"": -1}
    lines = []
    for at, item in enumerate(said, start=1):
        depths[str(at)] = depth = depths.get(item.parent, 0) + 1
        lines.append(
            Watched(
                item.text,
                about(item.text),
                depth,
                is_heading=str(at) in parents,
                is_everything=is_of_everything(item.text),
                source=item.source,
            )
        )
    return tuple(lines)


def _by_category(store: Store, filters: Filters, every: tuple[Judged, ...]) -> tuple[Committee, ...]:
    """All figures as one list of categories, in the partnership's own words."""
    tree = store.categories()
    own = {item.category: item.wording for item in store.lens(filters.partnership)}
    lines = tuple(
        Watched(own.get(top.slug, top.name), found)
        for top in tree.children()
        if (found := tuple(item for item in every if item.indicator.category in tree.within(top.slug)))
    )
    return (Committee("By category", lines, is_body=False),) if lines else ()


def _title(context: ViewContext, filters: Filters, every: tuple[Judged, ...]) -> str:
    """'Scrutiny: one target missed in 2010/11', else of how many indicators."""
    missed = sum(item.verdict.status is Status.MISSED for item in every)
    if missed:
        said = f"For scrutiny: {plural(missed, 'target')} missed"
        return fitting(f"{said} in {filters.period.label}", said)
    judged = [item for item in every if item.verdict.status is not Status.NOT_JUDGED]
    if judged:
        return fitting(f"For scrutiny: no target was missed in {filters.period.label}", "For scrutiny: none missed")
    said = f"No target of {filters.period.label} can be judged"
    return fitting(f"For scrutiny: {said[:1].lower()}{said[1:]} in {context.area_name}", said)


def _ahead(every: Sequence[Judged]) -> str:
    """Of a year in progress which targets will probably be missed; empty where none is forecast to be."""
    found = [at.indicator.name for at in every if at.year_forecast and at.year_forecast.likely_outcome is MISSED]
    if not found:
        return ""
    more = [f"{len(found) - MOST_NAMED} more"] if len(found) > MOST_NAMED else []
    return f"{sentence(plural(len(found), 'target'))} will probably be missed: {listed([*found[:MOST_NAMED], *more])}."


def _empty(context: ViewContext, filters: Filters, committees: tuple[Committee, ...]) -> str:
    if committees:
        return ""
    return f"{context.area_name} has no figures for {filters.period.label}{context.category_words}."


def _tables(committees: tuple[Committee, ...], every: tuple[Judged, ...]) -> tuple[Table, ...]:
    forecasts = [item.year_forecast for item in every if item.year_forecast]
    return (
        Table.of("scrutiny", "Who watches what", LINE_COLUMNS, _line_rows(committees)),
        Table.of("tiles", "Indicators and their status", JUDGED_COLUMNS, map(judged_row, every)),
        Table.of("forecast", "Where the year will probably end", FORECAST_COLUMNS, map(year_forecast_row, forecasts)),
    )


def _line_rows(committees: tuple[Committee, ...]) -> Iterator[dict[str, Cell]]:
    for committee in committees:
        above: list[str] = []
        for line in committee.lines:
            above = [*above[: line.depth], line.words]
            yield {
                "committee": committee.name,
                "part_of": above[-2] if line.depth else None,
                "watches": line.words,
                "indicators": ", ".join(item.indicator.slug for item in line.items) or None,
                "source_cell": line.source.place if line.source else None,
            }
