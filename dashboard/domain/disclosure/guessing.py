"""Knows what a reader can work out: how small and how large a count may be, given all that is shown.

scipy takes longer to import than the rest of the domain together, so the functions that need it import it.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dashboard.domain.disclosure.sums import Equation, Key

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray
    from scipy.optimize import LinearConstraint

UNBOUNDED = float("inf")
Bounds = tuple[float, float]


class Guess:
    """Whole numbers within *bounds* that keep every equation; what is in no bounds is not negative."""

    def __init__(self, equations: Sequence[Equation], bounds: Mapping[Key, Bounds]) -> None:
        named = dict.fromkeys(key for item in equations for key in (item.total, *item.parts))
        self._at = {key: at for at, key in enumerate(dict.fromkeys([*named, *bounds]))}
        self._bounds = [bounds.get(key, (0.0, UNBOUNDED)) for key in self._at]
        self._rows = [(self._at[item.total], [self._at[part] for part in item.parts]) for item in equations]
        self._constraints = self._equations()

    def range_of(self, key: Key) -> Bounds | None:
        """The smallest and the largest that *key* can be; nothing where no numbers keep every equation."""
        low = self._pushed([self._at[key]], -1)
        if low is None:
            return None
        high = self._pushed([self._at[key]], 1)
        return low[self._at[key]], UNBOUNDED if high is None else high[self._at[key]]

    def short_of(self, wanted: Mapping[Key, float], sign: int) -> frozenset[Key]:
        """Those of *wanted* that cannot get as large as said there (as small, where *sign* is -1)."""
        left = {self._at[key]: number for key, number in wanted.items()}
        while left:
            found = self._pushed(list(left), sign, left)
            reached = [] if found is None else [at for at in left if found[at] == left[at]]
            if not reached:
                break
            for at in reached:
                del left[at]
        alone = {at for at, number in left.items() if not self._gets(at, number, sign)}
        return frozenset(key for key in wanted if self._at[key] in alone)

    def _gets(self, at: int, number: float, sign: int) -> bool:
        found = self._pushed([at], sign, {at: number})
        return found is not None and found[at] == number

    def _pushed(
        self, several: list[int], sign: int, no_further: Mapping[int, float] | None = None
    ) -> "NDArray[float64] | None":
        """Numbers that keep every equation, with *several* pushed to one side together, each *no_further* than that."""
        from numpy import array, ones, zeros
        from scipy.optimize import Bounds as Box
        from scipy.optimize import milp

        cost = zeros(len(self._at))
        cost[several] = -sign
        low, high = array(self._bounds, dtype=float).T.copy()
        for at, number in (no_further or {}).items():
            side, pick = (high, min) if sign > 0 else (low, max)
            side[at] = pick(side[at], number)
        found = milp(cost, integrality=ones(len(cost)), bounds=Box(low, high), constraints=self._constraints)
        return None if found.x is None else found.x.round()

    def _equations(self) -> "list[LinearConstraint]":
        from scipy.optimize import LinearConstraint
        from scipy.sparse import coo_array

        if not self._rows:
            return []
        places = [
            (row, at, 1.0 if at == total else -1.0)
            for row, (total, parts) in enumerate(self._rows)
            for at in (total, *parts)
        ]
        rows, columns, signs = zip(*places, strict=True)
        matrix = coo_array((signs, (rows, columns)), shape=(len(self._rows), len(self._at)))
        return [LinearConstraint(matrix.tocsr(), 0, 0)]
