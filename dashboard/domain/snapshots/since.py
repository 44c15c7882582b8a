"""Knows what changed between two meetings: figures, what was said of them, decisions, actions and risks."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dashboard.domain.snapshots.lines import MovedLine, moves
from dashboard.domain.snapshots.seen import Seen
from dashboard.domain.snapshots.slides import Measured


class Shift(StrEnum):
    """What became of a figure; the first that holds is said."""

    STATUS = "judged otherwise"
    REVISED = "revised"
    TARGET = "target changed"
    NEWER = "newer figure"
    NEW = "new"
    GONE = "no longer shown"


@dataclass(frozen=True, slots=True)
class Shifted:
    """One indicator of an area, then and now; what is new has nothing *before*, what is gone nothing *after*."""

    shift: Shift
    before: Measured | None
    after: Measured | None

    @property
    def measured(self) -> Measured:
        """What names it."""
        return self.after or self.before or Measured()


def shifts(before: Seen, after: Seen) -> tuple[Shifted, ...]:
    """Everything that is not as it was, judged otherwise first; what is the same is left out."""
    then, now = _by_place(before), _by_place(after)
    found = [*_both(then, now), *(Shifted(Shift.GONE, then[key], None) for key in then if key not in now)]
    order = list(Shift)
    return tuple(sorted(found, key=lambda item: order.index(item.shift)))


def _both(then: dict[tuple[str, str], Measured], now: dict[tuple[str, str], Measured]) -> Iterator[Shifted]:
    for key, measured in now.items():
        before = then.get(key)
        shift = Shift.NEW if before is None else _shift(before, measured)
        if shift is not None:
            yield Shifted(shift, before, measured)


def _by_place(seen: Seen) -> dict[tuple[str, str], Measured]:
    """Every figure by indicator and area; of one on several screens the first."""
    found: dict[tuple[str, str], Measured] = {}
    for measured in (*seen.measures, *(item for part in seen.items for item in part.slide.measures)):
        found.setdefault((measured.indicator, measured.area), measured)
    return found


def _shift(before: Measured, after: Measured) -> Shift | None:
    if before.status != after.status:
        return Shift.STATUS
    if before.period != after.period:
        return Shift.NEWER
    if before.number != after.number or (not after.number and before.text != after.text):
        return Shift.REVISED if before.number else Shift.NEWER
    return Shift.TARGET if (before.target, before.target_text) != (after.target, after.target_text) else None


def remarks(before: Seen, after: Seen) -> tuple[Measured, ...]:
    """The figures of which something is said now that was not said then."""
    then = _by_place(before)
    found = ((then.get(key, Measured()), item) for key, item in _by_place(after).items())
    return tuple(item for earlier, item in found if item.commentary and item.commentary != earlier.commentary)


def moved(before: Seen, after: Seen) -> tuple[MovedLine, ...]:
    """The decisions, actions and risks that are not as they were; nothing where one meeting kept none."""
    if before.lines is None or after.lines is None:
        return ()
    return moves(before.lines, after.lines)


def in_order(one: Seen, other: Seen) -> tuple[Seen, Seen]:
    """Two meetings, the earlier one first; of those of one day, or of none, as they are given."""
    return (other, one) if other.held and one.held > other.held else (one, other)
