"""Knows how to answer the pages' questions from the database; every query filters there."""

from collections import defaultdict
from typing import Any

from sqlalchemy import CompoundSelect, Engine, Select, Table, select
from sqlalchemy.sql import ColumnElement

from dashboard.domain.categories import Category, CategoryTree
from dashboard.domain.papers import (
    Action,
    Campaign,
    Document,
    Load,
    Meeting,
    Note,
    Priority,
    Responsibility,
    Risk,
    SurveyRank,
    TableHeading,
)
from dashboard.domain.periods import from_slug
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
    SourceCell,
    Target,
)
from data import rows, tables
from data.load.published import current_version
from data.rows import Fields
from data.street_figures import StreetFigures
from data.street_store import StreetStore
from data.street_tables import street_state

CELL = [
    tables.source_cell.c[name].label(f"cell_{name}") for name in ("id", "document", "table", "row", "column", "text")
]


def _with_cell(table: Table, *, outer: bool = False) -> Select[Any]:
    join = table.join(tables.source_cell, table.c.source_cell == tables.source_cell.c.id, isouter=outer)
    return select(table, *CELL).select_from(join)


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
    query = _with_cell(table).where(table.c.indicator.in_(chosen)).order_by(table.c.id)
    if scope.areas is not None:
        query = query.where(table.c.area.in_(sorted(scope.areas)))
    return query


