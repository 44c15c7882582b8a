"""Knows how to answer the questions on the documents themselves: their cells, tables, plans."""

from collections import defaultdict

from sqlalchemy import Engine, Executable, Table, select

from dashboard.domain.categories import Category, CategoryTree
from dashboard.domain.documents import (
    Action,
    Campaign,
    Load,
    Meeting,
    PrintedCell,
    Priority,
    Responsibility,
    Risk,
    Statement,
    SurveyRank,
    TableHeading,
)
from dashboard.domain.records import PrintedFigure, Scope, SourceCell
from data.documents import rows
from data.kept import Kept
from data.schema import Fields, Query
from data.tables import documents as tables
from data.tables import plans as plan_tables

CELL = [
    tables.source_cell.c[name].label(f"cell_{name}") for name in ("id", "document", "table", "row", "column", "text")
]


def with_cell(table: Table, *, outer: bool = False) -> Query:
    join = table.join(tables.source_cell, table.c.source_cell == tables.source_cell.c.id, isouter=outer)
    return select(table, *CELL).select_from(join)


def _categories(row: Fields) -> tuple[str, ...]:
    return tuple(filter(None, row["categories"].split("|")))


class DocumentStore:
    """Answers from the tables of the five documents."""

    _engine: Engine
    _kept: Kept

    def _ask(self, query: Executable) -> list[Fields]:
        with self._engine.connect() as connection:
            return [rows.fields(row) for row in connection.execute(query)]

    def _of(self, table: Table, partnership: str, *order: str) -> list[Fields]:
        ordering = [table.c[name] for name in order or ("id",)]
        return self._ask(with_cell(table).where(table.c.partnership == partnership).order_by(*ordering))

    def categories(self) -> CategoryTree:
        query = select(tables.category).order_by(tables.category.c.order)
        found = self._kept.get("categories", lambda: self._ask(query))
        return CategoryTree(tuple(Category(row["category"], row["name"], row["parent"]) for row in found))

    def cells(self, partnership: str) -> tuple[SourceCell, ...]:
        joined = tables.source_cell.join(tables.source_document)
        query = select(*CELL).select_from(joined).where(tables.source_document.c.partnership == partnership)
        return tuple(map(rows.cell, self._ask(query.order_by(tables.source_cell.c.id))))

    def printed_figures(self, scope: Scope) -> tuple[PrintedFigure, ...]:
        table = tables.printed_figure
        query = with_cell(table).where(table.c.partnership == scope.partnership)
        if scope.categories is not None:
            query = query.where(table.c.category.in_(sorted(scope.categories)))
        if scope.indicators is not None:
            query = query.where(table.c.indicator.in_(sorted(scope.indicators)))
        return tuple(map(rows.printed_figure, self._ask(query.order_by(table.c.source_cell))))

    def printed_tables(self, partnership: str) -> tuple[TableHeading, ...]:
        joined = tables.printed_table.join(tables.source_document)
        query = select(tables.printed_table).select_from(joined).order_by(tables.printed_table.c.order)
        found = self._ask(query.where(tables.source_document.c.partnership == partnership))
        return tuple(
            TableHeading(row["document"], row["table"], row["order"], tuple(row["columns"].split("|"))) for row in found
        )

    def printed_cells(self, partnership: str) -> tuple[PrintedCell, ...]:
        cell = plan_tables.printed_cell
        query = select(cell).select_from(cell.join(tables.source_document)).order_by(cell.c.id)
        names = ("document", "table", "line", "kind", "column", "text")
        return tuple(
            PrintedCell(rows=tuple(row["row"].split("|")), **{name: row[name] for name in names})
            for row in self._ask(query.where(tables.source_document.c.partnership == partnership))
        )

    def statements(self, partnership: str) -> tuple[Statement, ...]:
        found = self._of(plan_tables.statement, partnership)
        return tuple(rows.record(Statement, row, categories=_categories(row)) for row in found)

    def priorities(self, partnership: str) -> tuple[Priority, ...]:
        return tuple(map(rows.priority, self._of(tables.priority, partnership)))

    def survey_ranks(self, partnership: str) -> tuple[SurveyRank, ...]:
        return tuple(map(rows.survey_rank, self._of(plan_tables.survey_rank, partnership)))

    def actions(self, scope: Scope) -> tuple[Action, ...]:
        return tuple(map(rows.action, self._plan(plan_tables.action, scope)))

    def risks(self, scope: Scope) -> tuple[Risk, ...]:
        return tuple(map(rows.risk, self._plan(plan_tables.risk, scope)))

    def _plan(self, table: Table, scope: Scope) -> list[Fields]:
        query = with_cell(table).where(table.c.partnership == scope.partnership).order_by(table.c.id)
        if scope.categories is not None:
            query = query.where(table.c.category.in_(sorted(scope.categories)))
        return self._ask(query)

    def meetings(self, partnership: str) -> tuple[Meeting, ...]:
        campaigns: dict[int, list[Campaign]] = defaultdict(list)
        for row in self._of(plan_tables.campaign, partnership, "meeting_order", "order"):
            campaigns[row["meeting_order"]].append(rows.campaign(row))
        return tuple(
            rows.meeting(row, tuple(campaigns[row["order"]]))
            for row in self._of(plan_tables.meeting, partnership, "order")
        )

    def responsibilities(self, partnership: str) -> tuple[Responsibility, ...]:
        found = self._of(plan_tables.responsibility, partnership)
        return tuple(rows.record(Responsibility, row) for row in found)

    def loads(self) -> tuple[Load, ...]:
        table = tables.load
        found = self._ask(select(table.c.name, table.c.sha256, table.c.loaded_at, table.c.rows))
        return tuple(Load(**row) for row in found)
