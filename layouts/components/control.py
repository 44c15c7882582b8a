"""Knows the card of a control chart: what it says in words, the chart, its figures in a table."""

from collections.abc import Iterator

from dash import html
from markupsafe import Markup

from dashboard.domain.control_chart import Absence, Assurance, Group, Limits, Variation
from dashboard.domain.numbers import show
from dashboard.domain.trend import RecentTrend
from dashboard.reports.control import Control, words
from layouts.components.graph import chart
from layouts.components.markup import joined, region, tag
from layouts.components.method_link import how
from layouts.figures.control import HEIGHT

LOOKS = {
    **dict.fromkeys((Variation.IMPROVING_HIGHER, Variation.IMPROVING_LOWER, Assurance.PASSING), "met"),
    **dict.fromkeys((Variation.CONCERNING_HIGHER, Variation.CONCERNING_LOWER, Assurance.FALLING_SHORT), "missed"),
    **dict.fromkeys((Variation.SPECIAL_HIGHER, Variation.SPECIAL_LOWER, Assurance.HIT_AND_MISS), "near"),
}
HIGHER = frozenset({Variation.IMPROVING_HIGHER, Variation.CONCERNING_HIGHER, Variation.SPECIAL_HIGHER})
LETTERS = {Assurance.PASSING: "P", Assurance.FALLING_SHORT: "F", Assurance.HIT_AND_MISS: "?"}


def control_card(card_id: str, chart_id: str, words_id: str) -> html.Section:
    """The fixed frame; a callback fills the words and the chart."""
    return html.Section(
        [
            html.H2("Is it real?"),
            region(words_id, awaits=False),
            chart(chart_id, "Control chart; its figures are in the table below", HEIGHT, scrolls=True),
            how("control-chart", "recent-trend"),
        ],
        id=card_id,
        className="card control",
        hidden=True,
    )


def control_words(found: Control | None, recent: RecentTrend | None = None) -> str:
    """What the chart says, its icons with their words, and its figures, as HTML."""
    if found is None:
        return ""
    kind = found.periods[0].kind.replace("-", " ")
    said = [f"Control chart of {len(found.periods)} {kind}s; runs of {found.chart.run_length} count as a signal"]
    if found.is_trial:
        said.append("trial limits: fewer than 13 points")
    season = "A season shows as runs of months: compare with the same months a year before." if kind == "month" else ""
    parts = [
        tag("p", "; ".join(said), ". ", season, class_="sub"),
        tag("p", words(found)),
        _icons(found),
        recent and tag("p", f"Recent trend of yearly counts: {recent.sentence}.", class_="sub"),
        _table(found),
    ]
    return str(joined(parts))


def _icons(found: Control) -> Markup:
    parts = [_icon(found.variation, _mark(found.variation), "Variation")]
    if not isinstance(found.assurance, Absence):
        parts.append(_icon(found.assurance, LETTERS[found.assurance], "Assurance"))
    return tag("ul", *parts, class_="icons")


def _mark(found: Variation | Absence) -> str:
    if found is Variation.COMMON_CAUSE or isinstance(found, Absence):
        return "–"
    return "H" if found in HIGHER else "L"


def _icon(said: Variation | Assurance | Absence, letter: str, name: str) -> Markup:
    """A drawn circle with its letter, and the words that it stands for."""
    look = LOOKS.get(said, "none") if not isinstance(said, Absence) else "none"
    drawn = tag("span", letter, class_="disc", aria_hidden="true")
    return tag("li", drawn, tag("span", tag("b", f"{name}: "), str(said)), class_=f"icon {look}")


def _table(found: Control) -> Markup:
    heading = tag("tr", *[tag("th", name, scope="col", class_=look) for name, look in HEADINGS])
    rows = [row for group in found.chart.groups for row in _rows(found, group)]
    caption = tag("caption", "Control chart", class_="visually-hidden")
    table = tag("table", caption, tag("thead", heading), tag("tbody", *rows), class_="figures")
    scroll = tag("div", table, class_="table-scroll", tabindex="0", role="region", aria_label="Control chart")
    return tag("details", tag("summary", "Show as table"), scroll, class_="as-table")


HEADINGS = (
    *(("Period", None), ("Figure", "n"), ("Mean", "n")),
    *(("Lower limit", "n"), ("Upper limit", "n"), ("Special cause", None)),
)


def _rows(found: Control, group: Group) -> Iterator[Markup]:
    """A row a point, with the limits that its group shares."""
    lines = group.limits
    levels = [lines.mean, lines.lower, lines.upper] if isinstance(lines, Limits) else [None] * 3
    known = [show(level, 1) or "–" for level in levels]
    for at in range(group.start, group.stop):
        marks = "; ".join(str(mark.signal) for mark in found.chart.marks[at]) or "–"
        cells = [tag("td", text, class_="n") for text in (found.texts[at] or "–", *known)]
        yield tag("tr", tag("th", found.periods[at].label, scope="row"), *cells, tag("td", marks))
