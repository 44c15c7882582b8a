"""Knows which screen an address of the projector names: of a meeting or of a view, and the page inside it."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import request

from dashboard.domain.access.people import Right
from dashboard.domain.errors import UnknownFilter
from dashboard.domain.filters import KEYS, Filters
from dashboard.domain.meetings.record import MeetingRecord
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.meeting.deck import MEETING, VIEW, Deck, deck_of_meeting, deck_of_view
from dashboard.reports.meeting.freezing import Screens
from dashboard.web.access.asking import person
from dashboard.web.faults.addresses import number_of
from layouts.options import SEVERAL, WHOLE

NO_MEETING = "There is no such meeting."
NO_VIEW = "The address names no page to present."
LONGEST = 2_000  # characters of an address
PAGE = "page"


@dataclass(frozen=True, slots=True)
class Screen:
    """What is asked for: a screen of a deck, and the *address* that it shows."""

    deck: Deck
    at: int
    address: str
    is_inside: bool = False
    is_open: bool = False  # a private item that may be read

    @property
    def key(self) -> str:
        """Of the action or risk that the screen is about; of a page inside it none."""
        return "" if self.is_inside or not self.at else self.deck.item(self.at).key


def meeting_asked(store: Store, desk: Desk) -> MeetingRecord:
    """The meeting that the address names; raises UnknownFilter where whoever asks may see none such."""
    number = number_of(request.args.get(MEETING, ""))
    for partnership in desk.choices().names:
        for meeting in store.meeting_records(partnership):
            if meeting.number == number:
                return meeting
    raise UnknownFilter(NO_MEETING)


def sees_private(partnership: str) -> bool:
    """Whether whoever asks prepares or decides the meetings of a *partnership*."""
    return person().may(Right.PUBLISH, partnership) or person().may(Right.DECIDE, partnership)


def screen_asked(screens: Screens, store: Store) -> Screen:
    """The screen that this request asks for; raises UnknownFilter."""
    deck = _meeting_deck(screens, store) if MEETING in request.args else _view_deck(screens)
    at = deck.within(number_of(request.args.get("item", "0" if MEETING in request.args else "1")))
    inside = _inside()
    is_open = bool(request.args.get("open")) or bool(inside)
    address = inside or (deck.item(at).address if at else "")
    return Screen(deck, at, address, bool(inside), is_open)


def _meeting_deck(screens: Screens, store: Store) -> Deck:
    meeting = meeting_asked(store, screens.desk)
    name = screens.desk.choices().names.get(meeting.partnership, "")
    day = day_words(meeting.day) if meeting.day else ""
    place = " · ".join(filter(None, (name, meeting.body, day)))
    return deck_of_meeting(meeting, place, sees_private=sees_private(meeting.partnership))


def _view_deck(screens: Screens) -> Deck:
    address = request.args.get(VIEW, "")
    slide = screens.slide(address) if len(address) < LONGEST else None
    if slide is None or not slide.title:
        raise UnknownFilter(NO_VIEW)
    return deck_of_view(slide.address, slide, view_of(screens, slide.address).partnership)


def view_of(screens: Screens, address: str) -> Filters:
    """The filters of a page's *address*."""
    path, _, search = address.partition("?")
    street = (path.strip("/") or "overview") in screens.shows_street_places
    return screens.desk.nearest(search, shows_street_places=street)[0]


def _inside() -> str:
    """The page that is shown inside the screen, from the address or from the form of its filters."""
    page = request.args.get(PAGE, "")
    if not page:
        return ""
    pairs = [(key, value) for key, value in request.args.items(multi=True) if key in KEYS]
    chosen = [(key, value) for key, value in pairs if value not in ("", WHOLE, SEVERAL)]
    return f"/{'' if page == 'overview' else page}?{urlencode(chosen)}"
