"""Knows the card of a control chart: what it says in words, the chart, what was decided of it, its figures."""

from collections.abc import Iterator

from dash import html
from markupsafe import Markup

from dashboard.domain.choices import Measure
from dashboard.domain.filters import Filters
from dashboard.domain.statistics.control.signals import RUN_LENGTHS
from dashboard.domain.statistics.control_chart import ControlAbsence, Group
from dashboard.domain.statistics.rebaselines import Decision, day_words, moment_words
from dashboard.domain.statistics.recent_trend import RecentTrend
from dashboard.domain.values.numbers import show
from dashboard.reports.indicators.control import Control
from dashboard.reports.words.control import no_limits, season_words, words
from layouts.cards.control_icons import icon
from layouts.cards.event_gaps import event_gaps_drawn, event_gaps_words
from layouts.components.links import page_href
from layouts.components.markup import joined, region, tag
from layouts.components.markup_tables import column_name, folded, framed_table, row_name
from layouts.components.method_link import how
from layouts.figures.control import HEIGHT, control_figure
from layouts.figures.still.chart import SCROLLED, scrolled, still


def control_card(card_id: str, chart_id: str, words_id: str) -> html.Section:
    """The fixed frame; a callback fills the words and the chart."""
    return html.Section(
        [
            html.H2("Is it real?"),
            region(words_id, awaits=False),
            region(chart_id, awaits=False),
            how("control-chart", "season", "days-between", "recent-trend"),
        ],
        id=card_id,
        className="card control",
        hidden=True,
    )


def control_drawn(found: Control | None) -> str:
    """The chart as HTML; nothing where it says no more than the line does."""
    if found is not None and found.rare and not found.tells_more:
        return event_gaps_drawn(found, found.rare)
    if found is None or not found.tells_more:
        return ""
    label = "Control chart; its figures are in the table above it"
    drawn = still(control_figure(found), label, HEIGHT, SCROLLED)
    return scrolled(drawn, "Control chart")


def control_words(
    found: Control | None, page: str, filters: Filters, recent: RecentTrend | None = None, *, may_judge: bool = False
) -> str:
    """What the chart says, its icons with their words, what can be set, and its figures, as HTML.

    *page* is the page that the card stands on, *filters* its view; who *may_judge* is led to where limits are set.
    """
    if found is None:
        return ""
    trend = tag("p", f"Recent trend of yearly counts: {recent.sentence}.", class_="sub") if recent else Markup("")
    if found.rare and not found.tells_more:
        return event_gaps_words(found, found.rare, trend)
    if not found.tells_more:
        return str(tag("p", no_limits(found)) + trend)
    parts = [
        tag("p", _said(found, filters), class_="sub"),
        tag("p", words(found)),
        _icons(found),
        trend,
        _decided(found),
        _settings(found, page, filters, may_judge=may_judge),
        _table(found),
    ]
    return str(joined(parts))


def _said(found: Control, filters: Filters) -> str:
    """What is charted, by which rules."""
    kind = found.periods[0].kind.replace("-", " ")
    counted = "" if filters.measure == Measure.COUNT else ", of the figures as counted"
    runs = f"runs of {found.chart.run_length} count as a signal"
    said = [f"Control chart of {len(found.periods)} {kind}s{counted}", runs]
    if found.is_trial:
        said.append("trial limits: fewer than 13 points")
    return f"{'; '.join(said)}. {season_words(found)}".strip()


def _icons(found: Control) -> Markup:
    parts = [icon(found.variation, "Newest figure")]
    if not isinstance(found.assurance, ControlAbsence):
        parts.append(icon(found.assurance, "Target"))
    return tag("ul", *parts, class_="icons")


def _decided(found: Control) -> Markup | None:
    """Each decision that gives the shown points limits of their own, with its reason and its author."""
    starting = [(group, item) for group in found.chart.groups for item in found.starting(group)]
    lines = [tag("li", _decision(found, group, item)) for group, item in starting]
    return tag("ul", *lines, class_="plain-list") if lines else None


def _decision(found: Control, group: Group, item: Decision) -> str:
    first = found.periods[group.start].label
    who = f"{item.said.author}, {moment_words(item.moment)}"
    return f"Limits worked out anew from {first} ({day_words(item.said.first)}): {item.said.reason} ({who})"


def _settings(found: Control, page: str, filters: Filters, *, may_judge: bool) -> Markup:
    """The run lengths that can be chosen, and for those who may the way to decide on new limits."""
    runs = [_run(length, found, page_href(page, filters.with_(run=length))) for length in RUN_LENGTHS]
    view = filters.with_(indicators=frozenset({found.indicator.slug}), as_at=None)
    words = "Work out the limits anew from a date"
    anew = tag("a", words, href=page_href("baselines", view)) if may_judge else ""
    return tag("p", *runs, anew, class_="control-settings")


def _run(length: int, found: Control, href: str) -> Markup:
    current = "true" if length == found.chart.run_length else None
    return tag("a", f"Runs of {length} count", href=href, aria_current=current, data_key=f"run-{length}")


def _table(found: Control) -> Markup:
    rows = [row for group in found.chart.groups for row in _rows(found, group)]
    head = [column_name(name, look) for name, look in HEADINGS]
    return folded(framed_table("Control chart", head, rows, "figures tight"))


HEADINGS = (
    *(("Period", None), ("Figure", "n"), ("Mean", "n")),
    *(("Lower limit", "n"), ("Upper limit", "n"), ("Signal", None)),
)


def _rows(found: Control, group: Group) -> Iterator[Markup]:
    """A row a point, with the limits that its group shares."""
    for at in range(group.start, group.stop):
        lines = group.lines_at(at)
        known = [show(level, 1) or "–" for level in (lines.mean, lines.lower, lines.upper)] if lines else ["–"] * 3
        marks = "; ".join(str(mark.signal) for mark in found.chart.marks[at]) or "–"
        cells = [tag("td", text, class_="n") for text in (found.texts[at] or "–", *known)]
        yield tag("tr", row_name(found.periods[at].label), *cells, tag("td", marks))
