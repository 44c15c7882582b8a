"""Knows one place: its priorities, figures with status, hotspots by name, and what of the plan names it."""

from dataclasses import dataclass, replace

from dashboard.domain.documents import Priority, SurveyRank
from dashboard.domain.filters import Filters
from dashboard.domain.records import Area
from dashboard.questions.store import Store
from dashboard.reports.harm.harm_view import has_harm
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.indicators.ledger import Ledger
from dashboard.reports.indicators.shown import standings
from dashboard.reports.pages.hotspots import hotspots
from dashboard.reports.pages.overview import Overview, overview
from dashboard.reports.places.directory import PlaceLine, directory_table, place_lines
from dashboard.reports.places.named import is_a_place, of_kinds
from dashboard.reports.places.planned import Planned, planned, planned_tables
from dashboard.reports.places.street_now import street_now
from dashboard.reports.planning.printed_rows import priority_cells, rank_cells
from dashboard.reports.report import Cell, Report, Table
from dashboard.reports.street.ranking import Spot
from dashboard.reports.words.titles import fitting

MOST_HOT = 5
HOT_COLUMNS = ("place", "named_by", "rank", "incidents", "share_pct", "class", "source_cell")
PRIORITY_COLUMNS = ("priority", "body", "objective", "categories", "source_cell")
RANK_COLUMNS = ("survey", "period", "rank", "concern", "source_cell")


@dataclass(frozen=True, slots=True)
class HotPlaces:
    """Where it is worst: what a document names, and what police.uk's files rank; *filters* lead to the ranking."""

    named: tuple[Priority, ...] = ()
    spots: tuple[Spot, ...] = ()
    counted: str = ""  # what is ranked, and when
    filters: Filters | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PlacePage(Report):
    """*area* is the place; *lines* are the places inside it, or beside it."""

    area: Area
    seen: Overview
    priorities: tuple[Priority, ...]
    wider: tuple[Priority, ...]  # of the whole partnership, where none is set for the place alone
    ranks: tuple[SurveyRank, ...]
    hot: HotPlaces
    planned: Planned
    lines: tuple[PlaceLine, ...]
    has_harm: bool = False  # a table of weights holds, and there is something that it weighs

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the partnership."""
        return not self.filters.area

    @property
    def figures(self) -> tuple[Judged, ...]:
        return self.seen.tiles + self.seen.measured


def place(store: Store, filters: Filters) -> PlacePage:
    """Return what is known of the view's area; of a whole partnership with the places in it."""
    return replace(_place(store, filters), has_harm=has_harm(store, filters))


def _place(store: Store, filters: Filters) -> PlacePage:
    seen = overview(store, filters)
    area = next(item for item in store.areas(filters.partnership) if item.slug == filters.area_slug)
    priorities, found = _priorities(seen, area), planned(store, filters, area)
    hot, ranks, lines = _hot(store, filters), _ranks(store, filters), _lines(store, filters)
    return PlacePage(
        page="place",
        filters=filters,
        title=_title(area, seen.title),
        lede=seen.lede,
        place=seen.place,
        tables=(*seen.tables, *_tables(priorities, hot, ranks), *planned_tables(found), directory_table(lines)),
        notes=seen.notes,
        sources=seen.sources,
        empty="" if any((priorities, hot.named, hot.spots, ranks, found.is_there, lines)) else seen.empty,
        area=area,
        seen=seen,
        priorities=priorities,
        wider=() if priorities else _wider(store, filters),
        ranks=ranks,
        hot=hot,
        planned=found,
        lines=lines,
    )


def _title(area: Area, finding: str) -> str:
    """The *finding* with the place before it, unless it names it already."""
    return finding if area.name in finding else fitting(f"{area.name}: {finding[:1].lower()}{finding[1:]}", finding)


def _priorities(seen: Overview, area: Area) -> tuple[Priority, ...]:
    """Those that somebody set for the place, in the view's categories."""
    return of_kinds(item for item in seen.priorities if item.area == area.slug)


def _wider(store: Store, filters: Filters) -> tuple[Priority, ...]:
    """For a part of it, those that are set for all of the partnership."""
    if not filters.area:
        return ()
    return of_kinds(item for item in store.priorities(filters.partnership) if item.area == filters.partnership)


def _ranks(store: Store, filters: Filters) -> tuple[SurveyRank, ...]:
    """What residents of the place rank highest."""
    return tuple(item for item in store.survey_ranks(filters.partnership) if item.area == filters.area_slug)


def _hot(store: Store, filters: Filters) -> HotPlaces:
    """What the documents name among hotspots, and where street-level crime is counted its worst places."""
    named = tuple(item for item in store.priorities(filters.partnership) if is_a_place(item))
    now = street_now(store, filters)
    if now is None:
        return HotPlaces(named)
    found = hotspots(store, now.filters)
    return HotPlaces(named, found.spots[:MOST_HOT], found.place, now.filters)


def _lines(store: Store, filters: Filters) -> tuple[PlaceLine, ...]:
    """The places of the partnership, each as it stands in the view's period."""
    ledger = Ledger(store, filters)
    inner = [item for item in store.areas(filters.partnership) if item.slug != filters.partnership]

    def standing(area: Area) -> tuple[Judged, ...]:
        return standings(ledger, filters.with_(area=area.key))

    return place_lines(inner, store.priorities(filters.partnership), standing)


def _tables(priorities: tuple[Priority, ...], hot: HotPlaces, ranks: tuple[SurveyRank, ...]) -> tuple[Table, ...]:
    return (
        Table.asked("priorities", "Priorities", PRIORITY_COLUMNS, lambda: map(priority_cells, priorities)),
        Table.asked("hotspots", "Hotspots by name", HOT_COLUMNS, lambda: _hot_rows(hot)),
        Table.asked("survey-ranks", "What residents rank highest", RANK_COLUMNS, lambda: map(rank_cells, ranks)),
    )


def _hot_rows(hot: HotPlaces) -> list[dict[str, Cell]]:
    nothing = dict.fromkeys(HOT_COLUMNS)
    named = [
        nothing | {"place": item.text, "named_by": item.body, "source_cell": item.source.place} for item in hot.named
    ]
    return named + [
        nothing
        | {"place": item.place.full_name, "named_by": hot.counted, "rank": item.rank, "incidents": item.now}
        | {"share_pct": item.share, "class": item.kind}
        for item in hot.spots
    ]
