"""Knows the setting of a page: who, where, which period, in the partnership's own words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dashboard.domain.choices import Choices, PartnershipChoices, StreetChoices
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import By, period_with
from dashboard.domain.periods.period import Period, run_of_months
from dashboard.domain.records import Partnership, Scope, SourceCell
from dashboard.domain.statistics.series import year_of
from dashboard.domain.wording import listed
from dashboard.questions.store import Store
from dashboard.reports.harm.loaded_weights import weights_for
from dashboard.reports.on_demand import OnDemand
from dashboard.reports.report import Source
from dashboard.reports.street.similar.areas import key_of


@dataclass(frozen=True, slots=True)
class ViewContext:
    """What every page says of where it is."""

    partnership: Partnership
    area_name: str
    categories: tuple[str, ...]  # the chosen ones in the partnership's wording

    @property
    def category_words(self) -> str:
        """'in Road Safety', or nothing when all are shown."""
        return f" in {listed(self.categories)}" if self.categories else ""


def choices(store: Store) -> Choices:
    """Return what the data lets a reader choose; of a partnership it is read when somebody asks for it."""
    known = {item.slug: item for item in store.partnerships()}
    names = {slug: item.name for slug, item in known.items()}
    return Choices(names, lambda slug: _partnership_choices(store, known[slug]))


def _partnership_choices(store: Store, partnership: Partnership) -> PartnershipChoices:
    scope = Scope(partnership.slug)
    found: set[Period] = {partnership.default_period, *store.periods(partnership.slug)}
    found |= set(map(year_of, found))
    street = _street_choices(store, partnership.slug)
    return PartnershipChoices(
        partnership=partnership.slug,
        name=partnership.name,
        default_period=partnership.default_period,
        areas=tuple((a.key, a.name) for a in store.areas(partnership.slug) if a.slug != partnership.area),
        categories=tuple((item.category, item.wording) for item in store.lens(partnership.slug)),
        indicators=tuple((item.slug, item.code, item.name) for item in store.indicators(scope)),
        periods=tuple(sorted(found)),
        street=street,
        lists=_listed(store, partnership.slug),
        has_plan=_has_plan(store, partnership),
        weights=_weights(store, partnership.slug),
    )


def _weights(store: Store, partnership: str) -> str:
    """The table of harm weights that holds for a partnership."""
    found = weights_for(store, partnership)
    return found.name if found else ""


def _listed(store: Store, partnership: str) -> Period | None:
    """The months that the incident lists of a partnership cover."""
    found = store.incident_months().get(partnership)
    return run_of_months(found[0], found[1] - found[0] + 1) if found else None


def _has_plan(store: Store, partnership: Partnership) -> bool:
    """Whether its document, or a file, gives anything of a plan."""
    return (partnership.has_documents and not partnership.is_own) or store.has_plan(partnership.slug)


def _street_choices(store: Store, partnership: str) -> StreetChoices | None:
    """The crime types, the periods with a file and the places of one partnership's street-level crime."""
    root = store.street_root(partnership)
    held = store.held_months(root.force) if root else ()
    if not held:
        return None
    periods = {period_with(item.month, by) for item in held for by in By}
    return StreetChoices(
        crimes=tuple((item.slug, item.name) for item in store.crime_types()),
        periods=tuple(sorted(periods)),
        area_name=lambda key: place.name if (place := store.place(partnership, key)) else None,
        compared_key=lambda asked: key_of(store, partnership, asked),
        has_searches=bool(root and root.force is not None and store.stop_months(root.force)),
    )


def view_context(store: Store, filters: Filters) -> ViewContext:
    """Return the setting of *filters*."""
    partnership = next(item for item in store.partnerships() if item.slug == filters.partnership)
    areas = {area.slug: area.name for area in store.areas(filters.partnership)}
    wordings = tuple(item.wording for item in store.lens(filters.partnership) if item.category in filters.categories)
    return ViewContext(partnership, areas[filters.area_slug], wordings)


def sources(store: Store, partnership: str, cells: Iterable[SourceCell]) -> tuple[Source, ...]:
    """Return *cells*, each once, with the title of its document."""
    titles = {item.document: item.title for item in store.documents(partnership)}
    return tuple(Source(cell, titles[cell.document]) for cell in dict.fromkeys(cells))


def sources_asked(store: Store, partnership: str, cells: Callable[[], Iterable[SourceCell]]) -> OnDemand[Source]:
    """The same, worked out where somebody asks for the file."""
    return OnDemand(lambda: sources(store, partnership, cells()))
