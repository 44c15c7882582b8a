"""Knows how what was said and decided of an item is shown and written down, and how a minute is corrected."""

from markupsafe import Markup

from dashboard.domain.meetings.decisions import DecisionKind
from dashboard.domain.meetings.record import Minute
from dashboard.domain.meetings.typed import LONGEST_MINUTE, LONGEST_WORDS
from dashboard.domain.wording import plural, sentence
from dashboard.reports.agenda.meeting_view import MeetingView
from layouts.components.markup import Child, joined, tag
from layouts.plain.meetings.boxes import (
    Sheet,
    buttons,
    deed_form,
    folded,
    row_of,
    select_box,
    text_box,
    tick_box,
    told,
    words_box,
)
from layouts.plain.meetings.words import private_pill, signed

KINDS = [(str(kind), sentence(kind)) for kind in DecisionKind]
PRIVATE = "Private: seen by those who prepare or decide alone"


def minute_blocks(view: MeetingView, sheet: Sheet, item: int) -> Markup:
    """Each minute of an item with who wrote it, what it corrects, and the form that corrects it."""
    return joined(_minute(view, sheet, said) for said in view.meeting.said_of(item))


def _minute(view: MeetingView, sheet: Sheet, said: Minute) -> Markup:
    private = private_pill() if said.is_private else ""
    head = tag("p", signed(said.who, said.moment), private, class_="sub")
    parts: list[Child] = [told(said.words), head]
    if said.earlier:
        earlier = [
            tag("li", told(words), tag("p", signed(who, moment), class_="sub")) for words, who, moment in said.earlier
        ]
        shown = tag("ul", *earlier, class_="plain-list")
        parts.append(folded(f"Corrected {plural(len(said.earlier), 'time')}", shown))
    if view.book.may.writes and sheet.is_open:
        parts.append(_correction(view, sheet, said))
    return tag("div", *parts, class_="minute", id=f"minute-{said.number}")


def _correction(view: MeetingView, sheet: Sheet, said: Minute) -> Markup:
    ticked = "1" if said.is_private else ""
    box = sheet.box(f"correct-{said.number}", words=said.words, is_private=ticked)
    about = {"meeting": view.meeting.number, "minute": said.number, "seen": said.version}
    form = deed_form(
        sheet,
        box,
        "minute",
        about,
        words_box(box, "words", "What was said", "The words before stay readable underneath.", rows=6),
        tick_box(box, "is_private", PRIVATE),
        buttons("Correct"),
    )
    return folded("Correct", form, is_open=box.is_mended, about=said.words[:40])


def minute_form(view: MeetingView, sheet: Sheet, item: int) -> Markup:
    box = sheet.box(f"minute-of-{item}")
    hint = f"By role, never by name; up to {LONGEST_MINUTE:,} characters."
    return deed_form(
        sheet,
        box,
        "minute",
        {"meeting": view.meeting.number, "item": item},
        words_box(box, "words", "What was said", hint, rows=6),
        tick_box(box, "is_private", PRIVATE),
        buttons("Add this minute", box),
    )


def decision_form(view: MeetingView, sheet: Sheet, item: int) -> Markup:
    """The decision box: words, owner, day; what kind it is says what else it needs."""
    box = sheet.box(f"decision-of-{item}", kind=DecisionKind.ACTION)
    return deed_form(
        sheet,
        box,
        "decision",
        {"meeting": view.meeting.number, "item": item},
        select_box(box, "kind", "Kind of decision", KINDS),
        words_box(box, "words", "What was decided", f"Up to {LONGEST_WORDS:,} characters.", rows=3),
        row_of(text_box(box, "owner", "Owner (role)"), text_box(box, "due", "Due", kind="date")),
        words_box(box, "why", "Why", "For whoever was not there.", rows=2),
        text_box(box, "to_body", "Group that it goes to", "For a recommendation: it comes onto that group's agenda."),
        tick_box(box, "is_private", PRIVATE),
        buttons("Record this decision", box),
    )
