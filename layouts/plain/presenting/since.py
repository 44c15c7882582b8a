"""Knows the page on which two meetings are compared, or one with what is published now."""

from collections.abc import Sequence

from dashboard.domain.snapshots.since import Shift, Shifted
from dashboard.reports.meeting.compared import HEADINGS, TwoMeetings, change_cells, day_of
from layouts.components.markup import Child, tag
from layouts.plain.page import Link, back, card, plain_page, table
from layouts.plain.presenting.slide import status_mark

NOTHING = "Every figure, target and status is as it was."


def since_page(
    navigation: Sequence[Link], number: int, compared: TwoMeetings, others: Sequence[tuple[str, str, bool]]
) -> str:
    """What changed since the meeting of a *number*; *others* are address, words and whether it is shown."""
    ways = [
        tag("li", tag("a", words, href=address, aria_current="true" if is_shown else None))
        for address, words, is_shown in others
    ]
    return plain_page(
        "What changed since a meeting",
        navigation,
        back(f"/meeting/seen?meeting={number}", "what the meeting saw"),
        tag("p", compared.before.partnership_name, class_="place"),
        tag("h1", compared.title, tabindex="-1"),
        card("Figure by figure", _changes(compared)),
        card("Compare with", tag("ul", *ways)) if ways else "",
        inside="/meeting",
    )


def _changes(compared: TwoMeetings) -> Child:
    """A row for each figure that is not as it was."""
    when = "Now" if compared.is_now else f"On {day_of(compared.after)}"
    headings = (HEADINGS[0], f"On {day_of(compared.before)}", when, HEADINGS[3])
    rows = [_row(item) for item in compared.shifted]
    return table("What changed", headings, rows, numbers=frozenset(), look="cards") if rows else tag("p", NOTHING)


def _row(item: Shifted) -> list[Child]:
    name, then, now, what = change_cells(item)
    is_judged = item.shift is Shift.STATUS and item.after is not None
    return [name, then, now, status_mark(item.after.status, what) if is_judged and item.after else what]
