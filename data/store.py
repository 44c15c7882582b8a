"""Knows how to answer the pages' questions from the database; every query filters there."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import Engine, select, union

from dashboard.domain.checks.findings import Judgement
from dashboard.domain.commentary import Commentary, last_said
from dashboard.domain.documents import Document, Note
from dashboard.domain.namesakes import PRINTED, told_apart
from dashboard.domain.periods.period import Period, from_slug
from dashboard.domain.records import (
    Area,
    Baseline,
    Break,
    Indicator,
    LensCategory,
    Observation,
    Partnership,
    Scope,
    Target,
)
from dashboard.domain.statistics.rebaselines import Decision
from dashboard.questions.street import Original
from data.data_version import newest, version_of
from data.documents import rows
from data.documents.figure_queries import figure_query
from data.documents.store import with_cell
from data.incidents.answers import AnswersIncidents
from data.kept import Kept
from data.meetings.answers import AnswersMeetings
from data.own.answers import AnswersOwn
from data.own.figure_memory import FigureMemory
from data.own.history import arrival_homes
from data.own.known_periods import periods_of
from data.own.rebaselining import decisions
from data.own.small_numbers.answers import SmallNumbers, Standing
from data.own.store import OwnFigures, grouped
from data.plans.store import PlanStore
from data.snapshots.answers import AnswersSnapshots
from data.street.indicators import StreetFigures
from data.street.records import in_scope
from data.street.store import StreetStore
from data.tables import documents as tables

Look = Callable[[str], Original]


def taken_for_kept(_sha256: str) -> Original:
    """What is said where nobody told where loaded files are kept."""
    return Original.KEPT


class SqlStore(StreetStore, AnswersIncidents, AnswersOwn, PlanStore, AnswersSnapshots, AnswersMeetings):
    """Answers from SQLite or PostgreSQL; holds nothing but the engine."""

    def __init__(
        self,
        engine: Engine,
        day: date | None = None,
        *,
        keeps: bool = False,
        original: Look = taken_for_kept,
        memory: FigureMemory | None = None,
    ) -> None:
        """A store that *keeps* reads small tables once: it stands for one state of the data.

        *original* looks for the file of a fingerprint where loaded files are kept.
        """
        kept = Kept(keeps=keeps)
        super().__init__(engine, kept)
        self._day = day
        self._original = original
        self._figures = StreetFigures(engine, kept)
        self._memory = memory or FigureMemory()
        self._own = OwnFigures(engine, day, kept, self._memory if keeps else None)
        self._small = SmallNumbers(engine, kept, self._standing)

    def as_at(self, day: date | None) -> "SqlStore":
        """The state of the data now, with the figures that were published at the end of *day*, or are now."""
        return SqlStore(self._engine, day, keeps=True, original=self._original, memory=self._memory)

    def original(self, sha256: str) -> Original:
        return self._original(sha256)

    def arrival_homes(self) -> Mapping[int, frozenset[str]]:
        """Whose figures, areas or indicators each loaded file brought."""
        return self._kept.get("homes", lambda: arrival_homes(self._engine))

    def version(self) -> str:
        """What is loaded, published, decided and street-level, in one statement; anything new gives another text."""
        return version_of((row["name"], row["value"]) for row in self._ask(newest()))

    def partnerships(self) -> tuple[Partnership, ...]:
        return self._kept.get("partnerships", self._partnerships)

    def _partnerships(self) -> tuple[Partnership, ...]:
        found = self._ask(select(tables.partnership).order_by(tables.partnership.c.order))
        published = [
            Partnership(row["partnership"], row["name"], row["kind"], row["area"], from_slug(row["default_period"]))
            for row in found
        ]
        known = self._own.partnerships(published)
        return (*known, *self._figures.partnerships(list(known)))

    def areas(self, partnership: str) -> tuple[Area, ...]:
        query = with_cell(tables.area, outer=True).order_by(tables.area.c.order)
        found = self._kept.get("areas", lambda: grouped(self._ask(query))).get(partnership, ())
        published = tuple(self._coded(rows.area(row)) for row in found)
        known = {area.slug: area for area in (*published, *self._own.areas(partnership))}
        targeted = self._own.counts_crime(partnership)
        return (*known.values(), *self._figures.areas(partnership, tuple(known.values()), targeted=targeted))

    def _coded(self, area: Area) -> Area:
        """A published partnership's whole area with its code; its parts have none."""
        if area.parent:
            return area
        item = tables.partnership.c
        places = self._kept.get("places", lambda: self._ask(select(item.area, item.place)))
        return replace(area, code=next(row["place"] for row in places if row["area"] == area.slug))

    def _lens_of(self, partnership: str) -> tuple[LensCategory, ...]:
        query = with_cell(tables.lens).order_by(tables.lens.c.order)
        found = self._kept.get("lens", lambda: grouped(self._ask(query))).get(partnership, ())
        printed = tuple(LensCategory(row["category"], row["wording"], rows.cell(row)) for row in found)
        if printed:
            return printed
        names = {row.slug: row.name for row in self.categories().shared}
        return self._own.lens(partnership, names) or self._figures.lens(partnership)

    def indicators(self, scope: Scope) -> tuple[Indicator, ...]:
        name = scope.partnership  # a file may have moved an indicator into another category: all are read
        every = self._kept.get(("indicators", name), lambda: self._indicators(name))
        return tuple(item for item in every if in_scope(item, scope))

    def _indicators(self, partnership: str) -> tuple[Indicator, ...]:
        breaks = self._kept.get("breaks", self._breaks)
        query = with_cell(tables.indicator).order_by(tables.indicator.c.order)
        found = self._kept.get("printed", lambda: grouped(self._ask(query))).get(partnership, ())
        published = tuple(rows.indicator(row, tuple(breaks.get(row["indicator"], ()))) for row in found)
        every = self._own.indicators((*published, *self._figures.indicators(partnership)), partnership)
        every = told_apart(every, dict.fromkeys((item.id for item in published), PRINTED))
        return self._in_own_categories(every, partnership)

    def _breaks(self) -> dict[str, list[Break]]:
        found: dict[str, list[Break]] = defaultdict(list)
        for row in self._ask(with_cell(tables.series_break).order_by(tables.series_break.c.id)):
            found[row["indicator"]].append(rows.series_break(row))
        return found

    def periods(self, partnership: str) -> frozenset[Period]:
        """Every period with an actual or a target."""
        scope = Scope(partnership)
        if any(item.crime for item in self.indicators(scope)) or self._kept.get("withdraws", self._own.withdraws):
            actuals = {item.period for item in self.observations(scope)}
            return frozenset(actuals | {item.period for item in self.targets(scope)})
        printed = self._kept.get("periods", self._printed_periods).get(partnership, frozenset[str]())
        own = self._kept.get("own periods", self._own.periods).get(partnership, frozenset[str]())
        return frozenset(map(from_slug, printed | own))

    def _printed_periods(self) -> dict[str, set[str]]:
        item, actual, target = tables.indicator.c, tables.observation.c, tables.target.c
        actuals = select(item.partnership, actual.period).join(tables.observation).where(actual.superseded_by.is_(None))
        targets = select(item.partnership, target.period).join(tables.target)
        found: dict[str, set[str]] = defaultdict(set)
        for row in self._ask(union(actuals, targets)):
            found[row["partnership"]].add(row["period"])
        return found

    def measured_periods(self, scope: Scope) -> Mapping[str, frozenset[Period]]:
        """The periods of which each indicator may have an actual in *scope*; some may be withdrawn."""
        return periods_of(self._published(self._by_indicator(scope)), self._own.periods_of(scope, "actual"))

    def aimed_periods(self, scope: Scope) -> Mapping[str, frozenset[Period]]:
        """The same of targets."""
        return periods_of(self._published_targets(self._by_indicator(scope)), self._own.periods_of(scope, "target"))

    def unfinished(self, partnership: str) -> frozenset[str]:
        """The indicators of which a figure may be awaited; all that a document prints among them."""
        scope = self._by_indicator(Scope(partnership))
        printed: tuple[Observation | Target, ...] = (*self._published(scope), *self._published_targets(scope))
        return self._own.unfinished(partnership).union(item.indicator for item in printed)

    def observations(self, scope: Scope) -> tuple[Observation, ...]:
        scope = self._by_indicator(scope)
        return self._own.observations(scope, self._published(scope))

    def _published(self, scope: Scope) -> tuple[Observation, ...]:
        """What is printed or counted from files."""
        query = figure_query(tables.observation, scope).where(tables.observation.c.superseded_by.is_(None))
        counted = [item for item in self.indicators(scope) if item.crime]
        return (*map(rows.observation, self._ask(query)), *self._figures.observations(scope, counted))

    def _by_indicator(self, scope: Scope) -> Scope:
        """*scope* with the indicators that lie in its categories now."""
        return replace(scope, categories=None, indicators=frozenset(item.id for item in self.indicators(scope)))

    def targets(self, scope: Scope) -> tuple[Target, ...]:
        scope = self._by_indicator(scope)
        return self._own.targets(scope, self._published_targets(scope), self._known(scope))

    def _known(self, scope: Scope) -> dict[str, Indicator]:
        return {item.id: item for item in self.indicators(Scope(scope.partnership))}

    def _published_targets(self, scope: Scope) -> tuple[Target, ...]:
        found, known = self._ask(figure_query(tables.target, scope)), self._known(scope)
        types = (known[row["indicator"]].at(from_slug(row["period"])).value_type for row in found)
        return (*map(rows.target, found, types), *self._figures.targets(scope))

    def commentaries(self, scope: Scope) -> tuple[Commentary, ...]:
        return last_said(self.commentary_history(scope))

    def commentary_history(self, scope: Scope) -> tuple[Commentary, ...]:
        return self._own.commentary_history(self._by_indicator(scope))

    def aliases(self, partnership: str) -> Mapping[str, str]:
        """What an indicator was called before, or was merged from, as a key; and the id that it leads to."""
        return self._own.aliases(partnership)

    def baselines(self, scope: Scope) -> tuple[Baseline, ...]:
        return tuple(map(rows.baseline, self._ask(figure_query(tables.baseline, scope))))

    def documents(self, partnership: str) -> tuple[Document, ...]:
        table = tables.source_document
        found = self._ask(select(table).where(table.c.partnership == partnership).order_by(table.c.document))
        counted = self._figures.documents(partnership, targeted=self._own.counts_crime(partnership))
        return (*(Document(**row) for row in found), *self._own.documents(partnership), *counted)

    def notes(self, partnership: str) -> tuple[Note, ...]:
        query = select(tables.note).select_from(tables.note.join(tables.source_document))
        found = self._ask(query.where(tables.source_document.c.partnership == partnership))
        published = (Note(**row) for row in sorted(found, key=lambda row: (row["table"], row["mark"])))
        return (*published, *self._own.notes(partnership))

    def _standing(self, partnership: str) -> Standing:
        """What a partnership has now, whatever day this store is of."""
        now, scope = self.as_at(None), Scope(partnership)
        return Standing(now.indicators(scope), now.areas(partnership), now._published(scope))

    def judgements(self, partnership: str) -> tuple[Judgement, ...]:
        return self._own.judgements(partnership)

    def rebaselines(self, partnership: str) -> tuple[Decision, ...]:
        return decisions(self._engine, partnership, self._day)
