"""Proves that every form in which something is said keeps what is typed as text, or refuses it with its limit."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from dashboard.domain.commentary import said_of
from dashboard.domain.errors import RefusedEntry
from dashboard.domain.meetings.decisions import DecisionKind, MeetingDecision
from dashboard.domain.meetings.typed import (
    attendance_typed,
    decision_typed,
    declaration_typed,
    heading_typed,
    item_typed,
    minute_typed,
    step_typed,
    words_typed,
)
from dashboard.domain.plans.updates import said_of_action, said_of_risk

Form = Mapping[str, str]
DAY = date(2026, 7, 10)
OPEN = MeetingDecision(1, 1, "derby", DecisionKind.ACTION, "Do", "Lead", DAY, "Jo", "2026-01-01")
SAID = {"words": "", "author": "Chair", "seen": "0"}
ACTION = {**SAID, "status": "at risk", "due": "2026-09-30", "reason": "Funding"}
RISK = {**SAID, "impact": "3", "likelihood": "4", "residual_impact": "3", "residual_likelihood": "2", "next_review": ""}
HEADING = {"title": "Q3", "body": "Strategy group", "day": "2026-12-10"}
DECISION = {"kind": "action", "words": "Light the path", "owner": "Parks manager"}
STEP = {"kind": "corrected", "words": "Begun"}
COMMENTARY = {"text": "Patrols", "author": "Lead", "withdraw": "", "seen": ""}

#: How each form is read, what else is in it, the field that is typed and how long that may be.
TYPED: tuple[tuple[Callable[[Form], object], Form, str, int], ...] = (
    (heading_typed, HEADING, "title", 200),
    (heading_typed, HEADING, "body", 100),
    (heading_typed, HEADING, "place", 200),
    (item_typed, {"words": "Item"}, "words", 200),
    (item_typed, {"words": "Item"}, "presenter", 100),
    (attendance_typed, {"role": "Chair", "presence": "present"}, "role", 100),
    (attendance_typed, {"role": "Chair", "presence": "present"}, "body", 100),
    (declaration_typed, {"role": "Chair", "interest": "Land"}, "interest", 200),
    (minute_typed, {"words": "Said"}, "words", 10_000),
    (decision_typed, DECISION, "words", 2_000),
    (decision_typed, DECISION, "why", 2_000),
    (decision_typed, DECISION, "owner", 100),
    (lambda form: step_typed(form, OPEN), STEP, "words", 2_000),
    (lambda form: {"words": words_typed(form)}, {"words": "Note"}, "words", 2_000),
    (lambda form: said_of_action(form, DAY), ACTION, "words", 2_000),
    (lambda form: said_of_action(form, DAY), ACTION, "reason", 500),
    (lambda form: said_of_action(form, DAY), ACTION, "author", 100),
    (lambda form: said_of_risk(form, DAY), RISK, "words", 2_000),
    (lambda form: said_of_risk(form, DAY), RISK, "author", 100),
    (said_of, COMMENTARY, "text", 600),
    (said_of, COMMENTARY, "author", 100),
)
KEPT = (
    ("=1+1", "=1+1"),
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("a\x00b\u202ec\u2066d", "a b c d"),
    ("👩\u200d👩\u200d👧 🚓", "👩\u200d👩\u200d👧 🚓"),
    ("\u05e9\u05dc\u200f (x)", "\u05e9\u05dc\u200f (x)"),
    ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
)
UNSEEN = (" ", "\u202e", "\x00\x00", "\u200f \u200e", "\u200d", "\u200b")


def field_of(said: object, field: str) -> str:
    return str(said[field] if isinstance(said, dict) else getattr(said, field))


def refusals(read: Callable[[Form], object], form: Form, field: str) -> list[str]:
    try:
        read(form)
    except RefusedEntry as fault:
        return [words for name, words in fault.faults if name == field]
    return []


every_field = pytest.mark.parametrize(("read", "form", "field", "most"), TYPED)


@every_field
def test_what_is_typed_is_kept_as_text(read: Callable[[Form], object], form: Form, field: str, most: int) -> None:
    for text, kept in KEPT:
        assert field_of(read({**form, field: text}), field) == kept
    assert field_of(read({**form, field: "x" * most}), field) == "x" * most


@every_field
def test_what_is_too_long_is_refused_with_the_limit(
    read: Callable[[Form], object], form: Form, field: str, most: int
) -> None:
    for length in (most + 1, most * 10 + 7):
        [words] = refusals(read, {**form, field: "x" * length}, field)
        assert words.endswith(f" must be {most:,} characters or fewer: it has {length:,}.")


@every_field
def test_what_cannot_be_seen_is_nothing(read: Callable[[Form], object], form: Form, field: str, most: int) -> None:
    """Where words are needed they are asked for, as in an empty field; elsewhere there are none."""
    asked = refusals(read, {**form, field: ""}, field)
    for text in UNSEEN:
        assert refusals(read, {**form, field: text}, field) == asked, repr(text)
        assert asked or field_of(read({**form, field: text}), field) == ""
