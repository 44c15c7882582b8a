"""Knows the screens that a meeting looks at, and everything that is frozen of them when it closes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl

from dashboard.domain.choices import Choices
from dashboard.domain.filters import KEYS
from dashboard.domain.meetings.decisions import MeetingDecision
from dashboard.domain.snapshots.covering import public
from dashboard.domain.snapshots.lines import SeenLine
from dashboard.domain.snapshots.reading import read
from dashboard.domain.snapshots.seen import Seen, SeenItem, SeenWords, Snapshot
from dashboard.domain.snapshots.slides import Slide
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.meeting.compared import now_of, since_slide
from dashboard.reports.meeting.decision_slides import decided_slide, undone_slide
from dashboard.reports.meeting.plan_slides import plan_slide
from dashboard.reports.meeting.slides import slide_of
from dashboard.reports.meeting.standing_lines import decisions_seen, plan_seen
from dashboard.reports.meeting.view_figures import seen_figures
from dashboard.reports.pages.drill_down import drill_down
from dashboard.reports.pages.hotspots import hotspots
from dashboard.reports.report import Report

Builders = Mapping[str, Callable[..., Report]]
#: Pages whose files hold more than their slides show.
LIGHTER: Builders = {"drill-down": drill_down, "hotspots": hotspots}
SINCE, MEETING = "meeting/since", "meeting"
LONGEST_NUMBER = 10  # digits


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting as it is to be frozen: what it is called, its view, its items, and what was said."""

    partnership: str
    meeting: str
    held: str  # an ISO date
    view: str  # a query
    items: tuple[tuple[SeenItem, str], ...] = ()  # each without its slide, and the address that it shows
    said: tuple[SeenWords, ...] = ()
    decisions: tuple[MeetingDecision, ...] = ()  # of all meetings
    private_items: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Screens:
    """Makes slides of addresses: of whoever may see no small number, because a whole room looks at them."""

    desk: Desk
    builders: Builders
    shows_street_places: frozenset[str] = field(default_factory=frozenset)

    def slide(self, address: str, key: str = "") -> Slide:
        """The page that an *address* names, as one screen; words alone where it names none that is a report.

        A *key* names the action or risk of a plan that it is about.
        """
        path, _, search = address.partition("?")
        page = path.strip("/") or "overview"
        if page in (SINCE, MEETING):
            return self._of_meetings(page, address, dict(parse_qsl(search))) or Slide(address)
        if page == "plan" and key and (found := self._line(search, key)):
            return found
        builder = LIGHTER.get(page) or self.builders.get(page)
        if not address or builder is None:
            return Slide(address)
        street = page in self.shows_street_places
        return slide_of(self.desk.show(builder, search, shows_street_places=street))

    def _line(self, search: str, key: str) -> Slide | None:
        filters = self.desk.nearest(f"?{search}")[0]
        return self.desk.ask(lambda store, _: plan_slide(store, filters, key))

    def _of_meetings(self, page: str, address: str, named: Mapping[str, str]) -> Slide | None:
        """What changed since a meeting, what it decided, or what all of a partnership's left to do."""
        number = number_of(named.get("meeting", ""))
        if page == SINCE:
            return self._since(address, number)
        if partnership := named.get("partnership", ""):
            return self.desk.ask(lambda store, _: undone_slide(store, partnership, address))
        return self.desk.ask(lambda store, known: _decided(store, known, number, address))

    def _since(self, address: str, number: int) -> Slide | None:
        """What changed since the meeting of a *number*, up to now."""
        for item in self._snapshots():
            if item.meeting == number:
                seen = public(read(item.text))
                return since_slide(now_of(seen, self.now(seen, address.partition("?")[2])), address)
        return None

    def _snapshots(self) -> list[Snapshot]:
        return self.desk.ask(lambda store, known: [item for slug in known.names for item in store.snapshots(slug)])

    def now(self, seen: Seen, search: str) -> Seen:
        """What is published now, in the view that *search* names, else in that of the meeting."""
        named = [pair for pair in search.split("&") if pair.partition("=")[0] in KEYS]
        found = seen_figures(self.desk, seen.partnership, "&".join(named) or seen.view)
        return replace(found, lines=self.desk.ask(lambda store, _: _lines(store, seen.partnership)))


def _lines(store: Store, partnership: str) -> tuple[SeenLine, ...]:
    """The plan and all decisions as they stand now."""
    decided = decisions_seen(store.meeting_decisions(partnership), (), store.day())
    return (*plan_seen(store, partnership), *decided)


def _decided(store: Store, known: Choices, number: int, address: str) -> Slide | None:
    """What the meeting of a *number* decided, whosever it is."""
    found = (decided_slide(store, slug, number, address) for slug in known.names)
    return next(filter(None, found), None)


def number_of(words: str) -> int:
    """The number that *words* are; 0, which no meeting bears, where they are none."""
    return int(words) if words.isascii() and words.isdigit() and len(words) < LONGEST_NUMBER else 0


def seen_at(screens: Screens, occasion: Occasion, program_version: str) -> Seen:
    """Everything that the meeting has before it now."""
    plan, day = screens.desk.ask(lambda store, _: (plan_seen(store, occasion.partnership), store.day()))
    return replace(
        seen_figures(screens.desk, occasion.partnership, occasion.view),
        meeting=occasion.meeting,
        held=occasion.held,
        program_version=program_version,
        items=tuple(replace(item, slide=screens.slide(address, item.key)) for item, address in occasion.items),
        said=occasion.said,
        lines=(*plan, *decisions_seen(occasion.decisions, occasion.private_items, day)),
    )
