"""Knows decisions as a slide: what earlier meetings left to do, or what one of them decided."""

from collections.abc import Sequence
from datetime import date

from dashboard.domain.meetings.decisions import MeetingDecision, left_undone
from dashboard.domain.snapshots.slides import ListedRow, Listing, Slide
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.targets.status import Status
from dashboard.domain.wording import first_words, number_word, plural, sentence
from dashboard.questions.store import Store

HEADINGS = ("Decision", "Owner", "Due", "How it stands")
MOST_ROWS = 6
LONGEST = 110  # characters of a decision


def undone_slide(store: Store, partnership: str, address: str) -> Slide:
    """Matters arising: what closed meetings left to do, overdue first; what one in session decides is not there yet."""
    day, going_on = store.day(), {item.number for item in store.meeting_records(partnership) if item.is_open}
    decided = (item for item in store.meeting_decisions(partnership) if item.meeting not in going_on)
    found = left_undone(tuple(decided), day)
    late = sum(item.is_overdue(day) for item in found)
    said = f"{plural(len(found), 'decision')} left to do, {_or_none(late)} overdue"
    return _slide(sentence(said) if found else "Nothing is left to do", found, day, address)


def decided_slide(store: Store, partnership: str, meeting: int, address: str) -> Slide | None:
    """What a meeting decided, as it stands now; None where there is no such meeting."""
    known = {item.number: item for item in store.meeting_records(partnership)}
    if meeting not in known:
        return None
    found = tuple(item for item in store.meeting_decisions(partnership) if item.meeting == meeting)
    live = sum(item.is_live for item in found)
    said = f"{plural(len(found), 'decision')}, {_or_none(live)} still to do" if found else "nothing was decided"
    return _slide(f"{known[meeting].title}: {said}", found, store.day(), address)


def _slide(title: str, found: Sequence[MeetingDecision], day: date, address: str) -> Slide:
    rows = tuple(_row(item, day) for item in found[:MOST_ROWS])
    listing = Listing("Decisions", HEADINGS, (), rows, len(found)) if rows else None
    return Slide(address=address, title=title, listing=listing)


def _or_none(count: int) -> str:
    return number_word(count) if count else "none"


def _row(item: MeetingDecision, day: date) -> ListedRow:
    words = first_words(item.words, LONGEST)
    due = day_words(item.due) if item.due else "–"
    if item.is_overdue(day) and item.due:
        stands, look = f"Overdue by {plural((day - item.due).days, 'day')}", Status.MISSED
    else:
        stands, look = sentence(item.state), Status.NOT_JUDGED if item.is_live else Status.MET
    return ListedRow((words, item.owner or "–", due, stands), "", str(look))
