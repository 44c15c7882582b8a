"""Knows how the actions on an indicator look on its page: each with how it stands, and the way to all said of it."""

from collections.abc import Sequence

from dash import html

from dashboard.domain.filters import Filters
from dashboard.domain.wording import sentence, start_of
from dashboard.reports.planning.exceptions import due_words
from dashboard.reports.planning.lines import ActionLine
from layouts.components.aria import aria
from layouts.components.links import cell_href, line_href, page_href
from layouts.components.page_head import card
from layouts.components.tables import Content
from layouts.planning.marks import action_tag

LONGEST = 160  # letters
MOST_SHOWN = 20


def aimed_card(lines: Sequence[ActionLine], filters: Filters) -> list[html.Section]:
    """Nothing where no action aims at it."""
    if not lines:
        return []
    shown: list[Content] = [
        html.Ul([html.Li(_line(line, filters)) for line in lines[:MOST_SHOWN]], className="actions-list")
    ]
    if len(lines) > MOST_SHOWN:
        way = html.A(f"All {len(lines):,} on the Plan page", href=page_href("plan", filters))
        shown.append(html.P(way, className="foot"))
    return [card("Actions on it", "From the plan, as they stand", *shown)]


def _line(line: ActionLine, filters: Filters) -> list[Content]:
    """The start of an action; the whole of it stands on its own page and in its cell."""
    item, due = line.item, due_words(line)
    link = html.A(f"Action {item.ref}".strip(), href=cell_href(filters, item.source))
    way = html.A(
        "History",
        href=line_href("actions", filters.partnership, item.key),
        **aria(label=f"History of action {item.ref}"),
    )
    said = f": {start_of(line.words or '(no action printed)', LONGEST)} "
    return [
        link,
        said,
        action_tag(line.standing),
        html.Span(f" {sentence(due)}. " if due else " ", className="when"),
        way,
    ]
