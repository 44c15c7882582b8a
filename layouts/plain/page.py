"""Knows a page that needs no script: forms and answers that the server writes whole."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from dashboard.reports.made_up import INVENTED_WORDS, is_invented
from layouts.assets import asset_href
from layouts.components.links import HELP, METHODS, page_path
from layouts.components.markup import Child, as_markup, tag
from layouts.components.markup_tables import column_name, framed_table, row_name
from layouts.find_field import find_field
from layouts.fold import fold
from layouts.who import WHO_PLACE

DATA = page_path("data")
Link = tuple[str, str]  # path, title


def plain_page(title: str, navigation: Sequence[Link], *content: Child, fault: bool = False, inside: str = DATA) -> str:
    """The whole HTML of a page; *fault*: a form has to be mended, which its title says first; *inside* which page."""
    links = [
        tag("a", words, href=path, class_="nav-link", aria_current="true" if path.partition("?")[0] == inside else None)
        for path, words in navigation
    ]
    top = tag(
        "header",
        tag("a", "Outturn", href=page_path("overview"), class_="brand"),
        *(_ways_on(links, _partnership(navigation)) if links else ()),
        WHO_PLACE,
        class_="top",
    )
    body = tag(
        "body",
        tag("a", "Skip to the page", href="#main", class_="skip-link"),
        top,
        tag("main", _made_up(_partnership(navigation)), *content, id="main", tabindex="-1", class_="plain"),
        _footer(),
    )
    head = _head(f"{'Error: ' if fault else ''}{title} – Outturn", is_for_readers=bool(navigation))
    return Markup("<!DOCTYPE html>\n") + tag("html", head, body, lang="en-GB")


def _ways_on(links: Sequence[Markup], partnership: str) -> tuple[Markup, ...]:
    """The menu and the search; a visitor who may read nothing is offered neither."""
    menu = tag("nav", *links, id="nav", aria_label="Pages")
    return as_markup(fold("Menu", look="menu")), menu, find_field(partnership)


def _head(title: str, *, is_for_readers: bool) -> Markup:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("link", rel="icon", href=asset_href("icon.svg"), type="image/svg+xml"),
        tag("link", rel="stylesheet", href=asset_href("vendor/bootstrap.min.css")),
        tag("link", rel="stylesheet", href=asset_href("outturn.css")),
        tag("link", rel="stylesheet", href=asset_href("print.css")),
        tag("link", rel="stylesheet", href="/paper.css", media="print") if is_for_readers else "",
        tag("script", src=asset_href("loading.js"), defer=True),
        tag("script", src=asset_href("partnership.js"), defer=True),
        tag("script", src=asset_href("find.js"), defer=True),
        tag("script", src=asset_href("fold.js"), defer=True),
        tag("script", src=asset_href("print.js"), defer=True),
        tag("script", src=asset_href("signed-out.js"), defer=True),
    )


def _made_up(partnership: str) -> Markup:
    """What every page of the made-up county says."""
    return tag("p", INVENTED_WORDS, class_="invented") if is_invented(partnership) else Markup("")


def _partnership(navigation: Sequence[Link]) -> str:
    """The partnership that the ways on from a page keep."""
    return navigation[0][0].partition("partnership=")[2] if navigation else ""


def _footer() -> Markup:
    words = "Every figure is kept with the cell it was read from. "
    return tag("footer", tag("p", words, _data_link(), " · ", _methods_link(), " · ", tag("a", "Help", href=HELP)))


def _data_link() -> Markup:
    return tag("a", "Where they come from", href=DATA)


def _methods_link() -> Markup:
    return tag("a", "Methods", href=METHODS)


def back(path: str, words: str) -> Markup:
    return tag("p", tag("a", f"Back to {words}", href=path), class_="back")


def facts(*pairs: tuple[str, Child]) -> Markup:
    """Terms with what they are."""
    return tag("dl", *[part for term, said in pairs for part in (tag("dt", term), tag("dd", said))], class_="facts")


def table(
    caption: str, headings: Sequence[str], rows: Sequence[Sequence[Child]], *, numbers: frozenset[int], look: str = ""
) -> Markup:
    """A table that scrolls in its own region; the columns at *numbers* are right-aligned.

    With the look `cards` each row is a card on a phone, and nothing is scrolled sideways.
    """
    head = [column_name(words, _n(at, numbers)) for at, words in enumerate(headings)]
    body = [tag("tr", *_cells(headings, row, numbers)) for row in rows]
    return framed_table(caption, head, body, look or None)


def _cells(headings: Sequence[str], row: Sequence[Child], numbers: frozenset[int]) -> Iterator[Markup]:
    """The first cell of a row is its heading; the others name theirs."""
    for at, (heading, cell) in enumerate(zip(headings, row, strict=True)):
        if at:
            yield tag("td", cell, class_=_n(at, numbers), data_heading=heading)
        else:
            yield row_name(cell, look=_n(at, numbers))


def _n(at: int, numbers: frozenset[int]) -> str | None:
    return "n" if at in numbers else None


def card(heading: str, *content: Child, sub: str = "") -> Markup:
    return tag("section", tag("h2", heading), tag("p", sub, class_="sub") if sub else "", *content, class_="card")


def problem(sentences: Sequence[str], field: str = "") -> Markup:
    """What is wrong with a form, at its top, each sentence leading to the control that mends it."""
    if not sentences:
        return Markup("")
    items = [tag("li", tag("a", words, href=f"#{field}") if field else words) for words in sentences]
    heading = tag("h2", "There is a problem")
    return tag("div", heading, tag("ul", *items), class_="problem", role="alert", tabindex="-1")
