"""Knows how the columns of a partnership's incident lists are matched: kept under a name, found by their headings."""

import json

from sqlalchemy import Connection, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.entering.questions import COLUMNS, NAME, Answers
from dashboard.domain.incidents.columns import ColumnRole, read_columns, said_columns
from data.audit.recording import record
from data.names import slug
from data.parcels import IncidentTable
from data.sources.told import ListLayout
from data.summaries import Wish
from data.tables.incidents import list_layout


def layouts_of(connection: Connection, partnership: str) -> list[ListLayout]:
    """What is kept of a partnership, the newest first."""
    item = list_layout.c
    query = select(item.name, item.headings, item.columns).where(item.partnership == partnership)
    found = connection.execute(query.order_by(item.id.desc()))
    return [ListLayout(_roles(columns), headings=json.loads(headings), name=name) for name, headings, columns in found]


def answered_layouts(answers: Answers) -> list[ListLayout]:
    """What is answered of the files of this call; raises RefusedFile for what cannot be right."""
    said = [(about, found[COLUMNS]) for about, found in answers.items() if about and COLUMNS in found]
    return [ListLayout(_roles(text), file=slug(about)) for about, text in said]


def keep_layout(connection: Connection, parcel: IncidentTable, partnership: str, wish: Wish) -> None:
    """Keep how the columns of a file were matched in this call, where they were; under its own name without one."""
    said = next((found for about, found in wish.answers.items() if slug(about) == slug(parcel.file)), {})
    if COLUMNS not in said:
        return
    name, columns = said.get(NAME) or parcel.file, said_columns(read_columns(said[COLUMNS]))
    values = {"partnership": partnership, "name": name, "columns": columns, "headings": json.dumps(parcel.heading)}
    stamp = wish.moment.isoformat(timespec="seconds")
    connection.execute(insert(list_layout).values(author=wish.who, moment=stamp, **values))
    record(connection, Deed(DeedKind.LAYOUT_KEPT, f"columns of {name}", partnership, after=columns), wish.moment)


def _roles(text: str) -> dict[ColumnRole, int]:
    return {ColumnRole(role): column for role, column in read_columns(text).items()}
