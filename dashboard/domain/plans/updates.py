"""Knows what a form says of an action or of a risk: what it needs, and in which words it is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.domain.errors import RefusedEntry
from dashboard.domain.plans.progress import ActionStatus
from dashboard.domain.plans.risks import LARGEST, Score
from dashboard.domain.statistics.rebaselines import Faults
from dashboard.domain.wording import one_line

LONGEST_WORDS = 2_000  # letters
LONGEST_REASON = 500
LONGEST_AUTHOR = 100
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
ACTION_FIELDS = ("status", "words", "due", "reason", "author", "seen")
RISK_FIELDS = (
    *("impact", "likelihood", "residual_impact", "residual_likelihood"),
    *("words", "next_review", "author", "seen"),
)


@dataclass(frozen=True, slots=True)
class SaidOfAction:
    """A form on an action, looked through; *seen* is the newest update that whoever sent it had read."""

    status: ActionStatus
    words: str
    due: date | None
    reason: str
    author: str
    seen: int


@dataclass(frozen=True, slots=True)
class SaidOfRisk:
    """A form on a risk, looked through."""

    inherent: Score
    residual: Score
    words: str
    next_review: date | None
    author: str
    seen: int


def said_of_action(form: Mapping[str, str], due: date | None) -> SaidOfAction:
    """What *form* says of an action that is *due* now; raises RefusedEntry."""
    status = _status(form["status"])
    moved, faults = _day(form["due"], "due")
    moved = None if moved == due else moved
    faults += _words_faults(form)
    if status is None:
        faults = (("status", "Choose how the action stands."), *faults)
    faults += _reason_faults(form["reason"], is_moved=moved is not None)
    if status is None or faults:
        raise RefusedEntry(faults)
    reason = one_line(form["reason"]) if moved else ""
    return SaidOfAction(status, one_line(form["words"]), moved, reason, one_line(form["author"]), _number(form["seen"]))


def said_of_risk(form: Mapping[str, str], today: date) -> SaidOfRisk:
    """What *form* says of a risk *today*; raises RefusedEntry."""
    inherent, faults = _score(form, "impact", "likelihood", "before")
    residual, after = _score(form, "residual_impact", "residual_likelihood", "after")
    day, late = _day(form["next_review"], "next_review")
    faults += after + late + _words_faults(form)
    if inherent.product is None and not faults:
        faults = (("impact", "Choose impact and likelihood before controls."),)
    if day is not None and day <= today:
        faults += (("next_review", "The next review must be after today."),)
    if faults:
        raise RefusedEntry(faults)
    return SaidOfRisk(inherent, residual, one_line(form["words"]), day, one_line(form["author"]), _number(form["seen"]))


def _status(text: str) -> ActionStatus | None:
    return ActionStatus(text) if text in set(ActionStatus) else None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _words_faults(form: Mapping[str, str]) -> Faults:
    """What is wrong with the words and the name in *form*; nothing has to be written where nothing changed."""
    faults = _too_long(form["words"], ("words", "What is written"), LONGEST_WORDS)
    if not one_line(form["author"]):
        return (*faults, ("author", "Enter your name or role."))
    return (*faults, *_too_long(form["author"], ("author", "Your name"), LONGEST_AUTHOR))


def _reason_faults(text: str, *, is_moved: bool) -> Faults:
    if is_moved and not one_line(text):
        return (("reason", "Enter why the date moves."),)
    return _too_long(text, ("reason", "The reason"), LONGEST_REASON)


def _too_long(text: str, field: tuple[str, str], most: int) -> Faults:
    name, words = field
    length = len(one_line(text))
    return ((name, f"{words} must be {most:,} characters or fewer: it has {length:,}."),) if length > most else ()


def _day(text: str, field: str) -> tuple[date | None, Faults]:
    """The day of a field that may be empty, and what is wrong with it."""
    if not text.strip():
        return None, ()
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return None, ((field, "Enter a real day, such as 2027-03-31."),)
    if not EARLIEST <= day <= LATEST:
        return None, ((field, f"The day must be in the years {EARLIEST.year} to {LATEST.year}."),)
    return day, ()


def _score(form: Mapping[str, str], impact: str, likelihood: str, side: str) -> tuple[Score, Faults]:
    """Impact and likelihood on one *side* of the controls: both, or neither."""
    given = {name: form[name].strip() for name in (impact, likelihood)}
    known = {str(number): number for number in range(1, LARGEST + 1)}
    wrong = [name for name, text in given.items() if text and text not in known]
    if wrong:
        return Score(), ((wrong[0], f"Impact and likelihood are whole numbers from 1 to {LARGEST}."),)
    blank = [name for name, text in given.items() if not text]
    if len(blank) == 1:
        return Score(), ((blank[0], f"Choose both impact and likelihood {side} controls, or neither."),)
    return Score(*(known.get(text) for text in given.values())), ()
