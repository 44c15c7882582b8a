"""Knows the page on which two meetings are compared, or one with what is published now."""

from collections.abc import Sequence

from dashboard.domain.snapshots.since import Shift
from dashboard.reports.meeting.compared import HEADINGS, Compared, change_cells, day_of
from layouts.components.markup import Child, tag
from layouts.plain.page import Link, back, card, plain_page, table
from layouts.plain.presenting.slide import status_mark

NOTHING = "Every figure, target and status is as it was."


def since_page(
    navigation: Sequence[Link], number: int, compared: Compared, others: Sequence[tuple[str, str, bool]]
) -> str:
    """What changed since the meeting of a *number*; *others* are address, words and whether it is shown."""
    before, after = compared.before, compared.after
    when = "Now" if compared.is_now else f"On {day_of(after)}"
    rows: list[list[Child]] = []
    for item in compared.shifted:
        name, then, now, what = change_cells(item)
        judged = item.shift is Shift.STATUS and item.after is not None
        rows.append([name, then, now, status_mark(item.after.status, what) if judged and item.after else what])
    headings = (HEADINGS[0], f"On {day_of(before)}", when, HEADINGS[3])
    shown = table("What changed", headings, rows, numbers=frozenset(), look="cards") if rows else tag("p", NOTHING)
    ways = [
        tag("li", tag("a", words, href=address, aria_current="true" if is_shown else None))
        for address, words, is_shown in others
    ]
    return plain_page(
        "What changed since a meeting",
        navigation,
        back(f"/meeting/seen?meeting={number}", "what the meeting saw"),
        tag("p", before.partnership_name, class_="place"),
        tag("h1", compared.title, tabindex="-1"),
        card("Figure by figure", shown),
        card("Compare with", tag("ul", *ways)) if ways else "",
        inside="/meeting",
    )
