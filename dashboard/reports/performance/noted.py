"""Knows what was noted and decided of an indicator in an area, for wherever its figures are looked at."""

from dataclasses import dataclass

from dashboard.domain.filters import Filters
from dashboard.domain.meetings.decisions import MeetingDecision
from dashboard.domain.meetings.notes import FigureNote, notes_on
from dashboard.questions.store import Store


@dataclass(frozen=True, slots=True)
class Noted:
    """*notes*, the newest first, and the *decisions* that are not withdrawn; *labels* are those of periods."""

    notes: tuple[FigureNote, ...] = ()
    decisions: tuple[MeetingDecision, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()

    def label(self, period: str) -> str:
        return dict(self.labels).get(period, period)


def noted_on(store: Store, filters: Filters, indicator: str) -> Noted:
    """What was noted of the *indicator* (its id) in the view's area, and decided of it anywhere."""
    home = filters.partnership
    notes = notes_on(store.figure_notes(home), indicator, filters.area_slug)
    decided = [item for item in store.meeting_decisions(home) if item.indicator == indicator]
    labels = tuple((period.slug, period.label) for period in store.periods(home)) if notes else ()
    return Noted(notes, tuple(reversed(decided)), labels)
