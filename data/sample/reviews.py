"""Knows what was said of the made-up county's plan since it was agreed: updates of actions and reviews of risks."""

from datetime import date

from sqlalchemy import Engine, insert, select

from dashboard.domain.plans.progress import ActionStatus, ActionUpdate
from dashboard.domain.plans.risks import RiskReview, Score
from dashboard.reports.made_up import INVENTED
from data.engine import begin_writing
from data.tables.reviews import action_update, risk_review

LICENSING, POLICE, COUNCIL = "Licensing manager", "Chief Inspector, local policing", "Head of community safety"
HEALTH, TRADE = "Public health consultant", "Retail forum chair"
DECEMBER = date(2026, 12, 10)  # the strategy group meets


def _moment(day: int, month: int) -> str:
    return f"2026-{month:02}-{day:02}T09:00:00+00:00"


def updates() -> tuple[ActionUpdate, ...]:
    """What was said of actions, in the order of the days."""
    on_track, at_risk = ActionStatus.ON_TRACK, ActionStatus.AT_RISK
    year_end, spring = date(2026, 12, 31), date(2027, 3, 31)
    doors, lamps = "38 trained; the contract of the trainer ended", "Two car parks lit; the third waits for its supply"
    wait, trainer = "22 people in treatment; waiting list of seven weeks", "A new trainer starts in October"
    return (
        ActionUpdate(1, "a5", on_track, "92% visited in the quarter", None, "", POLICE, _moment(2, 7)),
        ActionUpdate(2, "a2", at_risk, doors, year_end, trainer, LICENSING, _moment(10, 9)),
        ActionUpdate(3, "a1", on_track, "Patrols on 24 weekends", None, "", POLICE, _moment(8, 10)),
        ActionUpdate(4, "a6", at_risk, lamps, None, "", COUNCIL, _moment(9, 10)),
        ActionUpdate(5, "a9", at_risk, wait, spring, "A second nurse starts in January", HEALTH, _moment(12, 10)),
        ActionUpdate(6, "a8", on_track, "58 shops joined", None, "", TRADE, _moment(5, 11)),
    )


def reviews() -> tuple[RiskReview, ...]:
    """What reviews of risks found, in the order of the days."""
    sent, booked = "The bid was sent; an answer is expected in January", "Both providers are booked until the spring"
    grant, doors, coast = Score(4, 4), Score(3, 4), Score(4, 3)
    signs = "Fewer thefts since the signs went up"
    return (
        RiskReview(1, "r2", doors, Score(3, 2), "Two providers asked", date(2026, 10, 31), LICENSING, _moment(11, 6)),
        RiskReview(2, "r1", grant, Score(4, 3), sent, DECEMBER, COUNCIL, _moment(15, 10)),
        RiskReview(3, "r2", doors, doors, booked, DECEMBER, LICENSING, _moment(15, 10)),
        RiskReview(4, "r3", coast, Score(4, 2), signs, DECEMBER, POLICE, _moment(15, 10)),
    )


def ensure_reviews(engine: Engine) -> None:
    """Let it have been said, unless anything of Sampleshire's plan was said already."""
    with begin_writing(engine) as connection:
        asked = (select(table.c.id).where(table.c.partnership == INVENTED) for table in (action_update, risk_review))
        if any(connection.execute(query.limit(1)).first() for query in asked):
            return
        connection.execute(insert(action_update), list(map(_update, updates())))
        connection.execute(insert(risk_review), list(map(_review, reviews())))


def _update(item: ActionUpdate) -> dict[str, str]:
    said = {"status": str(item.status), "words": item.words, "reason": item.reason, "author": item.author}
    due = item.due.isoformat() if item.due else ""
    return said | {"partnership": INVENTED, "action": item.action, "due": due, "moment": item.moment}


def _review(item: RiskReview) -> dict[str, int | str | None]:
    scores = {
        "impact": item.inherent.impact,
        "likelihood": item.inherent.likelihood,
        "rating": item.inherent.printed,
        "residual_impact": item.residual.impact,
        "residual_likelihood": item.residual.likelihood,
        "residual_rating": item.residual.printed,
    }
    again = item.next_review.isoformat() if item.next_review else ""
    said = {"words": item.words, "next_review": again, "author": item.author, "moment": item.moment}
    return {**scores, **said, "partnership": INVENTED, "risk": item.risk}
