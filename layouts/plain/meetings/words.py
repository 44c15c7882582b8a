"""Knows how a meeting is said: its day, how far it is, and decisions with owner, due date and state."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from dashboard.domain.meetings.decisions import DecisionKind, DecisionState, MeetingDecision
from dashboard.domain.meetings.record import AgendaItem, ItemKind, MeetingRecord, Phase
from dashboard.domain.statistics.rebaselines import day_words, moment_words
from dashboard.domain.wording import first_words, plural, sentence
from dashboard.reports.agenda.meeting_view import MeetingBook
from layouts.components.links import decision_href, log_href, meeting_href
from layouts.components.markup import Child, joined, tag
from layouts.plain.meetings.boxes import told
from layouts.plain.page import table

SHAPES = {
    DecisionState.NOTED: "–",
    DecisionState.OPEN: "○",
    DecisionState.ASKED: "◐",
    DecisionState.CLOSED: "✓",
    DecisionState.WITHDRAWN: "×",
}
STATE_LOOKS = {DecisionState.OPEN: "not-judged", DecisionState.ASKED: "near", DecisionState.CLOSED: "met"}
PHASE_LOOKS = {Phase.PREPARED: "not-judged", Phase.HELD: "near", Phase.CLOSED: "near", Phase.APPROVED: "met"}
#: Of the meeting itself: the words of such an item say what it is.
PLAIN = frozenset({ItemKind.OPENING, ItemKind.LAST_MINUTES, ItemKind.ARISING, ItemKind.CHANGED, ItemKind.CLOSING})
STALE = 60  # days after which nobody has said how a decision stands for long
LONGEST_TITLE = 160  # characters of a decision that is named


def pill(look: str, shape: str, words: str) -> Markup:
    """Word, shape and colour together."""
    return tag("span", tag("span", shape, class_="shape", aria_hidden="true"), words, class_=f"tag {look}")


def phase_pill(meeting: MeetingRecord) -> Markup:
    shape = {Phase.PREPARED: "○", Phase.HELD: "◐", Phase.CLOSED: "◐", Phase.APPROVED: "✓"}[meeting.phase]
    return pill(PHASE_LOOKS[meeting.phase], shape, sentence(meeting.phase))


def private_pill() -> Markup:
    return pill("not-judged", "◼", "Private")


def when(meeting: MeetingRecord) -> str:
    """'10 December 2026, 14:00, Council house'."""
    day = day_words(meeting.day) if meeting.day else "no day yet"
    return ", ".join(filter(None, (day, meeting.begins, meeting.place)))


def signed(who: str, moment: str) -> str:
    return f"{who or 'Somebody'}, {moment_words(moment)}, {moment[11:16]} UTC"


def rule_words(item: AgendaItem) -> str:
    """Which rule put an item there; nothing where its own words say so."""
    return "" if item.kind in PLAIN or item.kind is ItemKind.HAND else sentence(item.kind)


def state_pill(item: MeetingDecision, day: date) -> Markup:
    if item.is_overdue(day):
        late = (day - item.due).days if item.due else 0
        return pill("missed", "▲", f"Overdue by {plural(late, 'day')}")
    return pill(STATE_LOOKS.get(item.state, "not-judged"), SHAPES[item.state], sentence(item.state))


def due_words(item: MeetingDecision) -> Markup:
    """The due date; where it was revised the first one, too, and the last reason."""
    if item.due is None:
        return Markup("–")
    said = [tag("span", day_words(item.due))]
    if item.revisions and item.original_due != item.due:
        first = day_words(item.original_due) if item.original_due else "none"
        reason = item.revisions[-1].words
        said.append(tag("span", f"first {first}: {reason}", class_="sub", dir="auto"))
    return joined(said)


def confirmed_words(item: MeetingDecision, day: date) -> Child:
    """How long ago somebody said how it stands."""
    if not item.is_live:
        return "–"
    age = item.unconfirmed_days(day)
    words = "today" if age == 0 else f"{plural(age, 'day')} ago"
    return pill("near", "●", words) if age > STALE else words


MOST_LISTED = 40  # decisions of a table that is not the whole log


def decision_table(
    book: MeetingBook, caption: str, found: Sequence[MeetingDecision], *, inside: bool = False
) -> Markup:
    """Decisions as an action log; *inside* the page of their meeting that is not named."""
    headings = ("Decision", "Owner", "Due", "State", "Last confirmed")
    rows = [
        (
            _decision_cell(None if inside else book, item),
            tag("bdi", item.owner or "–"),
            due_words(item),
            state_pill(item, book.day),
            confirmed_words(item, book.day),
        )
        for item in found
    ]
    return table(caption, headings, rows, numbers=frozenset(), look="cards")


def first_decisions(book: MeetingBook, caption: str, found: Sequence[MeetingDecision]) -> Markup:
    """The first of many decisions, and the way to all of them."""
    shown = decision_table(book, caption, found[:MOST_LISTED])
    more = len(found) - MOST_LISTED
    if more <= 0:
        return shown
    words = f"{more} more are in the action log."
    return joined([shown, tag("p", tag("a", words, href=log_href(book.partnership)))])


def _decision_cell(book: MeetingBook | None, item: MeetingDecision) -> Markup:
    origin = book.meeting(item.meeting) if book else None
    parts = [sentence(item.kind), *([f"to {item.to_body}"] if item.to_body else [])]
    parts += [origin.title] if origin else []
    link = tag("a", tag("bdi", first_words(item.words, LONGEST_TITLE)), href=decision_href(item.number))
    private = private_pill() if item.is_private else ""
    return joined([link, " ", private, tag("span", " · ".join(parts), class_="sub")])


def decision_lines(found: Sequence[MeetingDecision], day: date) -> Markup:
    """Decisions as they stand under the item that they were made in."""
    return joined(_decision_line(item, day) for item in found)


def _decision_line(item: MeetingDecision, day: date) -> Markup:
    owner = f"{item.owner}, " if item.owner else ""
    due = f"due {day_words(item.due)}" if item.due else "no due date"
    facts = "" if item.kind is DecisionKind.NOTE and not item.owner else f"{owner}{due}"
    goes = f"To {item.to_body}. " if item.to_body else ""
    head = tag("p", tag("b", sentence(item.kind)), " ", state_pill(item, day), class_="line")
    link = tag("p", tag("a", "Open this decision", href=decision_href(item.number), aria_label=_open_label(item)))
    why = tag("p", "Why: ", tag("bdi", first_words(item.why, 2_000)), class_="sub") if item.why else ""
    said = tag("p", f"{goes}{facts}", class_="sub", dir="auto") if goes or facts else ""
    private = private_pill() if item.is_private else ""
    return tag("div", head, private, told(item.words), why, said, link, class_="decided")


def _open_label(item: MeetingDecision) -> str:
    return f"Open this decision: {first_words(item.words, 60)}"


def meeting_link(meeting: MeetingRecord) -> Markup:
    return tag("a", tag("bdi", meeting.title), href=meeting_href(meeting.number))
