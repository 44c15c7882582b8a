"""A store that remembers answers every question there is, each from memory or afresh."""

from dashboard.questions.incidents import Incidents
from dashboard.questions.store import Documents, Figures, Frozen, Meetings, Places, PlanKeeping, SmallNumbers
from dashboard.questions.street import Streets
from dashboard.reports.store_memory import ASKED_AFRESH, FEWER_ANSWERS, KEPT


def test_every_question_is_answered_from_memory_or_afresh_and_none_twice() -> None:
    questions = [
        name
        for part in (Places, Figures, Documents, PlanKeeping, Streets, Incidents, SmallNumbers, Meetings, Frozen)
        for name in vars(part)
        if not name.startswith("_")
    ]
    assert sorted([*KEPT, *FEWER_ANSWERS, *ASKED_AFRESH]) == sorted(questions)
