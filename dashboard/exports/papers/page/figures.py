"""Knows how charts stand on the page: drawn as vectors, with every figure of them in a table that unfolds."""

from markupsafe import Markup

from dashboard.exports.papers.page.elements import element
from dashboard.exports.papers.page.read_off import read_off
from dashboard.exports.papers.page.tables import bare_table
from dashboard.exports.papers.svg.picture import svg
from dashboard.reports.packs.charts import Chart


def figure(chart: Chart, said: str) -> Markup:
    """One chart with its title, where that is not what was *said* just above, its picture, and its figures."""
    title = element("figcaption", chart.title, class_="spoken" if chart.title == said else None)
    picture = element("div", Markup(svg(chart)), class_="picture", tabindex="0", role="group", aria_label=chart.title)
    return element("figure", title, picture, _folded(chart))


def _folded(chart: Chart) -> Markup:
    return element("details", element("summary", "The figures of this chart"), bare_table(read_off(chart)))
