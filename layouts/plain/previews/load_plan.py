"""Knows how a preview shows what a load does to a plan: a line a row, with each field that says something else."""

from markupsafe import Markup

from dashboard.domain.checks.changes import ChangeKind, PlanChange
from dashboard.domain.plans.saying import NOUNS, detailed
from dashboard.domain.wording import sentence
from dashboard.reports.evidence.loaded import LoadView
from layouts.components.links import upload_href
from layouts.components.markup import Child, tag
from layouts.plain.page import card, table

MOST_SHOWN = 200
LONGEST = 160  # characters of a line's name
MOST_SAID = 6  # fields of one line
KIND_WORDS = {ChangeKind.NEW: "New", ChangeKind.CHANGED: "Changed", ChangeKind.GONE: "Not in this file"}


def plan_cards(view: LoadView) -> list[Markup]:
    """The card of a plan's lines; nothing where a load touches no plan."""
    found = view.figures.plan
    if not found:
        return []
    rows = [_row(item) for item in found[:MOST_SHOWN]]
    sub = f"The first {len(rows)} of {len(found):,}; the download holds all" if len(found) > len(rows) else ""
    listed = table(
        "Lines of the plan", ("What", "Line", "Change", "What it says", "Cell"), rows, numbers=frozenset(), look="cards"
    )
    all_of_them = tag("a", "Download every line", href=upload_href(view.token, "plan.csv"))
    return [card("Line by line", listed, tag("p", all_of_them, class_="downloads"), sub=sub)]


def _row(item: PlanChange) -> list[Child]:
    kind = tag("span", KIND_WORDS[item.kind], class_=f"change {item.kind}")
    words = " ".join(item.line.split())
    name = f"{words[:LONGEST]}…" if len(words) > LONGEST else words
    said = detailed(item)
    said = (*said[:MOST_SAID], f"and {len(said) - MOST_SAID} more") if len(said) > MOST_SAID + 1 else said
    details: Child = tag("ul", *[tag("li", words) for words in said]) if said else "–"
    return [sentence(NOUNS[item.what][0]), name, kind, details, item.place]
