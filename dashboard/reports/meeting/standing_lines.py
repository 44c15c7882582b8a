"""Knows how decisions, actions and risks stand on the day on which a meeting sees them, as lines that are frozen."""

from collections.abc import Collection, Iterable
from datetime import date

from dashboard.domain.meetings.decisions import DecisionState, MeetingDecision
from dashboard.domain.meetings.record import MeetingRecord
from dashboard.domain.plans.progress import ActionStatus
from dashboard.domain.plans.risks import RiskStanding
from dashboard.domain.records import Scope
from dashboard.domain.snapshots.lines import LineKind, SeenLine
from dashboard.domain.wording import first_words
from dashboard.questions.store import Store
from dashboard.reports.planning.lines import ActionLine, RiskLine, action_lines, risk_lines

LONGEST = 160  # characters of an action, risk or decision
Lines = tuple[SeenLine, ...]
OVER = (DecisionState.CLOSED, DecisionState.WITHDRAWN)


def plan_seen(store: Store, partnership: str) -> Lines:
    """Every action and risk of a partnership on the day of the store."""
    scope = Scope(partnership)
    actions = (_action(line) for line in action_lines(store, scope))
    return (*actions, *(_risk(line) for line in risk_lines(store, scope)))


def decisions_seen(decisions: Iterable[MeetingDecision], hidden: Collection[int], day: date) -> Lines:
    """Every decision on a *day*; those of the items in *hidden* are private as these are."""
    return tuple(_decision(item, day, is_private=item.is_private or item.item in hidden) for item in decisions)


def private_items(meetings: Iterable[MeetingRecord]) -> frozenset[int]:
    return frozenset(item.number for meeting in meetings for item in meeting.items if item.is_private)


def _action(line: ActionLine) -> SeenLine:
    item, standing = line.item, line.standing
    return SeenLine(
        kind=str(LineKind.ACTION),
        key=item.key,
        words=first_words(f"{item.ref} {line.words}", LONGEST),
        owner=item.lead,
        stands=str(standing.status or standing.reason),
        due=standing.due.isoformat() if standing.due else "",
        is_late=standing.days_over > 0,
        is_done=standing.status is ActionStatus.DONE,
    )


def _risk(line: RiskLine) -> SeenLine:
    item, standing = line.item, line.standing
    return SeenLine(
        kind=str(LineKind.RISK),
        key=item.key,
        words=first_words(f"{item.ref} {item.risk}", LONGEST),
        owner=item.lead,
        stands=_scored(standing),
        score=standing.now,
    )


def _scored(standing: RiskStanding) -> str:
    """'12 after controls'."""
    if standing.now is None:
        return "not scored"
    return f"{standing.now} {'before' if standing.residual.rating is None else 'after'} controls"


def _decision(item: MeetingDecision, day: date, *, is_private: bool) -> SeenLine:
    return SeenLine(
        kind=str(LineKind.DECISION),
        key=str(item.number),
        words=first_words(item.words, LONGEST),
        owner=item.owner,
        stands=str(item.state),
        due=item.due.isoformat() if item.due else "",
        indicator=item.indicator,
        is_late=item.is_overdue(day),
        is_done=item.state in OVER,
        is_private=is_private,
    )
