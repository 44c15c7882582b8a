"""Knows the addresses of the projector: a screen of a meeting or of a view, and the presenter's window beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from flask import Flask, Response, current_app

from dashboard.domain.errors import UnknownFilter
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.meeting.deck import MEETING
from dashboard.reports.meeting.freezing import Screens
from dashboard.reports.report import Report
from dashboard.web.answers import html
from dashboard.web.meetings.at_hand import NAME, AtHand
from dashboard.web.presenting.asked import Screen, screen_asked, view_of
from dashboard.web.presenting.seen import SeenRoutes
from dashboard.web.ways import Link, ways
from layouts.components.markup import Child
from layouts.filter_bar import Choosable
from layouts.plain.loading import missing_page
from layouts.plain.presenting.filters import filters_form
from layouts.plain.presenting.presenter import Lectern, presenter_page
from layouts.plain.presenting.stage import Stage, stage_page

#: The endpoints that answer with a page of HTML of their own.
OWN_PAGES = frozenset({"present", "presenter", "present-meeting", "meeting-presenter", "seen", "since"})
Write = Callable[[Screen], str]
Controls = Mapping[str, Sequence[str]]  # of each page that is presented, which filters it shows


@dataclass(frozen=True, slots=True)
class Projector:
    """Answers with screens."""

    screens: Screens
    store: Store
    controls: Controls
    pages: Sequence[Link]

    def screen(self) -> Response:
        return self._answer(lambda asked: stage_page(self._stage(asked)))

    def presenter(self) -> Response:
        return self._answer(lambda asked: presenter_page(self._lectern(asked)))

    def _answer(self, write: Write) -> Response:
        try:
            return html(write(screen_asked(self.screens, self.store)))
        except UnknownFilter as fault:
            return html(missing_page(ways(self.pages), str(fault)), 404)

    def _stage(self, asked: Screen) -> Stage:
        item = asked.deck.item(asked.at) if asked.at else None
        if item is not None and item.is_private and not asked.is_open:
            return Stage(asked.deck, asked.at, is_covered=True)
        slide = self.screens.slide(asked.address, asked.key) if item else None
        filters, decide = self._filters(asked), _decide(asked)
        return Stage(asked.deck, asked.at, slide, is_inside=asked.is_inside, filters=filters, decide=decide)

    def _lectern(self, asked: Screen) -> Lectern:
        slide = self.screens.slide(asked.address, asked.key) if asked.at else None
        return Lectern(asked.deck, asked.at, slide, _notes(asked), _reason(asked))

    def _filters(self, asked: Screen) -> Child:
        """The filters of the page that is shown; nothing where words stand alone."""
        page = asked.address.partition("?")[0].strip("/") or "overview"
        keys = self.controls.get(page, ()) if asked.address and not asked.key else ()
        if not keys:
            return ""
        desk, filters = self.screens.desk, view_of(self.screens, asked.address)
        street = page in self.screens.shows_street_places
        among = Choosable(desk.partnership_choices(filters), filters, shows_street_places=street)
        return filters_form(asked.deck, asked.at, page, among, (keys, desk.choices()))


def _at_hand(asked: Screen) -> AtHand | None:
    """What knows the meeting that is presented; nothing for a view, or where no database is written."""
    found: AtHand | None = current_app.extensions.get(NAME)
    return found if asked.deck.key[0] == MEETING and asked.at else None


def _decide(asked: Screen) -> Child:
    found = _at_hand(asked)
    return found.forms(asked.deck.key[1], asked.deck.item(asked.at).number) if found else ""


def _notes(asked: Screen) -> tuple[str, ...]:
    found = _at_hand(asked)
    return found.notes(asked.deck.key[1], asked.deck.item(asked.at).number) if found else ()


def _reason(asked: Screen) -> str:
    found = _at_hand(asked)
    return found.reason(asked.deck.key[1], asked.deck.item(asked.at).number) if found else ""


class Presented(Protocol):
    """A page as it is presented."""

    @property
    def name(self) -> str: ...
    @property
    def report(self) -> Callable[..., Report]: ...
    @property
    def controls(self) -> tuple[str, ...]: ...
    @property
    def shows_street_places(self) -> bool: ...


def projector_of(desk: Desk, store: Store, pages: Sequence[Presented], menu: Sequence[Link]) -> Projector:
    """What presents *pages* as a whole room may see them."""
    street = frozenset(page.name for page in pages if page.shows_street_places)
    screens = Screens(desk.for_a_room(), {page.name: page.report for page in pages}, street)
    return Projector(screens, store, {page.name: page.controls for page in pages}, menu)


def add_presenting(server: Flask, desk: Desk, store: Store, pages: Sequence[Presented], menu: Sequence[Link]) -> None:
    """Register the screens of a view; those of a meeting are the same under another address."""
    projector = projector_of(desk, store, pages, menu)
    server.get("/present", endpoint="present")(projector.screen)
    server.get("/presenter", endpoint="presenter")(projector.presenter)
    server.get("/meeting/present", endpoint="present-meeting")(projector.screen)
    server.get("/meeting/presenter", endpoint="meeting-presenter")(projector.presenter)
    kept = SeenRoutes(projector.screens, store, projector.pages)
    server.get("/meeting/seen", endpoint="seen")(kept.seen)
    server.get("/meeting/since", endpoint="since")(kept.since)
