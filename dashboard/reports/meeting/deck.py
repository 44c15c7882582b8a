"""Knows what is presented one screen at a time: the items of a meeting, or a view with what its table leads to."""

from dataclasses import dataclass
from urllib.parse import urlencode

from dashboard.domain.meetings.record import AgendaItem, MeetingRecord
from dashboard.domain.snapshots.slides import Slide

MEETING, VIEW = "meeting", "deck"  # the key of the address that says what is presented
FIRST = 1


@dataclass(frozen=True, slots=True)
class DeckItem:
    """One screen: its heading, the address that it shows, and what only whoever presents it sees."""

    words: str
    address: str = ""
    number: int = 0  # of the agenda's item
    kind: str = ""
    why: str = ""
    key: str = ""  # of the action or risk that it is about
    presenter: str = ""
    minutes: int = 0
    is_private: bool = False
    is_of_several: bool = False  # its words are the finding, the page shows what they are about


@dataclass(frozen=True, slots=True)
class Deck:
    """The screens in their order, and where whoever ends goes back to."""

    key: tuple[str, str]  # the name and value of the address
    partnership: str
    title: str
    home: str
    items: tuple[DeckItem, ...]
    place: str = ""  # where and when a meeting is held
    length: int = 0  # minutes

    @property
    def path(self) -> str:
        return "/meeting/present" if self.key[0] == MEETING else "/present"

    def item(self, at: int) -> DeckItem:
        return self.items[at - FIRST]

    def within(self, at: int) -> int:
        """The nearest screen there is; 0, the agenda, of a meeting alone."""
        least = 0 if self.key[0] == MEETING else FIRST
        return max(least, min(at, len(self.items)))

    def href(self, at: int, path: str = "", **more: str) -> str:
        """The address of a screen."""
        return f"{path or self.path}?{urlencode({self.key[0]: self.key[1], 'item': str(at), **more})}"

    def inside(self, at: int, address: str) -> str:
        """The address at which a page of the product is shown without leaving the screen."""
        path, _, query = address.partition("?")
        page = path.strip("/") or "overview"
        return f"{self.href(at, page=page)}{f'&{query}' if query else ''}"


def deck_of_meeting(meeting: MeetingRecord, place: str, *, sees_private: bool) -> Deck:
    """The agenda of a *meeting*; private items are for those alone who prepare or decide."""
    items = (_item(item) for item in meeting.items if sees_private or not item.is_private)
    return Deck(
        key=(MEETING, str(meeting.number)),
        partnership=meeting.partnership,
        title=meeting.title,
        home=f"/meeting?meeting={meeting.number}",
        items=tuple(items),
        place=place,
        length=meeting.length,
    )


def _item(item: AgendaItem) -> DeckItem:
    names = ("words", "address", "number", "why", "key", "presenter", "minutes", "is_private", "is_of_several")
    return DeckItem(kind=str(item.kind), **{name: getattr(item, name) for name in names})


def deck_of_view(address: str, slide: Slide, partnership: str) -> Deck:
    """One page and, after it, each that its table leads to."""
    rows = slide.listing.rows if slide.listing else ()
    further = (DeckItem(row.cells[0], row.address) for row in rows if row.address)
    items = (DeckItem(slide.title, address), *further)
    return Deck((VIEW, address), partnership, slide.title, address, items, slide.place)
