"""Knows the tables: source cells first, then what was read from them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint

import data.tables.plans  # noqa: F401 - its tables belong to the same database
from data.schema import (
    ExactDecimal,
    cell_column,
    indicator_column,
    metadata,
    number_column,
    partnership_column,
    text_column,
    value_columns,
)

PUBLISHED = "published"  # the state that holds the fingerprint of the documents' files

state = Table("state", metadata, Column("name", String, primary_key=True), text_column("value"))

load = Table(
    "load",
    metadata,
    number_column(),
    text_column("kind"),
    text_column("name"),
    Column("sha256", String, nullable=False),
    text_column("loaded_at"),
    Column("rows", Integer, nullable=False),
)

partnership = Table(
    "partnership",
    metadata,
    Column("partnership", String, primary_key=True),
    *map(text_column, ("name", "kind", "area", "default_period", "place")),
    Column("order", Integer, nullable=False),
)

source_document = Table(
    "source_document",
    metadata,
    Column("document", String, primary_key=True),
    partnership_column(),
    *map(text_column, ("title", "edition", "covers")),
)

source_cell = Table(
    "source_cell",
    metadata,
    number_column(),
    Column("document", ForeignKey("source_document.document"), nullable=False),
    *map(text_column, ("table", "row", "column", "text")),
    UniqueConstraint("document", "table", "row", "column", "text"),
)

area = Table(
    "area",
    metadata,
    Column("area", String, primary_key=True),
    *map(text_column, ("name", "level", "parent")),
    partnership_column(),
    Column("order", Integer, nullable=False),
    Column("population", Integer),
    Column("source_cell", ForeignKey("source_cell.id")),
)

category = Table(
    "category",
    metadata,
    Column("category", String, primary_key=True),
    *map(text_column, ("name", "parent")),
    Column("order", Integer, nullable=False),
)

crime_type = Table(  # of police.uk; the number stands for it in the counts and never changes
    "crime_type",
    metadata,
    Column("crime", String, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    text_column("name"),
    Column("category", ForeignKey("category.category"), nullable=False),
)

lens = Table(
    "lens",
    metadata,
    number_column(),
    partnership_column(),
    Column("category", ForeignKey("category.category"), nullable=False),
    text_column("wording"),
    Column("order", Integer, nullable=False),
    cell_column(),
)

priority = Table(
    "priority",
    metadata,
    number_column(),
    partnership_column(),
    *map(text_column, ("area", "body", "text", "objective", "categories")),
    Column("order", Integer, nullable=False),
    cell_column(),
)

indicator = Table(
    "indicator",
    metadata,
    Column("indicator", String, primary_key=True),
    partnership_column(),
    Column("category", ForeignKey("category.category"), nullable=False),
    *map(text_column, ("code", "name", "polarity", "value_type", "unit", "period_kind")),
    *map(text_column, ("frequency", "definition", "part_of")),
    Column("multiplier", Integer, nullable=False),
    Column("tolerance", ExactDecimal, nullable=False),
    Column("order", Integer, nullable=False),
    cell_column(),
)

series_break = Table(
    "series_break",
    metadata,
    number_column(),
    indicator_column(),
    *map(text_column, ("period", "kind", "value_type", "unit", "polarity", "reason")),
    cell_column(),
)

observation = Table(
    "observation",
    metadata,
    number_column(),
    indicator_column(),
    Column("area", ForeignKey("area.area"), nullable=False),
    *map(text_column, ("period", "covers_to")),
    *value_columns(),
    cell_column(),
    Column("load", ForeignKey("load.id"), nullable=False),
    Column("superseded_by", ForeignKey("observation.id")),
    Index("observation_read", "indicator", "area", "period"),
)

target = Table(
    "target",
    metadata,
    number_column(),
    indicator_column(),
    Column("area", ForeignKey("area.area"), nullable=False),
    *map(text_column, ("period", "base_period")),
    cell_column(),
    Column("load", ForeignKey("load.id"), nullable=False),
    Index("target_read", "indicator", "area", "period"),
)

baseline = Table(
    "baseline",
    metadata,
    number_column(),
    indicator_column(),
    Column("area", ForeignKey("area.area"), nullable=False),
    text_column("description"),
    *value_columns(),
    cell_column(),
)

printed_figure = Table(
    "printed_figure",
    metadata,
    Column("figure", String, primary_key=True),
    partnership_column(),
    *map(text_column, ("indicator", "area", "category", "period", "quantity", "kind", "compare")),
    Column("sign", Integer, nullable=False),
    *value_columns(),
    cell_column(),
)

note = Table(
    "note",
    metadata,
    Column("document", ForeignKey("source_document.document"), primary_key=True),
    Column("table", String, primary_key=True),
    Column("mark", String, primary_key=True),
    text_column("text"),
)

printed_table = Table(
    "printed_table",
    metadata,
    Column("document", ForeignKey("source_document.document"), primary_key=True),
    Column("table", String, primary_key=True),
    Column("order", Integer, nullable=False),
    text_column("columns"),
)
