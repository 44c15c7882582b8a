"""Knows how to draw the small pictures inside tiles and rows, as SVG text in an image address."""

from collections.abc import Sequence
from decimal import Decimal
from urllib.parse import quote

from dash import html

from dashboard.domain.palette import ACCENT, INK, INK_FAINT, STATUS_COLOURS
from dashboard.domain.targets.status import Status

WIDTH, HEIGHT, EDGE = 96, 40, 5


def image(svg: str, width: int, height: int) -> html.Img:
    """A decorative picture: the numbers beside it say the same."""
    start = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}'>"
    source = f"data:image/svg+xml,{quote(f'{start}{svg}</svg>')}"
    return html.Img(src=source, alt="", width=width, height=height, className="spark")


def spark_line(numbers: Sequence[Decimal], target: Decimal | None, status: Status) -> html.Img | None:
    """The series with its target as a dashed line; None where fewer than two points make no line."""
    if len(numbers) < 2:
        return None
    every = [*numbers, *([target] if target is not None else [])]
    low, high = min(every), max(every)
    points = [(_across(at, len(numbers)), _height(number, low, high)) for at, number in enumerate(numbers)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    end = points[-1]
    parts = [
        _target_line(target, low, high),
        f"<polyline points='{line}' fill='none' stroke='{ACCENT}' stroke-width='2'/>",
        f"<circle cx='{end[0]:.1f}' cy='{end[1]:.1f}' r='3.5' fill='{STATUS_COLOURS[status]}'/>",
    ]
    return image("".join(parts), WIDTH, HEIGHT)


def _target_line(target: Decimal | None, low: Decimal, high: Decimal) -> str:
    if target is None:
        return ""
    y = _height(target, low, high)
    return f"<line x1='2' x2='{WIDTH - 2}' y1='{y:.1f}' y2='{y:.1f}' stroke='{INK_FAINT}' stroke-dasharray='3 3'/>"


def _across(at: int, count: int) -> float:
    return EDGE + at * (WIDTH - 2 * EDGE) / (count - 1)


def _height(number: Decimal, low: Decimal, high: Decimal) -> float:
    share = 0.5 if high == low else float((number - low) / (high - low))
    return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)


BAR_WIDTH, BAR_HEIGHT, WIDEST = 140, 18, Decimal(25)


def gap_bar(adverse_percent: Decimal, status: Status) -> html.Img:
    """A bar from the target line: to the right is worse; 25% and more fill the side."""
    middle = BAR_WIDTH / 2
    share = max(Decimal(-1), min(Decimal(1), adverse_percent / WIDEST))
    length = float(abs(share)) * (middle - 4)
    start = middle if adverse_percent > 0 else middle - length
    bar = f"<rect x='{start:.1f}' y='3' width='{max(length, 1):.1f}' height='12' fill='{STATUS_COLOURS[status]}'/>"
    line = f"<line x1='{middle}' x2='{middle}' y1='0' y2='{BAR_HEIGHT}' stroke='{INK}'/>"
    return image(bar + line, BAR_WIDTH, BAR_HEIGHT)
