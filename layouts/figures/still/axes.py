"""Knows the axes of a still chart: what lies where between their ends, and where their ticks are."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.domain.charting.ticks import round_numbers
from layouts.figures.drawing import Look, Part

SIDE = 1000  # of the stretched drawing
AIR = 0.05  # beyond the outermost point where an axis ends by itself


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale between two ends; *names* are the categories that it counts, in order."""

    low: float
    high: float
    names: tuple[str, ...] = ()
    ticks: tuple[tuple[Look, str], ...] = ()
    title: str = ""
    is_shown: bool = True
    has_grid: bool = False

    def along(self, value: Look) -> float:
        """How far from the left, of a thousand."""
        number = self.names.index(value) if isinstance(value, str) else value
        return SIDE * (number - self.low) / (self.high - self.low)

    def up(self, value: Look) -> float:
        """How far from the top, of a thousand."""
        return SIDE - self.along(value)


def axis_of(figure: Part, name: str) -> Axis:
    """The *x* or *y* axis of *figure* as plotly would choose it where its layout does not say."""
    given: Part = figure["layout"].get(f"{name}axis", {})
    names = tuple(given.get("categoryarray", ()))
    low, high = given.get("range") or ((-0.25, len(names) - 0.75) if names else _reach(figure, given, name))
    shown = given.get("visible", True)
    has_grid = shown and given.get("showgrid", name == "y")
    title = given.get("title", {}).get("text", "")
    axis = Axis(low, high, names, title=title, is_shown=shown, has_grid=has_grid)
    return Axis(low, high, names, tuple(_ticks(axis, given)) if shown else (), title, shown, has_grid)


def _reach(figure: Part, given: Part, name: str) -> tuple[float, float]:
    """From the least to the most that is drawn or named, and from nothing unless the axis is of distances."""
    every = [value for trace in figure["data"] for value in _values(trace, name) if value is not None]
    notes = figure["layout"].get("annotations", ())
    every += [note[name] for note in notes if note.get(f"{name}ref", name) == name]
    low, high = min(every, default=0.0), max(every, default=1.0)
    tozero = given.get("rangemode", "tozero") == "tozero"
    low, high = (min(low, 0.0), max(high, 0.0)) if tozero else (low, high)
    air = ((high - low) or 1.0) * AIR
    return (low if tozero and low == 0 else low - air), high + air


def _values(trace: Part, name: str) -> Iterator[float]:
    yield from trace[name]
    error = trace.get(f"error_{name}")
    if error:
        yield from (value + more for value, more in zip(trace[name], error["array"], strict=True))
        yield from (value - less for value, less in zip(trace[name], error["arrayminus"], strict=True))


def _ticks(axis: Axis, given: Part) -> Iterator[tuple[Look, str]]:
    values = given.get("tickvals")
    if values is None:
        for number in round_numbers(axis.low, axis.high):
            yield number, _written(number, given.get("tickformat", ""))
    else:
        yield from zip(values, given.get("ticktext") or map(str, values), strict=True)


def _written(number: float, form: str) -> str:
    sign = "+" if number and form.startswith("+") else ""
    return f"{number:{sign},.10g}".replace("-", "−")
