"""Knows a store as somebody may see it: of partnerships beyond their scope every question has an empty answer."""

from collections.abc import Callable, Mapping
from datetime import date
from types import SimpleNamespace
from typing import cast

from dashboard.domain.access.people import Eyes, Reach
from dashboard.domain.incidents.following import NOBODY
from dashboard.domain.records import Partnership
from dashboard.questions.disclosed import disclosed
from dashboard.questions.private import without_private_items
from dashboard.questions.store import Store
from dashboard.questions.street import Arrival, Rejected

#: The questions about one partnership, each with what is answered where it may not be seen.
OF_A_PARTNERSHIP: Mapping[str, object] = {
    **dict.fromkeys(("areas", "lens", "documents", "cells", "printed_tables", "printed_cells", "notes"), ()),
    **dict.fromkeys(
        ("priorities", "survey_ranks", "meetings", "campaigns", "plan_lines", "responsibilities", "statements"), ()
    ),
    **dict.fromkeys(("judgements", "rebaselines", "places_named", "snapshots"), ()),
    **dict.fromkeys(("meeting_records", "meeting_decisions", "figure_notes"), ()),
    **dict.fromkeys(("action_updates", "risk_reviews", "incident_lists", "offence_types", "priority_words"), ()),
    "offence_years": (),
    **dict.fromkeys(("periods", "unfinished"), frozenset()),
    **{name: {} for name in ("aliases", "covers")},
    **{"shows_repeats": True, "small_number_rules": (), "covered_files": frozenset(), "has_plan": False},
    **dict.fromkeys(("street_root", "place"), None),
}
#: The same of those that name the partnership in a scope.
OF_A_SCOPE: Mapping[str, object] = {
    **dict.fromkeys(("indicators", "observations", "targets", "commentaries", "baselines", "printed_figures"), ()),
    **dict.fromkeys(("actions", "risks", "commentary_history", "incident_hours"), ()),
    "incident_following": NOBODY,
    **{name: {} for name in ("measured_periods", "aimed_periods")},
}
#: What is no partnership's: words, open data, the product's own documents.
OPEN = (
    *("version", "day", "categories", "loads", "original", "arrival_homes"),
    *("crime_types", "outward", "inward", "neighbourhoods", "held_months", "doubtful_months", "counts"),
    *(
        "point_counts",
        "outcome_counts",
        "ranking",
        "shapes",
        "touching",
        "similar_sets",
        "coded_areas",
        "other_codes",
        "peers",
        "searches",
        "stop_months",
        "stops",
        "harm_weights",
    ),
)


def limited(store: Store, eyes: Eyes) -> Store:
    """Return *store* as these *eyes* see it; a question that is not known here cannot be asked.

    Small numbers are covered before anything else: whatever is asked of a store is asked of what they see.
    """
    store = without_private_items(disclosed(store, eyes.exact), eyes.private)
    if eyes.read.is_every:
        return store
    known = {name: getattr(store, name) for name in OPEN}
    known |= {name: _of(store, name, eyes.read, empty) for name, empty in OF_A_PARTNERSHIP.items()}
    known |= {name: _of(store, name, eyes.read, empty, "partnership") for name, empty in OF_A_SCOPE.items()}
    return cast(Store, SimpleNamespace(**known, **_of_many(store, eyes)))


def _of(store: Store, name: str, scope: Reach, empty: object, part: str = "") -> Callable[..., object]:
    """The question *name*, answered where the partnership that it is about is in *scope*."""
    ask = getattr(store, name)

    def answer(about: object, *details: object) -> object:
        partnership = getattr(about, part) if part else about
        return ask(about, *details) if partnership in scope else empty

    return answer


def _of_many(store: Store, eyes: Eyes) -> dict[str, Callable[..., object]]:
    """The questions whose answers are of several partnerships."""
    scope = eyes.read

    def partnerships() -> tuple[Partnership, ...]:
        return tuple(item for item in store.partnerships() if item.slug in scope)

    def arrivals() -> tuple[Arrival, ...]:
        homes = store.arrival_homes()
        return tuple(item for item in store.arrivals() if scope.covers(homes.get(item.id, frozenset())))

    def rejected(arrival: int) -> tuple[Rejected, ...]:
        seen = scope.covers(store.arrival_homes().get(arrival, frozenset()))
        return store.rejected(arrival) if seen else ()

    def as_at(day: date | None) -> Store:
        return limited(store.as_at(day), eyes)

    return {
        "incident_months": lambda: {home: at for home, at in store.incident_months().items() if home in scope},
        "partnerships": partnerships,
        "arrivals": arrivals,
        "rejected": rejected,
        "as_at": as_at,
    }
