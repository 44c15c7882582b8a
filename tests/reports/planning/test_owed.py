"""Proves who owes what: supplier, owner and day of each awaited figure, and the words that ask for it."""

from datetime import date

import pytest

from dashboard.domain.values.printed import Reason
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.evidence.awaited import Awaited
from dashboard.reports.pages.data import data
from dashboard.reports.planning.owed import due_day, meeting_days, reminder
from tests.reports.planning.plan_lines import CELL


def test_each_awaited_figure_names_who_is_to_give_it(desk: Desk) -> None:
    report = desk.show(data, "partnership=warwickshire")
    assert [item.item for item in report.owed] == list(report.awaited) != []
    [table] = [table for table in report.tables if table.name == "awaited"]
    first = next(iter(table.rows))
    assert (first["supplier"], first["owner"]) == ("Warwickshire Community Safety Agreement 2011-12", None)
    assert {row["due"] for row in table.rows} == {None}
    assert all(str(row["reminder"]).startswith("Warwickshire awaits the ") for row in table.rows)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (
            date(2026, 8, 3),
            "Derby awaits the actual of robberies for 2025/26. So far it is given as “Tackle robbery”."
            " Please send it by 3 August 2026, for the next meeting, or say when it will come.",
        ),
        (
            None,
            "Derby awaits the actual of robberies for 2025/26. So far it is given as “Tackle robbery”."
            " Please send it, or say when it will come.",
        ),
    ],
)
def test_a_reminder_says_what_is_needed_and_by_when(due: date | None, words: str) -> None:
    item = Awaited("Robberies", "actual", "2025/26", Reason.DELAYED, CELL)
    assert reminder(item, due, "Derby") == words


@pytest.mark.parametrize(
    ("what", "ends", "due"),
    [
        ("target", date(2027, 3, 31), date(2026, 12, 10)),  # it is needed before its period is over
        ("actual", date(2026, 12, 31), date(2027, 1, 14)),
        ("actual", date(2026, 9, 30), date(2026, 12, 10)),
        ("actual", None, date(2026, 12, 10)),
        ("actual", date(2028, 3, 31), None),
    ],
)
def test_a_target_is_due_at_the_next_meeting_and_a_figure_at_the_next_after_its_period(
    what: str, ends: date | None, due: date | None
) -> None:
    held = (date(2026, 9, 17), date(2027, 1, 21), date(2026, 12, 10), date(2027, 1, 14))
    item = Awaited("Robbery", what, "2026/27", Reason.TO_BE_CONFIRMED, CELL, ends=ends)
    assert due_day(item, held, date(2026, 11, 30)) == due


def test_meetings_of_the_calendar_and_those_that_are_called_count(store: Store) -> None:
    days = meeting_days(store, "sampleshire")
    assert {date(2026, 12, 10), date(2027, 1, 14)} <= days
