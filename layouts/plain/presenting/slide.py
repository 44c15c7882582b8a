"""Knows how a slide looks: the finding, the large number with what stands beside it, one chart or one table."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from dashboard.domain.palette import STATUS_SHAPES
from dashboard.domain.snapshots.slides import Diagram, ListedRow, Listing, Slide
from dashboard.domain.targets.status import Status
from dashboard.domain.wording import plural
from layouts.components.markup import Child, tag
from layouts.components.markup_tables import column_name, folded, framed_table, row_name
from layouts.figures.still.chart import still
from layouts.plain.presenting.diagram import diagram_figure
from layouts.theme import STATUS_CLASSES

CHART_HEIGHT = 310  # pixels, before the whole screen is scaled
Lead = Callable[[str], str]  # from a page of the product to the address at which it is shown here
SHOWN_SOURCES = 2


def slide_parts(slide: Slide, lead: Lead, height: int = CHART_HEIGHT) -> list[Child]:
    """What stands under the heading of *slide*."""
    shown = _shown(slide, lead, height)
    said = _said(slide)
    look = "slide-body" if not (said and shown) else "slide-body two" if slide.facts else "slide-body two wide"
    body = tag("div", said and tag("div", *said, class_="slide-said"), shown, class_=look)
    return [_lede(slide), body, _foot(slide)]


def _lede(slide: Slide) -> Child:
    """The paragraph, where nothing else says more."""
    bare = not (slide.number or slide.diagram or slide.listing)
    return tag("p", slide.lede, class_="slide-lede") if slide.lede and bare else ""


def _said(slide: Slide) -> list[Child]:
    if not slide.number:
        return []
    return [
        tag("p", tag("b", slide.number, class_="slide-number"), " ", tag("span", slide.unit), class_="slide-big"),
        tag("p", status_mark(slide.status, slide.status_words), class_="slide-status") if slide.status_words else "",
        tag("dl", *[part for term, words in slide.facts for part in (tag("dt", term), tag("dd", words))])
        if slide.facts
        else "",
    ]


def status_mark(status: str, words: str) -> Markup:
    """A status in words with its shape and colour; one that is not known is words alone."""
    try:
        known = Status(status)
    except ValueError:
        return tag("span", words)
    shape = tag("span", STATUS_SHAPES[known], class_="shape", aria_hidden="true")
    return tag("span", shape, words, class_=f"tag {STATUS_CLASSES[known]}")


def _shown(slide: Slide, lead: Lead, height: int) -> Child:
    if slide.diagram is not None:
        return chart(slide.diagram, height)
    return listing_table(slide.listing, lead) if slide.listing is not None else ""


def chart(diagram: Diagram, height: int = CHART_HEIGHT) -> Markup:
    """The line chart, with its figures as a table one click away."""
    drawn = still(diagram_figure(diagram, height).to_plotly_json(), f"Line chart: {diagram.title}", height)
    return tag("figure", tag("div", Markup(drawn), class_="slide-chart"), _figures(diagram), class_="slide-figure")


def _figures(diagram: Diagram) -> Markup:
    """Every point of the chart: a line a row, a period a column."""
    labels = list(dict.fromkeys(point.label for line in diagram.strokes for point in line.points))
    labels += [point.label for point in diagram.targets if point.label not in labels]
    named = [(line.name, {point.label: point.text for point in line.points}) for line in diagram.strokes]
    if diagram.targets:
        named.append(("Target", {point.label: point.text for point in diagram.targets}))
    head = [column_name("Area"), *(column_name(label.replace("<br>", " "), "n") for label in labels)]
    rows = [_row(name, [texts.get(label, "–") for label in labels]) for name, texts in named]
    return folded(framed_table(f"{diagram.title}: figures of the chart", head, rows, "slide-figures"))


def _row(name: str, cells: Sequence[str]) -> Markup:
    return tag("tr", row_name(name), *[tag("td", cell, class_="n") for cell in cells])


def listing_table(listing: Listing, lead: Lead) -> Markup:
    """The rows that a screen has room for; how many more there are stands under them."""
    head = [column_name(words, _n(at, listing)) for at, words in enumerate(listing.headings)]
    body = [tag("tr", *_cells(listing, row, lead)) for row in listing.rows]
    more = listing.of - len(listing.rows)
    rest = tag("p", f"{plural(more, 'more row')} on the page itself", class_="slide-more") if more > 0 else ""
    return tag("div", framed_table(listing.title, head, body, "slide-table cards"), rest)


def _cells(listing: Listing, row: ListedRow, lead: Lead) -> list[Markup]:
    """The first cell names the row and leads on; the last says a status in word, shape and colour."""
    first, *others = row.cells
    found = [row_name(tag("a", first, href=lead(row.address), data_inside=True) if row.address else first)]
    for at, words in enumerate(others, 1):
        is_status = at == len(others) and bool(row.status)
        shown = status_mark(row.status, words) if is_status else words
        found.append(tag("td", shown, class_=_n(at, listing), data_heading=listing.headings[at]))
    return found


def _n(at: int, listing: Listing) -> str | None:
    return "n" if at in listing.numbers else None


def _foot(slide: Slide) -> Child:
    """What has to be known of the figures, and where they are printed."""
    more = len(slide.sources) - SHOWN_SOURCES
    sources = "; ".join(slide.sources[:SHOWN_SOURCES]) + (f"; and {plural(more, 'other cell')}" if more > 0 else "")
    said = [tag("p", words) for words in slide.notes[:1]]
    said += [tag("p", "Source: ", sources)] if sources else []
    return tag("div", *said, class_="slide-foot") if said else ""
