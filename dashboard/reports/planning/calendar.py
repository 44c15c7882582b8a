"""Knows the calendar of a plan: its meetings, campaigns, dates of actions and reviews of risks, day by day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.domain.documents import Campaign, Meeting
from dashboard.domain.plans.progress import ActionStatus
from dashboard.reports.planning.lines import ActionLine, RiskLine


class EventKind(StrEnum):
    MEETING = "meeting"
    CAMPAIGN = "campaign"
    ACTION_STARTS = "action starts"
    ACTION_DUE = "action due"
    RISK_REVIEW = "risk review"


@dataclass(frozen=True, slots=True)
class PlanEvent:
    """What happens on a day, or from one to another."""

    kind: EventKind
    key: str
    words: str
    first: date
    last: date
    lead: str = ""
    place: str = ""


def events(
    meetings: Sequence[Meeting], actions: Sequence[ActionLine], risks: Sequence[RiskLine]
) -> tuple[PlanEvent, ...]:
    """Everything with a date, the earliest first; what is done is not due."""
    found = [*_of_meetings(meetings), *_of_actions(actions), *_of_risks(risks)]
    return tuple(sorted(found, key=lambda item: (item.first, list(EventKind).index(item.kind))))


def _of_meetings(meetings: Sequence[Meeting]) -> Iterator[PlanEvent]:
    for item in meetings:
        if item.date:
            words = item.meeting if item.meeting[:1].isalpha() else "Partnership meeting"
            yield PlanEvent(EventKind.MEETING, item.key, words, item.date, item.date, item.lead, item.place)
        for campaign in item.campaigns:
            if campaign.starts:
                yield _campaign(campaign, campaign.starts)


def _campaign(item: Campaign, starts: date) -> PlanEvent:
    ends = item.ends if item.ends and item.ends >= starts else starts
    return PlanEvent(EventKind.CAMPAIGN, item.key, item.text, starts, ends, item.lead)


def _of_actions(lines: Sequence[ActionLine]) -> Iterator[PlanEvent]:
    for line in lines:
        item, due = line.item, line.standing.due
        words = f"{item.ref} {line.words}".strip()
        if item.starts:
            yield PlanEvent(EventKind.ACTION_STARTS, item.key, words, item.starts, item.starts, item.lead)
        if due and line.standing.status is not ActionStatus.DONE:
            yield PlanEvent(EventKind.ACTION_DUE, item.key, words, due, due, item.lead)


def _of_risks(lines: Sequence[RiskLine]) -> Iterator[PlanEvent]:
    for line in lines:
        item, day = line.item, line.standing.next_review
        if day:
            yield PlanEvent(EventKind.RISK_REVIEW, item.key, f"{item.ref} {item.risk}".strip(), day, day, item.lead)
