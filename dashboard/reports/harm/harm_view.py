"""Knows the view that measures harm: by type and place of street-level crime, and by offence code where it is known."""

from dataclasses import dataclass

from dashboard.domain.filters import Filters
from dashboard.domain.harm.severity import Harm
from dashboard.domain.harm.weights import WeightTable
from dashboard.domain.street.crime import Level, Place
from dashboard.questions.store import Store
from dashboard.reports.harm.by_code import CodedHarm, coded_harm, coded_table, coded_title
from dashboard.reports.harm.listed import listed_year
from dashboard.reports.harm.loaded_weights import weights_for
from dashboard.reports.harm.recorded import recorded_year
from dashboard.reports.harm.street_harm import (
    HarmPlace,
    StreetHarm,
    area_table,
    harm_places,
    harm_table,
    harm_words,
    value_words,
)
from dashboard.reports.report import Table
from dashboard.reports.street.place_context import StreetContext

NO_CHANGE = "There is no change over time by type: within a type the mix of offences changes, and its weight does not."
NO_YEAR = "Harm by type is of 12 months, and not all of them are loaded."
NO_PLACE = "A map point has no residents and few incidents: harm is not weighed there."


@dataclass(frozen=True, slots=True)
class HarmView:
    """What a view of harm shows beside its types; *why* there is nothing of street-level crime, where there is not."""

    table: WeightTable
    types: StreetHarm | None
    places: tuple[HarmPlace, ...] = ()
    coded: tuple[CodedHarm, ...] = ()
    why: str = ""

    @property
    def tables(self) -> tuple[Table, ...]:
        areas = (area_table(self.types, self.places),) if self.types and self.places else ()
        return (*harm_table(self.types), *areas, *coded_table(self.coded))


def harm_view(
    store: Store, filters: Filters, types: StreetHarm | None, context: StreetContext | None, inner: tuple[Place, ...]
) -> HarmView | None:
    """Return the harm of a view with that of its *inner* places; None without a table of weights."""
    table = weights_for(store, filters.partnership)
    if table is None:
        return None
    years = filter(None, (listed_year(store, filters), recorded_year(store, filters)))
    coded = tuple(coded_harm(table, year) for year in years)
    if types is None or context is None:
        return HarmView(table, None, coded=coded, why=_why(context))
    # Without a weight for every type a place would have a sum of the few that have one.
    is_whole = isinstance(types.total, Harm) and inner and inner[0].level is not Level.POINT
    rows = harm_places(store, context, types, inner) if is_whole else ()
    return HarmView(table, types, rows, coded)


def has_harm(store: Store, filters: Filters) -> bool:
    """Whether a view of the same place says anything of harm."""
    if weights_for(store, filters.partnership) is None:
        return False
    counted = store.street_root(filters.partnership) or store.incident_lists(filters.partnership)
    return bool(counted) or recorded_year(store, filters) is not None


def _why(context: StreetContext | None) -> str:
    if context is None:
        return ""
    return NO_PLACE if context.place.level in (Level.POINT, Level.COUNTRY) else NO_YEAR


def harm_title(view: HarmView, where: str) -> str:
    """How much it is for 1,000 people; by type never that it rose or fell, or what is most."""
    found = view.types
    if found is None and view.coded:
        return coded_title(view.coded[0], where)
    if found is None or found.per_thousand is None:
        return f"Harm of crime {where}"
    return f"Harm of crime {where}: {value_words(found.per_thousand)} per 1,000 people"


def harm_lede(view: HarmView) -> str:
    """All of it with its range, or why there is none, and why nothing is compared."""
    return " ".join((*harm_words(view.types), NO_CHANGE)) if view.types else view.why


def harm_place(context: StreetContext, view: HarmView) -> str:
    """What is measured, where and when, as it stands over the title."""
    span = f" · {view.types.period.label}" if view.types else ""
    return f"Harm (weight × count) · {context.crime_words} · {context.place.full_name}{span}"
