"""Knows the product's colours and the shapes beside them; the same values stand as variables in assets/outturn.css.

Colours of lines: the Government Analysis Function's palette for charts.
"""

from dashboard.domain.statistics.likelihood import LikelyOutcome
from dashboard.domain.targets.status import Status

INK = "#0b1f33"
INK_SOFT = "#44546a"
INK_FAINT = "#5b6b80"
LINE = "#dde3ea"
GRID = "#e8ecf1"
ACCENT = "#12436d"

STATUS_COLOURS = {
    Status.MET: "#0f6e5c",
    Status.NEAR: "#8a5200",
    Status.MISSED: "#a3195b",
    Status.NOT_JUDGED: "#5b6b80",
}
STATUS_SHAPES = {Status.MET: "✓", Status.NEAR: "●", Status.MISSED: "▲", Status.NOT_JUDGED: "–"}
#: What a target will probably come to has the look of the status it may become.
LIKE = {LikelyOutcome.MISSED: Status.MISSED, LikelyOutcome.BALANCE: Status.NEAR, LikelyOutcome.MET: Status.MET}

# As text the light ones are too faint and take a darker shade.
SERIES = ("#12436D", "#28A197", "#801650", "#F46A25")
SERIES_TEXT = ("#12436D", "#1b7a72", "#801650", "#b0440f")
MUTED = "#9aa6b4"
RANGE = "#c3d0db"
#: Of what moved more than chance: for the better, for the worse, and where neither side is better.
BETTER, WORSE, OTHER = "#0f6e5c", "#a3195b", "#8a5200"
#: Of squares and places that fell or rose, a little to much.
FELL = ("#e1f1ec", "#bfe2d8", "#8ccbb9")
ROSE = ("#fae4ee", "#f2c3d8", "#e99bbf")
#: Light to dark; a place without incidents stays the first.
SHADES = ("#f1f4f8", "#cfdceb", "#9dbad8", "#6692bf", "#35689d", "#12436d")
