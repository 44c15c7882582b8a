"""Knows which other counts have to be hidden, so that no total gives a small one back.

scipy takes longer to import than the rest of the domain together, so the functions that need it import it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.domain.disclosure.guessing import UNBOUNDED, Bounds, Guess
from dashboard.domain.disclosure.rule import SmallNumberRule
from dashboard.domain.disclosure.sums import Key, State, Sums

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray
    from scipy.optimize import Bounds as Box
    from scipy.optimize import LinearConstraint
    from scipy.sparse import csr_array

SECONDS = 3.0  # for the partners of one count
MOST_WORK = 20_000  # small counts that are given back × counts that hang together: about six seconds
Ranges = Mapping[Key, Bounds]


@dataclass(frozen=True, slots=True)
class Partners:
    """What is hidden beside the small counts; *failed*: those that nothing protects; or that there are *too_many*."""

    hidden: frozenset[Key] = frozenset()
    failed: tuple[Key, ...] = ()
    too_many: bool = False


def partners(block: Sums, rule: SmallNumberRule) -> Partners:
    """The cheapest counts to hide, small count after small count, so that each may be any small number."""
    wanted, failed = _at_best(block, rule)
    chosen: set[Key] = set()
    short = _given_back(block, wanted, chosen)
    if len(short) * len(block.entries) > MOST_WORK:
        return Partners(too_many=True)
    search = _Search(block, rule) if short else None
    for key in short if search else ():
        if search is not None and _given_back(block, {key: wanted[key]}, chosen):
            found = search.partners_of(key, wanted[key], chosen)
            chosen |= found
            failed += [] if found else [key]
    return Partners(frozenset(chosen), tuple(failed))


def _at_best(block: Sums, rule: SmallNumberRule) -> tuple[Ranges, list[Key]]:
    """How small and how large each small count may be, were everything hidden that can be; and which are known even so.

    As any small number may be, but for what nobody can help: three counts over nought are together at least three.
    """
    pinned: list[Key] = []
    wanted: dict[Key, Bounds] = {}
    wanted |= {key: (rule.smallest, rule.largest) for key, entry in block.entries.items() if entry.small}
    open_ones = [key for key, entry in block.entries.items() if entry.state is State.OPEN and entry.value]
    guess = Guess(block.equations, {key: _known(block, key, open_ones) for key in block.entries})
    for key in _given_back(block, wanted, open_ones):
        low, high = guess.range_of(key) or wanted[key]
        wanted[key] = max(rule.smallest, low), min(rule.largest, high)
        pinned += [key] if low == high else []
    return wanted, pinned


def _given_back(block: Sums, wanted: Ranges, hidden: Collection[Key]) -> tuple[Key, ...]:
    """Those of the counts *wanted* of which a reader can work out more than that, the smallest first."""
    guess = Guess(block.equations, {key: _known(block, key, hidden) for key in block.entries})
    short = guess.short_of({key: low for key, (low, _) in wanted.items()}, -1)
    short |= guess.short_of({key: high for key, (_, high) in wanted.items()}, 1)
    return tuple(sorted(short, key=lambda key: (block.entries[key].value, str(key))))


def _known(block: Sums, key: Key, hidden: Collection[Key]) -> Bounds:
    """Between what a reader knows a count to lie."""
    entry = block.entries[key]
    is_hidden = entry.state is State.HIDDEN or key in hidden
    return (entry.least, UNBOUNDED) if is_hidden else (entry.value, entry.value)


class _Search:
    """Looks for two other tables that keep every equation: the small count largest in one, smallest in the other.

    They may differ from the true one where something is hidden only, and hiding costs what the count is worth.
    """

    def __init__(self, block: Sums, rule: SmallNumberRule) -> None:
        self._rule = rule
        self._loose = {key: entry for key, entry in block.entries.items() if entry.state is not State.GIVEN}
        self._at = {key: at for at, key in enumerate(self._loose)}
        self._constraints = self._moves(block)

    def partners_of(self, key: Key, wanted: Bounds, hidden: set[Key]) -> set[Key]:
        """What to hide beside *hidden* so that *key* may be as *wanted*; nothing where nobody finds it in time."""
        from numpy import ones
        from scipy.optimize import milp

        found = milp(
            self._cost(hidden),
            integrality=ones(3 * len(self._loose)),
            bounds=self._box(key, wanted, hidden),
            constraints=self._constraints,
            options={"time_limit": SECONDS},
        )
        if found.x is None:
            return set()
        chosen = zip(self._loose, found.x[2 * len(self._loose) :], strict=True)
        taken = {each for each, hides in chosen if hides > 1 / 2 and each not in hidden}
        return {each for each in taken if self._loose[each].state is State.OPEN}

    def _cost(self, hidden: set[Key]) -> "NDArray[float64]":
        """What hiding costs; the steps of both tables cost nothing."""
        from numpy import array, concatenate, zeros

        prices = [0 if self._choice(key, hidden)[0] else entry.value + 0.5 for key, entry in self._loose.items()]
        return concatenate([zeros(2 * len(self._loose)), array(prices, dtype=float)])

    def _box(self, key: Key, wanted: Bounds, hidden: set[Key]) -> "Box":
        """How far each step may go, that of *key* to what is *wanted*, and which counts may be hidden."""
        from numpy import concatenate, full
        from scipy.optimize import Bounds as Box

        count, entry, at = len(self._loose), self._loose[key], self._at[key]
        steps = full(2 * count, float(self._rule.threshold))
        low, high = -steps, steps.copy()
        low[at], high[count + at] = wanted[1] - entry.value, wanted[0] - entry.value
        fixed, free = zip(*(self._choice(each, hidden) for each in self._loose), strict=True)
        return Box(concatenate([low, fixed]), concatenate([high, free]))

    def _choice(self, key: Key, hidden: set[Key]) -> tuple[int, int]:
        """Whether a count has to be hidden, and may be; a nought that is shown protects nothing."""
        entry = self._loose[key]
        has_to = entry.state is State.HIDDEN or key in hidden
        return int(has_to), int(has_to or entry.value > 0)

    def _moves(self, block: Sums) -> "list[LinearConstraint]":
        """Both tables keep the equations, and move nothing that is not hidden, nor anything under what it surely is."""
        from numpy import inf
        from scipy.optimize import LinearConstraint
        from scipy.sparse import block_array, diags_array

        sums, count = self._equations(block), len(self._loose)
        most = diags_array([float(self._rule.threshold)] * count)
        room = diags_array([float(entry.value - entry.least) for entry in self._loose.values()])
        same = diags_array([1.0] * count)
        return [
            LinearConstraint(block_array([[sums, None, 0 * sums], [None, sums, None]]), 0, 0),
            LinearConstraint(block_array([[same, None, -most], [None, same, -most]]), -inf, 0),
            LinearConstraint(block_array([[same, None, room], [None, same, room]]), 0, inf),
        ]

    def _equations(self, block: Sums) -> "csr_array":
        from scipy.sparse import coo_array

        places = [
            (row, self._at[key], 1.0 if key == equation.total else -1.0)
            for row, equation in enumerate(block.equations)
            for key in (equation.total, *equation.parts)
            if key in self._at
        ]
        rows, columns, signs = zip(*places, strict=True)
        return coo_array((signs, (rows, columns)), shape=(len(block.equations), len(self._loose))).tocsr()
