"""Knows how to answer the questions on what is said of a plan as it goes on, and of which day answers are."""

from datetime import UTC, date, datetime

from sqlalchemy import Engine

from dashboard.domain.plans.progress import ActionUpdate
from dashboard.domain.plans.risks import RiskReview
from dashboard.domain.priorities.recorded import PriorityWord
from data.plans.priorities import priority_words
from data.plans.reviews import risk_reviews
from data.plans.updates import action_updates


class PlanStore:
    """Answers from the tables of updates, reviews and priorities."""

    _engine: Engine
    _day: date | None

    def day(self) -> date:
        """The day on which a date is past or to come: the one that was asked for, else today (UTC)."""
        return self._day or datetime.now(UTC).date()

    def action_updates(self, partnership: str) -> tuple[ActionUpdate, ...]:
        return action_updates(self._engine, partnership, self._day)

    def risk_reviews(self, partnership: str) -> tuple[RiskReview, ...]:
        return risk_reviews(self._engine, partnership, self._day)

    def priority_words(self, partnership: str) -> tuple[PriorityWord, ...]:
        return priority_words(self._engine, partnership, self._day)
