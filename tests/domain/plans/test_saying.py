"""Proves that what a load changes of a plan is counted by kind, and said field by field."""

from dashboard.domain.checks.changes import ChangeKind, Changes, PlanChange
from dashboard.domain.plans.saying import counted, detailed


def change(kind: ChangeKind, what: str, *details: tuple[str, str, str]) -> PlanChange:
    return PlanChange(kind, "Rutland", what, "A1 Patrols", details, "plan.csv, line 2")


def test_lines_are_counted_by_kind_and_what_becomes_of_them() -> None:
    found = (
        *(change(ChangeKind.NEW, "action"), change(ChangeKind.NEW, "action"), change(ChangeKind.NEW, "priority")),
        *(change(ChangeKind.CHANGED, "risk"), change(ChangeKind.GONE, "category")),
    )
    assert counted(Changes(plan=found, plan_same=3)) == [
        *("two new actions", "one new priority", "one risk changed", "one category not in this file"),
        "three lines of the plan the same",
    ]


def test_a_changed_line_says_each_field_before_and_now() -> None:
    item = change(ChangeKind.CHANGED, "action", ("due", "March 2012", "June 2012"), ("progress", "", "x" * 200))
    due, progress = detailed(item)
    assert due == "due: “March 2012” becomes “June 2012”"
    assert progress == f"progress: blank becomes “{'x' * 120}…”"


def test_a_new_line_says_what_it_says() -> None:
    item = change(ChangeKind.NEW, "action", ("due", "", "March 2012"))
    assert detailed(item) == ("due: “March 2012”",)
