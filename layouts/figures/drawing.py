"""Knows how to gather a chart's parts as plotly.js takes them; the tests check them as plotly does, no request waits.

Adding part by part to a plotly figure took ten times as long as gathering them, and checking a third of the rest.
"""

from collections.abc import Sequence
from typing import Any

from dashboard.domain.palette import INK_FAINT
from dashboard.domain.wording import sentence
from layouts.theme import TEMPLATE

Look = Any  # as plotly takes it
Part = dict[str, Look]
NOTHING: Part = {"data": [], "layout": {}}


class Drawing:
    """Traces, words and lines of one chart, in the order they are drawn."""

    def __init__(self) -> None:
        self._traces: list[Part] = []
        self._notes: list[Part] = []
        self._shapes: list[Part] = []

    def trace(self, x: Sequence[Look], y: Sequence[Look], **looks: Look) -> None:
        """Points or a line through them."""
        self._traces.append({"type": "scatter", "x": list(x), "y": list(y), **looks})

    def note(self, text: str, x: float | str, y: float, **looks: Look) -> None:
        """Words beside a place, without an arrow."""
        font = {"color": looks.pop("color", INK_FAINT), "size": looks.pop("size", 12)}
        self._notes.append({"text": text, "x": x, "y": y, "showarrow": False, "font": font, **looks})

    def axis_name(self, words: str) -> None:
        """What the upright axis counts, above it."""
        place = {"xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom", "yshift": 10}
        self.note(sentence(words), 0, 1, **place)

    def across(self, y: float, **looks: Look) -> None:
        """A level line over the whole width."""
        self._shapes.append({"type": "line", "xref": "x domain", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": looks})

    def upright(self, x: float, **looks: Look) -> None:
        """A line over the whole height."""
        self._shapes.append({"type": "line", "yref": "y domain", "y0": 0, "y1": 1, "x0": x, "x1": x, "line": looks})

    def figure(self, **layout: Look) -> Part:
        """The chart; *layout* has its axes and margins."""
        whole = {"template": TEMPLATE, "annotations": self._notes, "shapes": self._shapes, **layout}
        return {"data": self._traces, "layout": whole}
