"""Knows how partnerships' papers look: rows that only grow, of which the newest counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.papers.look import OwnLook
from data.audit.recording import record
from data.engine import begin_writing
from data.tables.papers import own_look

NOTHING_SET = OwnLook()


@dataclass(frozen=True, slots=True)
class KeptLook:
    """A look with its logo, a checked PNG, and who set it when; empty where nobody has."""

    look: OwnLook = NOTHING_SET
    logo: bytes = b""
    author: str = ""
    moment: str = ""


def look_of(engine: Engine, partnership: str) -> KeptLook:
    """How the papers of a partnership look now."""
    query = select(own_look).where(own_look.c.partnership == partnership).order_by(own_look.c.id.desc()).limit(1)
    with engine.connect() as connection:
        row = connection.execute(query).first()
    if row is None:
        return KeptLook()
    committees = tuple(filter(None, row.committees.split("\n")))
    look = OwnLook(row.name, row.accent, row.logo_alt, committees)
    return KeptLook(look, bytes(row.logo), row.author, row.moment)


def set_look(engine: Engine, partnership: str, kept: KeptLook, moment: datetime) -> None:
    """Keep how the papers look from now on, signed by the author of *kept*; the same once more is kept once."""
    before = look_of(engine, partnership)
    if (before.look, before.logo) == (kept.look, kept.logo):
        return
    look = kept.look
    values: Mapping[str, object] = {
        "partnership": partnership,
        **{name: getattr(look, name) for name in ("name", "accent", "logo_alt")},
        "committees": "\n".join(look.committees),
        "author": kept.author,
        "moment": moment.isoformat(),
        "logo": kept.logo,
    }
    with begin_writing(engine) as connection:
        connection.execute(insert(own_look).values(**values))
        deed = Deed(DeedKind.PAPERS_SET, "how papers look", partnership, said(before), said(kept))
        record(connection, deed, moment)


def said(kept: KeptLook) -> str:
    """What the audit trail says of a look: no words that somebody typed."""
    parts = (("a name", kept.look.name), ("a logo", kept.logo), ("committees", kept.look.committees))
    told = [*(words for words, has in parts if has), *filter(None, [kept.look.accent])]
    return ", ".join(told) or "the product's own"
