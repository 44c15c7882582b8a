"""Proves that a load's changes can be read as a file: of figures, and of a plan field by field."""

from dashboard.domain.checks.change_rows import change_rows
from dashboard.domain.checks.changes import Change, ChangeKind, Changes, PlanChange

FIGURE = Change(ChangeKind.NEW, "Rutland", "Burglary", "actual", "Rutland", "2010/11", "", "12", "a.csv, line 2")
DETAILS = (("due", "May", "June"), ("lead", "", "Inspector"))


def test_each_field_of_a_line_is_a_row_and_a_new_line_one() -> None:
    found = Changes(
        plan=(
            PlanChange(ChangeKind.CHANGED, "Rutland", "action", "A1", DETAILS, "plan.csv, line 2"),
            PlanChange(ChangeKind.NEW, "Rutland", "risk", "R1", (), "plan.csv, line 9"),
        )
    )
    heading, rows = change_rows(found, "plan")
    assert [dict(zip(heading, row, strict=True)) for row in rows] == [
        _row("changed", "action", "A1", "due", "May", "June", "plan.csv, line 2"),
        _row("changed", "action", "A1", "lead", "", "Inspector", "plan.csv, line 2"),
        _row("new", "risk", "R1", "", "", "", "plan.csv, line 9"),
    ]


def _row(*said: str) -> dict[str, str]:
    names = ("kind", "what", "line", "field", "before", "now", "place")
    return {"partnership": "Rutland"} | dict(zip(names, said, strict=True))


def test_figures_are_rows_of_their_own() -> None:
    heading, [row] = change_rows(Changes(changes=(FIGURE,)), "changes")
    assert dict(zip(heading, row, strict=True))["now"] == "12"
