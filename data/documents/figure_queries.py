"""Knows how the figures that documents print are asked for."""

from sqlalchemy import Table, select
from sqlalchemy.sql import ColumnElement

from dashboard.domain.records import Scope
from data.documents.store import with_cell
from data.schema import Query
from data.tables import documents as tables


def indicator_limits(scope: Scope) -> list[ColumnElement[bool]]:
    column = tables.indicator.c
    limits: list[ColumnElement[bool]] = [column.partnership == scope.partnership]
    if scope.categories is not None:
        limits.append(column.category.in_(sorted(scope.categories)))
    if scope.indicators is not None:
        limits.append(column.indicator.in_(sorted(scope.indicators)))
    return limits


def figure_query(table: Table, scope: Scope) -> Query:
    """Rows of *table* whose indicator and area lie in *scope*, in the order of the print."""
    chosen = select(tables.indicator.c.indicator).where(*indicator_limits(scope))
    query = with_cell(table).where(table.c.indicator.in_(chosen)).order_by(table.c.id)
    if scope.areas is not None:
        query = query.where(table.c.area.in_(sorted(scope.areas)))
    return query
