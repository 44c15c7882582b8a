"""Knows the page on which two meetings are compared, or one with what is published now."""

from collections.abc import Iterable, Sequence

from dashboard.domain.snapshots.lines import LineKind, MovedLine, SeenLine
from dashboard.domain.snapshots.since import Shift, Shifted
from dashboard.domain.snapshots.slides import Measured
from dashboard.reports.meeting.compared import AS_IT_WAS, HEADINGS, TwoMeetings, change_cells, day_of
from dashboard.reports.meeting.moved import move_cells, move_look
from layouts.components.links import decision_href, line_href, seen_figure_href
from layouts.components.markup import Child, tag
from layouts.plain.page import Link, back, card, plain_page, table
from layouts.plain.presenting.slide import status_mark

#: Heading of each kind of line, and what is said where none changed.
OF_KINDS = (
    (LineKind.DECISION, "Decisions", "No decision was taken, closed, moved or became overdue."),
    (LineKind.ACTION, "Actions", "No action was done, added, moved or became overdue."),
    (LineKind.RISK, "Risks", "No risk moved."),
)
Subject = tuple[str, Child, str]  # its heading, what changed, and what is said where nothing did
NOT_KEPT = "When one of these meetings closed, decisions, actions and risks were not kept with the figures."


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
        *_cards(compared),
        card("Compare with", tag("ul", *ways)) if ways else "",
        inside="/meeting",
    )


def _cards(compared: TwoMeetings) -> list[Child]:
    """A card for each subject in which something changed, and one for all in which nothing did."""
    found = [("Figures and targets", _changes(compared), AS_IT_WAS), *_of_lines(compared)]
    found.append(("Commentary", _remarks(compared.remarks), "Nothing new is said of any figure."))
    changed: list[Child] = [card(heading, shown) for heading, shown, _ in found if shown]
    same = [tag("li", words) for _, shown, words in found if not shown]
    return [*changed, card("As it was", tag("ul", *same, class_="plain-list")) if same else ""]


def _changes(compared: TwoMeetings) -> Child:
    """A row for each figure that is not as it was."""
    rows = [_row(item) for item in compared.shifted]
    return _table("Figures and targets", ("Indicator", *_when(compared)), rows) if rows else ""


def _when(compared: TwoMeetings) -> tuple[str, str, str]:
    now = "Now" if compared.is_now else f"On {day_of(compared.after)}"
    return f"On {day_of(compared.before)}", now, HEADINGS[3]


def _row(item: Shifted) -> list[Child]:
    name, then, now, what = change_cells(item)
    named = tag("a", name, href=seen_figure_href(item.after)) if item.after else name
    is_judged = item.shift is Shift.STATUS and item.after is not None
    return [named, then, now, status_mark(item.after.status, what) if is_judged and item.after else what]


def _of_lines(compared: TwoMeetings) -> list[Subject]:
    """Decisions, actions, risks; one for all where they were not kept."""
    if not compared.keeps_lines:
        return [("Decisions, actions and risks", tag("p", NOT_KEPT), "")]
    found: list[Subject] = []
    for kind, heading, nothing in OF_KINDS:
        rows = [_moved(item, compared.after.partnership) for item in compared.moved if item.line.kind == kind]
        shown = _table(heading, (str(kind).capitalize(), *_when(compared)), rows) if rows else ""
        found.append((heading, shown, nothing))
    return found


def _moved(item: MovedLine, partnership: str) -> list[Child]:
    name, then, now, what = move_cells(item)
    look, bare = move_look(item), tag("bdi", name)
    named = tag("a", bare, href=_line_href(item.after, partnership)) if item.after else bare
    return [named, then, now, status_mark(look, what) if look else what]


def _line_href(line: SeenLine, partnership: str) -> str:
    """Where a decision, an action or a risk has a page of its own."""
    return (
        decision_href(int(line.key))
        if line.kind == LineKind.DECISION
        else line_href(f"{line.kind}s", partnership, line.key)
    )


def _table(title: str, headings: Sequence[str], rows: Sequence[Sequence[Child]]) -> Child:
    return table(title, headings, rows, numbers=frozenset(), look="cards")


def _remarks(found: Iterable[Measured]) -> Child:
    """What is said now of a figure and was not said then."""
    said = [
        tag("li", tag("a", _about(item), href=seen_figure_href(item)), ": ", tag("span", item.commentary, dir="auto"))
        for item in found
    ]
    return tag("ul", *said, class_="plain-list") if said else ""


def _about(item: Measured) -> str:
    area = f", {item.area_name}" if "/" in item.area else ""
    return f"{item.name}{area}, {item.period_label}"
