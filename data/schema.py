"""Knows the columns that many tables share, and exact decimals on every engine."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, ColumnElement, Dialect, ForeignKey, Integer, MetaData, Numeric, Select, String
from sqlalchemy.types import TypeDecorator, TypeEngine

metadata = MetaData()

#: A query knows no types of what its columns hold.
Fields = Mapping[str, Any]  # a row by the names of its columns
Query = Select[*tuple[Any, ...]]
Found = Any  # a row, whose columns are attributes
Type = TypeEngine[Any]
Expression = ColumnElement[Any]


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal that comes back digit for digit: NUMERIC on PostgreSQL, its text on SQLite."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Type:
        native: Type = Numeric() if dialect.name == "postgresql" else String()
        return dialect.type_descriptor(native)

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Decimal | str | None:
        if value is None or dialect.name == "postgresql":
            return value
        return str(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Decimal | None]:
        """As below, without the calls between: a page reads hundreds of thousands of them."""
        return lambda value: None if value is None else Decimal(value)

    def process_result_value(self, value: Decimal | str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


def text_column(name: str, *, empty: str = "") -> Column[str]:
    return Column(name, String, nullable=False, default=empty)


def cell_column() -> Column[int]:
    return Column("source_cell", ForeignKey("source_cell.id"), nullable=False)


def indicator_column() -> Column[str]:
    return Column("indicator", ForeignKey("indicator.indicator"), nullable=False)


def partnership_column() -> Column[str]:
    return Column("partnership", ForeignKey("partnership.partnership"), nullable=False, index=True)


def number_column() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def value_columns() -> tuple[Column[Decimal], *tuple[Column[str], ...]]:
    """A value's columns: missing exactly when a reason stands; the raw text is in the source cell."""
    return (
        Column("number", ExactDecimal),
        *map(text_column, ("value_reason", "marker", "value_notes", "remarks", "percent")),
    )