class SqlStore(StreetStore):
    """Answers from SQLite or PostgreSQL; holds nothing but the engine."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._figures = StreetFigures(engine)

    def _ask(self, query: Select[Any] | CompoundSelect[Any]) -> list[Fields]:
        with self._engine.connect() as connection:
            return [rows.fields(row) for row in connection.execute(query)]

    def _of(self, table: Table, partnership: str, *order: str) -> list[Fields]:
        ordering = [table.c[name] for name in order or ("id",)]
        return self._ask(_with_cell(table).where(table.c.partnership == partnership).order_by(*ordering))

    def version(self) -> str:
        """What is loaded, published and street-level; anything new gives another text."""
        parts = select(tables.state.c.value).union_all(select(street_state.c.value))
        return " ".join(row["value"] for row in self._ask(parts)) or current_version(self._engine)

    def partnerships(self) -> tuple[Partnership, ...]:
        found = self._ask(select(tables.partnership).order_by(tables.partnership.c.order))
        published = [
            Partnership(row["partnership"], row["name"], row["kind"], row["area"], from_slug(row["default_period"]))
            for row in found
        ]
        return (*published, *self._figures.partnerships(published))

    def areas(self, partnership: str) -> tuple[Area, ...]:
        query = _with_cell(tables.area, outer=True).where(tables.area.c.partnership == partnership)
        published = tuple(map(rows.area, self._ask(query.order_by(tables.area.c.order))))
        return (*published, *self._figures.areas(partnership, published))

    def categories(self) -> CategoryTree:
        found = self._ask(select(tables.category).order_by(tables.category.c.order))
        return CategoryTree(tuple(Category(row["category"], row["name"], row["parent"]) for row in found))

    def lens(self, partnership: str) -> tuple[LensCategory, ...]:
        found = self._of(tables.lens, partnership, "order")
        own = tuple(LensCategory(row["category"], row["wording"], rows.cell(row)) for row in found)
        return own or self._figures.lens(partnership)

    def indicators(self, scope: Scope) -> tuple[Indicator, ...]:
        breaks: dict[str, list[Break]] = defaultdict(list)
        for row in self._ask(_figure_query(tables.series_break, Scope(scope.partnership))):
            breaks[row["indicator"]].append(rows.series_break(row))
        query = _with_cell(tables.indicator).where(*_indicator_limits(scope)).order_by(tables.indicator.c.order)
        published = tuple(rows.indicator(row, tuple(breaks[row["indicator"]])) for row in self._ask(query))
        return (*published, *self._figures.indicators(scope))

    def observations(self, scope: Scope) -> tuple[Observation, ...]:
        query = _figure_query(tables.observation, scope).where(tables.observation.c.superseded_by.is_(None))
        return (*map(rows.observation, self._ask(query)), *self._figures.observations(scope))

    def targets(self, scope: Scope) -> tuple[Target, ...]:
        found = self._ask(_figure_query(tables.target, scope))
        known = {item.id: item for item in self.indicators(Scope(scope.partnership))}
        types = (known[row["indicator"]].at(from_slug(row["period"])).value_type for row in found)
        return (*map(rows.target, found, types), *self._figures.targets(scope))

    def baselines(self, scope: Scope) -> tuple[Baseline, ...]:
        return tuple(map(rows.baseline, self._ask(_figure_query(tables.baseline, scope))))

    def printed_figures(self, scope: Scope) -> tuple[PrintedFigure, ...]:
        table = tables.printed_figure
        query = _with_cell(table).where(table.c.partnership == scope.partnership)
        if scope.categories is not None:
            query = query.where(table.c.category.in_(sorted(scope.categories)))
        if scope.indicators is not None:
            query = query.where(table.c.indicator.in_(sorted(scope.indicators)))
        return tuple(map(rows.printed_figure, self._ask(query.order_by(table.c.source_cell))))

    def documents(self, partnership: str) -> tuple[Document, ...]:
        table = tables.source_document
        query = select(table).where(table.c.partnership == partnership).order_by(table.c.document)
        found = self._ask(query)
        return (*(Document(**row) for row in found), *self._figures.documents(partnership))

    def cells(self, partnership: str) -> tuple[SourceCell, ...]:
        joined = tables.source_cell.join(tables.source_document)
        query = select(*CELL).select_from(joined).where(tables.source_document.c.partnership == partnership)
        return tuple(map(rows.cell, self._ask(query.order_by(tables.source_cell.c.id))))

    def printed_tables(self, partnership: str) -> tuple[TableHeading, ...]:
        joined = tables.printed_table.join(tables.source_document)
        query = select(tables.printed_table).select_from(joined).order_by(tables.printed_table.c.order)
        found = self._ask(query.where(tables.source_document.c.partnership == partnership))
        return tuple(
            TableHeading(row["document"], row["table"], row["order"], tuple(row["columns"].split("|"))) for row in found
        )

    def notes(self, partnership: str) -> tuple[Note, ...]:
        joined = tables.note.join(tables.source_document)
        query = select(tables.note).select_from(joined)
        found = self._ask(query.where(tables.source_document.c.partnership == partnership))
        return tuple(Note(**row) for row in sorted(found, key=lambda row: (row["table"], row["mark"])))

    def priorities(self, partnership: str) -> tuple[Priority, ...]:
        return tuple(
            Priority(
                row["area"],
                row["body"],
                row["text"],
                row["objective"],
                tuple(filter(None, row["categories"].split("|"))),
                rows.cell(row),
            )
            for row in self._of(tables.priority, partnership)
        )

    def survey_ranks(self, partnership: str) -> tuple[SurveyRank, ...]:
        return tuple(map(rows.survey_rank, self._of(tables.survey_rank, partnership)))

    def actions(self, scope: Scope) -> tuple[Action, ...]:
        return tuple(map(rows.action, self._plan(tables.action, scope)))

    def risks(self, scope: Scope) -> tuple[Risk, ...]:
        return tuple(map(rows.risk, self._plan(tables.risk, scope)))

    def _plan(self, table: Table, scope: Scope) -> list[Fields]:
        query = _with_cell(table).where(table.c.partnership == scope.partnership).order_by(table.c.id)
        if scope.categories is not None:
            query = query.where(table.c.category.in_(sorted(scope.categories)))
        return self._ask(query)

    def meetings(self, partnership: str) -> tuple[Meeting, ...]:
        campaigns: dict[int, list[Campaign]] = defaultdict(list)
        for row in self._of(tables.campaign, partnership, "meeting_order", "order"):
            item = Campaign(row["kind"], row["text"], row["category"], rows.cell(row))
            campaigns[row["meeting_order"]].append(item)
        return tuple(
            Meeting(
                row["meeting"],
                rows.day(row["date"]),
                row["lead"],
                rows.cell(row),
                tuple(campaigns[row["order"]]),
            )
            for row in self._of(tables.meeting, partnership, "order")
        )

    def responsibilities(self, partnership: str) -> tuple[Responsibility, ...]:
        found = self._of(tables.responsibility, partnership)
        return tuple(Responsibility(row["level"], row["parent"], row["text"], rows.cell(row)) for row in found)

    def loads(self) -> tuple[Load, ...]:
        table = tables.load
        found = self._ask(select(table.c.name, table.c.sha256, table.c.loaded_at, table.c.rows))
        return tuple(Load(**row) for row in found)
