"""Knows the card with an area's rate over time beside the mean of the others, and how its two lines are drawn."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.charting.labels import spread
from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.palette import ACCENT, INK_SOFT, OTHER
from dashboard.domain.periods.calendar import By, first_month
from dashboard.domain.periods.period import Period
from dashboard.domain.values.numbers import show
from dashboard.reports.pages.street.similar_areas import PAGE, SimilarAreas
from dashboard.reports.street.similar.over_time import TimePoint, step_of
from dashboard.reports.street.similar.rates import RankedAreas
from dashboard.reports.street.similar.words import MEAN_WORDS
from layouts.components.links import downloads, page_href
from layouts.components.markup import as_markup, tag
from layouts.components.markup_tables import column_name, folded, framed_table, row_name
from layouts.components.street import chips
from layouts.figures.drawing import Drawing, Part
from layouts.figures.still.chart import SCROLLED, scrolled, still

STEPS = ((By.MONTH, False, "Months"), (By.QUARTER, False, "Quarters"), (By.MONTH, True, "12 months up to each"))
HEIGHT = 320
ROOM = 18  # pixels between two labels at the right
LONGEST = 22  # letters of a label; the name of the line is said above the chart too
MARGIN = {"l": 8, "r": 176, "t": 34, "b": 8}
JANUARY, APRIL = 0, 3


def line_card(report: SimilarAreas, found: RankedAreas) -> Markup:
    """The own rate beside the mean of the others, by month, by quarter, or over 12 months."""
    name = found.own.place.known_as
    heading = tag("h2", f"{name} beside the mean of the others")
    sub = tag("p", f"Dashed: {MEAN_WORDS}. A gap is a month that one of the areas lacks.", class_="sub")
    ways = _steps(report.filters)
    if not report.points:
        return tag("section", heading, ways, tag("p", "No month is loaded for every area."), class_="card compared")
    label = "Line chart; its figures are in the table below"
    drawn = still(beside_figure(report.points, name), label, HEIGHT, SCROLLED)
    table = folded(_line_table(report.points, name))
    loads = as_markup(downloads(PAGE, report.filters, "by-period", "the line"))
    return tag(
        "section",
        heading,
        sub,
        ways,
        Markup(scrolled(drawn, "Line chart, scrolls sideways")),
        table,
        loads,
        class_="card compared",
    )


def _steps(filters: Filters) -> Markup:
    shown = step_of(filters)
    links = []
    for by, is_rolling, words in STEPS:
        measure = Measure.ROLLING if is_rolling else Measure.RATE
        view = filters.with_(by=None if by is By.MONTH else by, measure=measure)
        links.append((words, page_href(PAGE, view), shown == (by, is_rolling)))
    return chips("By", links)


def _line_table(points: Sequence[TimePoint], name: str) -> Markup:
    head = [
        column_name("Period"),
        column_name("Incidents", "n"),
        column_name(name, "n"),
        column_name("Mean of the others", "n"),
    ]
    rows = [
        tag(
            "tr",
            row_name(item.period.label),
            tag("td", "–" if item.own_count is None else f"{item.own_count:,}", class_="n"),
            tag("td", show(item.own, 2) or item.own_reason, class_="n"),
            tag("td", show(item.mean, 2) or item.mean_reason, class_="n"),
        )
        for item in reversed(points)
    ]
    return framed_table(f"{name} beside the mean of the others", head, rows)


def beside_figure(points: Sequence[TimePoint], name: str) -> Part:
    """Return the rates of *points*: the own area called *name* solid, the mean of the others dashed."""
    drawing, labels = Drawing(), [item.period.label for item in points]
    own = [None if item.own is None else float(item.own) for item in points]
    mean = [None if item.mean is None else float(item.mean) for item in points]
    _add(drawing, labels, mean, (OTHER, "dash", "mean of the others"))
    _add(drawing, labels, own, (ACCENT, "solid", name))
    drawing.axis_name("per 1,000 people")
    _label_ends(drawing, labels, [(own, _short(name), ACCENT), (mean, "Mean of the others", INK_SOFT)])
    order = {"type": "category", "categoryorder": "array", "categoryarray": labels}
    ticks = {"tickmode": "array", "tickvals": labels, "ticktext": [_tick(item.period) for item in points]}
    heights = {"rangemode": "tozero"}
    return drawing.figure(xaxis={**order, **ticks, "range": [-0.25, len(labels) - 0.75]}, yaxis=heights, margin=MARGIN)


def _add(drawing: Drawing, labels: list[str], heights: Sequence[float | None], look: tuple[str, str, str]) -> None:
    colour, dash, name = look
    drawing.trace(
        labels,
        list(heights),
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 2.5 if dash == "solid" else 1.8, "dash": dash},
        marker={"color": colour, "size": 5},
        hovertemplate=f"%{{x}}, {name}: %{{y:,.2f}}<extra></extra>",
    )


End = tuple[Sequence[float | None], str, str]  # a line's heights, its name, the colour of its label


def _label_ends(drawing: Drawing, labels: list[str], lines: Sequence[End]) -> None:
    """The name of each line with its newest number, at the right, kept apart."""
    ends = [([height for height in heights if height is not None], name, colour) for heights, name, colour in lines]
    known = [(heights[-1], f"{name} · {heights[-1]:,.2f}", colour) for heights, name, colour in ends if heights]
    highest = max((max(heights) for heights, _, _ in ends if heights), default=1) or 1
    room = highest * ROOM / (HEIGHT - 80)
    for (_, text, colour), height in zip(known, spread([item[0] for item in known], room), strict=True):
        drawing.note(text, len(labels) - 1, height, xanchor="left", xshift=10, color=colour, size=13)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def _tick(period: Period) -> str:
    """A month or quarter, with its year where a year begins."""
    name, _, year = period.label.partition(" ")
    begins = first_month(period) % 12 in (JANUARY, APRIL) and period.months == 1
    return f"{name}<br>{year}" if begins else (name if period.months == 1 else period.label.replace(" ", "<br>"))
