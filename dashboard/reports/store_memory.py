"""Knows how to ask a store each question once: its answers are frozen, and one data version never changes."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from types import SimpleNamespace
from typing import TypeVar, cast

from dashboard.questions.store import Store
from dashboard.reports.report_cache import ReportCache

MOST_ANSWERS = 128  # of each question
#: The questions whose answers are kept: who and where, figures, documents, street-level crime.
KEPT = (
    *("partnerships", "areas", "categories", "lens"),
    *("indicators", "observations", "targets", "periods", "measured_periods", "aimed_periods", "unfinished"),
    *("commentaries", "commentary_history", "aliases", "baselines", "printed_figures"),
    *("documents", "cells", "printed_tables", "printed_cells", "notes", "priorities", "survey_ranks", "actions"),
    *(
        "risks",
        "meetings",
        "campaigns",
        "plan_lines",
        "has_plan",
        "responsibilities",
        "statements",
        "loads",
        "judgements",
        "rebaselines",
    ),
    *("action_updates", "risk_reviews", "priority_words"),
    *("crime_types", "street_root", "place", "outward", "inward", "neighbourhoods", "held_months"),
    *("doubtful_months", "arrivals", "arrival_homes", "similar_sets", "searches", "stop_months", "stops"),
    *("coded_areas", "other_codes", "peers"),
    *("harm_weights", "offence_years"),
    *("meeting_decisions", "figure_notes"),
    *("incident_lists", "incident_months", "incident_following", "offence_types", "shows_repeats"),
    *("small_number_rules", "covers", "covered_files"),
)
FEWER_ANSWERS = {"incident_hours": 64, "point_counts": 8, "shapes": 16, "touching": 16}  # of those that are large
#: Their answers are large and their reports are kept anyway.
ASKED_AFRESH = (
    *(
        "version",
        "day",
        "meeting_records",
        "counts",
        "outcome_counts",
        "ranking",
        "rejected",
        "original",
        "places_named",
        "snapshots",
    ),
)

MOST_WORKED_OUT = 24  # a ledger or the checks of one partnership each
R = TypeVar("R")


class Remembering(SimpleNamespace):
    """A store that answers from memory, with what reports worked out of the answers."""

    outcomes: ReportCache


def remembering(store: Store) -> Store:
    """Return a store that answers as *store* does now, from memory where it was asked before."""
    afresh = {name: getattr(store, name) for name in ASKED_AFRESH}
    sizes = dict.fromkeys(KEPT, MOST_ANSWERS) | FEWER_ANSWERS
    answers = {name: lru_cache(maxsize=size)(getattr(store, name)) for name, size in sizes.items()}
    outcomes = ReportCache(MOST_WORKED_OUT, MOST_WORKED_OUT, lambda _: 1)
    return cast(Store, Remembering(**afresh, **answers, as_at=store.as_at, outcomes=outcomes))


def worked_out(store: Store, key: Hashable, make: Callable[[], R]) -> R:
    """What *make* makes of a store's answers, once for all who ask a store that remembers."""
    return store.outcomes.get(key, make) if isinstance(store, Remembering) else make()
