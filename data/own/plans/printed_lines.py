"""Knows the lines of a document's plan by field, as a file of one's own says them, so that the two can be compared."""

from collections.abc import Iterator
from typing import Protocol

from dashboard.domain.documents import Action, Meeting, Priority, Risk, SurveyRank
from dashboard.domain.plans.lines import PlanLine
from dashboard.domain.records import Scope
from data.own.plan_rows import LineKey

Fields = dict[str, str]


class PlanQuestions(Protocol):
    """What is asked of a store."""

    def actions(self, scope: Scope, /) -> tuple[Action, ...]: ...
    def risks(self, scope: Scope, /) -> tuple[Risk, ...]: ...
    def meetings(self, partnership: str, /) -> tuple[Meeting, ...]: ...
    def survey_ranks(self, partnership: str, /) -> tuple[SurveyRank, ...]: ...
    def priorities(self, partnership: str, /) -> tuple[Priority, ...]: ...


SCORES = ("rating", "impact", "likelihood", "residual")


def printed_lines(store: PlanQuestions, home: str) -> dict[LineKey, PlanLine]:
    """What the documents print of a partnership."""
    return {(what, key): PlanLine(what, key, said) for (what, key), said in _lines(store, home)}


def _lines(store: PlanQuestions, home: str) -> Iterator[tuple[LineKey, Fields]]:
    scope = Scope(home)
    yield from ((("action", item.key), action_fields(item)) for item in store.actions(scope))
    yield from ((("risk", item.key), risk_fields(item)) for item in store.risks(scope))
    yield from ((("rank", item.key), _rank(item)) for item in store.survey_ranks(home))
    yield from ((("priority", item.key), _priority(item)) for item in store.priorities(home))
    for meeting in store.meetings(home):
        yield ("meeting", meeting.key), {"date": meeting.meeting, "lead": meeting.lead}
        for campaign in meeting.campaigns:
            said = {"campaign": campaign.text, "kind": campaign.kind, "meeting": meeting.meeting}
            yield ("campaign", campaign.key), said


def _rank(item: SurveyRank) -> Fields:
    said = {"survey": item.survey, "group": item.group, "period": item.period}
    return said | {"rank": str(item.rank), "concern": item.source.text}


def _priority(item: Priority) -> Fields:
    area = item.area.rsplit("/", 1)[-1]
    return {"priority": item.text, "objective": item.objective, "body": item.body, "area": area}


def action_fields(item: Action) -> Fields:
    return {"ref": item.ref, "objective": item.objective, **dict(item.cells)}


def risk_fields(item: Risk) -> Fields:
    scores = {name: "" if (score := getattr(item, name)) is None else str(score) for name in SCORES}
    names = ("ref", "kind", "risk", "controls", "further_actions", "lead")
    return {name: str(getattr(item, name)) for name in names} | scores
