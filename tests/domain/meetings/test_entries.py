"""Proves that rows which only grow become the meeting, its decisions and their course as they stand now."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.domain.meetings.decisions import (
    DecisionKind,
    DecisionState,
    StepKind,
    left_undone,
    may_follow,
    owners_invited,
)
from dashboard.domain.meetings.entries import EntryKind, MeetingEntry, decisions_of, meetings_of
from dashboard.domain.meetings.record import ItemKind, MeetingRecord, Phase, Presence, last_before, without_private

DAY = date(2026, 6, 1)
HEADING = {"title": "Strategy group, Q1", "body": "Strategy group", "day": "2026-05-14", "length": "90"}


def entry(number: int, kind: EntryKind, fields: dict[str, str], about: int = 0, meeting: int = 1) -> MeetingEntry:
    moment = f"2026-05-{number:02}T10:00:00.000+00:00"
    return MeetingEntry(number, meeting, "derby", kind, about, fields, f"Jo {number}", moment)


def item(number: int, kind: ItemKind = ItemKind.HAND, **more: str) -> MeetingEntry:
    return entry(number, EntryKind.ITEM, {"kind": kind, "words": f"Item {number}", **more})


def held(*rows: MeetingEntry) -> MeetingRecord:
    [found] = meetings_of([entry(1, EntryKind.HEADING, HEADING), *rows])
    return found


def test_a_meeting_is_what_its_heading_says_last() -> None:
    found = held(entry(2, EntryKind.HEADING, {**HEADING, "day": "2026-05-21", "begins": "14:00"}, about=1))
    assert (found.number, found.day, found.begins, found.length) == (1, date(2026, 5, 21), "14:00", 90)
    assert (found.phase, found.is_open, found.version) == (Phase.PREPARED, True, 2)


def test_an_item_changed_is_the_same_item_and_one_taken_off_is_gone() -> None:
    changed = entry(4, EntryKind.ITEM, {"kind": ItemKind.HAND, "words": "Changed", "minutes": "15"}, about=2)
    gone = entry(5, EntryKind.ITEM, {"kind": ItemKind.HAND, "words": "Item 3", "gone": "1"}, about=3)
    found = held(item(2), item(3), changed, gone)
    assert [(row.number, row.words, row.minutes, row.version) for row in found.items] == [(2, "Changed", 15, 4)]
    assert found.planned == 15
    assert found.item(2) == found.items[0]
    assert found.item(3) is None


@pytest.mark.parametrize(
    ("order", "shown"), [("", [2, 3, 4, 6]), ("4 3 2", [4, 3, 2, 6]), ("3 2 4", [3, 2, 6, 4]), ("2 9", [2, 3, 4, 6])]
)
def test_items_stand_as_they_were_put_and_late_ones_before_the_closing_one(order: str, shown: list[int]) -> None:
    closing = 4 if order == "3 2 4" else 0
    rows = [item(n, ItemKind.CLOSING if n == closing else ItemKind.HAND) for n in (2, 3, 4)]
    put = [entry(5, EntryKind.ORDER, {"items": order})] if order else []
    assert [row.number for row in held(*rows, *put, item(6)).items] == shown


def test_who_was_there_what_they_declared_and_what_was_said_are_kept_with_what_they_correct() -> None:
    found = held(
        entry(2, EntryKind.ATTENDANCE, {"role": "Police commander", "presence": "present"}),
        entry(3, EntryKind.ATTENDANCE, {"role": "Fire officer", "presence": "apologies"}),
        entry(4, EntryKind.ATTENDANCE, {"role": "Fire officer", "presence": "present as deputy"}, about=3),
        entry(5, EntryKind.DECLARATION, {"role": "Chair", "interest": "Trustee", "item": "9", "has_left": "1"}),
        entry(6, EntryKind.MINUTE, {"item": "9", "words": "Agred"}),
        entry(7, EntryKind.MINUTE, {"item": "9", "words": "Agreed"}, about=6),
    )
    assert [(who.role, who.presence) for who in found.attendance] == [
        ("Police commander", Presence.PRESENT),
        ("Fire officer", Presence.DEPUTY),
    ]
    [declared] = found.declarations
    assert (declared.interest, declared.item, declared.has_left) == ("Trustee", 9, True)
    [said] = found.said_of(9)
    assert (said.number, said.words, said.who, said.version) == (6, "Agreed", "Jo 7", 7)
    assert said.earlier == (("Agred", "Jo 6", "2026-05-06T10:00:00.000+00:00"),)
    assert found.said_of(0) == ()


def test_a_meeting_is_as_far_as_it_came_last() -> None:
    rows = [entry(2 + at, EntryKind.PHASE, {"phase": phase}) for at, phase in enumerate((Phase.HELD, Phase.CLOSED))]
    found = held(*rows)
    assert (found.phase, found.is_open) == (Phase.CLOSED, False)
    assert found.moment_of(Phase.CLOSED) == "2026-05-03T10:00:00.000+00:00"
    assert found.moment_of(Phase.APPROVED) == ""


def test_private_items_are_not_there_for_others_with_what_was_said_of_them() -> None:
    found = held(
        item(2, is_private="1"),
        item(3),
        entry(4, EntryKind.MINUTE, {"item": "2", "words": "a"}),
        entry(5, EntryKind.MINUTE, {"item": "3", "words": "b"}),
        entry(6, EntryKind.MINUTE, {"item": "3", "words": "c", "is_private": "1"}),
        entry(7, EntryKind.DECLARATION, {"role": "Chair", "interest": "Owner", "item": "2"}),
    )
    seen = without_private(found)
    assert [row.number for row in seen.items] == [3]
    assert [row.words for row in seen.minutes] == ["b"]
    assert seen.declarations == ()


def test_the_meeting_before_is_the_newest_closed_one_of_the_same_body() -> None:
    def of(number: int, day: str, phase: Phase, body: str = "Strategy group") -> MeetingRecord:
        return replace(held(), number=number, day=date.fromisoformat(day), phase=phase, body=body)

    now = of(9, "2026-06-01", Phase.PREPARED)
    every = (
        of(1, "2025-12-01", Phase.APPROVED),
        of(2, "2026-03-01", Phase.CLOSED),
        of(3, "2026-04-01", Phase.HELD),
        of(4, "2026-05-01", Phase.CLOSED, "Board"),
        of(5, "2026-07-01", Phase.CLOSED),
        now,
    )
    before = last_before(every, now)
    assert before is not None
    assert before.number == 2
    assert last_before((now,), now) is None


ACTION = {"kind": "action", "words": "Light the path", "owner": "Parks manager", "due": "2026-05-20", "item": "2"}


def step(number: int, kind: StepKind, about: int = 2, **fields: str) -> MeetingEntry:
    return entry(number, EntryKind.STEP, {"kind": kind, **fields}, about)


def test_a_decision_keeps_its_first_due_date_and_every_reason_for_a_later_one() -> None:
    rows = [
        entry(2, EntryKind.DECISION, ACTION),
        step(3, StepKind.REVISED, words="No lamps", due="2026-06-20"),
        step(4, StepKind.CORRECTED, words="Light the towpath"),
    ]
    [found] = decisions_of([entry(1, EntryKind.HEADING, HEADING), *rows])
    assert (found.words, found.due, found.original_due) == ("Light the towpath", date(2026, 6, 20), date(2026, 5, 20))
    assert [(row.words, row.due) for row in found.revisions] == [("No lamps", date(2026, 6, 20))]
    assert (found.confirmed[:10], found.unconfirmed_days(DAY), found.version) == ("2026-05-03", 29, 4)
    assert not found.is_overdue(DAY)
    assert found.is_overdue(date(2026, 6, 21))


@pytest.mark.parametrize(
    ("steps", "state", "follows"),
    [
        ((), DecisionState.OPEN, {"corrected", "confirmed", "due date revised", "closure asked for", "withdrawn"}),
        (
            (StepKind.ASKED,),
            DecisionState.ASKED,
            {"corrected", "confirmed", "due date revised", "closure agreed", "closure refused", "withdrawn"},
        ),
        ((StepKind.ASKED, StepKind.AGREED), DecisionState.CLOSED, {"corrected", "withdrawn"}),
        (
            (StepKind.ASKED, StepKind.REFUSED, StepKind.CONFIRMED),
            DecisionState.OPEN,
            {"corrected", "confirmed", "due date revised", "closure asked for", "withdrawn"},
        ),
        ((StepKind.WITHDRAWN,), DecisionState.WITHDRAWN, set()),
    ],
)
def test_closure_is_asked_for_and_then_agreed(
    steps: tuple[StepKind, ...], state: DecisionState, follows: set[str]
) -> None:
    rows = [step(3 + at, kind) for at, kind in enumerate(steps)]
    [found] = decisions_of([entry(2, EntryKind.DECISION, ACTION), *rows])
    assert found.state is state
    assert {kind.value for kind in StepKind if may_follow(found, kind)} == follows


def test_what_is_noted_leaves_nothing_to_do() -> None:
    [found] = decisions_of([entry(2, EntryKind.DECISION, {"kind": DecisionKind.NOTE, "words": "Seen"})])
    assert (found.state, found.is_live, found.is_overdue(DAY)) == (DecisionState.NOTED, False, False)


def test_what_was_left_undone_comes_overdue_first_and_calls_its_owners() -> None:
    rows = [
        entry(2, EntryKind.DECISION, {**ACTION, "due": "2026-07-01", "owner": "Housing lead"}),
        entry(3, EntryKind.DECISION, {**ACTION, "due": "", "owner": "Nobody yet"}),
        entry(4, EntryKind.DECISION, ACTION),
        entry(5, EntryKind.DECISION, {**ACTION, "owner": "parks manager"}),
        entry(6, EntryKind.DECISION, {**ACTION, "kind": "note"}),
        step(7, StepKind.ASKED, about=2),
    ]
    found = decisions_of(rows)
    assert [row.number for row in left_undone(found, DAY)] == [4, 5, 2, 3]
    assert owners_invited(found, DAY) == ("Parks manager", "Housing lead")
