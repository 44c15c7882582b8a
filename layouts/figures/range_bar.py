"""Knows how to draw where a year will probably end: the range as a bar, the expected outturn, the target across it."""

from dash import html

from dashboard.domain.palette import ACCENT, INK, RANGE
from dashboard.domain.statistics.forecast import CannotForecast
from dashboard.domain.statistics.likelihood import likely_outcome_of
from dashboard.reports.indicators.forecast import YearForecast
from layouts.figures.spark import image
from layouts.theme import OUTCOME_COLOURS

WIDTH, HEIGHT, EDGE = 220, 30, 8
BAR, DOT = 10, 6  # how high the bar is, and how wide the dot to each side
KEY = "Forecast: the bar is the range in which the year will probably end, ● the expected year end, | the target."


def range_bar(found: YearForecast | None) -> html.Img | None:
    """The picture; None without a forecast. Each has a scale of its own, from the least to the most that it shows."""
    if found is None or isinstance(found.made, CannotForecast):
        return None
    low, high = found.made.outturn()
    target = float(found.goal.number) if found.goal else None
    known = [float(low), float(high), *([] if target is None else [target])]
    least, most = min(known), max(known)
    low_x, high_x, at = (_across(number, least, most) for number in (low, high, found.made.expected))
    middle = HEIGHT / 2
    parts = [
        f"<rect x='{low_x:.1f}' y='{middle - BAR / 2}' width='{high_x - low_x:.1f}' height='{BAR}' fill='{RANGE}'/>",
        f"<circle cx='{at:.1f}' cy='{middle}' r='{DOT}' fill='{_colour(found)}'/>",
        "" if target is None else _target(_across(target, least, most)),
    ]
    return image("".join(parts), WIDTH, HEIGHT)


def _across(number: float, least: float, most: float) -> float:
    share = 0.5 if least == most else (number - least) / (most - least)
    return EDGE + share * (WIDTH - 2 * EDGE)


def _target(x: float) -> str:
    return f"<line x1='{x:.1f}' x2='{x:.1f}' y1='1' y2='{HEIGHT - 1}' stroke='{INK}' stroke-width='2'/>"


def _colour(found: YearForecast) -> str:
    return ACCENT if found.chance is None else OUTCOME_COLOURS[likely_outcome_of(found.chance)]
