"""Knows the cards of an area beside similar ones: who they are, ranked rates, the funnel."""

from markupsafe import Markup

from dashboard.domain.filters import Filters
from dashboard.domain.statistics.funnel import Funnel
from dashboard.domain.street.crime import Level, Place
from dashboard.domain.targets.status import Polarity
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import plural
from dashboard.reports.pages.street.similar_areas import PAGE, SimilarAreas
from dashboard.reports.street.similar.rates import AreaRate, RankedAreas
from dashboard.reports.street.similar.words import RANK_WORDS, TOGETHER_WORDS, funnel_words
from layouts.cards.comparison import FUNNEL_WORDS, RANKED_WORDS
from layouts.components.links import downloads, page_href
from layouts.components.markup import Child, as_markup, joined, tag
from layouts.components.markup_tables import column_name, folded, framed_table, row_name
from layouts.components.method_link import how
from layouts.figures import intervals
from layouts.figures.funnel import FunnelDot, scrolling_funnel
from layouts.figures.still.chart import still

HEADS = ("Area", "Incidents", "People", "Per 1,000", "95% interval", "Against all", "Funnel")
WORDS = {"Area", "Against all", "Funnel"}
FINER = (Level.LOCALITY, Level.WARD, Level.LSOA)
LOST = {
    "categories": frozenset(),
    "compare": frozenset(),
    "outcomes": frozenset(),
    "hours": "",
    "indicators": frozenset(),
}
MOST_OPEN = 12  # areas of a table that is shown without being asked for


def ranked_card(report: SimilarAreas, found: RankedAreas) -> Markup:
    """The rates from the highest, each with its interval, and the table behind them."""
    dots = [
        intervals.Whisker(
            item.place.known_as, float(item.rate.number), item.rate.low, item.rate.high, item.against, own=item.is_own
        )
        for item in found.areas
    ]
    drawn = intervals.interval_figure(dots, float(found.benchmark), Polarity.LOWER)
    label = "Ranked rates with their intervals; its figures are in the table below"
    rows = [_row(report, found, item) for item in found.areas]
    table = framed_table("Areas compared", _heads(found), rows, "figures cards")
    return tag(
        "section",
        tag("h2", f"Rates of {plural(len(found.areas), 'area')}, {found.span.label}"),
        tag("ul", *(tag("li", line) for line in report.group_words), class_="plain-list"),
        tag("p", f"{RANKED_WORDS} All together: {TOGETHER_WORDS}.", class_="sub"),
        Markup(still(drawn, label, intervals.height(len(dots)))),
        tag("p", RANK_WORDS, class_="sub"),
        as_markup(how("comparison", "intervals")),
        folded(table, opened=len(found.areas) <= MOST_OPEN),
        as_markup(downloads(PAGE, report.filters, PAGE, "the ranking")),
        class_="card compared",
    )


def _heads(found: RankedAreas) -> list[Markup]:
    return [column_name(name, None if name in WORDS else "n") for name in _shown(found)]


def _shown(found: RankedAreas) -> list[str]:
    return [name for name in HEADS if name != "Funnel" or isinstance(found.drawn, Funnel)]


def _row(report: SimilarAreas, found: RankedAreas, item: AreaRate) -> Markup:
    year = f" (mid-{item.place.population_year})" if item.place.population_year else ""
    cells: dict[str, Child] = {
        "Incidents": f"{item.count:,}",
        "People": joined([f"{item.people:,}", tag("span", year, class_="reason")]),
        "Per 1,000": show(item.rate.number, 2),
        "95% interval": f"{item.rate.low:,.2f} to {item.rate.high:,.2f}",
        "Against all": str(item.against),
        "Funnel": str(item.at) if item.at else "–",
    }
    rank = tag("span", f"{item.rank} ", class_="code")
    drawn = [
        tag("td", cells[name], class_=None if name in WORDS else "n", data_heading=name) for name in _shown(found)[1:]
    ]
    return tag("tr", row_name(rank, " ", _named(report, item)), *drawn)


def _named(report: SimilarAreas, item: AreaRate) -> Markup:
    """The area's name as a way to its own drill-down, where a partnership shows it; the own one in bold."""
    place = item.place
    if item.is_own:
        return tag("b", place.known_as)
    view = view_of(report, place)
    return tag("a", place.known_as, href=page_href("drill-down", view)) if view else tag("span", place.known_as)


def view_of(report: SimilarAreas, place: Place) -> Filters | None:
    """The view of another area: of the same partnership, or of the one on its whole force; None where there is none."""
    root = report.context.path[0] if report.context else place
    inside = place.force == root.force and (root.level == Level.FORCE or place.level in FINER)
    if inside or root.level == Level.COUNTRY:
        return report.filters.with_(area=place.key)
    home = report.homes.get(place.force or 0)
    key = "" if place.level == Level.FORCE else place.key
    return report.filters.with_(partnership=home, area=key, **LOST) if home else None


def funnel_card(found: RankedAreas) -> Markup:
    """The funnel, or why there is none."""
    finding, *lines = funnel_words(found)
    head = [tag("h2", "Which areas stand apart?"), tag("p", finding, class_="compared-finding")]
    if not isinstance(found.drawn, Funnel):
        return tag("section", *head, as_markup(how("comparison")), class_="card compared")
    dots = [
        FunnelDot(item.place.known_as, item.people, float(item.rate.number), item.at, item.is_own)
        for item in found.areas
        if item.at is not None
    ]
    listed = tag("ul", *(tag("li", line) for line in (*lines, FUNNEL_WORDS)), class_="plain-list sub")
    parts = tag("div", tag("div", listed), scrolling_funnel(found.drawn, dots, Polarity.LOWER), class_="funnel-cols")
    return tag("section", *head, parts, as_markup(how("comparison")), class_="card compared")
