"""Knows the page of one item while a meeting is held: its view, what is said and decided, the way to the next."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.meetings.record import AgendaItem, ItemKind, Phase
from dashboard.reports.agenda.meeting_view import MeetingView
from layouts.components.drafts import keeping
from layouts.components.links import meeting_href
from layouts.components.markup import Child, joined, tag
from layouts.plain.meetings.attendance import attendance_card
from layouts.plain.meetings.book_page import CLOSED, MEETING
from layouts.plain.meetings.boxes import (
    Sheet,
    buttons,
    deed_form,
    folded,
    problem_links,
    small_button,
    words_box,
)
from layouts.plain.meetings.notes_page import note_key
from layouts.plain.meetings.said import decision_form, minute_blocks, minute_form
from layouts.plain.meetings.words import decision_lines, first_decisions, private_pill, rule_words
from layouts.plain.page import Link, back, card, plain_page, problem


def item_page(navigation: Sequence[Link], view: MeetingView, item: AgendaItem, sheet: Sheet) -> str:
    """One item of a meeting that is not closed."""
    meeting, writes = view.meeting, view.book.may.writes and sheet.is_open
    return plain_page(
        item.words[:80],
        navigation,
        back(meeting_href(meeting.number), meeting.title),
        problem(problem_links(sheet)),
        tag("p", _place(view, item), class_="place"),
        tag("h1", tag("bdi", item.words), " ", private_pill() if item.is_private else "", tabindex="-1"),
        tag("p", tag("bdi", item.reason), class_="lede") if item.reason else "",
        _ways(view, item),
        _of_its_kind(view, item, sheet),
        _said(view, item, sheet),
        tag("p", CLOSED) if view.book.may.writes and not sheet.is_open else "",
        _forms(view, item, sheet) if writes else "",
        keeping() if sheet.is_open else "",
        fault=bool(sheet.filled.faults),
        inside=MEETING,
    )


def _place(view: MeetingView, item: AgendaItem) -> str:
    at = next((at for at, found in enumerate(view.meeting.items, 1) if found.number == item.number), 0)
    facts = (f"Item {at} of {len(view.meeting.items)}", rule_words(item), item.presenter)
    return " · ".join(filter(None, facts))


def _ways(view: MeetingView, item: AgendaItem) -> Markup:
    """To what it is about, and to the items before and after."""
    items, number = view.meeting.items, view.meeting.number
    at = next((at for at, found in enumerate(items) if found.number == item.number), 0)
    ways: list[Child] = [tag("a", "Look at it", href=item.address, class_="go")] if item.address else []
    if at:
        ways.append(_way(number, items[at - 1], "Before: ", "prev"))
    if at + 1 < len(items):
        ways.append(_way(number, items[at + 1], "Next: ", "next"))
    return tag("nav", *ways, class_="ways", aria_label="Items of the agenda")


def _way(meeting: int, item: AgendaItem, words: str, relation: str) -> Markup:
    return tag("a", words, tag("bdi", item.words), href=meeting_href(meeting, item.number), rel=relation)


def _of_its_kind(view: MeetingView, item: AgendaItem, sheet: Sheet) -> Markup:
    """What an item of the meeting itself works on: attendance, the minutes before, what was left undone."""
    if item.kind is ItemKind.OPENING:
        return attendance_card(view, sheet)
    if item.kind is ItemKind.ARISING and view.undone:
        return card("Left undone by earlier meetings", first_decisions(view.book, "Left undone", view.undone))
    if item.kind is ItemKind.LAST_MINUTES:
        return _approval(view, sheet)
    return Markup("")


def _approval(view: MeetingView, sheet: Sheet) -> Markup:
    """The minutes of the meeting before, which this one approves."""
    before = view.book.before(view.meeting)
    if before is None:
        return Markup("")
    if before.phase is Phase.APPROVED:
        return card("Minutes of the last meeting", tag("p", "They are approved."))
    words = f"The minutes of {before.title} are provisional until they are approved; correct them there first."
    if not (view.book.may.decides and sheet.is_open):
        return card("Minutes of the last meeting", tag("p", words))
    about = {"meeting": before.number, "in": view.meeting.number}
    button = small_button(sheet, "approve", about, "Approve these minutes", f"Approve the minutes of {before.title}")
    return card("Minutes of the last meeting", tag("p", words), button)


def _said(view: MeetingView, item: AgendaItem, sheet: Sheet) -> Markup:
    decided = view.book.decided_in(view.meeting.number, item.number)
    minutes = minute_blocks(view, sheet, item.number)
    if not decided and not minutes:
        return Markup("")
    return card("Said and decided", decision_lines(decided, view.book.day), minutes)


def _forms(view: MeetingView, item: AgendaItem, sheet: Sheet) -> Markup:
    decision = card("Decision", decision_form(view, sheet, item.number))
    minute = card("Minute", minute_form(view, sheet, item.number))
    forms = tag("div", decision, minute, class_="pair said-forms")
    return joined([forms, _note(view, item, sheet)]) if item.indicator else forms


def _note(view: MeetingView, item: AgendaItem, sheet: Sheet) -> Markup:
    """A note that stays on the figure after the meeting, wherever that is looked at."""
    partnership = view.meeting.partnership
    slug, area = (words.removeprefix(f"{partnership}/") for words in (item.indicator, item.area))
    place = (slug, "" if area == partnership else area, item.period)
    box = sheet.box(note_key(place))
    about = {"meeting": view.meeting.number, "item": item.number, "partnership": partnership}
    about |= dict(zip(("indicator", "area", "period"), place, strict=True))
    field = words_box(box, "words", "Note", "Seen by whoever looks at this figure, in a meeting or not.")
    form = deed_form(sheet, box, "note", about, field, buttons("Keep this note", box))
    return card("Note on the figure", folded("Write a note", form, is_open=box.is_mended))
