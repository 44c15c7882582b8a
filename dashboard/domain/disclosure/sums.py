"""Knows counts that are sums of others: which are shown, which may be hidden, and which hang together."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

Key = Hashable


class State(StrEnum):
    """What a reader may learn of a count."""

    GIVEN = "given"  # is or was shown as it is: hiding it protects nothing
    OPEN = "open"  # would be shown, and may be hidden
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Tally:
    """One count; *small*: nobody may come to know more than that it is small; *least*: what it is at any rate."""

    value: int
    state: State
    small: bool = False
    least: int = 0
    shown: int | None = None  # what stands for a count that was given rounded

    @property
    def is_known(self) -> bool:
        return self.state is State.GIVEN and self.shown is None


@dataclass(frozen=True, slots=True)
class Equation:
    """A total that is the sum of its parts."""

    total: Key
    parts: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """Counts with every equation that holds between them."""

    entries: Mapping[Key, Tally]
    equations: tuple[Equation, ...] = ()

    def blocks(self) -> Iterator["Sums"]:
        """The counts that hang together, without those that are given: nothing passes through a known number."""
        leads = _Leads()
        loose = {key for key, entry in self.entries.items() if not entry.is_known}
        for equation in self.equations:
            inside = [key for key in (equation.total, *equation.parts) if key in loose]
            for key in inside[1:]:
                leads.join(inside[0], key)
        groups: dict[Key, list[Key]] = defaultdict(list)
        for key in self.entries:
            if key in loose:
                groups[leads.of(key)].append(key)
        every = self._by_block(leads, loose)
        for lead, keys in groups.items():
            yield self._part(keys, every.get(lead, []))

    def _by_block(self, leads: "_Leads", loose: set[Key]) -> dict[Key, list[Equation]]:
        found: dict[Key, list[Equation]] = defaultdict(list)
        for equation in self.equations:
            first = next((key for key in (equation.total, *equation.parts) if key in loose), None)
            if first is not None:
                found[leads.of(first)].append(equation)
        return found

    def _part(self, keys: list[Key], equations: list[Equation]) -> "Sums":
        named = dict.fromkeys(keys)
        for equation in equations:
            named |= dict.fromkeys((equation.total, *equation.parts))
        return Sums({key: self.entries[key] for key in named}, tuple(equations))


class _Leads:
    """Which counts hang together: each leads to one that speaks for all of its block."""

    def __init__(self) -> None:
        self._above: dict[Key, Key] = {}

    def of(self, key: Key) -> Key:
        while (above := self._above.get(key, key)) != key:
            self._above[key] = self._above.get(above, above)
            key = above
        return key

    def join(self, one: Key, other: Key) -> None:
        self._above[self.of(other)] = self.of(one)
