"""Knows how to answer the pages' questions from the database; every query filters there."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Engine, Select, Table, select, union_all
from sqlalchemy.sql import ColumnElement

from dashboard.domain.categories import Category, CategoryTree
from dashboard.domain.checks.findings import Judgement
from dashboard.domain.commentary import Commentary
from dashboard.domain.documents import (
    Document,
    Note,
)
from dashboard.domain.namesakes import PRINTED, told_apart
from dashboard.domain.periods.period import from_slug
from dashboard.domain.records import (
    Area,
    Baseline,
    Break,
    Indicator,
    LensCategory,
    Observation,
    Partnership,
    PrintedFigure,
    Scope,
    Target,
)
from dashboard.domain.statistics.rebaselines import Decision
from data.documents import rows
from data.documents.store import PaperStore, with_cell
from data.own.rebaselining import decisions
from data.own.store import OwnFigures, newest_of_own
from data.street.indicators import StreetFigures
from data.street.records import in_scope
from data.street.store import StreetStore
from data.tables import documents as tables
from data.tables.documents import PUBLISHED
from data.tables.street import street_state


def _indicator_limits(scope: Scope) -> list[ColumnElement[bool]]:
    column = tables.indicator.c
    limits: list[ColumnElement[bool]] = [column.partnership == scope.partnership]
    if scope.categories is not None:
        limits.append(column.category.in_(sorted(scope.categories)))
    if scope.indicators is not None:
        limits.append(column.indicator.in_(sorted(scope.indicators)))
    return limits


def _figure_query(table: Table, scope: Scope) -> Select[Any]:
    """Rows of *table* whose indicator and area lie in *scope*, in the order of the print."""
    chosen = select(tables.indicator.c.indicator).where(*_indicator_limits(scope))
    query = with_cell(table).where(table.c.indicator.in_(chosen)).order_by(table.c.id)
    if scope.areas is not None:
        query = query.where(table.c.area.in_(sorted(scope.areas)))
    return query


class SqlStore(StreetStore, PaperStore):
    """Answers from SQLite or PostgreSQL; holds nothing but the engine."""

    def __init__(self, engine: Engine, day: date | None = None) -> None:
        super().__init__(engine)
        self._day = day
        self._figures = StreetFigures(engine)
        self._own = OwnFigures(engine, day)

    def as_at(self, day: date | None) -> "SqlStore":
        """The same store as its figures were published at the end of *day*; now without one."""
        return SqlStore(self._engine, day)

    def version(self) -> str:
        """What is loaded, published, decided and street-level, in one statement; anything new gives another text."""
        loaded = [select(table.c.name, table.c.value) for table in (tables.state, street_state)]
        found = {row["name"]: row["value"] for row in self._ask(union_all(*loaded, *newest_of_own()))}
        first = found.pop(PUBLISHED, "")
        return " ".join([first, *(found[name] for name in sorted(found))]) if first else ""

    def partnerships(self) -> tuple[Partnership, ...]:
        found = self._ask(select(tables.partnership).order_by(tables.partnership.c.order))
        published = [
            Partnership(row["partnership"], row["name"], row["kind"], row["area"], from_slug(row["default_period"]))
            for row in found
        ]
        known = self._own.partnerships(published)
        return (*known, *self._figures.partnerships(list(known)))

    def areas(self, partnership: str) -> tuple[Area, ...]:
        query = with_cell(tables.area, outer=True).where(tables.area.c.partnership == partnership)
        published = tuple(self._coded(rows.area(row)) for row in self._ask(query.order_by(tables.area.c.order)))
        known = {area.slug: area for area in (*published, *self._own.areas(partnership))}
        targeted = self._own.counts_crime(partnership)
        return (*known.values(), *self._figures.areas(partnership, tuple(known.values()), targeted=targeted))

    def _coded(self, area: Area) -> Area:
        """A published partnership's whole area with its code; its parts have none."""
        if area.parent:
            return area
        item = tables.partnership.c
        [row] = self._ask(select(item.place).where(item.area == area.slug))
        return replace(area, code=row["place"])

    def categories(self) -> CategoryTree:
        found = self._ask(select(tables.category).order_by(tables.category.c.order))
        return CategoryTree(tuple(Category(row["category"], row["name"], row["parent"]) for row in found))

    def lens(self, partnership: str) -> tuple[LensCategory, ...]:
        found = self._of(tables.lens, partnership, "order")
        own = tuple(LensCategory(row["category"], row["wording"], rows.cell(row)) for row in found)
        if own:
            return own
        names = {row.slug: row.name for row in self.categories().categories}
        return self._own.lens(partnership, names) or self._figures.lens(partnership)

    def indicators(self, scope: Scope) -> tuple[Indicator, ...]:
        breaks: dict[str, list[Break]] = defaultdict(list)
        for row in self._ask(_figure_query(tables.series_break, Scope(scope.partnership))):
            breaks[row["indicator"]].append(rows.series_break(row))
        whole = Scope(scope.partnership)  # a file may have moved an indicator into another category
        query = with_cell(tables.indicator).where(*_indicator_limits(whole)).order_by(tables.indicator.c.order)
        published = tuple(rows.indicator(row, tuple(breaks[row["indicator"]])) for row in self._ask(query))
        every = self._own.indicators((*published, *self._figures.indicators(scope.partnership)), scope.partnership)
        named = told_apart(every, dict.fromkeys((item.id for item in published), PRINTED))
        return tuple(item for item in named if in_scope(item, scope))

    def observations(self, scope: Scope) -> tuple[Observation, ...]:
        scope = self._by_indicator(scope)
        query = _figure_query(tables.observation, scope).where(tables.observation.c.superseded_by.is_(None))
        counted = [item for item in self.indicators(scope) if item.crime]
        published = (*map(rows.observation, self._ask(query)), *self._figures.observations(scope, counted))
        return self._own.observations(scope, published)

    def _by_indicator(self, scope: Scope) -> Scope:
        """*scope* with the indicators that lie in its categories now."""
        return replace(scope, categories=None, indicators=frozenset(item.id for item in self.indicators(scope)))

    def targets(self, scope: Scope) -> tuple[Target, ...]:
        scope = self._by_indicator(scope)
        found = self._ask(_figure_query(tables.target, scope))
        known = {item.id: item for item in self.indicators(Scope(scope.partnership))}
        types = (known[row["indicator"]].at(from_slug(row["period"])).value_type for row in found)
        published = (*map(rows.target, found, types), *self._figures.targets(scope))
        return self._own.targets(scope, published, known)

    def commentaries(self, scope: Scope) -> tuple[Commentary, ...]:
        """What is said of the indicators there are, in the order of their periods."""
        return self._own.commentaries(self._by_indicator(scope))

    def aliases(self, partnership: str) -> Mapping[str, str]:
        """What an indicator was called before, or was merged from, as a key; and the id that it leads to."""
        return self._own.aliases(partnership)

    def baselines(self, scope: Scope) -> tuple[Baseline, ...]:
        return tuple(map(rows.baseline, self._ask(_figure_query(tables.baseline, scope))))

    def printed_figures(self, scope: Scope) -> tuple[PrintedFigure, ...]:
        table = tables.printed_figure
        query = with_cell(table).where(table.c.partnership == scope.partnership)
        if scope.categories is not None:
            query = query.where(table.c.category.in_(sorted(scope.categories)))
        if scope.indicators is not None:
            query = query.where(table.c.indicator.in_(sorted(scope.indicators)))
        return tuple(map(rows.printed_figure, self._ask(query.order_by(table.c.source_cell))))

    def documents(self, partnership: str) -> tuple[Document, ...]:
        table = tables.source_document
        query = select(table).where(table.c.partnership == partnership).order_by(table.c.document)
        found = self._ask(query)
        own = self._own.documents(partnership)
        counted = self._figures.documents(partnership, targeted=self._own.counts_crime(partnership))
        return (*(Document(**row) for row in found), *own, *counted)

    def notes(self, partnership: str) -> tuple[Note, ...]:
        joined = tables.note.join(tables.source_document)
        query = select(tables.note).select_from(joined)
        found = self._ask(query.where(tables.source_document.c.partnership == partnership))
        published = (Note(**row) for row in sorted(found, key=lambda row: (row["table"], row["mark"])))
        return (*published, *self._own.notes(partnership))

    def judgements(self, partnership: str) -> tuple[Judgement, ...]:
        return self._own.judgements(partnership)

    def rebaselines(self, partnership: str) -> tuple[Decision, ...]:
        return decisions(self._engine, partnership, self._day)
