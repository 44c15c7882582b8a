"""Knows the tables of what the documents hold beside figures: printed cells, plans, meetings, surveys, statements."""

from sqlalchemy import Column, ForeignKey, Integer, Table

from data.schema import cell_column, metadata, number_column, partnership_column, text_column

printed_cell = Table(
    "printed_cell",
    metadata,
    number_column(),
    Column("document", ForeignKey("source_document.document"), nullable=False),
    *map(text_column, ("table", "kind", "row", "column", "text")),
    Column("line", Integer, nullable=False),
)

survey_rank = Table(
    "survey_rank",
    metadata,
    number_column(),
    partnership_column(),
    *map(text_column, ("survey", "group", "area", "period", "category")),
    Column("rank", Integer, nullable=False),
    cell_column(),
)

action = Table(
    "action",
    metadata,
    number_column(),
    partnership_column(),
    *map(text_column, ("ref", "objective", "action", "lead", "due", "due_date", "category", "indicator")),
    *map(text_column, ("resources", "partners", "framework", "measure", "progress", "changes")),
    *map(text_column, ("outcome", "monitoring", "national_indicators")),
    cell_column(),
)

risk = Table(
    "risk",
    metadata,
    number_column(),
    partnership_column(),
    *map(text_column, ("ref", "kind", "risk", "controls", "further_actions", "lead", "category")),
    *(Column(name, Integer) for name in ("rating", "impact", "likelihood", "residual")),
    cell_column(),
)

meeting = Table(
    "meeting",
    metadata,
    number_column(),
    partnership_column(),
    *map(text_column, ("meeting", "date", "lead")),
    *(Column("order", Integer, nullable=False), cell_column()),
)

campaign = Table(
    "campaign",
    metadata,
    number_column(),
    partnership_column(),
    *map(text_column, ("kind", "text", "starts", "ends", "category")),
    *(Column(name, Integer, nullable=False) for name in ("meeting_order", "order")),
    cell_column(),
)

responsibility = Table(
    "responsibility",
    metadata,
    number_column(),
    partnership_column(),
    *map(text_column, ("level", "parent", "text")),
    Column("order", Integer, nullable=False),
    cell_column(),
)

statement = Table(
    "statement",
    metadata,
    number_column(),
    partnership_column(),
    *map(text_column, ("section", "group", "text", "categories")),
    Column("order", Integer, nullable=False),
    cell_column(),
)
