"""Knows the colours of papers: what each tone, status and shade is drawn in, on white."""

from math import ceil

from dashboard.domain.palette import (
    BETTER,
    FELL,
    INK,
    INK_FAINT,
    MUTED,
    OTHER,
    ROSE,
    SERIES,
    SERIES_TEXT,
    SHADES,
    WORSE,
)
from dashboard.reports.packs.charts import Tone

#: Of lines, bars and marks.
DRAWN = {
    Tone.OWN: SERIES[0],
    Tone.SECOND: SERIES[1],
    Tone.THIRD: SERIES[2],
    Tone.FOURTH: SERIES[3],
    Tone.QUIET: MUTED,
    Tone.BETTER: BETTER,
    Tone.WORSE: WORSE,
    Tone.OTHER: OTHER,
    Tone.TARGET: INK_FAINT,
}
#: Of words beside them: no lighter than 4.5 : 1 on white.
WRITTEN = DRAWN | {
    Tone.SECOND: SERIES_TEXT[1],
    Tone.FOURTH: SERIES_TEXT[3],
    Tone.QUIET: INK_FAINT,
}
#: Of areas and squares, by how dark they are.
FILLS = SHADES
DARK = 4  # the first shade that takes white words


#: Of squares, by what their colour says, the palest first.
SQUARES = {Tone.BETTER: FELL, Tone.WORSE: ROSE}


#: Says the same as the colour of a square to who prints without colours.
SIGNS = {Tone.BETTER: "▼", Tone.WORSE: "▲"}


def signed(text: str, share: float | None, tone: Tone) -> str:
    """The words of a square, after the sign of its tone where it has a colour."""
    return text if share is None or tone not in SIGNS else f"{SIGNS[tone]} {text}"


def square(share: float | None, tone: Tone = Tone.OWN) -> tuple[str, str]:
    """What a square of a heat table is filled with, and the colour of its words: no lighter than 4.5 : 1."""
    if share is None:
        return "#ffffff", INK
    scale = SQUARES.get(tone)
    if scale:
        return scale[max(0, min(len(scale), ceil(share * len(scale))) - 1)], INK
    level = min(len(FILLS) - 1, ceil(share * (len(FILLS) - 1)))
    return FILLS[level], inked(level)


def inked(level: int) -> str:
    """The colour of words on a shade: no lighter than 4.5 : 1."""
    return "#ffffff" if level >= DARK else INK
