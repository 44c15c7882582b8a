"""Knows how what somebody says of a finding is kept: nothing is overwritten, the newest word counts."""

from datetime import datetime

from sqlalchemy import Connection, Engine, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.checks.findings import Standing
from dashboard.domain.errors import RefusedFile
from dashboard.domain.statistics.rebaselines import LONGEST_NAME, LONGEST_REASON
from data.audit.recording import record
from data.engine import begin_writing
from data.own.commentaries import OVERTAKEN
from data.own.pointer import stamp
from data.schema import Found
from data.tables.own import judgement

Said = tuple[str, str, str]  # standing, words, who


def say(engine: Engine, place: tuple[str, str], said: Said, moment: datetime, seen: str | None = None) -> None:
    """Keep what is *said* of a partnership's finding; the same once more, as a double click sends it, is kept once.

    *seen* is the moment of what its page showed. Raises RefusedFile with what is missing, or what others wrote since.
    """
    _look_through(said)
    standing, words, who = said
    partnership, finding = place
    with begin_writing(engine) as connection:
        before = _newest(connection, place)
        if before is not None and (before.state, before.words, before.who) == said:
            return
        if seen is not None and before is not None and before.moment != seen:
            raise RefusedFile(OVERTAKEN)
        values = {"partnership": partnership, "finding": finding, "state": standing, "words": words, "who": who}
        connection.execute(insert(judgement).values(moment=stamp(moment), **values))
        stood = before.state if before is not None else ""
        record(connection, Deed(DeedKind.FINDING_JUDGED, finding, partnership, stood, standing), moment)


def _look_through(said: Said) -> None:
    standing, words, who = said
    if standing not in frozenset(Standing):
        raise RefusedFile("Choose explained, accepted or open.")
    if standing == Standing.EXPLAINED and not words:
        raise RefusedFile("Enter the explanation.")
    if not who:
        raise RefusedFile("Enter your name.")
    for name, text, longest in (("The explanation", words, LONGEST_REASON), ("Your name", who, LONGEST_NAME)):
        if len(text) > longest:
            raise RefusedFile(f"{name} must be {longest} characters or fewer: it has {len(text):,}.")


def _newest(connection: Connection, place: tuple[str, str]) -> Found | None:
    """What was said of a finding last."""
    item = judgement.c
    query = select(judgement).where(item.partnership == place[0], item.finding == place[1])
    return connection.execute(query.order_by(item.id.desc()).limit(1)).first()
