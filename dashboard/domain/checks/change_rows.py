"""Knows the changes of a load as rows of a file: of figures, or of a plan."""

from collections.abc import Sequence

from dashboard.domain.checks.changes import Changes

FIGURES = ("kind", "partnership", "indicator", "what", "area", "period", "before", "now", "place", "remark")
PLAN = ("kind", "partnership", "what", "line", "field", "before", "now", "place")
NO_DETAIL = ("", "", "")

Rows = list[Sequence[str]]


def change_rows(changes: Changes, of: str) -> tuple[Sequence[str], Rows]:
    """The heading and the rows; of a plan's line one for each field that says something else, or one for the line."""
    if of == "plan":
        return PLAN, _plan(changes)
    return FIGURES, [[str(getattr(item, name)) for name in FIGURES] for item in changes.changes]


def _plan(changes: Changes) -> Rows:
    return [
        (item.kind, item.partnership, item.what, item.line, *details, item.place)
        for item in changes.plan
        for details in item.details or (NO_DETAIL,)
    ]
