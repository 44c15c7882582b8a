"""Knows the addresses at which what a closed meeting saw is shown again, and compared with another or with now."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Response, request

from dashboard.domain.errors import UnknownFilter
from dashboard.domain.meetings.record import MeetingRecord
from dashboard.domain.snapshots.covering import public
from dashboard.domain.snapshots.reading import read
from dashboard.domain.snapshots.seen import Seen, Snapshot
from dashboard.domain.snapshots.since import in_order
from dashboard.questions.store import Store
from dashboard.reports.meeting.compared import TwoMeetings, day_of, now_of
from dashboard.reports.meeting.freezing import Screens
from dashboard.web.answers import html
from dashboard.web.faults.addresses import number_of
from dashboard.web.presenting.asked import meeting_asked, sees_private
from dashboard.web.ways import Link, ways
from layouts.plain.loading import missing_page
from layouts.plain.presenting.seen import seen_page
from layouts.plain.presenting.since import since_page

NOT_FROZEN = "Nothing is frozen of this meeting yet: that happens when it is closed."
NOW_WORDS = "What is published now"


@dataclass(frozen=True, slots=True)
class SeenRoutes:
    """Answers with what is kept of closed meetings."""

    screens: Screens
    store: Store
    pages: Sequence[Link]

    def seen(self) -> Response:
        try:
            snapshot, seen = self._kept()
        except UnknownFilter as fault:
            return html(missing_page(ways(self.pages), str(fault)), 404)
        return html(seen_page(ways(self.pages, snapshot.partnership), snapshot, seen, self._others(snapshot)))

    def since(self) -> Response:
        try:
            snapshot, seen = self._kept()
            compared = self._compared(seen)
        except UnknownFilter as fault:
            return html(missing_page(ways(self.pages), str(fault)), 404)
        shown = f"&with={request.args['with']}" if "with" in request.args else f"meeting={snapshot.meeting}"
        others = [(address, words, address.endswith(shown)) for address, words in self._others(snapshot)]
        return html(since_page(ways(self.pages, snapshot.partnership), snapshot.meeting, compared, others))

    def _kept(self) -> tuple[Snapshot, Seen]:
        """What is kept of the meeting that the address names; raises UnknownFilter."""
        return self._of(meeting_asked(self.store, self.screens.desk))

    def _of(self, meeting: MeetingRecord) -> tuple[Snapshot, Seen]:
        for snapshot in self.store.snapshots(meeting.partnership):
            if snapshot.meeting == meeting.number:
                return snapshot, told(snapshot)
        raise UnknownFilter(NOT_FROZEN)

    def _compared(self, seen: Seen) -> TwoMeetings:
        """With the meeting that `with` names, the earlier first, else with what is published now."""
        number = number_of(request.args.get("with", ""))
        for snapshot in self.store.snapshots(seen.partnership):
            if snapshot.meeting == number:
                return TwoMeetings(*in_order(seen, told(snapshot)))
        if "with" in request.args:
            raise UnknownFilter(NOT_FROZEN)
        seen = public(seen)  # what is published now is told as everybody may know it
        return now_of(seen, self.screens.now(seen, request.query_string.decode("utf-8", "replace")))

    def _others(self, snapshot: Snapshot) -> list[tuple[str, str]]:
        """What a meeting can be compared with: now, and every other meeting."""
        here = f"/meeting/since?meeting={snapshot.meeting}"
        found = [(here, NOW_WORDS)]
        for other in reversed(self.store.snapshots(snapshot.partnership)):
            if other.meeting != snapshot.meeting:
                seen = told(other)
                found.append((f"{here}&with={other.meeting}", f"{seen.meeting}, {day_of(seen)}"))
        return found


def told(snapshot: Snapshot) -> Seen:
    """What was seen, as whoever asks may know it."""
    seen = read(snapshot.text)
    return seen if sees_private(snapshot.partnership) else public(seen)
