"""Knows the tables: source cells first, then what was read from them."""

from decimal import Decimal

from sqlalchemy import (
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Numeric,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

metadata = MetaData()


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal that comes back digit for digit: NUMERIC on PostgreSQL, its text on SQLite."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Decimal] | TypeEngine[str]:  # type: ignore[override]
        return dialect.type_descriptor(Numeric() if dialect.name == "postgresql" else String())  # type: ignore[arg-type]

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Decimal | str | None:  # type: ignore[override]
        if value is None or dialect.name == "postgresql":
            return value
        return str(value)

    def process_result_value(self, value: Decimal | str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


def _text(name: str, *, empty: str = "") -> Column[str]:
    return Column(name, String, nullable=False, default=empty)


def _cell() -> Column[int]:
    return Column("source_cell", ForeignKey("source_cell.id"), nullable=False)


def _indicator() -> Column[str]:
    return Column("indicator", ForeignKey("indicator.indicator"), nullable=False)


def _partnership() -> Column[str]:
    return Column("partnership", ForeignKey("partnership.partnership"), nullable=False, index=True)


def _number() -> Column[int]:
    return Column("id", Integer, primary_key=True)


state = Table("state", metadata, Column("name", String, primary_key=True), _text("value"))

load = Table(
    "load",
    metadata,
    _number(),
    _text("kind"),
    _text("name"),
    Column("sha256", String, nullable=False),
    _text("loaded_at"),
    Column("rows", Integer, nullable=False),
)

partnership = Table(
    "partnership",
    metadata,
    Column("partnership", String, primary_key=True),
    *map(_text, ("name", "kind", "area", "default_period")),
    Column("order", Integer, nullable=False),
)

source_document = Table(
    "source_document",
    metadata,
    Column("document", String, primary_key=True),
    _partnership(),
    *map(_text, ("title", "edition", "covers")),
)

source_cell = Table(
    "source_cell",
    metadata,
    _number(),
    Column("document", ForeignKey("source_document.document"), nullable=False),
    *map(_text, ("table", "row", "column", "text")),
    UniqueConstraint("document", "table", "row", "column", "text"),
)

area = Table(
    "area",
    metadata,
    Column("area", String, primary_key=True),
    *map(_text, ("name", "level", "parent")),
    _partnership(),
    Column("order", Integer, nullable=False),
    Column("population", Integer),
    Column("source_cell", ForeignKey("source_cell.id")),
)

category = Table(
    "category",
    metadata,
    Column("category", String, primary_key=True),
    *map(_text, ("name", "parent")),
    Column("order", Integer, nullable=False),
)

lens = Table(
    "lens",
    metadata,
    _number(),
    _partnership(),
    Column("category", ForeignKey("category.category"), nullable=False),
    _text("wording"),
    Column("order", Integer, nullable=False),
    _cell(),
)

priority = Table(
    "priority",
    metadata,
    _number(),
    _partnership(),
    *map(_text, ("area", "body", "text", "objective", "categories")),
    Column("order", Integer, nullable=False),
    _cell(),
)

indicator = Table(
    "indicator",
    metadata,
    Column("indicator", String, primary_key=True),
    _partnership(),
    Column("category", ForeignKey("category.category"), nullable=False),
    *map(_text, ("code", "name", "polarity", "value_type", "unit", "period_kind")),
    *map(_text, ("frequency", "definition", "part_of")),
    Column("multiplier", Integer, nullable=False),
    Column("tolerance", ExactDecimal, nullable=False),
    Column("order", Integer, nullable=False),
    _cell(),
)

series_break = Table(
    "series_break",
    metadata,
    _number(),
    _indicator(),
    *map(_text, ("period", "kind", "value_type", "unit", "polarity", "reason")),
    _cell(),
)


def _value() -> tuple[Column[Decimal], *tuple[Column[str], ...]]:
    """A value's columns: missing exactly when a reason stands; the raw text is in the source cell."""
    return (Column("number", ExactDecimal), *map(_text, ("value_reason", "marker", "value_notes", "remarks", "percent")))


observation = Table(
    "observation",
    metadata,
    _number(),
    _indicator(),
    Column("area", ForeignKey("area.area"), nullable=False),
    *map(_text, ("period", "covers_to")),
    *_value(),
    _cell(),
    Column("load", ForeignKey("load.id"), nullable=False),
    Column("superseded_by", ForeignKey("observation.id")),
    Index("observation_read", "indicator", "area", "period"),
)

target = Table(
    "target",
    metadata,
    _number(),
    _indicator(),
    Column("area", ForeignKey("area.area"), nullable=False),
    *map(_text, ("period", "base_period")),
    _cell(),
    Column("load", ForeignKey("load.id"), nullable=False),
    Index("target_read", "indicator", "area", "period"),
)

baseline = Table(
    "baseline",
    metadata,
    _number(),
    _indicator(),
    Column("area", ForeignKey("area.area"), nullable=False),
    _text("description"),
    *_value(),
    _cell(),
)

printed_figure = Table(
    "printed_figure",
    metadata,
    Column("figure", String, primary_key=True),
    _partnership(),
    *map(_text, ("indicator", "area", "category", "period", "quantity", "kind", "compare")),
    Column("sign", Integer, nullable=False),
    *_value(),
    _cell(),
)

note = Table(
    "note",
    metadata,
    Column("document", ForeignKey("source_document.document"), primary_key=True),
    Column("table", String, primary_key=True),
    Column("mark", String, primary_key=True),
    _text("text"),
)

printed_table = Table(
    "printed_table",
    metadata,
    Column("document", ForeignKey("source_document.document"), primary_key=True),
    Column("table", String, primary_key=True),
    Column("order", Integer, nullable=False),
    _text("columns"),
)

survey_rank = Table(
    "survey_rank",
    metadata,
    _number(),
    _partnership(),
    *map(_text, ("survey", "group", "area", "period", "category")),
    Column("rank", Integer, nullable=False),
    _cell(),
)

action = Table(
    "action",
    metadata,
    _number(),
    _partnership(),
    *map(_text, ("ref", "objective", "action", "lead", "due", "due_date", "category", "indicator")),
    *map(_text, ("resources", "partners", "framework", "measure", "progress", "changes")),
    *map(_text, ("outcome", "monitoring", "national_indicators")),
    _cell(),
)

risk = Table(
    "risk",
    metadata,
    _number(),
    _partnership(),
    *map(_text, ("ref", "kind", "risk", "controls", "further_actions", "lead", "category")),
    *(Column(name, Integer) for name in ("rating", "impact", "likelihood", "residual")),
    _cell(),
)

meeting = Table(
    "meeting",
    metadata,
    _number(),
    _partnership(),
    *map(_text, ("meeting", "date", "lead")),
    Column("order", Integer, nullable=False),
    _cell(),
)

campaign = Table(
    "campaign",
    metadata,
    _number(),
    _partnership(),
    *map(_text, ("kind", "text", "starts", "ends", "category")),
    Column("meeting_order", Integer, nullable=False),
    Column("order", Integer, nullable=False),
    _cell(),
)

responsibility = Table(
    "responsibility",
    metadata,
    _number(),
    _partnership(),
    *map(_text, ("level", "parent", "text")),
    Column("order", Integer, nullable=False),
    _cell(),
)
