"""Knows how to ask a store each question once: its answers are frozen, and one data version never changes."""

from functools import lru_cache
from types import SimpleNamespace
from typing import cast

from dashboard.reports.store import Figures, Papers, Places, Store

MOST_ANSWERS = 128  # of each question
ASKED_AFRESH = "version"


def remembering(store: Store) -> Store:
    """Return a store that answers as *store* does now, from memory where it was asked before."""
    questions = {name for part in (Places, Figures, Papers) for name in vars(part) if not name.startswith("_")}
    answers = {name: lru_cache(maxsize=MOST_ANSWERS)(getattr(store, name)) for name in questions - {ASKED_AFRESH}}
    return cast(Store, SimpleNamespace(version=store.version, **answers))
