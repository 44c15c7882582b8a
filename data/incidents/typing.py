"""Knows how somebody says which crime type an offence of their lists is: rows only grow, the newest counts."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, Engine, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.errors import RefusedFile
from data.audit.recording import record
from data.engine import begin_writing
from data.incidents.standing import Offences
from data.street.loading.totals import new_version
from data.tables import documents as published
from data.tables import incidents as tables

NONE = "none"  # said of an offence that is no crime type


def say_types(engine: Engine, partnership: str, said: Mapping[str, str], who: str, moment: datetime) -> None:
    """Keep which crime types offences are, by their words in a list; a type by its slug, or NONE.

    All of them or none: raises RefusedFile for an offence that no list has, and a type that there is not.
    """
    with begin_writing(engine) as connection:
        for words, crime in said.items():
            _say_type(connection, partnership, (words, crime), (who, moment))
        new_version(connection, moment.isoformat())


def _say_type(connection: Connection, partnership: str, said: tuple[str, str], by: tuple[str, datetime]) -> None:
    (words, crime), (who, moment) = said, by
    item, of, kind = tables.incident_offence.c, tables.incident_list.c, published.crime_type.c
    known = select(item.words).join(tables.incident_list, of.id == item.list).where(of.partnership == partnership)
    if words not in set(connection.scalars(known)):
        raise RefusedFile(f"No list of this partnership has an offence “{words}”.")
    crimes = [*connection.scalars(select(kind.crime).order_by(kind.number)), NONE]
    if crime not in crimes:
        raise RefusedFile(f"“{crime}” is no crime type; there are {', '.join(crimes)}.")
    before = Offences(connection, partnership).crime(words) or NONE
    stamp = moment.isoformat(timespec="seconds")
    values = {"partnership": partnership, "words": words, "crime": "" if crime == NONE else crime}
    connection.execute(insert(tables.offence_type).values(author=who, moment=stamp, **values))
    record(connection, Deed(DeedKind.INDICATOR_CHANGED, f"offence {words}", partnership, before, crime), moment)
