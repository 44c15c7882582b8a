"""Knows everything that is frozen of a meeting: each item as its slide, the figures of its view, the settings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.domain.filters import Filters
from dashboard.domain.snapshots.seen import Seen, SeenItem, SeenWords
from dashboard.domain.snapshots.slides import Slide
from dashboard.reports.desk import Desk
from dashboard.reports.indicators.judged import Judged
from dashboard.reports.meeting.measured import measured_of
from dashboard.reports.meeting.slides import slide_of
from dashboard.reports.pages.drill_down import drill_down
from dashboard.reports.pages.hotspots import hotspots
from dashboard.reports.pages.overview import overview
from dashboard.reports.report import Report

Builders = Mapping[str, Callable[..., Report]]
#: Pages whose files hold more than their slides show.
LIGHTER: Builders = {"drill-down": drill_down, "hotspots": hotspots}


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
        builder = LIGHTER.get(page) or self.builders.get(page)
        if not address or builder is None:
            return Slide(address)
        street = page in self.shows_street_places
        return slide_of(self.desk.show(builder, search, shows_street_places=street))


def seen_at(screens: Screens, occasion: Occasion, program_version: str) -> Seen:
    """Everything that the meeting has before it now."""
    desk = screens.desk
    filters = desk.nearest(f"?{occasion.view or f'partnership={occasion.partnership}'}")[0]
    found = desk.report(overview, filters)
    shown = (*found.tiles, *found.measured)
    items = tuple(replace(item, slide=screens.slide(address)) for item, address in occasion.items)
    return Seen(
        partnership=occasion.partnership,
        partnership_name=desk.partnership_choices(filters).name,
        meeting=occasion.meeting,
        held=occasion.held,
        view=filters.to_query(),
        place=found.place,
        program_version=program_version,
        data_version=desk.data_version,
        settings=(*_asked(filters), *_tolerances(shown)),
        measures=tuple(map(measured_of, shown)),
        items=items,
        said=occasion.said,
    )


def _asked(filters: Filters) -> tuple[tuple[str, str], ...]:
    """Every filter that the view sets, and those that are as they are without being asked."""
    said = filters.described()
    named = {name: ", ".join(value) if isinstance(value, list) else value for name, value in said.items()}
    return tuple((name, str(value)) for name, value in named.items() if value not in (None, ""))


def _tolerances(items: Sequence[Judged]) -> tuple[tuple[str, str], ...]:
    """How near counts as near, indicator by indicator."""
    return tuple((f"tolerance of {item.indicator.name}", str(item.indicator.tolerance)) for item in items)
