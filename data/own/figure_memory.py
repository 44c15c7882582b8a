"""Knows figures that were read before: a release never changes, so of a longer chain only what is new is read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.records import Observation, Scope
from data.own.figure_rows import FigureRow, Key, observation

MOST_FIGURES = 40_000  # of all scopes together, in each process
MOST_TOUCHED = 100  # indicators; where a release says more, everything is read again

Found = Mapping[Key, Observation]
Rows = Mapping[Key, Sequence[FigureRow]]


@dataclass(frozen=True, slots=True)
class Asked:
    """How the figures of a scope are read: the rows of it, and the indicators that some releases speak of."""

    rows: Callable[[Scope], Rows]
    touched: Callable[[Scope, Sequence[int]], frozenset[str]]


class FigureMemory:
    """The actuals of the scopes that were asked for last, each of the releases that were in force."""

    def __init__(self) -> None:
        self._found: dict[Scope, tuple[tuple[int, ...], Found]] = {}

    def actuals(self, scope: Scope, releases: tuple[int, ...], asked: Asked) -> Found:
        """The actuals of *scope* that *releases*, the oldest first, come to."""
        before, known = self._found.pop(scope, ((), None))
        found = None
        if known is not None and releases[: len(before)] == before:
            found = _continued(known, scope, releases[len(before) :], asked)
        if found is None:
            found = {key: observation(rows, None) for key, rows in asked.rows(scope).items() if not rows[-1].gone}
        self._keep(scope, releases, found)
        return found

    def _keep(self, scope: Scope, releases: tuple[int, ...], found: Found) -> None:
        """Keep *found* as the newest; what was asked for longest ago makes room."""
        self._found[scope] = releases, found
        kept = dict(self._found)
        total = sum(len(figures) for _, figures in kept.values())
        for oldest, (_, figures) in kept.items():
            if total > MOST_FIGURES:
                self._found.pop(oldest, None)
                total -= len(figures)


def _continued(known: Found, scope: Scope, newer: Sequence[int], asked: Asked) -> Found | None:
    """*known* with what the *newer* releases say; nothing where all has to be read again."""
    touched = asked.touched(scope, newer) if newer else frozenset[str]()
    if len(touched) > MOST_TOUCHED:
        return None
    found = dict(known)
    rows_of = asked.rows(Scope(scope.partnership, indicators=touched, areas=scope.areas)) if touched else {}
    for key, rows in rows_of.items():
        if rows[-1].gone:
            found.pop(key, None)
        elif key not in found and rows[0].release not in newer:
            return None  # it was withdrawn and is back: in the order of all figures it stands where it stood
        else:
            found[key] = observation(rows, None)
    return found
