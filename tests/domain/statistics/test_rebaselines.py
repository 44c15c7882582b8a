"""Proves what a decision on control limits needs, and that every fault of a form is told at once."""

from datetime import date

import pytest

from dashboard.domain.errors import RefusedDecision
from dashboard.domain.periods.period import Period, month
from dashboard.domain.statistics.control_chart import Rebaseline
from dashboard.domain.statistics.rebaselines import (
    Decision,
    Withdrawal,
    day_words,
    in_force,
    moment_words,
    rebaseline_of,
    signed,
)
from dashboard.domain.wording import one_line

PERIODS: tuple[Period, ...] = tuple(month(2025, number) for number in range(1, 13))
FORM = {"first": "2025-04-01", "reason": " New  recording\n", "author": "Jo Bloggs"}
SAID = Rebaseline(date(2025, 4, 1), "New recording", "Jo Bloggs")
MOMENT = "2026-11-21T09:30:00+00:00"
TAKEN = Decision(1, "asb", "derby", SAID, MOMENT)


def test_a_form_with_a_day_a_reason_and_a_name_is_a_decision() -> None:
    assert rebaseline_of(FORM, PERIODS, ()) == SAID


OUTSIDE = "The day must be after 1 January 2025 and no later than 1 December 2025, the first day of the newest period."


@pytest.mark.parametrize(
    ("changed", "faults"),
    [
        ({"first": " "}, (("first", "Enter the day from which the limits are worked out anew."),)),
        ({"first": "31/02/2025"}, (("first", "Enter a real day, such as 2025-04-01."),)),
        ({"first": "2025-02-30"}, (("first", "Enter a real day, such as 2025-04-01."),)),
        ({"first": "2025-01-01"}, (("first", OUTSIDE),)),
        ({"first": "2024-12-31"}, (("first", OUTSIDE),)),
        ({"first": "2025-12-02"}, (("first", OUTSIDE),)),
        ({"reason": ""}, (("reason", "Enter the reason."),)),
        ({"reason": "\x00 \u200b"}, (("reason", "Enter the reason."),)),
        ({"author": "\t"}, (("author", "Enter your name."),)),
        ({"reason": "x" * 501}, (("reason", "The reason must be 500 characters or fewer: it has 501."),)),
        ({"author": "x" * 101}, (("author", "Your name must be 100 characters or fewer: it has 101."),)),
        (
            {"first": "", "reason": "", "author": ""},
            (
                ("first", "Enter the day from which the limits are worked out anew."),
                ("reason", "Enter the reason."),
                ("author", "Enter your name."),
            ),
        ),
    ],
)
def test_what_is_missing_or_wrong_is_told_with_its_field(
    changed: dict[str, str], faults: tuple[tuple[str, str], ...]
) -> None:
    with pytest.raises(RefusedDecision) as fault:
        rebaseline_of(FORM | changed, PERIODS, ())
    assert fault.value.faults == faults
    assert str(fault.value) == " ".join(words for _, words in faults)


@pytest.mark.parametrize("first", ["2025-01-02", "2025-04-15", "2025-12-01"])
def test_any_day_after_the_first_period_began_up_to_the_newest_serves(first: str) -> None:
    assert rebaseline_of(FORM | {"first": first}, PERIODS, ()).first == date.fromisoformat(first)


def test_longest_texts_are_taken() -> None:
    assert signed({"reason": "x" * 500, "author": "x" * 100}) == ()


def test_the_same_day_is_not_decided_twice() -> None:
    with pytest.raises(RefusedDecision, match="anew from 1 April 2025 already"):
        rebaseline_of(FORM | {"author": "Sam"}, PERIODS, [TAKEN])
    assert rebaseline_of(FORM, PERIODS, [TAKEN]) == TAKEN.said, "a double click"
    assert rebaseline_of(FORM | {"first": "2025-05-01"}, PERIODS, [TAKEN]).first == date(2025, 5, 1)


def test_in_force_is_what_was_decided_of_just_this_chart_and_not_taken_back() -> None:
    gone = Decision(2, "asb", "derby", SAID, MOMENT, Withdrawal("A slip", "Sam", MOMENT))
    elsewhere, other = Decision(3, "asb", "derby/north", SAID, MOMENT), Decision(4, "theft", "derby", SAID, MOMENT)
    assert in_force([TAKEN, gone, elsewhere, other], "asb", "derby") == (TAKEN,)


def test_days_are_written_as_readers_write_them() -> None:
    assert (day_words(date(2025, 4, 1)), moment_words(MOMENT)) == ("1 April 2025", "21 November 2026")


@pytest.mark.parametrize(("text", "words"), [(" a\r\n b ", "a b"), ("a\x00b", "a b"), ("café £5", "café £5")])
def test_texts_are_kept_on_one_line_without_what_cannot_be_seen(text: str, words: str) -> None:
    assert one_line(text) == words
