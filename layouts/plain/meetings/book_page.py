"""Knows the page on all meetings of a partnership: what was left undone, the next ones, those held, the action log."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from dashboard.domain.meetings.agenda import minutes_over
from dashboard.domain.meetings.record import MeetingRecord
from dashboard.domain.wording import listed, plural, sentence
from dashboard.reports.agenda.meeting_view import MeetingBook
from layouts.components.drafts import keeping
from layouts.components.links import log_href, page_path, partnership_href
from layouts.components.markup import Child, tag
from layouts.plain.meetings.boxes import (
    Sheet,
    buttons,
    deed_form,
    folded,
    problem_links,
    row_of,
    select_box,
    text_box,
)
from layouts.plain.meetings.words import decision_table, first_decisions, meeting_link, phase_pill, when
from layouts.plain.page import Link, back, card, plain_page, problem, table

MEETING = page_path("meeting")
CLOSED = "Nothing can be sent in from the browser here: ask whoever runs this service."


def book_page(navigation: Sequence[Link], book: MeetingBook, sheet: Sheet) -> str:
    """The meetings of one partnership."""
    return plain_page(
        f"Meetings of {book.name}",
        navigation,
        back(partnership_href("plan", book.partnership), "the plan"),
        problem(problem_links(sheet)),
        tag("p", book.name, class_="place"),
        tag("h1", _title(book), tabindex="-1"),
        tag("p", _lede(book), class_="lede"),
        _undone(book),
        _coming(book),
        _call(book, sheet) if book.may.prepares and sheet.is_open else "",
        tag("p", CLOSED) if book.may.writes and not sheet.is_open else "",
        _held(book),
        _log(book),
        _redaction(book, sheet) if book.may.administers and sheet.is_open else "",
        keeping() if sheet.is_open else "",
        fault=bool(sheet.filled.faults),
        inside=MEETING,
    )


def _title(book: MeetingBook) -> str:
    late = sum(item.is_overdue(book.day) for item in book.undone)
    if late:
        return f"{sentence(plural(late, 'decision'))} of earlier meetings {'is' if late == 1 else 'are'} overdue"
    if book.undone:
        return f"{sentence(plural(len(book.undone), 'decision'))} left to do, none overdue"
    return "Nothing is left undone by earlier meetings" if book.held else f"Meetings of {book.name}"


def _lede(book: MeetingBook) -> str:
    following = f"Next: {book.coming[0].title}, {when(book.coming[0])}." if book.coming else "No meeting is called."
    invited = f" Invited for what they own: {listed(book.invited)}." if book.invited else ""
    return f"{following}{invited}"


def _undone(book: MeetingBook) -> Markup:
    return card("Left undone", first_decisions(book, "Left undone", book.undone)) if book.undone else Markup("")


def _coming(book: MeetingBook) -> Markup:
    if not book.coming:
        return Markup("")
    rows = [_coming_row(item) for item in book.coming]
    headings = ("Meeting", "Group", "When", "State", "Items", "Time needed")
    shown = table("Forward programme", headings, rows, numbers=frozenset({4}), look="cards")
    return card("Forward programme", shown)


def _coming_row(item: MeetingRecord) -> list[Child]:
    over = minutes_over(item)
    needed = f"{item.planned} of {item.length} minutes" if item.length else f"{item.planned} minutes"
    warned = tag("span", f"{needed}: {over} too many", class_="over") if over else needed
    return [meeting_link(item), tag("bdi", item.body), when(item), phase_pill(item), str(len(item.items)), warned]


def _held(book: MeetingBook) -> Markup:
    if not book.held:
        return Markup("")
    rows = [
        [
            meeting_link(item),
            tag("bdi", item.body),
            when(item),
            phase_pill(item),
            str(len(book.decided_in(item.number))),
        ]
        for item in book.held
    ]
    headings = ("Meeting", "Group", "When", "State", "Decisions")
    return card("Meetings held", table("Meetings held", headings, rows, numbers=frozenset({4}), look="cards"))


def _log(book: MeetingBook) -> Markup:
    """What is over, folded up; all of it stands on a page of its own."""
    over = [item for item in reversed(book.decisions) if not item.is_live]
    if not over:
        return Markup("")
    shown = first_decisions(book, "Noted, closed and withdrawn", over)
    every = tag("p", tag("a", "The whole action log on one page", href=log_href(book.partnership)))
    return card("Action log", folded(f"Show {plural(len(over), 'decision')} with nothing left to do", shown), every)


def log_page(navigation: Sequence[Link], book: MeetingBook) -> str:
    """Everything that was decided, the newest first."""
    found = tuple(reversed(book.decisions))
    return plain_page(
        f"Action log of {book.name}",
        navigation,
        back(partnership_href("meeting", book.partnership), f"the meetings of {book.name}"),
        tag("p", book.name, class_="place"),
        tag("h1", f"Action log: {plural(len(found), 'decision')}", tabindex="-1"),
        card("All decisions, the newest first", decision_table(book, "Action log", found)) if found else "",
        inside=MEETING,
    )


def _call(book: MeetingBook, sheet: Sheet) -> Markup:
    key = f"call-{book.partnership}"
    newest = (book.coming or book.held or (None,))[0]
    body = newest.body if newest else "Strategy group"
    box = sheet.box(key, body=body, length="90", begins="14:00")
    form = deed_form(
        sheet,
        box,
        "call",
        {"partnership": book.partnership},
        *heading_fields(box),
        row_of(
            select_box(box, "period", "Period", (("", "As the pages open"), *book.periods)),
            select_box(box, "area", "Area", (("", f"All of {book.name}"), *book.areas)),
        ),
        buttons("Call the meeting", box),
    )
    hint = "Its agenda is made from the figures and from what was left undone; change it as you like."
    folds = folded("Call a meeting", form, is_open=box.is_mended or not book.meetings)
    return card("Next meeting", folds, sub=hint)


def _redaction(book: MeetingBook, sheet: Sheet) -> Markup:
    """For administrators: a name that was typed by mistake goes from every row, the audit trail says that one did."""
    box = replace(sheet, about="").box("redact")  # no draft keeps the name
    form = deed_form(
        sheet,
        box,
        "redact",
        {"partnership": book.partnership},
        text_box(box, "name", "Name to take out", "As it was typed; whole words, in capitals or not."),
        text_box(box, "words", "Reason", "Without the name: the audit trail keeps it."),
        buttons("Take it out everywhere"),
    )
    sub = (
        "Minutes name roles. A name typed by mistake is taken out of all that people typed and loaded for this "
        "partnership, and of what was frozen. A loaded file itself keeps it until that file is erased."
    )
    return card("A name typed by mistake", folded("Take a name out", form, is_open=box.is_mended), sub=sub)


def heading_fields(box: "Child") -> tuple[Markup, ...]:
    """The controls of what is said of a meeting itself."""
    return (
        text_box(box, "title", "Title", "As the minutes are headed: Strategy group, quarter 3."),
        text_box(box, "body", "Group", "Which group meets."),
        row_of(
            text_box(box, "day", "Day", kind="date"),
            text_box(box, "begins", "Begins", kind="time"),
            text_box(box, "length", "Minutes", kind="number"),
        ),
        text_box(box, "place", "Place"),
    )
