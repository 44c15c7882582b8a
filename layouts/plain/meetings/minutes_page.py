"""Knows the page of a closed meeting: the decision sheet first, then the minutes; provisional until approved."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.meetings.record import AgendaItem, Phase
from dashboard.domain.wording import number_word, plural, sentence
from dashboard.reports.agenda.meeting_view import MeetingView
from layouts.components.drafts import keeping
from layouts.components.links import meeting_file_href, partnership_href
from layouts.components.markup import joined, tag
from layouts.plain.meetings.attendance import attendance_card
from layouts.plain.meetings.book_page import MEETING
from layouts.plain.meetings.boxes import Sheet, folded, problem_links, small_button
from layouts.plain.meetings.said import decision_form, minute_blocks, minute_form
from layouts.plain.meetings.words import (
    decision_lines,
    decision_table,
    phase_pill,
    private_pill,
    rule_words,
    signed,
    when,
)
from layouts.plain.page import Link, back, card, plain_page, problem
from layouts.plain.papers.orders import papers_href

PROVISIONAL = (
    "Provisional: decisions count from now on, the words may still be corrected until the minutes are approved."
)


def minutes_page(navigation: Sequence[Link], view: MeetingView, sheet: Sheet) -> str:
    """A meeting that is closed, for whoever was not there."""
    meeting = view.meeting
    return plain_page(
        meeting.title,
        navigation,
        back(partnership_href("meeting", meeting.partnership), f"the meetings of {view.book.name}"),
        problem(problem_links(sheet)),
        tag("p", f"{view.book.name} · {meeting.body} · ", when(meeting), class_="place"),
        tag("h1", tag("bdi", meeting.title), tabindex="-1"),
        tag("p", _lede(view), " ", phase_pill(meeting), class_="lede"),
        _standing(view, sheet),
        _ways(view),
        _decisions(view),
        _minutes(view, sheet),
        attendance_card(view, sheet),
        _later(view, sheet) if view.book.may.writes and sheet.is_open and meeting.phase is Phase.CLOSED else "",
        _history(view),
        keeping() if sheet.is_open else "",
        fault=bool(sheet.filled.faults),
        inside=MEETING,
    )


def _lede(view: MeetingView) -> str:
    live = sum(item.is_live for item in view.decided)
    said = sentence(plural(len(view.decided), "decision"))
    return f"{said}, {number_word(live) if live else 'none'} still to do."


def _standing(view: MeetingView, sheet: Sheet) -> Markup:
    meeting = view.meeting
    if meeting.phase is Phase.APPROVED:
        return Markup("")
    words = tag("p", PROVISIONAL)
    if not (view.book.may.decides and sheet.is_open):
        return words
    label = f"Approve the minutes of {meeting.title}"
    return tag("div", words, small_button(sheet, "approve", {"meeting": meeting.number}, "Approve the minutes", label))


def _ways(view: MeetingView) -> Markup:
    number = view.meeting.number
    forms = [tag("a", words, href=meeting_file_href(form, number)) for form, words in FORMS]
    seen = tag("a", "As it was seen", href=f"/meeting/seen?meeting={number}")
    since = tag("a", "What changed since", href=f"/meeting/since?meeting={number}")
    files = ("Download the decisions as ", forms[0], " or everything as ", forms[1], ".")
    papers = tag("a", "Make the papers", href=papers_href(number))
    return tag("p", papers, " · ", seen, " · ", since, " · ", *files, class_="sub downloads")


FORMS = (("csv", "CSV"), ("json", "JSON"))


def _decisions(view: MeetingView) -> Markup:
    if not view.decided:
        return card("Decisions", tag("p", "Nothing was decided."))
    return card("Decisions", decision_table(view.book, "Decisions", view.decided, inside=True))


def _minutes(view: MeetingView, sheet: Sheet) -> Markup:
    items = [_item(view, sheet, at, item) for at, item in enumerate(view.meeting.items, 1) if _has_words(view, item)]
    silent = [_silent(at, item) for at, item in enumerate(view.meeting.items, 1) if not _has_words(view, item)]
    rest = [tag("h3", "Nothing was minuted of"), tag("ul", *silent, class_="plain-list")] if silent else []
    whole = [minute_blocks(view, sheet, 0), decision_lines(view.book.decided_in(view.meeting.number, 0), view.book.day)]
    return card("Minutes", *items, *whole, *rest)


def _has_words(view: MeetingView, item: AgendaItem) -> bool:
    return bool(view.meeting.said_of(item.number) or view.book.decided_in(view.meeting.number, item.number))


def _silent(at: int, item: AgendaItem) -> Markup:
    """An item of which nothing was said: its line of the agenda."""
    words = tag("bdi", item.words)
    named = tag("a", words, href=item.address, aria_label=_now(item)) if item.address else words
    private = private_pill() if item.is_private else ""
    return tag("li", f"{at}. ", named, " ", private, id=f"item-{item.number}")


def _item(view: MeetingView, sheet: Sheet, at: int, item: AgendaItem) -> Markup:
    private = private_pill() if item.is_private else ""
    head = tag("h3", f"{at}. ", tag("bdi", item.words), " ", private)
    sub = tag("p", " · ".join(filter(None, (rule_words(item), item.presenter))), class_="sub")
    why = tag("p", item.why, class_="why", dir="auto") if item.why else ""
    link = (
        tag("p", tag("a", "Look at it as it is now", href=item.address, aria_label=_now(item))) if item.address else ""
    )
    minutes = minute_blocks(view, sheet, item.number)
    decided = decision_lines(view.book.decided_in(view.meeting.number, item.number), view.book.day)
    return tag("section", head, sub, why, minutes, decided, link, class_="minuted", id=f"item-{item.number}")


def _now(item: AgendaItem) -> str:
    return f"Look at it as it is now: {item.words}"


def _later(view: MeetingView, sheet: Sheet) -> Markup:
    """What was forgotten can still be added while the minutes are provisional; it bears its own day."""
    forms = joined(
        [tag("h3", "Decision"), decision_form(view, sheet, 0), tag("h3", "Minute"), minute_form(view, sheet, 0)]
    )
    shown = folded("Add what was forgotten", forms, is_open=sheet.refused in ("decision-of-0", "minute-of-0"))
    return card("Before they are approved", shown, sub="It is added with the day on which it is written.")


def _history(view: MeetingView) -> Markup:
    rows = [
        tag(
            "li",
            f"{sentence(change.phase)}: {signed(change.who, change.moment)}",
            f" ({change.words})" if change.words else "",
        )
        for change in view.meeting.phases
    ]
    return card("How it went on", tag("ul", *rows, class_="plain-list"))
