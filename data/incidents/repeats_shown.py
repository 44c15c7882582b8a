"""Knows whether a partnership's repeats are shown: said by who administers it, the newest counts, shown without."""

from datetime import datetime

from sqlalchemy import Connection, Engine, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from data.audit.recording import record
from data.engine import begin_writing
from data.street.loading.totals import new_version
from data.tables.incidents import repeats_shown

SAID = ("not shown", "shown")


def are_repeats_shown(connection: Connection, partnership: str) -> bool:
    item = repeats_shown.c
    query = select(item.shown).where(item.partnership == partnership).order_by(item.id.desc()).limit(1)
    found = connection.execute(query).scalar()
    return found is None or bool(found)


def show_repeats(engine: Engine, partnership: str, *, shown: bool, who: str, moment: datetime) -> None:
    """Keep whether they are shown from now on; the same again changes nothing."""
    with begin_writing(engine) as connection:
        before = are_repeats_shown(connection, partnership)
        if before is shown:
            return
        stamp = moment.isoformat(timespec="seconds")
        values = {"partnership": partnership, "shown": int(shown), "author": who, "moment": stamp}
        connection.execute(insert(repeats_shown).values(values))
        record(connection, Deed(DeedKind.REPEATS_SET, "repeats", partnership, SAID[before], SAID[shown]), moment)
        new_version(connection, moment.isoformat())
