"""Knows what the pages of meetings show: one meeting with what it decided, or all of a partnership with the log."""

from dataclasses import dataclass, replace
from datetime import date

from dashboard.domain.meetings.agenda import as_found, not_yet
from dashboard.domain.meetings.decisions import MeetingDecision, left_undone, owners_invited
from dashboard.domain.meetings.record import AgendaItem, MeetingRecord, last_before


@dataclass(frozen=True, slots=True)
class MayDo:
    """What whoever asks may do with the meetings of a partnership."""

    prepares: bool = False
    decides: bool = False
    administers: bool = False

    @property
    def writes(self) -> bool:
        return self.prepares or self.decides


@dataclass(frozen=True, slots=True)
class MeetingBook:
    """All meetings of a partnership, and everything they decided."""

    partnership: str
    name: str
    meetings: tuple[MeetingRecord, ...]
    decisions: tuple[MeetingDecision, ...]
    day: date
    may: MayDo = MayDo()
    periods: tuple[tuple[str, str], ...] = ()  # what a meeting can look at: slug, label; the newest first
    areas: tuple[tuple[str, str], ...] = ()  # the same: slug, name; without the whole partnership

    @property
    def coming(self) -> tuple[MeetingRecord, ...]:
        """Those that are not closed, the next one first."""
        return tuple(sorted((item for item in self.meetings if item.is_open), key=_by_day))

    @property
    def held(self) -> tuple[MeetingRecord, ...]:
        """The closed ones, the newest first."""
        return tuple(sorted((item for item in self.meetings if not item.is_open), key=_by_day, reverse=True))

    @property
    def undone(self) -> tuple[MeetingDecision, ...]:
        return left_undone(self.decisions, self.day)

    @property
    def invited(self) -> tuple[str, ...]:
        """The owners who are asked to the next meeting."""
        return owners_invited(self.decisions, self.day)

    def meeting(self, number: int) -> MeetingRecord | None:
        return next((item for item in self.meetings if item.number == number), None)

    def decision(self, number: int) -> MeetingDecision | None:
        return next((item for item in self.decisions if item.number == number), None)

    def decided_in(self, meeting: int, item: int | None = None) -> tuple[MeetingDecision, ...]:
        return tuple(said for said in self.decisions if said.meeting == meeting and (item is None or said.item == item))

    def before(self, meeting: MeetingRecord) -> MeetingRecord | None:
        return last_before(self.meetings, meeting)


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One meeting as its page shows it; *found* is what the rules find on the day, where they were asked."""

    book: MeetingBook
    meeting: MeetingRecord
    found: tuple[AgendaItem, ...] | None = None

    @property
    def offered(self) -> tuple[AgendaItem, ...]:
        """What the rules would put on its agenda and is not there yet."""
        return not_yet(self.meeting.items, self.found or ())

    @property
    def today(self) -> MeetingRecord:
        """The meeting with what its rules find on the day."""
        if self.found is None:
            return self.meeting
        return replace(self.meeting, items=as_found(self.meeting.items, self.found))

    @property
    def decided(self) -> tuple[MeetingDecision, ...]:
        return self.book.decided_in(self.meeting.number)

    @property
    def undone(self) -> tuple[MeetingDecision, ...]:
        """What earlier meetings left to do."""
        return tuple(item for item in self.book.undone if item.meeting != self.meeting.number)

    @property
    def others(self) -> tuple[MeetingRecord, ...]:
        """The other meetings that are still open, to which an item can go."""
        return tuple(item for item in self.book.coming if item.number != self.meeting.number)


def _by_day(meeting: MeetingRecord) -> tuple[date, int]:
    return meeting.day or date.max, meeting.number
