"""Knows how one section of the papers stands on the page: its finding, the number, charts, tables, notes, sources."""

from markupsafe import Markup

from dashboard.exports.papers.page.elements import element, joined
from dashboard.exports.papers.page.figures import figure
from dashboard.exports.papers.page.marks import status_mark
from dashboard.exports.papers.page.tables import paper_table
from dashboard.exports.papers.words import cut
from dashboard.reports.packs.pack import Headline, Section

LONGEST_TITLE = 220
PRIVATE = "Private: for members only"


def section(found: Section, level: int, *, is_alone: bool = False) -> Markup:
    """*found* under a heading of this *level*; the only one says its finding on the cover."""
    return element(
        "section",
        None if is_alone else heading(f"h{level}", found.title, f"{found.key}-title"),
        element("p", found.place, class_="place") if found.place and not is_alone else None,
        element("p", PRIVATE, class_="private") if found.is_private else None,
        element("p", found.lede, class_="lede") if found.lede and not is_alone else None,
        _headline(found.headline) if found.headline else None,
        *(figure(chart, found.title) for chart in found.charts),
        *(paper_table(table) for table in found.tables),
        _listed("Notes", found.notes),
        _folded_sources(found.sources),
        element("p", "On the dashboard: ", element("span", found.address), class_="where") if found.address else None,
        class_="section",
        id=found.key,
        aria_labelledby=None if is_alone else f"{found.key}-title",
    )


def heading(name: str, title: str, anchor: str | None = None) -> Markup:
    """A title that is not longer than a title may be, with the whole of it beneath where it was."""
    short = cut(title, LONGEST_TITLE)
    whole = element("p", title, class_="whole") if short != title else None
    return joined(element(name, short, id=anchor), whole)


def _headline(found: Headline) -> Markup:
    facts = [element("div", element("dt", name), element("dd", words)) for name, words in found.facts]
    status = status_mark(found.status, found.status_words) if found.status else None
    return element(
        "div",
        element("p", element("span", found.number, class_="number"), " ", element("span", found.unit, class_="unit")),
        element("p", status) if status else None,
        element("dl", *facts) if facts else None,
        class_="headline",
    )


def _listed(title: str, lines: tuple[str, ...]) -> Markup | None:
    if not lines:
        return None
    listed = element("ul", *(element("li", line) for line in lines))
    return element("div", element("p", title, class_="over"), listed, class_="notes")


def _folded_sources(lines: tuple[str, ...]) -> Markup | None:
    if not lines:
        return None
    listed = element("ul", *(element("li", line) for line in lines))
    return element("details", element("summary", f"Sources ({len(lines):,})"), listed, class_="sources")
