"""The plan: every action, risk, meeting and rank as printed; blanks stay blanks."""

import pytest

from dashboard.reports.desk import Desk
from dashboard.reports.pages.plan import plan
from dashboard.reports.report import Cell


def rows(desk: Desk, query: str, name: str) -> tuple[dict[str, Cell], ...]:
    return next(tuple(table.rows) for table in desk.show(plan, query).tables if table.name == name)


@pytest.mark.parametrize(
    ("partnership", "table", "count"),
    [
        ("derby", "actions", 30),
        ("staffordshire", "actions", 9),
        ("shropshire", "actions", 12),
        ("warwickshire", "actions", 14),
        ("staffordshire", "risks", 3),
        ("south-staffordshire", "actions", 0),
        ("shropshire", "survey-ranks", 3 * 4 + 3 * 6),
    ],
)
def test_a_plan_has_as_many_rows_as_are_printed(desk: Desk, partnership: str, table: str, count: int) -> None:
    assert len(rows(desk, f"partnership={partnership}", table)) == count


def test_the_planner_has_fourteen_meetings_with_their_campaigns(desk: Desk) -> None:
    found = rows(desk, "partnership=south-staffordshire", "meetings")
    kinds = [row["kind"] for row in found]
    assert (kinds.count("meeting"), kinds[0], set(kinds)) == (14, "meeting", {"meeting", "current", "planned"})
    assert all(row["text"] for row in found if row["kind"] != "meeting")


def test_derbys_objectives_stand_in_printed_order_with_all_their_actions(desk: Desk) -> None:
    objectives = desk.show(plan, "partnership=derby").objectives
    assert len(objectives) == 8
    assert sum(len(actions) for _, actions in objectives) == 30


def test_words_and_question_marks_are_kept_and_blanks_are_missing(desk: Desk) -> None:
    found = rows(desk, "partnership=derby", "actions")
    printed = {str(value) for row in found for value in row.values()}
    assert {"?", "To be determined"} <= printed
    assert any(row["due"] is None for row in found)
    assert all(value != "" for row in found for value in row.values())


def test_a_residual_risk_left_blank_is_missing_with_its_reason(desk: Desk) -> None:
    found = rows(desk, "partnership=staffordshire", "risks")
    assert [(row["residual"], row["residual_reason"]) for row in found] == [
        (None, "not printed"),
        (None, "not printed"),
        (9, None),
    ]
    assert [(row["impact"], row["likelihood"], row["rating"]) for row in found] == [(3, 2, 6), (3, 3, 9), (3, 4, 12)]


def test_a_due_date_is_the_last_day_of_what_is_printed(desk: Desk) -> None:
    found = {row["ref"]: row for row in rows(desk, "partnership=warwickshire", "actions")}
    assert (found["2"]["due"], found["2"]["due_date"]) == ("by March 2012", "2012-03-31")


def test_a_category_limits_actions_risks_and_meetings(desk: Desk) -> None:
    query = "partnership=derby&category=domestic-violence"
    some = rows(desk, query, "actions")
    assert 0 < len(some) < 30
    assert {row["category"] for row in some} == {"domestic-violence"}
    meetings = rows(desk, "partnership=south-staffordshire&category=domestic-violence", "meetings")
    assert len({row["meeting"] for row in meetings}) < 14


def test_scrutiny_is_the_partnerships_own_and_stands_in_the_whole_view(desk: Desk) -> None:
    levels = {row["level"] for row in rows(desk, "partnership=warwickshire", "scrutiny")}
    assert levels == {"county", "district"}
    assert rows(desk, "partnership=warwickshire&category=drugs", "scrutiny") == ()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("partnership=derby", "30 actions for Derby"),
        ("partnership=staffordshire", "Nine actions and three risks for Staffordshire"),
        ("partnership=south-staffordshire", "14 meetings for South Staffordshire"),
        ("partnership=shropshire", "12 actions for Shropshire"),
    ],
)
def test_the_title_counts_what_is_planned(desk: Desk, query: str, title: str) -> None:
    assert desk.show(plan, query).title == title


def test_a_category_without_plans_says_so(desk: Desk) -> None:
    report = desk.show(plan, "partnership=staffordshire&category=domestic-violence")
    assert (report.objectives, report.empty.startswith("Staffordshire's plan holds no actions")) == ((), True)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            "partnership=warwickshire&category=drugs",
            "Warwickshire's plan holds no actions, risks or meetings in Drug users in treatment.",
        ),
    ],
)
def test_an_empty_plan_says_why(desk: Desk, query: str, said: str) -> None:
    assert desk.show(plan, query).empty == said
