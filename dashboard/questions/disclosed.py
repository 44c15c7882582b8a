"""Knows a store as somebody sees it who may not see the small numbers of every partnership."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeVar, cast

from dashboard.domain.access.people import Reach
from dashboard.domain.commentary import Commentary
from dashboard.domain.disclosure.covers import HIDDEN, Cover, Covers
from dashboard.domain.disclosure.telling import WITHHELD, names_a_number
from dashboard.domain.documents import Note, document_of_file
from dashboard.domain.incidents.following import Following, rounded_following
from dashboard.domain.incidents.hours import nearest, rounded
from dashboard.domain.incidents.lists import IncidentList, rounded_list
from dashboard.domain.meetings.decisions import MeetingDecision
from dashboard.domain.meetings.notes import FigureNote
from dashboard.domain.meetings.record import MeetingRecord
from dashboard.domain.meetings.withholding import told_decision, told_meeting, told_note
from dashboard.domain.plans.progress import ActionUpdate
from dashboard.domain.plans.risks import RiskReview
from dashboard.domain.priorities.recorded import PriorityWord
from dashboard.domain.records import Observation, Scope, SourceCell
from dashboard.domain.snapshots.covering import covered as frozen
from dashboard.domain.snapshots.reading import read, written
from dashboard.domain.snapshots.seen import Snapshot
from dashboard.domain.statistics.rebaselines import Decision
from dashboard.domain.values.printed import Marker, Reason, Value
from dashboard.questions.incidents import HourPart, HourQuery, OffenceType
from dashboard.questions.store import Store
from dashboard.questions.street import Arrival, OffenceYear, Rejected

Written = TypeVar("Written", ActionUpdate, RiskReview, PriorityWord)


class DisclosureStore:
    """Answers as *store* does, but for small numbers: *exact* are the partnerships whose are shown as they are.

    What reports add up, compare, rank or foresee is made of what is said here, and so gives no more away than this.
    """

    def __init__(self, store: Store, exact: Reach) -> None:
        self._store, self._exact = store, exact

    def __getattr__(self, question: str) -> object:
        """Whatever else is asked holds no own figure."""
        return getattr(self._store, question)

    def as_at(self, day: date | None) -> Store:
        return disclosed(self._store.as_at(day), self._exact)

    def covers(self, partnership: str) -> Covers:
        """What stands in place of figures; nothing where they are shown as they are."""
        return {} if partnership in self._exact else self._store.covers(partnership)

    def covered_files(self, partnership: str) -> frozenset[int]:
        if partnership in self._exact:
            return frozenset()
        lists = frozenset(item.arrival for item in self._store.incident_lists(partnership))
        return self._store.covered_files(partnership) | lists

    def incident_hours(self, asked: HourQuery) -> tuple[HourPart, ...]:
        """Every count and every total rounded by itself: for lists no rule is needed."""
        found = self._store.incident_hours(asked)
        if asked.partnership in self._exact:
            return found
        return tuple(replace(item, hours=rounded(item.hours)) for item in found)

    def incident_following(self, asked: HourQuery, times: int) -> Following:
        found = self._store.incident_following(asked, times)
        return found if asked.partnership in self._exact else rounded_following(found)

    def incident_lists(self, partnership: str) -> tuple[IncidentList, ...]:
        found = self._store.incident_lists(partnership)
        return found if partnership in self._exact else tuple(map(rounded_list, found))

    def offence_types(self, partnership: str) -> tuple[OffenceType, ...]:
        found = self._store.offence_types(partnership)
        if partnership in self._exact:
            return found
        return tuple(replace(item, incidents=nearest(item.incidents)) for item in found)

    def offence_years(self, partnership: str, code: str, name: str) -> tuple[OffenceYear, ...]:
        """Of a file that holds small numbers which a rule covers, none."""
        hidden = self.covered_files(partnership)
        return tuple(year for year in self._store.offence_years(partnership, code, name) if year.arrival not in hidden)

    def observations(self, scope: Scope) -> tuple[Observation, ...]:
        found = self._store.observations(scope)  # before the covers: so none is of a later release than they are
        covers = self.covers(scope.partnership)
        return tuple(covered(item, covers) for item in found) if covers else found

    def commentaries(self, scope: Scope) -> tuple[Commentary, ...]:
        return self._without_numbers(self._store.commentaries(scope), scope.partnership)

    def commentary_history(self, scope: Scope) -> tuple[Commentary, ...]:
        return self._without_numbers(self._store.commentary_history(scope), scope.partnership)

    def _without_numbers(self, found: Iterable[Commentary], partnership: str) -> tuple[Commentary, ...]:
        names = self._covered_indicators(partnership)
        return tuple(_withheld(item) if item.indicator in names else item for item in found)

    def rebaselines(self, partnership: str) -> tuple[Decision, ...]:
        found = self._store.rebaselines(partnership)
        names = self._covered_indicators(partnership)
        return tuple(_unsaid(item) if item.indicator in names else item for item in found)

    def action_updates(self, partnership: str) -> tuple[ActionUpdate, ...]:
        """A number in the words may be one that is covered."""
        found, names = self._store.action_updates(partnership), self._covered_indicators(partnership)
        return tuple(map(_unwritten, found)) if names else found

    def risk_reviews(self, partnership: str) -> tuple[RiskReview, ...]:
        found, names = self._store.risk_reviews(partnership), self._covered_indicators(partnership)
        return tuple(map(_unwritten, found)) if names else found

    def priority_words(self, partnership: str) -> tuple[PriorityWord, ...]:
        found, names = self._store.priority_words(partnership), self._covered_indicators(partnership)
        return tuple(map(_unwritten, found)) if names else found

    def notes(self, partnership: str) -> tuple[Note, ...]:
        files = {document_of_file(number) for number in self.covered_files(partnership)}
        return tuple(
            replace(item, text=WITHHELD) if item.document in files and names_a_number(item.text) else item
            for item in self._store.notes(partnership)
        )

    def snapshots(self, partnership: str) -> tuple[Snapshot, ...]:
        """What was frozen before a rule was set is covered by it, too."""
        covers = self.covers(partnership)
        found = self._store.snapshots(partnership)
        if not covers:
            return found
        return tuple(replace(item, text=written(frozen(read(item.text), covers))) for item in found)

    def meeting_records(self, partnership: str) -> tuple[MeetingRecord, ...]:
        names = self._covered_indicators(partnership)
        return tuple(told_meeting(item, names) for item in self._store.meeting_records(partnership))

    def meeting_decisions(self, partnership: str) -> tuple[MeetingDecision, ...]:
        """A decision names a covered indicator itself, or the item in which it was made does."""
        found, names = self._store.meeting_decisions(partnership), self._covered_indicators(partnership)
        held = self._store.meeting_records(partnership) if found and names else ()
        about = {item.number for meeting in held for item in meeting.items if item.indicator in names}
        return tuple(told_decision(item) if item.indicator in names or item.item in about else item for item in found)

    def figure_notes(self, partnership: str) -> tuple[FigureNote, ...]:
        names = self._covered_indicators(partnership)
        found = self._store.figure_notes(partnership)
        return tuple(told_note(item) if item.indicator in names else item for item in found)

    def arrivals(self) -> tuple[Arrival, ...]:
        """What was said when a file was read may say its numbers."""
        hidden = self._every_covered_file()
        return tuple(replace(item, remarks="") if item.id in hidden else item for item in self._store.arrivals())

    def rejected(self, arrival: int) -> tuple[Rejected, ...]:
        found = self._store.rejected(arrival)
        if not found or arrival not in self._every_covered_file():
            return found
        return tuple(replace(item, text=HIDDEN.text) for item in found)

    def _covered_indicators(self, partnership: str) -> frozenset[str]:
        return frozenset(version[0] for version in self.covers(partnership))

    def _every_covered_file(self) -> frozenset[int]:
        return frozenset().union(*(self.covered_files(item.slug) for item in self._store.partnerships()))


def disclosed(store: Store, exact: Reach) -> Store:
    """*store* as somebody sees it who sees the small numbers of *exact* alone."""
    return cast(Store, DisclosureStore(store, exact))


def covered(item: Observation, covers: Covers) -> Observation:
    """*item* with what stands in its place: value, cell, and what the file says behind it."""
    number = item.value.number
    cover = None if number is None else covers.get((item.indicator, item.area, item.period.slug, number))
    if cover is None:
        return item
    value = _value(item.value, cover)
    cells = tuple(replace(cell, text=value.raw) for cell in item.sources)
    return replace(
        item, value=value, sources=cells, numerator=None, denominator=None, low=None, high=None, event_days=()
    )


def _value(value: Value, cover: Cover) -> Value:
    if cover.number is None:
        return Value(None, Reason.SUPPRESSED, Marker.CONFIDENTIAL, notes=value.notes, raw=cover.text)
    text = f"{cover.text}{'%' if value.percent else ''} ({cover.words})"
    return replace(value, number=Decimal(cover.number), remarks=(cover.words,), raw=text, unit="")


def _unwritten(item: Written) -> Written:
    return replace(item, words=WITHHELD) if names_a_number(item.words) else item


def _withheld(item: Commentary) -> Commentary:
    if not names_a_number(item.text):
        return item
    return replace(item, text=WITHHELD, source=_silent(item.source))


def _silent(cell: SourceCell) -> SourceCell:
    return replace(cell, text=WITHHELD)


def _unsaid(item: Decision) -> Decision:
    """A decision on limits without the numbers that its reason names."""
    said, gone = item.said, item.withdrawn
    if names_a_number(said.reason):
        said = replace(said, reason=WITHHELD)
    if gone is not None and names_a_number(gone.reason):
        gone = replace(gone, reason=WITHHELD)
    return replace(item, said=said, withdrawn=gone)
