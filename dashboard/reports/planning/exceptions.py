"""Knows what of a plan somebody has to look at: what is overdue, at risk, went up, lacks a score, or is unconfirmed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.domain.plans.progress import ActionStatus
from dashboard.domain.plans.risks import Movement, RiskFlag
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.reports.planning.lines import ActionLine, RiskLine

LONGEST_AGO = 365  # days: what is longer past is told by its date alone


class Amiss(StrEnum):
    """What is the matter with a line of a plan, the worst first."""

    OVERDUE = "overdue"
    AT_RISK = "at risk"
    WENT_UP = "risk went up"
    REVIEW_OVERDUE = "review overdue"
    SCORE = "score to be mended"
    PAST = "past its date"  # of which nobody said how it stands: lines that somebody follows come before
    UNCONFIRMED = "not confirmed"


@dataclass(frozen=True, slots=True)
class PlanException:
    """One line of a plan with what is the matter with it, in words."""

    amiss: Amiss
    line: ActionLine | RiskLine
    words: str
    undated: str = ""  # the same without how long ago, where it says that

    @property
    def words_that_stay(self) -> str:
        return self.undated or self.words


def exceptions(actions: Sequence[ActionLine], risks: Sequence[RiskLine]) -> tuple[PlanException, ...]:
    """What has to be looked at, each line once under the worst that is the matter; what is longest overdue first."""
    found = [
        *(item for line in actions for item in _of_action(line)),
        *(item for line in risks for item in _of_risk(line)),
    ]
    order = list(Amiss)
    return tuple(sorted(found, key=lambda item: (order.index(item.amiss), -_days_over(item))))


def _days_over(item: PlanException) -> int:
    return item.line.standing.days_over if isinstance(item.line, ActionLine) else 0


def _of_action(line: ActionLine) -> Iterator[PlanException]:
    standing = line.standing
    if standing.days_over and standing.due:
        amiss = Amiss.OVERDUE if standing.status else Amiss.PAST
        stands = standing.status or standing.reason
        yield PlanException(amiss, line, f"{due_words(line)}; {stands}", f"{_due_words(line)}; {stands}")
    elif standing.status is ActionStatus.AT_RISK:
        yield PlanException(Amiss.AT_RISK, line, due_words(line) or "no date")
    elif standing.is_stale and standing.latest:
        said = f"“{standing.status}” was said on {day_words(standing.latest.day)} and not confirmed since"
        yield PlanException(Amiss.UNCONFIRMED, line, said)


def _of_risk(line: RiskLine) -> Iterator[PlanException]:
    standing, flags = line.standing, line.standing.flags
    if standing.movement is Movement.UP:
        yield PlanException(Amiss.WENT_UP, line, f"from {standing.before} to {standing.now} since the last review")
    elif RiskFlag.REVIEW_OVERDUE in flags and standing.next_review:
        yield PlanException(Amiss.REVIEW_OVERDUE, line, f"to be reviewed by {day_words(standing.next_review)}")
    elif flags:
        yield PlanException(Amiss.SCORE, line, "; ".join(flags))


def due_words(line: ActionLine) -> str:
    """'due 30 June 2026, 10 days ago'; with the first date where it was moved. Empty without a date."""
    standing = line.standing
    ago = _ago(standing.due, standing.day) if standing.days_over and standing.due else ""
    return f"{_due_words(line)}{ago}"


def _due_words(line: ActionLine) -> str:
    """The same, without how long ago."""
    standing = line.standing
    if standing.due is None:
        return ""
    moved = f" (first {day_words(standing.original)})" if standing.has_moved and standing.original else ""
    return f"due {day_words(standing.due)}{moved}"


def _ago(due: date, day: date) -> str:
    days = (day - due).days
    if days > LONGEST_AGO:
        return ""
    return f", {days} day{'' if days == 1 else 's'} ago"
