"""Knows the colours and the one small figure template; the same values stand as variables in assets/outturn.css."""

from typing import Any

from dashboard.domain.statistics.likelihood import LikelyOutcome
from dashboard.domain.targets.status import Status

INK = "#0b1f33"
INK_SOFT = "#44546a"
INK_FAINT = "#5b6b80"
LINE = "#dde3ea"
ACCENT = "#12436d"

STATUS_COLOURS = {
    Status.MET: "#0f6e5c",
    Status.NEAR: "#8a5200",
    Status.MISSED: "#a3195b",
    Status.NOT_JUDGED: "#5b6b80",
}
#: What a target will probably come to has the look of the status it may become.
LIKE = {LikelyOutcome.MISSED: Status.MISSED, LikelyOutcome.BALANCE: Status.NEAR, LikelyOutcome.MET: Status.MET}
OUTCOME_COLOURS = {outcome: STATUS_COLOURS[status] for outcome, status in LIKE.items()}
RANGE = "#c3d0db"
STATUS_SHAPES = {Status.MET: "✓", Status.NEAR: "●", Status.MISSED: "▲", Status.NOT_JUDGED: "–"}
STATUS_CLASSES = {
    Status.MET: "met",
    Status.NEAR: "near",
    Status.MISSED: "missed",
    Status.NOT_JUDGED: "not-judged",
}

# Government Analysis Function palette; as text the light ones are too faint and take a darker shade.
SERIES = ("#12436D", "#28A197", "#801650", "#F46A25")
SERIES_TEXT = ("#12436D", "#1b7a72", "#801650", "#b0440f")
MUTED = "#9aa6b4"

FONT = "Inter, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

TEMPLATE: dict[str, object] = {
    "layout": {
        "font": {"family": FONT, "size": 13, "color": INK_SOFT},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "hoverlabel": {"bgcolor": "#fff", "bordercolor": LINE, "font": {"color": INK}},
        "xaxis": {
            "showgrid": False,
            "linecolor": LINE,
            "ticks": "",
            "ticklabelstandoff": 6,  # the first label stands clear of the 0 of the upright axis
            "fixedrange": True,
            "automargin": True,
        },
        "yaxis": {
            "gridcolor": "#e8ecf1",
            "zerolinecolor": LINE,
            "rangemode": "tozero",
            "fixedrange": True,
            "automargin": True,
            "separatethousands": True,
        },
    }
}

# The "Share chart" button would send data to a cloud, so the whole bar stays off and no server is named.
GRAPH_CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "plotlyServerURL": "",
    "modeBarButtonsToRemove": ["sendDataToCloud", "editInChartStudio"],
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": "reset",
}
