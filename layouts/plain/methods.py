"""Knows the pages on methods: the list of them, and each with formula, worked example and limits."""

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from dashboard.domain.errors import MissingFigure
from dashboard.reports.methods.method import Example, ExampleFigure, Formula, Method, Piece, Worked, text_of
from dashboard.reports.methods.registry import GROUPS
from layouts.components.links import METHODS, method_href, to_cell
from layouts.components.markup import Child, tag
from layouts.plain.page import Link, back, card, plain_page, table

MOST_CARDS, FEW_COLUMNS = 12, 3  # on a phone: more rows, or no more columns, are read better as a table
_RAISED = re.compile(r"([_^])\{([^{}]*)\}")
_TAGS = {"_": "sub", "^": "sup"}
_NUMBER = re.compile(r"[-−+]?[0-9][0-9,.]*(%| points| of [0-9,]+)?|–")


def methods_page(navigation: Sequence[Link]) -> str:
    """The list at /method."""
    cards = [card(heading, tag("ul", *map(_listed, methods), class_="methods")) for heading, methods in GROUPS]
    return plain_page(
        "Methods",
        navigation,
        tag("p", "Methods", class_="place"),
        tag("h1", "How the figures are worked out"),
        tag(
            "p",
            "Each page: the question, the formula, an example on real figures, when not to trust it.",
            class_="lede",
        ),
        tag("div", *cards, class_="method-list"),
        inside="",
    )


def _listed(method: Method) -> Markup:
    return tag("li", tag("a", method.title, href=method_href(method.slug)), tag("p", method.question, class_="sub"))


def method_page(navigation: Sequence[Link], method: Method, example: Example | MissingFigure) -> str:
    """One method; where its example cannot be worked out, the reason stands there."""
    return plain_page(
        method.title,
        navigation,
        back(METHODS, "Methods"),
        tag("p", "Method", class_="place"),
        tag("h1", method.title),
        tag("p", method.question, class_="lede"),
        tag("div", _formula(method.formula), _limits(method), class_="cols method"),
        _example(example),
        _source(method),
        inside="",
    )


def missing_method(navigation: Sequence[Link], slug: str) -> str:
    words = tag("p", f"There is no method “{slug[:60]}”. ", tag("a", "See all methods", href=METHODS))
    return plain_page("Not found", navigation, tag("h1", "There is nothing at this address"), words, inside="")


def _formula(lines: Sequence[Formula]) -> Markup:
    parts = [
        part for line in lines for part in (tag("p", *written(line.equation), class_="formula"), tag("p", line.words))
    ]
    return card("How it is worked out", *parts)


def written(equation: str) -> Iterator[Child]:
    """*equation* with what its marks put below or above the line."""
    at = 0
    for mark in _RAISED.finditer(equation):
        yield equation[at : mark.start()]
        yield tag(_TAGS[mark[1]], mark[2])
        at = mark.end()
    yield equation[at:]


def _limits(method: Method) -> Markup:
    return card("When not to trust it", tag("ul", *[tag("li", words) for words in method.limits]))


def _example(example: Example | MissingFigure) -> Markup:
    if isinstance(example, MissingFigure):
        return card("Worked example", tag("p", str(example)))
    said = [tag("p", words, class_="said") for words in example.said]
    return card("Worked example", *said, tag("div", *map(_table, example.tables), class_="worked"), sub=example.about)


def _table(worked: Worked) -> Markup:
    columns = [[text_of(row[at]) for row in worked.rows] for at in range(len(worked.headings))]
    numbers = frozenset(at for at, texts in enumerate(columns) if at and _are_numbers(texts))
    rows = [[_piece(piece, text_of(row[0])) for piece in row] for row in worked.rows]
    look = "cards" if len(rows) <= MOST_CARDS and len(worked.headings) > FEW_COLUMNS else ""
    shown = table(worked.caption, worked.headings, rows, numbers=numbers, look=look)
    return tag("div", tag("h3", worked.caption), shown)


def _are_numbers(texts: Sequence[str]) -> bool:
    """Whether most of a column are numbers: what stands instead of one is aligned like them."""
    return 2 * sum(_NUMBER.fullmatch(text) is not None for text in texts) > len(texts)


def _piece(piece: Piece, row: str) -> Child:
    return to_cell(piece.filters, piece.text, piece.cells, row) if isinstance(piece, ExampleFigure) else piece


def _source(method: Method) -> Markup:
    code = [tag("code", f"{module}: {names}. ") for module, names in method.code]
    return card(
        "Where it comes from",
        tag("ul", *[tag("li", words) for words in method.source]),
        tag("p", "The example is worked out, as the pages are, by ", *code, class_="foot method-source"),
    )
