"""Knows how the columns of a partnership's incident lists are matched: kept under a name, found by their headings."""

import json
from datetime import datetime

from sqlalchemy import Connection, Engine, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.entering.questions import COLUMNS, NAME, Answers
from dashboard.domain.errors import RefusedFile
from dashboard.domain.incidents.columns import ColumnRole, read_columns, said_columns
from data.audit.recording import record
from data.engine import begin_writing
from data.names import slug
from data.parcels import IncidentTable
from data.sources.told import ListLayout
from data.summaries import Wish
from data.tables.incidents import list_layout

FORGOTTEN = ""  # instead of the columns


def kept_layouts(connection: Connection, partnership: str) -> list[tuple[int, str, str, str]]:
    """Number, name, headings and columns of what is kept, the newest first; of the same headings the newest counts."""
    item = list_layout.c
    query = select(item.id, item.name, item.headings, item.columns).where(item.partnership == partnership)
    found: dict[str, tuple[int, str, str, str]] = {}
    for number, name, headings, columns in connection.execute(query.order_by(item.id.desc())):
        found.setdefault(headings.casefold(), (number, name, headings, columns))
    return [kept for kept in found.values() if kept[-1] != FORGOTTEN]


def layouts_of(connection: Connection, partnership: str) -> list[ListLayout]:
    """What is kept of a partnership."""
    found = kept_layouts(connection, partnership)
    return [ListLayout(_roles(columns), headings=json.loads(head), name=name) for _, name, head, columns in found]


def forget_layout(engine: Engine, partnership: str, number: int, who: str, moment: datetime) -> None:
    """Ask again about lists with such headings; raises RefusedFile where nothing of this number is kept."""
    with begin_writing(engine) as connection:
        kept = next((item for item in kept_layouts(connection, partnership) if item[0] == number), None)
        if kept is None:
            raise RefusedFile("No such columns are kept.")
        _, name, headings, columns = kept
        values = {"partnership": partnership, "name": name, "columns": FORGOTTEN, "headings": headings}
        stamp = moment.isoformat(timespec="seconds")
        connection.execute(insert(list_layout).values(author=who, moment=stamp, **values))
        record(connection, Deed(DeedKind.LAYOUT_KEPT, f"columns of {name}", partnership, columns, "forgotten"), moment)


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
