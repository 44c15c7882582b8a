"""Knows the tables of incident lists: which stand, and each month in columns; no reference of an incident is kept."""

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table

from data.schema import text_column
from data.tables.street import number, small

incidents = MetaData()


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _packed(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)


incident_list = Table(  # *starts_exact*: a blank end means that the first time is the time itself
    "incident_list",
    incidents,
    _id(),
    *map(number, ("arrival", "first", "last", "incidents")),
    *map(text_column, ("partnership", "file", "sheet", "moment")),
    *map(small, ("month_first", "starts_exact")),
    Index("incident_list_read", "partnership"),
)

incident_move = Table(  # that a list stands, or is withdrawn; rows only grow, and the newest says it
    "incident_move",
    incidents,
    _id(),
    *map(number, ("list", "standing")),
    *map(text_column, ("partnership", "moment", "who", "why")),
)

incident_month = Table(  # whole numbers of four bytes in columns, as data/incidents/packed.py has them
    "incident_month",
    incidents,
    number("list", key=True),
    number("month", key=True),
    number("rows"),
    _packed("incidents"),
    _packed("parts"),
)

incident_sum = Table(  # the same by hour of the week, as data/hour_sums.py has it
    "incident_sum",
    incidents,
    *(number(name, key=True) for name in ("list", "split", "number")),
    _packed("sums"),
)

incident_offence = Table(
    "incident_offence",
    incidents,
    number("list", key=True),
    number("number", key=True),
    number("rows"),
    text_column("words"),
)

incident_area = Table(  # *code* of the place, or of the partnership's own area, that an area of a list is
    "incident_area",
    incidents,
    number("list", key=True),
    number("number", key=True),
    *map(text_column, ("words", "code")),
)

list_layout = Table(  # which columns say what, of lists with these *headings*; rows only grow, and the newest says it
    "list_layout",
    incidents,
    _id(),
    *map(text_column, ("partnership", "name", "headings", "columns", "author", "moment")),
    Index("list_layout_read", "partnership"),
)

repeats_shown = Table(  # whether a partnership's repeats are shown; rows only grow, and the newest says it
    "repeats_shown",
    incidents,
    _id(),
    small("shown"),
    *map(text_column, ("partnership", "author", "moment")),
    Index("repeats_shown_read", "partnership"),
)

offence_type = Table(  # which crime type somebody says that an offence is; rows only grow
    "offence_type",
    incidents,
    _id(),
    *map(text_column, ("partnership", "words", "crime", "author", "moment")),
    Index("offence_type_read", "partnership"),
)
