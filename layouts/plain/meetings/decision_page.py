"""Knows the page of one decision: words, owner, due date, its course, and the forms that take it further."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.meetings.decisions import DecisionStep, MeetingDecision, StepKind, may_follow
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import first_words, sentence
from dashboard.reports.agenda.meeting_view import MeetingBook
from layouts.components.drafts import keeping
from layouts.components.links import partnership_href
from layouts.components.markup import Child, tag
from layouts.plain.meetings.book_page import CLOSED, MEETING
from layouts.plain.meetings.boxes import (
    Box,
    Sheet,
    buttons,
    deed_form,
    folded,
    problem_links,
    text_box,
    told,
    words_box,
)
from layouts.plain.meetings.words import (
    LONGEST_TITLE,
    confirmed_words,
    due_words,
    meeting_link,
    private_pill,
    signed,
    state_pill,
)
from layouts.plain.page import Link, back, card, facts, plain_page, problem

#: What each step is called on its button, and what its words are.
STEPS = {
    StepKind.CONFIRMED: ("Say how it stands", "Progress", "Record progress"),
    StepKind.REVISED: ("Set a later day", "Why it is later", "Revise the due date"),
    StepKind.ASKED: ("Ask to close it", "What was done", "Ask for closure"),
    StepKind.AGREED: ("Agree that it is closed", "Words, if any", "Agree to close it"),
    StepKind.REFUSED: ("Keep it open", "Why it stays open", "Keep it open"),
    StepKind.CORRECTED: ("Correct the words", "What was decided", "Correct the words"),
    StepKind.WITHDRAWN: ("Withdraw it", "Why it is withdrawn", "Withdraw the decision"),
}
FOR_THE_CHAIR = frozenset({StepKind.AGREED, StepKind.REFUSED, StepKind.WITHDRAWN})


def decision_page(navigation: Sequence[Link], book: MeetingBook, item: MeetingDecision, sheet: Sheet) -> str:
    """One decision, and what may be done with it now."""
    writes = book.may.writes and sheet.is_open
    return plain_page(
        f"Decision: {first_words(item.words, 60)}",
        navigation,
        back(partnership_href("meeting", item.partnership), f"the meetings of {book.name}"),
        problem(problem_links(sheet)),
        tag("p", f"{book.name} · {sentence(item.kind)}", class_="place"),
        tag("h1", tag("bdi", first_words(item.words, LONGEST_TITLE)), tabindex="-1"),
        tag("p", state_pill(item, book.day), " ", private_pill() if item.is_private else "", class_="lede"),
        _facts(book, item),
        _course(item),
        tag("p", CLOSED) if book.may.writes and not sheet.is_open else "",
        _forms(book, item, sheet) if writes else "",
        keeping() if sheet.is_open else "",
        fault=bool(sheet.filled.faults),
        inside=MEETING,
    )


def _facts(book: MeetingBook, item: MeetingDecision) -> Markup:
    origin = book.meeting(item.meeting)
    about = origin.item(item.item) if origin else None
    pairs: list[tuple[str, Child]] = [("Decision", told(item.words))]
    pairs += [("Why", told(item.why))] if item.why else []
    pairs += [("Owner", tag("bdi", item.owner))] if item.owner else []
    pairs += [("Goes to", tag("bdi", item.to_body))] if item.to_body else []
    pairs += [("Due", due_words(item))]
    pairs += [("Last confirmed", confirmed_words(item, book.day))] if item.is_live else []
    pairs += [("Meeting", meeting_link(origin))] if origin else []
    pairs += (
        [("Item", tag("a", tag("bdi", about.words), href=about.address) if about.address else about.words)]
        if about
        else []
    )
    pairs += [("Written by", signed(item.who, item.moment))]
    return card("What was decided", facts(*pairs))


def _course(item: MeetingDecision) -> Markup:
    if not item.course:
        return Markup("")
    return card("Course", tag("ol", *[_step(step) for step in reversed(item.course)], class_="course"))


def _step(step: DecisionStep) -> Markup:
    day = f" to {day_words(step.due)}" if step.due else ""
    head = tag("b", f"{sentence(step.kind)}{day}")
    return tag("li", head, told(step.words), tag("p", signed(step.who, step.moment), class_="sub"))


def _forms(book: MeetingBook, item: MeetingDecision, sheet: Sheet) -> Markup:
    may = [kind for kind in STEPS if may_follow(item, kind) and (book.may.decides or kind not in FOR_THE_CHAIR)]
    shown = [_form(item, sheet, kind) for kind in may]
    return card("Take it further", *shown) if shown else Markup("")


def _form(item: MeetingDecision, sheet: Sheet, kind: StepKind) -> Markup:
    title, words, button = STEPS[kind]
    usual = {"words": item.words} if kind is StepKind.CORRECTED else {}
    box = sheet.box(f"step-{item.number}-{kind.replace(' ', '-')}", **usual)
    about = {"decision": item.number, "seen": item.version, "kind": str(kind)}
    day = _day(box) if kind is StepKind.REVISED else ""
    form = deed_form(sheet, box, "step", about, day, words_box(box, "words", words, rows=3), buttons(button))
    return folded(title, form, is_open=box.is_mended)


def _day(box: Box) -> Markup:
    return text_box(box, "due", "New day", "The first one stays readable beside it.", kind="date")
