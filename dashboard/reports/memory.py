"""Knows how to ask a store each question once: its answers are frozen, and one data version never changes."""

from functools import lru_cache
from types import SimpleNamespace
from typing import cast

from dashboard.reports.store import Figures, Papers, Places, Store
from dashboard.reports.street_store import Streets

MOST_ANSWERS = 128  # of each question
FEWER_ANSWERS = {"point_counts": 8, "shapes": 16, "touching": 16}  # of those that are large
#: Their answers are large and their reports are kept anyway.
ASKED_AFRESH = frozenset({"version", "counts", "ranking", "rejected"})


def remembering(store: Store) -> Store:
    """Return a store that answers as *store* does now, from memory where it was asked before."""
    questions = {name for part in (Places, Figures, Papers, Streets) for name in vars(part) if not name.startswith("_")}
    afresh = {name: getattr(store, name) for name in questions & ASKED_AFRESH}
    sizes = {name: FEWER_ANSWERS.get(name, MOST_ANSWERS) for name in questions - ASKED_AFRESH}
    answers = {name: lru_cache(maxsize=size)(getattr(store, name)) for name, size in sizes.items()}
    return cast(Store, SimpleNamespace(**afresh, **answers, as_at=store.as_at))
