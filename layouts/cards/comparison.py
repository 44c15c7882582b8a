"""Knows the card that compares areas: its finding, the funnel, the ranked intervals, everything in a table."""

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum

from dash import html
from markupsafe import Markup

from dashboard.domain.filters import Filters
from dashboard.domain.statistics.funnel import Funnel
from dashboard.domain.values.numbers import show
from dashboard.reports.comparison.areas import Compared, Comparison
from dashboard.reports.comparison.words import details, finding
from dashboard.reports.words.figures import WHY, figure, real_text
from layouts.components.links import page_href
from layouts.components.markup import Child, joined, region, tag
from layouts.components.markup_tables import column_name, folded, framed_table, row_name
from layouts.components.method_link import how
from layouts.components.tables import Content
from layouts.figures import funnel, intervals
from layouts.figures.still.chart import still

MOST_OPEN = 12  # areas of a table that is shown without being asked for
HIDDEN: dict[str, str] = {"display": "none"}
CAPTION = "Areas compared"
FUNNEL_WORDS = (
    "Around the rate of all areas together, 95 areas in 100 are expected between the dashed lines and 998 in 1,000"
    " between the dotted ones; the fewer people, the wider."
)
RANKED_WORDS = "Bars are 95% intervals; ▲ is higher and ▼ lower than all areas together by more than chance."


class ComparisonIds(StrEnum):
    CARD = "indicator-comparison-card"
    WORDS = "indicator-comparison"
    TABLE = "indicator-comparison-table"
    FUNNEL = "indicator-funnel"
    FUNNEL_BOX = "indicator-funnel-box"
    INTERVALS = "indicator-intervals"
    INTERVALS_BOX = "indicator-intervals-box"


def comparison_card() -> html.Section:
    """The fixed frame; callbacks fill the words, the charts and the table."""
    ids = ComparisonIds
    funnel_plot = region(ids.FUNNEL, awaits=False)
    ranking = region(ids.INTERVALS, awaits=False)
    boxes = [
        html.Div([html.H3(title), html.P(words, className="sub"), plot], id=box, style=HIDDEN)
        for title, words, plot, box in (
            ("Funnel", FUNNEL_WORDS, funnel_plot, ids.FUNNEL_BOX),
            ("Ranked rates", RANKED_WORDS, ranking, ids.INTERVALS_BOX),
        )
    ]
    return html.Section(
        [
            html.H2("How do the areas compare?"),
            region(ids.WORDS, awaits=False),
            html.Div(boxes, className="compared-charts"),
            how("comparison", "intervals"),
            region(ids.TABLE, awaits=False),
        ],
        id=ids.CARD,
        className="card compared",
        hidden=True,
    )


def comparison_words(found: Comparison | None) -> str:
    """The finding, then what has to be known, as HTML."""
    if found is None:
        return ""
    lines = [tag("li", sentence) for sentence in details(found)]
    return str(
        joined([tag("p", finding(found), class_="compared-finding"), tag("ul", *lines, class_="plain-list sub")])
    )


def funnel_parts(found: Comparison | None) -> tuple[str, dict[str, str]]:
    """The funnel as HTML and the style of its box; hidden where there is none."""
    if found is None or not isinstance(found.funnel, Funnel):
        return "", HIDDEN
    dots = [
        funnel.FunnelDot(
            item.area.name, item.area.population or 0, float(item.rate.number), item.place, _is_own(item, found)
        )
        for item in found.areas
        if item.rate is not None and item.place is not None
    ]
    return str(funnel.scrolling_funnel(found.funnel, dots, found.indicator.polarity)), {}


def interval_parts(found: Comparison | None) -> tuple[str, dict[str, str]]:
    """The ranked rates as HTML, as high as the areas need, and the style of their box."""
    if found is None or found.benchmark is None:
        return "", HIDDEN
    whiskers = [
        intervals.Whisker(
            item.area.name,
            float(item.rate.number),
            item.rate.low,
            item.rate.high,
            item.against,
            own=_is_own(item, found),
        )
        for item in found.areas
        if item.rate is not None and item.against is not None
    ]
    drawn = intervals.interval_figure(whiskers, float(found.benchmark), found.indicator.polarity)
    label = "Ranked rates with their intervals; its figures are in the table below"
    return still(drawn, label, intervals.height(len(whiskers))), {}


