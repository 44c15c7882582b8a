"""Knows the colours of papers: what each tone, status and shade is drawn in, on white."""

from math import ceil

from dashboard.domain.palette import BETTER, INK, INK_FAINT, MUTED, OTHER, SERIES, SERIES_TEXT, SHADES, WORSE
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


def level_of(share: float | None) -> int | None:
    """How dark a square is; nothing stays the palest."""
    return None if share is None else min(len(FILLS) - 1, ceil(share * (len(FILLS) - 1)))


def inked(level: int) -> str:
    """The colour of words on a shade: no lighter than 4.5 : 1."""
    return "#ffffff" if level >= DARK else INK
