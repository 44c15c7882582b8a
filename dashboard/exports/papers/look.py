"""Knows the colours of papers: what each tone, status and shade is drawn in, on white."""

from dashboard.domain.palette import BETTER, INK_FAINT, MUTED, OTHER, SERIES, SERIES_TEXT, WORSE
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
