"""Knows the one small figure template, and the look of a status on the pages."""

from typing import Any

from dashboard.domain.palette import GRID, INK, INK_SOFT, LIKE, LINE, STATUS_COLOURS
from dashboard.domain.targets.status import Status

STATUS_CLASSES = {
    Status.MET: "met",
    Status.NEAR: "near",
    Status.MISSED: "missed",
    Status.NOT_JUDGED: "not-judged",
}
OUTCOME_COLOURS = {outcome: STATUS_COLOURS[status] for outcome, status in LIKE.items()}

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
            "gridcolor": GRID,
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
