"""Knows how the checks on published figures are listed."""

from collections.abc import Mapping, Sequence

from dash import html
from markupsafe import Markup

from dashboard.domain.checks.findings import Finding, Judgement, Severity
from dashboard.reports.pages.data import explanation as explanation_of
from dashboard.reports.pages.data import standing_of
from layouts.components.aria import aria
from layouts.components.tables import Content, Heading, data_table

WORDS = {
    Severity.DIFFERS: ("▲", "Differs", "missed"),
    Severity.FLAG: ("●", "To know", "near"),
    Severity.AGREES: ("✓", "Agrees", "met"),
}

RULE_WORDS = {
    "parts-against-total": "Parts against total",
    "year-against-parts": "Year against its months or quarters",
    "printed-against-worked-out": "Printed against worked out",
    "text-against-table": "Text against table",
    "unit-changed": "Unit changed",
    "target-easier-than-actual": "Target easier than the last actual",
    "target-one-under-actual": "Target one under the last actual",
    "identical-targets": "Identical targets",
    "risk-rating": "Risk rating",
    "residual-jump": "Parts jump against their total",
    "percentage-of-a-count-possible": "Percentage of a counted few",
    "residual-risk-blank": "Residual risk blank",
    "table-awaits": "Text against table",
    "share-as-said": "Share against its counts",
    "parts-as-said": "Parts of the text against their whole",
    "said-again": "Said twice",
    "named-again": "One figure, two names",
    "targets-short-of-parts": "Fewer targets than parts",
}


def findings_table(
    findings: Sequence[Finding],
    caption: str = "Checks on what was published",
    judgements: Mapping[str, Judgement] | None = None,
) -> Markup:
    """The findings; with *judgements* what somebody made of each, and the way to say something."""
    about, found = Heading("About", class_name="subject"), Heading("What was found", class_name="wide")
    headings = [Heading("Finding"), about, found, Heading("Check")]
    if judgements is None:
        return data_table(caption, headings, [_row(item) for item in findings], class_name="cards")
    rows = [(*_row(item), _standing(item, judgements)) for item in findings]
    return data_table(caption, [*headings, Heading("Standing")], rows, class_name="cards")


def _standing(item: Finding, judgements: Mapping[str, Judgement]) -> list[Content]:
    said, standing = judgements.get(item.key), standing_of(item, judgements)
    words: list[Content] = [str(standing or "").capitalize()]
    if said is not None:
        words.append(html.Span(f" {said.words} ({said.who}, {said.moment[:10]})", className="basis"))
    return words


def _row(item: Finding) -> tuple[Content, ...]:
    shape, words, look = WORDS[item.severity]
    mark = html.Span([html.Span(shape, className="shape", **aria(hidden="true")), words], className=f"tag {look}")
    explanation = explanation_of(item)
    said: list[Content] = [item.sentence]
    if explanation:
        said.append(html.Span(f" {explanation}", className="basis"))
    return mark, item.subject, said, RULE_WORDS.get(item.rule, item.rule)
