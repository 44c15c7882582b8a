"""Knows the links to a page's indicators: what fits one row, and all of them in groups one click away."""

from collections.abc import Iterable, Sequence

from dash import html

from dashboard.domain.filters import Filters
from dashboard.domain.records import Indicator
from dashboard.reports.indicators.offered import Group, Named
from layouts.components.aria import aria
from layouts.components.links import page_href
from layouts.components.most_shown import offered
from layouts.components.tables import Content

ROW = 1300  # pixels
LETTER, AROUND = 7.2, 30  # pixels, about, of a chip


def indicator_choice(
    page: str, filters: Filters, groups: Sequence[Group], chosen: Indicator | None, more: Iterable[Content] = ()
) -> list[Content]:
    """A link each; of many a row, those of the chosen one's group first, then all in groups. *more* ends the row."""
    shown = _first_of(groups, chosen)
    every = [item for group in shown for item in group.members]
    row = every if _fits(every) else _fitting([*_group_of(shown, chosen), *every], chosen)
    links = [_chip(page, filters, item, chosen) for item in row]
    parts: list[Content] = [html.Div([*links, *more], className="one-row")]
    return parts if len(row) == len(every) else [*parts, _all(page, filters, shown, chosen)]


def _first_of(groups: Sequence[Group], chosen: Indicator | None) -> list[Group]:
    """As many as a page offers, and the one that is chosen."""
    every = [item.indicator for group in groups for item in group.members]
    known = {item.id for item in offered(every, chosen)}
    kept = [Group(g.name, tuple(item for item in g.members if item.indicator.id in known)) for g in groups]
    return [group for group in kept if group.members]


def _group_of(groups: Sequence[Group], chosen: Indicator | None) -> Sequence[Named]:
    held = (group for group in groups if any(_is(item, chosen) for item in group.members))
    return next(held, groups[0]).members


def _fitting(members: Sequence[Named], chosen: Indicator | None) -> list[Named]:
    """Those that fit a row, the first before the others, and the chosen one among them."""
    row = [item for item in members if _is(item, chosen)] or [members[0]]
    for item in members:
        if item not in row and _fits([*row, item]):
            row.append(item)
    return list(dict.fromkeys(item for item in members if item in row))


def _fits(items: Sequence[Named]) -> bool:
    return sum(len(item.words) * LETTER + AROUND for item in items) <= ROW


def _is(item: Named, chosen: Indicator | None) -> bool:
    return chosen is not None and item.indicator.id == chosen.id


def _all(page: str, filters: Filters, groups: Sequence[Group], chosen: Indicator | None) -> html.Details:
    count = sum(len(group.members) for group in groups)
    parts = [
        html.Div(
            [html.Span(group.name, className="code"), *(_chip(page, filters, item, chosen) for item in group.members)],
            className="chip-group",
        )
        for group in groups
    ]
    return html.Details([html.Summary(f"All {count} indicators"), *parts], className="as-table all-of-them")


def _chip(page: str, filters: Filters, item: Named, chosen: Indicator | None) -> html.A:
    href = page_href(page, filters.with_(indicators=frozenset({item.indicator.slug})))
    extra = aria(current="true") if _is(item, chosen) else {}
    return html.A(item.words, href=href, className="chip on" if _is(item, chosen) else "chip", **extra)
