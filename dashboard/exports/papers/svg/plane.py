"""Knows the plane of a line chart: where each label and number lies, its grid, and the words of its axes."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.domain.charting.ticks import round_numbers
from dashboard.domain.palette import GRID, INK_FAINT, MUTED
from dashboard.exports.papers.svg.letters import lines_of, wide
from dashboard.exports.papers.svg.parts import LINE, SMALL, WIDTH, Lettering, stroke, words_at

INSIDE = 12  # between the first and last labels and the sides
AIR = 0.06  # of what is drawn, above it


@dataclass(frozen=True, slots=True)
class Plane:
    """A plane between pixels and between numbers, with so many labels from left to right."""

    left: float
    right: float
    top: float
    foot: float
    low: float
    high: float
    count: int

    def across(self, at: float) -> float:
        """The pixel of a label."""
        inside = self.right - self.left - 2 * INSIDE
        return self.left + INSIDE + inside * (at / (self.count - 1) if self.count > 1 else 0.5)

    def up(self, number: float) -> float:
        """The pixel of a number."""
        return self.foot - (self.foot - self.top) * (number - self.low) / (self.high - self.low)


def reach(numbers: Sequence[float], *, from_zero: bool) -> tuple[float, float]:
    """The numbers at the foot and at the top of an axis."""
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    air = ((high - low) or abs(high) or 1.0) * AIR
    return (low if from_zero and low == 0 else low - air), high + air


def tick_words(number: float, *, is_signed: bool = False) -> str:
    """A round number as it is read."""
    return f"{number:{'+' if is_signed and number else ''},.10g}".replace("-", "−")


def grid(plane: Plane, *, is_signed: bool = False) -> tuple[str, ...]:
    """A faint line at each round number with its words, the foot and nought darker."""
    look = Lettering(INK_FAINT, SMALL, "end")
    parts = []
    for number in round_numbers(plane.low, plane.high):
        y = plane.up(number)
        parts.append(stroke((plane.left, y), (plane.right, y), MUTED if number == 0 else GRID))
        parts.append(words_at(tick_words(number, is_signed=is_signed), (plane.left - 8, y + 4.5), look))
    return (*parts, stroke((plane.left, plane.foot), (plane.right, plane.foot), MUTED))


def level_words(plane: Plane, labels: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """As many labels as stand beside each other under the foot, the newest always among them; and in how many lines."""
    slot = (plane.right - plane.left - 2 * INSIDE) / max(plane.count - 1, 1)
    step = next((step for step in range(1, len(labels)) if _fits(labels, slot * step)), max(len(labels), 1))
    parts: list[str] = []
    rows = 1
    for at in range(len(labels) - 1, -1, -step):
        lines = lines_of(labels[at], SMALL, max(slot * step - 8, 64))
        rows = max(rows, len(lines))
        half = max(wide(line, SMALL) for line in lines) / 2
        x = min(max(plane.across(at), half + 2), WIDTH - half - 2)
        look = Lettering(INK_FAINT, SMALL, "middle")
        parts += [words_at(line, (x, plane.foot + 19 + LINE * row), look) for row, line in enumerate(lines)]
    return tuple(parts), rows


def _fits(labels: Sequence[str], room: float) -> bool:
    """Whether each label stands in *room*, on two lines at most."""
    return all(wide(line, SMALL) <= room - 10 for label in labels for line in _halves(label))


def _halves(label: str) -> tuple[str, ...]:
    name, bracket, rest = label.partition(" (")
    return (name, bracket + rest) if bracket else (label,)
