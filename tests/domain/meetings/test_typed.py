"""Proves what each form of a meeting needs, and that hostile text is kept as text or refused with the limit."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from dashboard.domain.errors import RefusedEntry
from dashboard.domain.meetings.decisions import DecisionKind, DecisionState, MeetingDecision
from dashboard.domain.meetings.typed import (
    attendance_typed,
    decision_typed,
    declaration_typed,
    heading_typed,
    item_typed,
    minute_typed,
    paragraphs,
    redaction_typed,
    step_typed,
    words_typed,
)
from dashboard.domain.wording import one_line

HEADING = {"title": "Q3", "body": "Strategy group", "day": "2026-12-10", "begins": "14:00", "length": "90"}
ACTION = {"kind": "action", "words": "Light the path", "owner": "Parks manager", "due": "2027-01-31"}
OPEN = MeetingDecision(1, 1, "derby", DecisionKind.ACTION, "Do", "Lead", date(2026, 1, 1), "Jo", "2026-01-01")


def faults(read: Callable[[Mapping[str, str]], object], form: Mapping[str, str]) -> list[tuple[str, str]]:
    with pytest.raises(RefusedEntry) as fault:
        read(form)
    return list(fault.value.faults)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<b>=1+1</b>", "<b>=1+1</b>"),
        ("a\x00b\u202ec\u2066d", "a b c d"),
        ("👩\u200d👩\u200d👧 \u200f\u05e9\u05dc", "👩\u200d👩\u200d👧 \u200f\u05e9\u05dc"),
        ("  two\t\twords ", "two words"),
    ],
)
def test_text_is_kept_as_text_without_what_turns_other_text_round(text: str, kept: str) -> None:
    assert one_line(text) == kept


def test_paragraphs_stay_apart() -> None:
    assert paragraphs("\r\nOne\rtwo\r\n\r\n three\n") == "One\ntwo\n\nthree"


def test_a_heading_is_what_was_typed() -> None:
    assert heading_typed(HEADING) == {**HEADING, "place": ""}
    assert heading_typed({**HEADING, "begins": ""})["begins"] == ""


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"title": " "}, "title", "Enter what the meeting is called."),
        ({"day": ""}, "day", "Enter the day of the meeting."),
        ({"day": "31/2"}, "day", "Enter the day of the meeting as a real day, such as 2027-03-18."),
        ({"begins": "2pm"}, "begins", "Enter when it begins as hours and minutes, such as 14:00."),
        (
            {"length": "601"},
            "length",
            "Enter how long it may take as a whole number of minutes from 0 to 600.",
        ),
        ({"length": "9" * 5000}, "length", "Enter how long it may take as a whole number of minutes from 0 to 600."),
        ({"length": "²"}, "length", "Enter how long it may take as a whole number of minutes from 0 to 600."),
        (
            {"title": "x" * 10_000},
            "title",
            "What the meeting is called must be 200 characters or fewer: it has 10,000.",
        ),
    ],
)
def test_a_heading_without_what_it_needs_is_refused(changed: dict[str, str], field: str, words: str) -> None:
    assert faults(heading_typed, {**HEADING, **changed}) == [(field, words)]


def test_an_item_may_be_private() -> None:
    found = item_typed({"words": "Licence", "minutes": "", "is_private": "yes"})
    assert found == {"words": "Licence", "presenter": "", "minutes": "0", "is_private": "1"}


def test_attendance_is_by_role() -> None:
    assert attendance_typed({"role": "Fire officer", "presence": "apologies"})["role"] == "Fire officer"
    assert faults(attendance_typed, {"presence": "asleep"}) == [
        ("role", "Enter a role, such as police commander."),
        ("presence", "Choose whether they are there."),
    ]


def test_a_declaration_names_the_interest() -> None:
    found = declaration_typed({"role": "Chair", "interest": "Trustee", "has_left": "yes"})
    assert found["has_left"] == "1"
    assert [field for field, _ in faults(declaration_typed, {})] == ["role", "interest"]


def test_minutes_hold_ten_thousand_characters_and_no_more() -> None:
    assert len(minute_typed({"words": "é" * 10_000})["words"]) == 10_000
    words = "What was said must be 10,000 characters or fewer: it has 10,001."
    assert faults(minute_typed, {"words": "x" * 10_001}) == [("words", words)]


def test_an_action_needs_an_owner_and_a_recommendation_its_body() -> None:
    assert decision_typed(ACTION)["owner"] == "Parks manager"
    assert faults(decision_typed, {**ACTION, "owner": ""}) == [("owner", "Enter who owns it, by their role.")]
    assert decision_typed({"kind": "note", "words": "Seen"})["due"] == ""
    recommended = {"kind": "recommendation", "words": "Fund it"}
    assert faults(decision_typed, recommended) == [("to_body", "Enter which group it goes to.")]
    assert decision_typed({**recommended, "to_body": "Board"})["to_body"] == "Board"
    assert ("kind", "Choose what kind of decision it is.") in faults(decision_typed, {})


def test_a_step_has_to_follow() -> None:
    def step(**form: str) -> object:
        return step_typed(form, OPEN)

    assert step(kind="confirmed", words="Half done") == {"kind": "confirmed", "words": "Half done"}
    assert step(kind="due date revised", words="Late", due="2026-03-01") == {
        "kind": "due date revised",
        "words": "Late",
        "due": "2026-03-01",
    }
    said = f"This decision is {DecisionState.OPEN}: that cannot be said of it now."
    assert faults(lambda form: step_typed(form, OPEN), {"kind": "closure agreed"}) == [("kind", said)]
    assert faults(lambda form: step_typed(form, OPEN), {"kind": "x", "words": "a"}) == [
        ("kind", "Choose what happened.")
    ]
    with pytest.raises(RefusedEntry):
        step(kind="due date revised", words="Late")


def test_a_note_and_a_reason_say_something() -> None:
    assert words_typed({"words": " Late \n returns"}) == "Late\nreturns"


def test_a_name_that_has_to_go_stands_in_no_reason() -> None:
    assert redaction_typed({"name": "Ann Lee", "words": "Typed by mistake"})["name"] == "Ann Lee"
    assert [field for field, _ in faults(redaction_typed, {})] == ["name", "words"]
    assert [field for field, _ in faults(redaction_typed, {"name": "Al", "words": "Mistake"})] == ["name"]
    assert [field for field, _ in faults(redaction_typed, {"name": "Ann", "words": "ann was named"})] == ["words"]
