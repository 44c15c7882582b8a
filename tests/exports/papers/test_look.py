"""Tests what squares of heat tables are filled with, and that their words can be read."""

import pytest

from dashboard.domain.palette import FELL, INK, ROSE, SHADES
from dashboard.exports.papers.look import square
from dashboard.reports.packs.charts import Tone


def light(colour: str) -> float:
    """Relative luminance, after WCAG 2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("share", "tone", "look"),
    [
        (None, Tone.WORSE, ("#ffffff", INK)),
        (0.0, Tone.OWN, (SHADES[0], INK)),
        (1.0, Tone.OWN, (SHADES[-1], "#ffffff")),
        (1 / 3, Tone.BETTER, (FELL[0], INK)),
        (2 / 3, Tone.WORSE, (ROSE[1], INK)),
        (1.0, Tone.WORSE, (ROSE[2], INK)),
    ],
)
def test_a_square_is_as_dark_as_it_is_much(share: float | None, tone: Tone, look: tuple[str, str]) -> None:
    assert square(share, tone) == look
    assert contrast(*look) >= 4.5
