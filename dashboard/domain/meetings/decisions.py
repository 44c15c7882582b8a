"""Knows a decision of a meeting and its course: confirmed, due later with the reason, asked to close, closed."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class DecisionKind(StrEnum):
    NOTE = "note"
    ACTION = "action"
    CHANGE = "change"
    ADD = "add a measure or target"
    RETIRE = "retire a measure or target"
    MILESTONE = "milestone"
    RISK = "risk score"
    RECOMMENDATION = "recommendation"


#: What has to be done after the meeting, and so stays open until it is agreed to be closed.
TO_BE_DONE = frozenset(DecisionKind) - {DecisionKind.NOTE}


class DecisionState(StrEnum):
    NOTED = "noted"
    OPEN = "open"
    ASKED = "closure asked for"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class StepKind(StrEnum):
    CORRECTED = "corrected"
    CONFIRMED = "confirmed"
    REVISED = "due date revised"
    ASKED = "closure asked for"
    AGREED = "closure agreed"
    REFUSED = "closure refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class DecisionStep:
    """What happened to a decision afterwards; *words* are progress, the reason, or the corrected text."""

    kind: StepKind
    words: str
    who: str
    moment: str
    due: date | None = None
    meeting: int = 0  # in which it was agreed or refused; 0: between meetings


@dataclass(frozen=True, slots=True)
class MeetingDecision:
    """Words, owner (a role), due date and the meeting; *due*, *words* and *state* are as they are now."""

    number: int
    meeting: int
    partnership: str
    kind: DecisionKind
    words: str
    owner: str
    due: date | None
    who: str
    moment: str
    item: int = 0
    why: str = ""
    indicator: str = ""
    key: str = ""  # of the action or risk of the plan
    to_body: str = ""  # to which a recommendation is carried
    is_private: bool = False
    original_due: date | None = None
    state: DecisionState = DecisionState.OPEN
    confirmed: str = ""  # when somebody last said how it stands (ISO, UTC)
    version: int = 0
    course: tuple[DecisionStep, ...] = ()

    @property
    def is_live(self) -> bool:
        """Whether something is left to do."""
        return self.state in (DecisionState.OPEN, DecisionState.ASKED)

    def is_overdue(self, day: date) -> bool:
        return self.is_live and self.due is not None and self.due < day

    def unconfirmed_days(self, day: date) -> int:
        """How long ago somebody last said how it stands."""
        return max((day - date.fromisoformat(self.confirmed[:10])).days, 0)

    @property
    def revisions(self) -> tuple[DecisionStep, ...]:
        return tuple(step for step in self.course if step.kind is StepKind.REVISED)


AFTER = {
    StepKind.ASKED: DecisionState.ASKED,
    StepKind.AGREED: DecisionState.CLOSED,
    StepKind.REFUSED: DecisionState.OPEN,
    StepKind.WITHDRAWN: DecisionState.WITHDRAWN,
}


def stepped(decision: MeetingDecision, step: DecisionStep, version: int) -> MeetingDecision:
    """*decision* after this *step*."""
    found = replace(decision, course=(*decision.course, step), version=version)
    if step.kind is StepKind.CORRECTED:
        return replace(found, words=step.words)
    if step.kind is StepKind.REVISED:
        return replace(found, due=step.due, confirmed=step.moment)
    return replace(found, state=AFTER.get(step.kind, decision.state), confirmed=step.moment)


def may_follow(decision: MeetingDecision, kind: StepKind) -> bool:
    """Whether a step of this *kind* makes sense now: closure is agreed where it was asked for, and so on."""
    if kind in (StepKind.AGREED, StepKind.REFUSED):
        return decision.state is DecisionState.ASKED
    if kind in (StepKind.CORRECTED, StepKind.WITHDRAWN):
        return decision.state is not DecisionState.WITHDRAWN
    if kind is StepKind.ASKED:
        return decision.state is DecisionState.OPEN
    return decision.is_live


def left_undone(decisions: tuple[MeetingDecision, ...], day: date) -> tuple[MeetingDecision, ...]:
    """What heads the next meeting: overdue first, then by due date, those without one last."""
    live = [item for item in decisions if item.is_live]
    return tuple(sorted(live, key=lambda item: (not item.is_overdue(day), item.due or date.max, item.number)))


def owners_invited(decisions: tuple[MeetingDecision, ...], day: date) -> tuple[str, ...]:
    """The owners of what is overdue or asked to be closed, each once, as they are written first."""
    found: dict[str, str] = {}
    for item in left_undone(decisions, day):
        if item.owner and (item.is_overdue(day) or item.state is DecisionState.ASKED):
            found.setdefault(item.owner.casefold(), item.owner)
    return tuple(found.values())
