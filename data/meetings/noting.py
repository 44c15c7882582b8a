"""Knows how notes on figures are written: a correction is another row, and so is taking one back."""

from collections.abc import Mapping

from sqlalchemy import Connection, Engine, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.errors import WrittenMeanwhile
from data.audit.recording import record
from data.engine import begin_writing
from data.meetings.keeping import Sent, put, was_sent
from data.schema import Found
from data.tables.meetings import figure_note

PLACE = ("partnership", "indicator", "area", "period")


def note(engine: Engine, place: Mapping[str, str], words: str, sent: Sent, meeting: int = 0) -> None:
    """Keep *words* on a *place*: partnership, indicator, area and period."""
    with begin_writing(engine) as connection:
        if not was_sent(connection, figure_note, sent):
            values = {name: place[name] for name in PLACE}
            number = put(
                connection, figure_note, sent, {**values, "meeting": meeting, "about": 0, "gone": 0, "words": words}
            )
            _tell(connection, number, place["partnership"], sent)


def correct_note(engine: Engine, identity: int, seen: int, words: str, sent: Sent) -> None:
    """Keep *words* instead of those of a note, or take it back without any; raises WrittenMeanwhile."""
    with begin_writing(engine) as connection:
        if was_sent(connection, figure_note, sent):
            return
        newest = newest_note(connection, identity)
        if newest.id != seen:
            raise WrittenMeanwhile(newest.words, newest.who, newest.moment)
        values = {name: getattr(newest, name) for name in (*PLACE, "meeting")}
        gone = {"about": identity, "gone": 0 if words else 1, "words": words or newest.words}
        put(connection, figure_note, sent, {**values, **gone})
        _tell(connection, identity, newest.partnership, sent)


def newest_note(connection: Connection, identity: int) -> Found:
    item = figure_note.c
    query = select(figure_note).where((item.id == identity) | (item.about == identity)).order_by(item.id.desc())
    return connection.execute(query.limit(1)).one()


def _tell(connection: Connection, number: int, partnership: str, sent: Sent) -> None:
    record(connection, Deed(DeedKind.NOTE_WRITTEN, f"note {number}", partnership), sent.moment)
