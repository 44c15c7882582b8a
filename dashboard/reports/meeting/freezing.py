"""Knows the screens that a meeting looks at, and everything that is frozen of them when it closes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl

from dashboard.domain.filters import KEYS
from dashboard.domain.snapshots.covering import public
from dashboard.domain.snapshots.reading import read
from dashboard.domain.snapshots.seen import Seen, SeenItem, SeenWords, Snapshot
from dashboard.domain.snapshots.slides import Slide
from dashboard.reports.desk import Desk
from dashboard.reports.meeting.compared import now_of, since_slide
from dashboard.reports.meeting.slides import slide_of
from dashboard.reports.meeting.view_figures import seen_figures
from dashboard.reports.pages.drill_down import drill_down
from dashboard.reports.pages.hotspots import hotspots
from dashboard.reports.report import Report

Builders = Mapping[str, Callable[..., Report]]
#: Pages whose files hold more than their slides show.
LIGHTER: Builders = {"drill-down": drill_down, "hotspots": hotspots}
SINCE = "meeting/since"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting as it is to be frozen: what it is called, its view, its items, and what was said."""

    partnership: str
    meeting: str
    held: str  # an ISO date
    view: str  # a query
    items: tuple[tuple[SeenItem, str], ...] = ()  # each without its slide, and the address that it shows
    said: tuple[SeenWords, ...] = ()


@dataclass(frozen=True, slots=True)
class Screens:
    """Makes slides of addresses: of whoever may see no small number, because a whole room looks at them."""

    desk: Desk
    builders: Builders
    shows_street_places: frozenset[str] = field(default_factory=frozenset)

    def slide(self, address: str) -> Slide:
        """The page that an *address* names, as one screen; words alone where it names none that is a report."""
        path, _, search = address.partition("?")
        page = path.strip("/") or "overview"
        if page == SINCE:
            return self._since(address, search)
        builder = LIGHTER.get(page) or self.builders.get(page)
        if not address or builder is None:
            return Slide(address)
        street = page in self.shows_street_places
        return slide_of(self.desk.show(builder, search, shows_street_places=street))

    def _since(self, address: str, search: str) -> Slide:
        """What changed since the meeting that *search* names, up to now."""
        named = dict(parse_qsl(search))
        number = named.get("meeting", "")
        found = [item for item in self._snapshots() if str(item.meeting) == number]
        if not found:
            return Slide(address)
        seen = public(read(found[0].text))
        return since_slide(now_of(seen, self.now(seen, search)), address)

    def _snapshots(self) -> list[Snapshot]:
        return self.desk.ask(lambda store, known: [item for slug in known.names for item in store.snapshots(slug)])

    def now(self, seen: Seen, search: str) -> Seen:
        """What is published now, in the view that *search* names, else in that of the meeting."""
        named = [pair for pair in search.split("&") if pair.partition("=")[0] in KEYS]
        return seen_figures(self.desk, seen.partnership, "&".join(named) or seen.view)


def seen_at(screens: Screens, occasion: Occasion, program_version: str) -> Seen:
    """Everything that the meeting has before it now."""
    return replace(
        seen_figures(screens.desk, occasion.partnership, occasion.view),
        meeting=occasion.meeting,
        held=occasion.held,
        program_version=program_version,
        items=tuple(replace(item, slide=screens.slide(address)) for item, address in occasion.items),
        said=occasion.said,
    )
