"""Knows how to draw a change: a bar from the line of no change, falls to the left and rises to the right."""

from decimal import Decimal

from dash import html

from dashboard.domain.palette import ACCENT, INK_FAINT
from layouts.figures.spark import image

WIDTH, HEIGHT, BAR = 320, 18, 12
EDGE = 4


def change_bar(number: Decimal, widest: Decimal) -> html.Img:
    """The bar of *number*, on one scale with others of which the *widest* fills its side. None is good or bad here."""
    middle = WIDTH / 2
    share = float(abs(number) / widest) if widest else 0.0
    length = share * (middle - EDGE)
    start = middle if number > 0 else middle - length
    bar = f"<rect x='{start:.1f}' y='{(HEIGHT - BAR) / 2}' width='{length:.1f}' height='{BAR}' fill='{ACCENT}'/>"
    line = f"<line x1='{middle}' x2='{middle}' y1='0' y2='{HEIGHT}' stroke='{INK_FAINT}'/>"
    return image(bar + line, WIDTH, HEIGHT)
