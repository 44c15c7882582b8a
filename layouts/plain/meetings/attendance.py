"""Knows how attendance by role, apologies and declarations of interest are shown and written down."""

from markupsafe import Markup

from dashboard.domain.meetings.record import MeetingRecord, Presence
from dashboard.domain.wording import listed, sentence
from dashboard.reports.agenda.meeting_view import MeetingView
from layouts.components.markup import joined, tag
from layouts.plain.meetings.boxes import (
    Sheet,
    buttons,
    deed_form,
    folded,
    row_of,
    select_box,
    small_button,
    text_box,
    tick_box,
)
from layouts.plain.page import card, table

ROLES_ONLY = "By role, never by name."


def attendance_card(view: MeetingView, sheet: Sheet) -> Markup:
    """Who is there, who sent apologies, who declared what; the forms where they may be used."""
    writes = view.book.may.writes and sheet.is_open and view.meeting.is_open
    parts = [_present(view.meeting), _declared(view.meeting)]
    parts += [_invited(view, sheet), _attendance_form(view, sheet), _declaration_form(view, sheet)] if writes else []
    return card("Attendance and declarations", *parts, sub=ROLES_ONLY if writes else "")


def _present(meeting: MeetingRecord) -> Markup:
    if not meeting.attendance:
        return tag("p", "Nobody is written down yet.")
    order = list(Presence)
    found = sorted(meeting.attendance, key=lambda item: order.index(item.presence))
    rows = [(tag("bdi", item.role), tag("bdi", item.body or "–"), sentence(item.presence)) for item in found]
    return table("Attendance", ("Role", "For", "Attendance"), rows, numbers=frozenset(), look="cards")


def _declared(meeting: MeetingRecord) -> Markup:
    if not meeting.declarations:
        return tag("p", "No interest was declared." if not meeting.is_open else "No interest is declared.")
    lines = []
    for said in meeting.declarations:
        item = meeting.item(said.item)
        about = f" ({item.words})" if item else ""
        left = " and left for it" if said.has_left else ""
        lines.append(tag("li", tag("bdi", f"{said.role}: {said.interest}{about}{left}")))
    return joined([tag("h3", "Declarations of interest"), tag("ul", *lines)])


def _invited(view: MeetingView, sheet: Sheet) -> Markup:
    """The owners of what is overdue or asked to be closed, who are not written down yet."""
    there = {item.role.casefold() for item in view.meeting.attendance}
    missing = [role for role in view.book.invited if role.casefold() not in there]
    if not missing:
        return Markup("")
    about = {"meeting": view.meeting.number}
    words = f"Owners of overdue decisions or of closures asked for: {listed(missing)}."
    button = small_button(sheet, "invite", about, "Invite them", f"Invite them: {listed(missing)}")
    return tag("div", tag("p", words), button, class_="invited")


def _attendance_form(view: MeetingView, sheet: Sheet) -> Markup:
    box = sheet.box("attendance", presence=Presence.PRESENT)
    options = [(str(item), sentence(item)) for item in Presence]
    form = deed_form(
        sheet,
        box,
        "attendance",
        {"meeting": view.meeting.number},
        row_of(text_box(box, "role", "Role"), text_box(box, "body", "For")),
        select_box(box, "presence", "Attendance", options),
        buttons("Write down"),
    )
    hint = tag("p", "Somebody who is written down again is changed, not doubled.", class_="hint")
    return folded("Write somebody down", joined([hint, form]), is_open=box.is_mended)


def _declaration_form(view: MeetingView, sheet: Sheet) -> Markup:
    box = sheet.box("declaration")
    items = [("", "The meeting as a whole"), *((str(item.number), item.words) for item in view.meeting.items)]
    form = deed_form(
        sheet,
        box,
        "declaration",
        {"meeting": view.meeting.number},
        row_of(text_box(box, "role", "Role"), text_box(box, "interest", "Interest")),
        select_box(box, "item", "Item", items),
        tick_box(box, "has_left", "They left for the item"),
        buttons("Write down the declaration"),
    )
    return folded("Write down a declaration of interest", form, is_open=box.is_mended)
