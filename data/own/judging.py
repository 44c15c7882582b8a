"""Knows how what somebody says of a finding is kept: nothing is overwritten, the newest word counts."""

from datetime import datetime

from sqlalchemy import Connection, Engine, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.checks.findings import Standing
from dashboard.domain.errors import RefusedFile
from data.audit.recording import record
from data.engine import begin_writing
from data.own.pointer import stamp
from data.tables.own import judgement

LONGEST = 500


def say(engine: Engine, partnership: str, finding: str, said: tuple[str, str, str], moment: datetime) -> None:
    """Keep *said* of a finding: standing, words and who; raises RefusedFile with what is missing."""
    standing, words, who = said
    if standing not in frozenset(Standing):
        raise RefusedFile("Choose explained, accepted or open.")
    if standing == Standing.EXPLAINED and not words:
        raise RefusedFile("Enter the explanation.")
    if not who:
        raise RefusedFile("Enter your name.")
    values = {"partnership": partnership, "finding": finding, "state": standing, "words": words[:LONGEST], "who": who}
    with begin_writing(engine) as connection:
        before = _standing(connection, partnership, finding)
        connection.execute(insert(judgement).values(moment=stamp(moment), **values))
        record(connection, Deed(DeedKind.FINDING_JUDGED, finding, partnership, before, standing), moment)


def _standing(connection: Connection, partnership: str, finding: str) -> str:
    """How a finding stood before; empty where nobody has said anything of it."""
    item = judgement.c
    query = select(item.state).where(item.partnership == partnership, item.finding == finding)
    return connection.execute(query.order_by(item.id.desc()).limit(1)).scalar() or ""