def _is_own(item: Compared, found: Comparison) -> bool:
    return item.area.slug == found.view


def comparison_table(found: Comparison | None, filters: Filters) -> str:
    """Every area with its figures; open when it is short."""
    if found is None:
        return ""
    names = _columns(found)
    looks = {"Area": None, "Against all": None, "Funnel": None}
    head = [column_name(name, looks.get(name, "n")) for name in names]
    rows = [_row(item, found, filters, names) for item in found.areas]
    table = framed_table(CAPTION, head, rows, "figures cards")
    return str(folded(table, opened=len(rows) <= MOST_OPEN))


def _columns(found: Comparison) -> list[str]:
    """The headings; what no row could fill is left out."""
    some: dict[str, Callable[[Compared], object]] = {
        "Per 1,000": lambda item: item.rate,
        "95% interval": lambda item: item.rate,
        "Against all": lambda item: item.against,
        "Funnel": lambda item: item.place,
        "Share": lambda item: item.share,
        "Period before": lambda item: item.before,
        "Change": lambda item: item.move,
        "Share of the change": lambda item: item.move and item.move.share,
    }
    shown = [name for name, held in some.items() if any(held(item) is not None for item in found.areas)]
    return ["Area", "Figure", *shown]


def _row(item: Compared, found: Comparison, filters: Filters, names: list[str]) -> Markup:
    cells: dict[str, Child] = {
        "Figure": _figure(item, found),
        "Per 1,000": show(item.rate.number, 1) if item.rate else "–",
        "95% interval": f"{item.rate.low:,.1f} to {item.rate.high:,.1f}" if item.rate else "–",
        "Against all": str(item.against) if item.against else "–",
        "Funnel": str(item.place) if item.place else "–",
        "Share": show(item.share, 1, percent=True) or "–",
        "Period before": figure(found.indicator, item.before) if item.before is not None else "–",
        "Change": _change(item),
        "Share of the change": show(item.move.share if item.move else None, 1, percent=True) or "–",
    }
    words = {"Against all", "Funnel"}
    drawn = [tag("td", cells[name], class_=None if name in words else "n", data_heading=name) for name in names[1:]]
    return tag("tr", row_name(*_name(item, found, filters)), *drawn)


def _name(item: Compared, found: Comparison, filters: Filters) -> list[Child]:
    """The rank, the area as a link to its own view, and whether it is held similar."""
    own = _is_own(item, found)
    view = _inside(item, found, filters) if item.inside else _elsewhere(item, found, filters)
    name = tag("b", item.area.name) if own else tag("a", item.area.name, href=page_href("indicator", view))
    rank = [tag("span", f"{item.rank} ", class_="code")] if item.rank else []
    return [*rank, name, *([tag("span", " similar area", class_="reason")] if item.similar else [])]


def _inside(item: Compared, found: Comparison, filters: Filters) -> Filters:
    return filters.with_(area=_key(item), indicators=frozenset({found.indicator.slug}))


def _elsewhere(item: Compared, found: Comparison, filters: Filters) -> Filters:
    """Another partnership's view; it may have other categories, and call the indicator otherwise."""
    partnership = item.area.slug.partition("/")[0]
    return Filters(partnership, found.period, _key(item), as_at=filters.as_at)


def _key(item: Compared) -> str:
    return item.area.key if "/" in item.area.slug else ""


def _figure(item: Compared, found: Comparison) -> Child:
    if item.value is not None:
        return figure(found.indicator, item.value)
    return tag("span", WHY[item.reason] if item.reason else "no figure", class_="reason")


def _change(item: Compared) -> Child:
    if item.move is None:
        return "–"
    words = "more than chance" if item.move.real else real_text(False, item.move.change)
    moved = [words, "against the total"] if item.move.counter else [words]
    change = show(Decimal(item.move.change), signed=True)
    return [change, tag("span", ", ".join(moved), class_="chance")]


def filled(found: Comparison | None, filters: Filters) -> tuple[Content, ...]:
    """All that a callback puts in place: words, table, whether it is hidden, both charts, the styles of their boxes."""
    parts = zip(funnel_parts(found), interval_parts(found), strict=True)
    charts, styles = parts
    return comparison_words(found), comparison_table(found, filters), found is None, *charts, *styles
