"""Knows the page of a meeting that is prepared or held: its agenda, who is there, and what is left undone."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from dashboard.domain.meetings.agenda import minutes_over, name_of
from dashboard.domain.meetings.record import AgendaItem, Phase
from dashboard.domain.wording import plural, sentence
from dashboard.reports.agenda.meeting_view import MeetingView
from layouts.components.drafts import keeping
from layouts.components.links import meeting_href, partnership_href
from layouts.components.markup import Child, joined, tag
from layouts.plain.meetings.attendance import attendance_card
from layouts.plain.meetings.book_page import CLOSED, MEETING, heading_fields
from layouts.plain.meetings.boxes import (
    Sheet,
    buttons,
    deed_form,
    folded,
    problem_links,
    row_of,
    select_box,
    small_button,
    text_box,
    tick_box,
)
from layouts.plain.meetings.said import minute_blocks
from layouts.plain.meetings.words import decision_lines, first_decisions, phase_pill, private_pill, rule_words, when
from layouts.plain.page import Link, back, card, plain_page, problem
from layouts.plain.papers.orders import papers_href


def agenda_page(navigation: Sequence[Link], view: MeetingView, sheet: Sheet) -> str:
    """A meeting before it is closed."""
    meeting = view.meeting
    writes = view.book.may.writes and sheet.is_open
    return plain_page(
        meeting.title,
        navigation,
        back(partnership_href("meeting", meeting.partnership), f"the meetings of {view.book.name}"),
        problem(problem_links(sheet)),
        _head(view),
        _steps(view, sheet) if writes else "",
        tag("p", CLOSED) if view.book.may.writes and not sheet.is_open else "",
        _agenda(view, sheet),
        _of_the_whole(view, sheet),
        _offered(view, sheet) if writes and view.offered else "",
        _by_hand(view, sheet) if writes else "",
        attendance_card(view, sheet),
        _undone(view),
        _heading(view, sheet) if writes else "",
        keeping() if sheet.is_open else "",
        fault=bool(sheet.filled.faults),
        inside=MEETING,
    )


def _head(view: MeetingView) -> Markup:
    """Whose meeting it is, what it is called, when, and how far it is."""
    meeting = view.meeting
    place = tag("p", f"{view.book.name} · {meeting.body}", class_="place")
    title = tag("h1", tag("bdi", meeting.title), tabindex="-1")
    papers = tag("p", tag("a", "Make the papers", href=papers_href(meeting.number)), class_="sub downloads")
    return joined([place, title, tag("p", when(meeting), " ", phase_pill(meeting), class_="lede"), papers])


def _steps(view: MeetingView, sheet: Sheet) -> Markup:
    """What comes next: present, begin, or close."""
    meeting, about = view.meeting, {"meeting": view.meeting.number}
    first = meeting.items[0].number if meeting.items else 0
    present = tag("a", "Present", href=f"/meeting/present?meeting={meeting.number}", class_="go")
    if meeting.phase is Phase.PREPARED:
        begin = _go(sheet, "begin", about, "Begin the meeting")
        return tag("div", begin, present, class_="deeds")
    on = tag("a", "Take minutes item by item", href=meeting_href(meeting.number, first), class_="go") if first else ""
    if not view.book.may.decides:
        return tag("div", on, present, tag("p", "The chair closes the meeting.", class_="hint"), class_="deeds")
    hint = "Closing publishes the decisions as provisional and freezes what was seen."
    return tag(
        "div",
        on,
        present,
        _go(sheet, "close", about, "Close the meeting"),
        tag("p", hint, class_="hint"),
        class_="deeds",
    )


def _go(sheet: Sheet, deed: str, about: Mapping[str, object], words: str) -> Markup:
    fields = [tag("input", type="hidden", name=name, value=str(said)) for name, said in about.items()]
    once = tag("input", type="hidden", name="once", value=sheet.once)
    button = tag("button", words, type="submit", class_="go")
    return tag("form", *fields, once, button, method="post", action=f"{MEETING}/{deed}", class_="small-form")


def _agenda(view: MeetingView, sheet: Sheet) -> Markup:
    meeting, over = view.meeting, minutes_over(view.meeting)
    if not meeting.items:
        return card("Agenda", tag("p", "Nothing is on the agenda yet."))
    needed = f"{sentence(plural(len(meeting.items), 'item'))}, {meeting.planned} minutes"
    said = f"{needed} of {meeting.length}." if meeting.length else f"{needed}."
    warning = f"{over} minutes too many: take items off, give them less time, or move some to another meeting."
    warned = tag("p", tag("b", warning), class_="over", role="status") if over else ""
    items = [_item(view, sheet, at, item) for at, item in enumerate(view.today.items)]
    return card("Agenda", warned, tag("ol", *items, class_="agenda"), _sorted(view, sheet), sub=said)


def _of_the_whole(view: MeetingView, sheet: Sheet) -> Markup:
    """What was said and decided of no item."""
    decided, minutes = view.book.decided_in(view.meeting.number, 0), minute_blocks(view, sheet, 0)
    if not decided and not minutes:
        return Markup("")
    return card("Of the meeting as a whole", decision_lines(decided, view.book.day), minutes)


def _sorted(view: MeetingView, sheet: Sheet) -> Markup:
    if not (view.book.may.writes and sheet.is_open) or len(view.meeting.items) < 2:
        return Markup("")
    about = {"meeting": view.meeting.number, "seen": view.meeting.order_version, "places": "rules"}
    return small_button(sheet, "order", about, "Put in the usual order", "Put in the usual order: the agenda")


def _item(view: MeetingView, sheet: Sheet, at: int, item: AgendaItem) -> Markup:
    number = view.meeting.number
    private = private_pill() if item.is_private else ""
    link = tag("a", tag("bdi", item.words), href=meeting_href(number, item.number))
    said = len(view.meeting.said_of(item.number)), len(view.book.decided_in(number, item.number))
    done = f"{plural(said[0], 'minute')}, {plural(said[1], 'decision')}" if any(said) else ""
    facts = (rule_words(item), item.presenter, f"{item.minutes} min" if item.minutes else "", done)
    sub = tag("span", " · ".join(filter(None, facts)), class_="sub")
    why = tag("span", item.reason, class_="why", dir="auto") if item.reason else ""
    tools = _tools(view, sheet, at, item) if view.book.may.writes and sheet.is_open else ""
    return tag("li", tag("div", link, private, sub, why, class_="what"), tools, id=f"item-{item.number}")


def _tools(view: MeetingView, sheet: Sheet, at: int, item: AgendaItem) -> Markup:
    about = {"meeting": view.meeting.number, "item": item.number}
    order = {**about, "seen": view.meeting.order_version}
    last = at == len(view.meeting.items) - 1
    up = small_button(sheet, "order", {**order, "places": -1}, "↑", f"Move up: {item.words}") if at else ""
    down = small_button(sheet, "order", {**order, "places": 1}, "↓", f"Move down: {item.words}") if not last else ""
    return tag("div", up, down, _change(view, sheet, item), class_="tools")


def _change(view: MeetingView, sheet: Sheet, item: AgendaItem) -> Markup:
    key = f"item-{item.number}"
    ticked = "1" if item.is_private else ""
    box = sheet.box(key, words=item.words, presenter=item.presenter, minutes=str(item.minutes), is_private=ticked)
    about = {"meeting": view.meeting.number, "item": item.number, "seen": item.version}
    others = [("", "This meeting"), *((str(other.number), other.title) for other in view.others)]
    form = deed_form(
        sheet,
        box,
        "item",
        about,
        *_item_fields(box),
        select_box(box, "to", "Meeting", others) if len(others) > 1 else "",
        buttons("Change this item", label=f"Change this item: {item.words}"),
    )
    off = small_button(sheet, "take-off", about, "Take off the agenda", f"Take off the agenda: {item.words}")
    return folded("Change", joined([form, off]), is_open=box.is_mended, about=item.words)


def _item_fields(box: Child) -> tuple[Markup, ...]:
    return (
        text_box(box, "words", "Item"),
        row_of(text_box(box, "presenter", "Presented by (role)"), text_box(box, "minutes", "Minutes", kind="number")),
        tick_box(box, "is_private", "Private: seen by those who prepare or decide alone"),
    )


def _offered(view: MeetingView, sheet: Sheet) -> Markup:
    """What the rules found since the agenda was made."""
    boxes: list[Child] = []
    for at, item in enumerate(view.offered):
        known = f"offered-{at}"
        tick = tag("input", type="checkbox", id=known, name="offered", value=name_of(item), checked=True)
        rule = [tag("b", words), ": "] if (words := rule_words(item)) else []
        label = tag("label", *rule, tag("bdi", item.words), for_=known)
        boxes.append(tag("p", tick, label, class_="check"))
        boxes.append(tag("p", item.reason, class_="hint") if item.reason else "")
    box = sheet.box("offered")
    form = deed_form(sheet, box, "offered", {"meeting": view.meeting.number}, *boxes, buttons("Add what is ticked"))
    return card("Not on the agenda yet", form, sub="Found by the rules in the figures, the plan and earlier meetings.")


def _by_hand(view: MeetingView, sheet: Sheet) -> Markup:
    box = sheet.box("by-hand", minutes="10")
    about = {"meeting": view.meeting.number}
    form = deed_form(sheet, box, "item", about, *_item_fields(box), buttons("Add this item", box))
    return card("An item of your own", folded("Add an item", form, is_open=box.is_mended))


def _undone(view: MeetingView) -> Markup:
    if not view.undone:
        return Markup("")
    return card("Left undone by earlier meetings", first_decisions(view.book, "Left undone", view.undone))


def _heading(view: MeetingView, sheet: Sheet) -> Markup:
    meeting = view.meeting
    usual = {"title": meeting.title, "body": meeting.body, "begins": meeting.begins, "place": meeting.place}
    day = meeting.day.isoformat() if meeting.day else ""
    box = sheet.box("heading", **usual, day=day, length=str(meeting.length or ""))
    about = {"meeting": meeting.number, "seen": meeting.version}
    form = deed_form(sheet, box, "heading", about, *heading_fields(box), buttons("Change the meeting"))
    return card("The meeting itself", folded("Change title, day or place", form, is_open=box.is_mended))
