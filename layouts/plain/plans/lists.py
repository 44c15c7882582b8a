"""Knows the lists of all actions and of all risks of a plan, each line with its way to its own page."""

from collections.abc import Sequence

from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import plural, sentence
from dashboard.reports.planning.lines import ActionLine, RiskLine
from dashboard.reports.planning.lists import PlanLists
from layouts.components.links import line_href, page_href, page_path
from layouts.components.markup import Child, tag
from layouts.plain.page import Link, back, card, plain_page, table
from layouts.planning.marks import action_tag, movement_words, score_tag

MOST_ROWS = 200  # of a page
HEADINGS = {
    "actions": ("Action", "Status", "Due", "Lead", "Last said"),
    "risks": ("Risk", "Before controls", "After controls", "Since the last review", "Next review"),
}


def list_page(navigation: Sequence[Link], lists: PlanLists, of: str, begin: int = 1) -> str:
    """The *actions* or *risks* of a partnership in the order of its plan, from the one at *begin* on."""
    count = len(lists.actions) if of == "actions" else len(lists.risks)
    title = f"{sentence(plural(count, of.removesuffix('s')))} of {lists.name}"
    begin = begin if 0 < begin <= count else 1
    shown = slice(begin - 1, begin - 1 + MOST_ROWS)
    rows = [_action(line, lists) for line in lists.actions[shown]]
    if of == "risks":
        rows = [_risk(line, lists) for line in lists.risks[shown]]
    body = table(of.capitalize(), HEADINGS[of], rows, numbers=frozenset(), look="cards")
    empty = tag("p", f"The plan of {lists.name} has no {of}. They are loaded like figures: see the template on Data.")
    return plain_page(
        title,
        navigation,
        back(page_href("plan", lists.filters), "the plan"),
        tag("h1", title, tabindex="-1"),
        card("In the order of the plan", body if rows else empty, _others(lists, of, begin, count)),
        inside=page_path("plan"),
    )


def _others(lists: PlanLists, of: str, begin: int, count: int) -> Child:
    """Which lines of a long list are shown, and the ways to those before and behind."""
    if count <= MOST_ROWS:
        return ""
    last = min(begin + MOST_ROWS - 1, count)
    ways = [("before", max(begin - MOST_ROWS, 1))] if begin > 1 else []
    ways += [("next", last + 1)] if last < count else []
    here = line_href(of, lists.filters.partnership)
    links = [tag("a", f"The {MOST_ROWS} {words}", href=f"{here}&from={first}") for words, first in ways]
    parts = [part for link in links for part in (" · ", link)]
    return tag("p", f"{begin:,} to {last:,} of {count:,}", *parts, class_="sub")


def _action(line: ActionLine, lists: PlanLists) -> list[Child]:
    standing, latest = line.standing, line.standing.latest
    name = f"{line.item.ref} {line.words}".strip()
    return [
        tag("a", name, href=line_href("actions", lists.filters.partnership, line.item.key)),
        action_tag(standing),
        day_words(standing.due) if standing.due else line.item.due or tag("span", "no date", class_="reason"),
        line.item.lead or tag("span", "blank", class_="reason"),
        f"{day_words(latest.day)}, {latest.author}" if latest else tag("span", "nothing yet", class_="reason"),
    ]


def _risk(line: RiskLine, lists: PlanLists) -> list[Child]:
    standing = line.standing
    name = f"{line.item.ref} {line.item.risk}".strip()
    return [
        tag("a", name, href=line_href("risks", lists.filters.partnership, line.item.key)),
        score_tag(standing.inherent.rating),
        score_tag(standing.residual.rating),
        movement_words(standing.movement, standing.before),
        day_words(standing.next_review) if standing.next_review else tag("span", "no date", class_="reason"),
    ]
