"""Knows how reviews of risks are kept: rows that only grow, each with who made it and when."""

from datetime import date, datetime

from sqlalchemy import Engine

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.plans.risks import RiskReview, Score
from dashboard.domain.plans.updates import SaidOfRisk
from data.plans.turns import Course, Values, said, say
from data.schema import Found
from data.tables.reviews import risk_review as table


def review_risk(engine: Engine, place: tuple[str, str], words: SaidOfRisk, moment: datetime) -> None:
    """Keep what was said of a risk: partnership and key; raises RefusedEntry where somebody else reviewed it first."""
    say(engine, REVIEWS, place, words, moment)


def risk_reviews(engine: Engine, partnership: str, day: date | None) -> tuple[RiskReview, ...]:
    return said(engine, REVIEWS, partnership, day)


def _values(words: SaidOfRisk) -> Values:
    return {
        "impact": words.inherent.impact,
        "likelihood": words.inherent.likelihood,
        "rating": words.inherent.printed,
        "residual_impact": words.residual.impact,
        "residual_likelihood": words.residual.likelihood,
        "residual_rating": words.residual.printed,
        "words": words.words,
        "next_review": words.next_review.isoformat() if words.next_review else "",
        "author": words.author,
    }


def _read(row: Found) -> RiskReview:
    return RiskReview(
        number=row.id,
        risk=row.risk,
        inherent=Score(row.impact, row.likelihood, row.rating),
        residual=Score(row.residual_impact, row.residual_likelihood, row.residual_rating),
        words=row.words,
        next_review=date.fromisoformat(row.next_review) if row.next_review else None,
        author=row.author,
        moment=row.moment,
    )


def _deed(place: tuple[str, str], before: RiskReview | None, words: SaidOfRisk) -> Deed:
    partnership, risk = place
    stood = _told(before.inherent, before.residual) if before else ""
    return Deed(DeedKind.RISK_REVIEWED, risk, partnership, stood, _told(words.inherent, words.residual))


def _told(inherent: Score, residual: Score) -> str:
    """'12 before controls, 9 after'."""
    after = "no score" if residual.rating is None else str(residual.rating)
    return f"{inherent.rating} before controls, {after} after"


REVIEWS = Course(table, "risk", _values, _read, _deed)
