"""Knows how an action stands on a day: what was last said of it, by when it is due, and whether that day is past."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.domain.targets.status import Status

A_QUARTER = 92  # days: what nobody confirmed for longer is not known to hold
UNRECORDED = "status not recorded"


class ActionStatus(StrEnum):
    """What somebody says of an action; that it is overdue follows from its date and is said by nobody."""

    NOT_STARTED = "not started"
    ON_TRACK = "on track"
    AT_RISK = "at risk"
    DONE = "done"


#: As which status of a target each is told: one word, shape and colour on every page and slide.
TOLD_AS = {
    ActionStatus.NOT_STARTED: Status.NOT_JUDGED,
    ActionStatus.ON_TRACK: Status.MET,
    ActionStatus.AT_RISK: Status.NEAR,
    ActionStatus.DONE: Status.MET,
}
#: How plans write a status, in small letters: words and the colours that stand for them.
SPELLINGS: dict[str, ActionStatus] = {
    **dict.fromkeys(("not started", "not yet started", "not begun", "to start", "grey"), ActionStatus.NOT_STARTED),
    **dict.fromkeys(("on track", "on target", "in progress", "under way", "underway"), ActionStatus.ON_TRACK),
    **dict.fromkeys(("ongoing", "on going", "on-going", "started", "green"), ActionStatus.ON_TRACK),
    **dict.fromkeys(("at risk", "delayed", "slipping", "slipped", "behind", "off track"), ActionStatus.AT_RISK),
    **dict.fromkeys(("behind schedule", "amber", "red"), ActionStatus.AT_RISK),
    **dict.fromkeys(("done", "complete", "completed", "achieved", "finished", "closed", "blue"), ActionStatus.DONE),
    **{"g": ActionStatus.ON_TRACK, "a": ActionStatus.AT_RISK, "r": ActionStatus.AT_RISK, "b": ActionStatus.DONE},
}


@dataclass(frozen=True, slots=True)
class ActionUpdate:
    """What somebody said of an action, and when (ISO, UTC); an update is never changed, another is added."""

    number: int
    action: str  # its key
    status: ActionStatus
    words: str
    due: date | None  # another date by which it is due; None: as before
    reason: str  # why the date moved
    author: str
    moment: str

    @property
    def day(self) -> date:
        return date.fromisoformat(self.moment[:10])


@dataclass(frozen=True, slots=True)
class Planned:
    """What the plan itself says of an action: the date it is due, and a status where its words are one."""

    due: date | None
    status: ActionStatus | None = None


@dataclass(frozen=True, slots=True)
class ActionStanding:
    """How an action stands on *day*; without a status its *reason* says why."""

    day: date
    due: date | None
    original: date | None
    status: ActionStatus | None
    latest: ActionUpdate | None = None
    why_moved: str = ""

    @property
    def reason(self) -> str:
        return "" if self.status else UNRECORDED

    @property
    def days_over(self) -> int:
        """How many days it is overdue; 0 where it is not, or is done."""
        if self.due is None or self.status is ActionStatus.DONE:
            return 0
        return max(0, (self.day - self.due).days)

    @property
    def has_moved(self) -> bool:
        return self.original is not None and self.due != self.original

    @property
    def unconfirmed(self) -> int | None:
        """How many days ago somebody last said how it stands; None where nobody did."""
        return None if self.latest is None else max(0, (self.day - self.latest.day).days)

    @property
    def is_stale(self) -> bool:
        """Whether nobody confirmed for a quarter what is not done."""
        age = self.unconfirmed
        return self.status is not ActionStatus.DONE and age is not None and age > A_QUARTER


def standing_of(planned: Planned, updates: Sequence[ActionUpdate], day: date) -> ActionStanding:
    """How an action stands on *day* after its *updates*, the oldest first; those of later days are not known yet."""
    known = [item for item in updates if item.day <= day]
    moved = [item for item in known if item.due is not None]
    latest = known[-1] if known else None
    return ActionStanding(
        day=day,
        due=moved[-1].due if moved else planned.due,
        original=planned.due,
        status=latest.status if latest else planned.status,
        latest=latest,
        why_moved=moved[-1].reason if moved else "",
    )


def status_said(text: str) -> ActionStatus | None:
    """The status that *text* is, as plans write it; None where it says more, or something else."""
    return SPELLINGS.get(" ".join(text.lower().strip(" .").split()))
