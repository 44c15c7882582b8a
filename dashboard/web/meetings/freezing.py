"""Knows how what a meeting saw is frozen as it closes: worked out before, kept in the transaction that closes it."""

from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version

from dashboard.domain.access.people import ALL, NONE, Eyes
from dashboard.exports.addresses import Offered
from dashboard.questions.store import Store
from dashboard.reports.agenda.meeting_view import MeetingView
from dashboard.reports.desk import Desk
from dashboard.reports.meeting.freezing import Screens
from dashboard.reports.meeting.occasion import Spoken, seen_of
from dashboard.web.meetings.deeds import Act, Freeze
from dashboard.web.meetings.sending import Freezing
from data.snapshots.keeping import freeze

IN_THE_ROOM = Eyes(ALL, NONE)


def program_version() -> str:
    """The version of Outturn that runs; of a bare checkout nothing is installed."""
    try:
        return version("outturn")
    except PackageNotFoundError:
        return "a checkout"


def in_the_room(store: Store, version: Callable[[], str], offered: Offered) -> Screens:
    """The screens that everybody in a room looks at: nobody's eyes see small numbers there."""
    return Screens(Desk(store, version, lambda: IN_THE_ROOM), offered.builders, offered.shows_street_places)


def freezing(screens: Screens, store: Store) -> Freezing:
    """What freezes a meeting on its screens, of what *store* says now."""

    def of(view: MeetingView) -> Freeze:
        notes = store.figure_notes(view.book.partnership)
        spoken = Spoken(view.book.decisions, notes, view.book.meetings)
        before = seen_of(screens, view.today, spoken, program_version())

        def keep(act: Act) -> None:
            """What was written since is in it, too."""
            decisions = act.writing.decisions(act.meeting.partnership)
            is_same = (view.meeting, view.book.decisions) == (act.meeting, decisions)
            now = Spoken(decisions, notes, view.book.meetings)
            seen = (
                before
                if is_same
                else seen_of(screens, replace(view, meeting=act.meeting).today, now, program_version())
            )
            freeze(act.writing.connection, act.meeting.number, seen, act.writing.sent.moment)

        return keep

    return of
