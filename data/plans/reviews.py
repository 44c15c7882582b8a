"""Knows how reviews of risks are kept: rows that only grow, each with who made it and when."""

from datetime import date, datetime

from sqlalchemy import Connection, Engine, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.plans.risks import RiskReview, Score
from dashboard.domain.plans.updates import SaidOfRisk
from data.audit.recording import record
from data.engine import begin_writing
from data.own.pointer import stamp
from data.plans.turns import look_first, until
from data.tables.reviews import risk_review as table


def review_risk(engine: Engine, place: tuple[str, str], said: SaidOfRisk, moment: datetime) -> None:
    """Keep what was *said* of a risk: partnership and key; raises RefusedEntry where somebody else reviewed it first.

    The same once more, as a double click sends it, is kept once.
    """
    partnership, risk = place
    with begin_writing(engine) as connection:
        since = [item for item in _read(connection, partnership, None) if item.risk == risk]
        if look_first([item for item in since if item.number > said.seen], lambda item: _is(item, said)):
            return
        place_and_time = {"partnership": partnership, "risk": risk, "moment": stamp(moment)}
        connection.execute(insert(table).values(_row(said) | place_and_time))
        before = _words(since[-1].inherent, since[-1].residual) if since else ""
        after = _words(said.inherent, said.residual)
        record(connection, Deed(DeedKind.RISK_REVIEWED, risk, partnership, before, after), moment)


def risk_reviews(engine: Engine, partnership: str, day: date | None) -> tuple[RiskReview, ...]:
    """Every review of a partnership's risks up to the end of *day* (UTC), the oldest first."""
    with engine.connect() as connection:
        return _read(connection, partnership, day)


def _words(inherent: Score, residual: Score) -> str:
    """'12 before controls, 9 after'."""
    after = "no score" if residual.rating is None else str(residual.rating)
    return f"{inherent.rating} before controls, {after} after"


def _is(item: RiskReview, said: SaidOfRisk) -> bool:
    mine = (said.inherent, said.residual, said.words, said.next_review, said.author)
    return (item.inherent, item.residual, item.words, item.next_review, item.author) == mine


def _row(said: SaidOfRisk) -> dict[str, int | str | None]:
    return {
        "impact": said.inherent.impact,
        "likelihood": said.inherent.likelihood,
        "rating": said.inherent.printed,
        "residual_impact": said.residual.impact,
        "residual_likelihood": said.residual.likelihood,
        "residual_rating": said.residual.printed,
        "words": said.words,
        "next_review": said.next_review.isoformat() if said.next_review else "",
        "author": said.author,
    }


def _read(connection: Connection, partnership: str, day: date | None) -> tuple[RiskReview, ...]:
    query = until(select(table).where(table.c.partnership == partnership).order_by(table.c.id), table, day)
    return tuple(
        RiskReview(
            number=row.id,
            risk=row.risk,
            inherent=Score(row.impact, row.likelihood, row.rating),
            residual=Score(row.residual_impact, row.residual_likelihood, row.residual_rating),
            words=row.words,
            next_review=date.fromisoformat(row.next_review) if row.next_review else None,
            author=row.author,
            moment=row.moment,
        )
        for row in connection.execute(query)
    )
