"""Knows how to ask a store each question once: its answers are frozen, and one data version never changes."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from types import SimpleNamespace
from typing import TypeVar, cast

from dashboard.questions.store import Figures, Papers, Places, Store
from dashboard.questions.street import Streets
from dashboard.reports.report_cache import ReportCache

MOST_ANSWERS = 128  # of each question
FEWER_ANSWERS = {"point_counts": 8, "shapes": 16, "touching": 16}  # of those that are large
#: Their answers are large and their reports are kept anyway.
ASKED_AFRESH = frozenset({"version", "counts", "ranking", "rejected", "original"})

MOST_WORKED_OUT = 24  # a ledger or the checks of one partnership each
R = TypeVar("R")


class Remembering(SimpleNamespace):
    """A store that answers from memory, with what reports worked out of the answers."""

    outcomes: ReportCache


def remembering(store: Store) -> Store:
    """Return a store that answers as *store* does now, from memory where it was asked before."""
    questions = {name for part in (Places, Figures, Papers, Streets) for name in vars(part) if not name.startswith("_")}
    afresh = {name: getattr(store, name) for name in questions & ASKED_AFRESH}
    sizes = {name: FEWER_ANSWERS.get(name, MOST_ANSWERS) for name in questions - ASKED_AFRESH}
    answers = {name: lru_cache(maxsize=size)(getattr(store, name)) for name, size in sizes.items()}
    outcomes = ReportCache(MOST_WORKED_OUT, MOST_WORKED_OUT, lambda _: 1)
    return cast(Store, Remembering(**afresh, **answers, as_at=store.as_at, outcomes=outcomes))


def worked_out(store: Store, key: Hashable, make: Callable[[], R]) -> R:
    """What *make* makes of a store's answers, once for all who ask a store that remembers."""
    return store.outcomes.get(key, make) if isinstance(store, Remembering) else make()
