"""Knows what the forms of a meeting need and how long each field may be; every fault is told with its field."""

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum

from dashboard.domain.errors import RefusedEntry
from dashboard.domain.meetings.decisions import DecisionKind, MeetingDecision, StepKind, may_follow
from dashboard.domain.meetings.entries import YES
from dashboard.domain.meetings.record import Presence
from dashboard.domain.wording import one_line, sentence

LONGEST_ROLE, LONGEST_TITLE, LONGEST_WORDS, LONGEST_MINUTE = 100, 200, 2_000, 10_000
FEWEST_OF_A_NAME = 3
LONGEST_MEETING = 600  # minutes
Fields = dict[str, str]


def paragraphs(text: str) -> str:
    """*text* as it was typed, line by line, without characters that cannot be seen."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(map(one_line, lines)).strip("\n")


class Typed:
    """One form that is read field by field; what is wrong with it is told at the end, all at once."""

    def __init__(self, form: Mapping[str, str]) -> None:
        self._form = form
        self._faults: list[tuple[str, str]] = []
        self.fields: Fields = {}

    def fault(self, field: str, words: str) -> None:
        self._faults.append((field, words))

    def words(self, field: str, name: str, longest: int = LONGEST_WORDS, *, needed: bool = True) -> None:
        """Paragraphs; *name* is what the field is called inside a sentence."""
        self._keep(field, name, paragraphs(self._form.get(field, "")), longest if needed else -longest)

    def line(self, field: str, name: str, longest: int = LONGEST_TITLE, *, needed: bool = True) -> None:
        self._keep(field, name, one_line(self._form.get(field, "")), longest if needed else -longest)

    def _keep(self, field: str, name: str, text: str, longest: int) -> None:
        """Keep *text*; a negative *longest* says that there may be none."""
        most = abs(longest)
        if not text and longest > 0:
            self.fault(field, f"Enter {name}.")
        if len(text) > most:
            said = f"{sentence(name)} must be {most:,} characters or fewer: it has {len(text):,}."
            self.fault(field, said)
        self.fields[field] = text

    def day(self, field: str, name: str, *, needed: bool = True) -> None:
        text = self._form.get(field, "").strip()
        if not text and needed:
            self.fault(field, f"Enter {name}.")
        if text:
            try:
                text = date.fromisoformat(text).isoformat()
            except ValueError:
                self.fault(field, f"Enter {name} as a real day, such as 2027-03-18.")
        self.fields[field] = text

    def hour(self, field: str, name: str) -> None:
        text = self._form.get(field, "").strip()
        if text:
            try:
                text = f"{time.fromisoformat(text):%H:%M}"
            except ValueError:
                self.fault(field, f"Enter {name} as hours and minutes, such as 14:00.")
        self.fields[field] = text

    def minutes(self, field: str, name: str) -> None:
        text = self._form.get(field, "").strip() or "0"
        if not (text.isascii() and text.isdigit() and int(text[:5]) <= LONGEST_MEETING):
            self.fault(field, f"Enter {name} as a whole number of minutes from 0 to {LONGEST_MEETING}.")
        self.fields[field] = text

    def choice(self, field: str, name: str, known: type[StrEnum]) -> None:
        text = self._form.get(field, "")
        if text not in set(known):
            self.fault(field, f"Choose {name}.")
        self.fields[field] = text

    def ticked(self, field: str) -> None:
        self.fields[field] = YES if self._form.get(field) else ""

    def done(self) -> Fields:
        """The fields; raises RefusedEntry with everything that is wrong."""
        if self._faults:
            raise RefusedEntry(tuple(self._faults))
        return self.fields


def heading_typed(form: Mapping[str, str]) -> Fields:
    found = Typed(form)
    found.line("title", "what the meeting is called")
    found.line("body", "which group meets", LONGEST_ROLE)
    found.day("day", "the day of the meeting")
    found.hour("begins", "when it begins")
    found.line("place", "the place", needed=False)
    found.minutes("length", "how long it may take")
    return found.done()


def item_typed(form: Mapping[str, str]) -> Fields:
    found = Typed(form)
    found.line("words", "the item in a few words")
    found.line("presenter", "who presents it", LONGEST_ROLE, needed=False)
    found.minutes("minutes", "the time for it")
    found.ticked("is_private")
    return found.done()


def attendance_typed(form: Mapping[str, str]) -> Fields:
    found = Typed(form)
    found.line("role", "a role, such as police commander", LONGEST_ROLE)
    found.line("body", "whom they speak for", LONGEST_ROLE, needed=False)
    found.choice("presence", "whether they are there", Presence)
    return found.done()


def declaration_typed(form: Mapping[str, str]) -> Fields:
    found = Typed(form)
    found.line("role", "whose interest it is, by their role", LONGEST_ROLE)
    found.line("interest", "the interest", needed=True)
    found.ticked("has_left")
    return found.done()


def minute_typed(form: Mapping[str, str]) -> Fields:
    found = Typed(form)
    found.words("words", "what was said", LONGEST_MINUTE)
    found.ticked("is_private")
    return found.done()


def decision_typed(form: Mapping[str, str]) -> Fields:
    """What was decided; something to be done needs an owner, a recommendation the body that it goes to."""
    found = Typed(form)
    found.choice("kind", "what kind of decision it is", DecisionKind)
    found.words("words", "what was decided")
    found.words("why", "the reason", needed=False)
    found.line("owner", "who owns it, by their role", LONGEST_ROLE, needed=form.get("kind") == DecisionKind.ACTION)
    found.day("due", "the day it is due", needed=False)
    carried = form.get("kind") == DecisionKind.RECOMMENDATION
    found.line("to_body", "which group it goes to", LONGEST_ROLE, needed=carried)
    found.ticked("is_private")
    return found.done()


def step_typed(form: Mapping[str, str], decision: MeetingDecision) -> Fields:
    """What happened to a *decision*; words are needed but for agreeing, and a later due date needs its day."""
    found = Typed(form)
    found.choice("kind", "what happened", StepKind)
    kind = found.fields["kind"]
    found.words("words", "what happened, or why", needed=kind != StepKind.AGREED)
    if kind == StepKind.REVISED:
        found.day("due", "the new day")
    if kind in set(StepKind) and not may_follow(decision, StepKind(kind)):
        found.fault("kind", f"This decision is {decision.state}: that cannot be said of it now.")
    return found.done()


def words_typed(form: Mapping[str, str]) -> str:
    """The words of a note on a figure."""
    found = Typed(form)
    found.words("words", "the note")
    return found.done()["words"]


def redaction_typed(form: Mapping[str, str]) -> Fields:
    """The name that has to go, and why."""
    found = Typed(form)
    found.line("name", "the name as it was typed", LONGEST_ROLE)
    if 0 < len(found.fields["name"]) < FEWEST_OF_A_NAME:
        found.fault("name", f"Enter at least {FEWEST_OF_A_NAME} characters: fewer stand in many words.")
    found.line("words", "the reason, without the name", LONGEST_TITLE)
    if found.fields["name"] and found.fields["name"].casefold() in found.fields["words"].casefold():
        found.fault("words", "Leave the name out of the reason: the audit trail keeps the reason for ever.")
    return found.done()
