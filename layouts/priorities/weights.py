"""Knows the form that weighs the columns: a slider each, which works by keyboard and without script."""

from markupsafe import Markup

from dashboard.domain.filters import FILTERS
from dashboard.domain.priorities.criteria import CRITERIA, ScoringRule
from dashboard.domain.priorities.saying import read_weights
from dashboard.domain.priorities.weights import MOST, STEP, Weights, weight_words
from dashboard.reports.pages.priorities import PrioritiesPage
from layouts.components.links import page_href, weigh_path, weights_href
from layouts.components.markup import Child, as_markup, tag
from layouts.fold import fold

KEPT = "Weights stand in the address: the link to this view keeps them."


def weights_card(report: PrioritiesPage) -> Markup:
    """The sliders, each with its rule, and the ways to weights that were saved."""
    sliders = [_slider(item, report.weights) for item in CRITERIA]
    button = tag("button", "Rank with these weights", type="submit", class_="go")
    parts = [*_hidden(report), *sliders, tag("p", button, class_="buttons")]
    form = tag("form", *parts, method="get", action=weigh_path(), class_="weights")
    head = [tag("h2", "Weights and rules"), tag("p", KEPT, class_="sub")]
    head.append(as_markup(fold("Change the weights", look="card-fold")))
    return tag("section", *head, form, _ways(report), class_="card")


def _slider(item: ScoringRule, weights: Weights) -> Markup:
    """A column's slider with its value beside it and the rule that scores the column under it."""
    known, value = f"weigh-{item.criterion}", weight_words(weights.of(item.criterion))
    control = tag(
        "input",
        type="range",
        id=known,
        name=item.criterion,
        min="0",
        max=str(MOST),
        step=weight_words(STEP),
        value=value,
        list="weigh-steps",
        aria_describedby=f"{known}-rule",
    )
    shown = tag("output", value, for_=known, class_="weight")
    label = tag("label", f"{item.heading}", for_=known)
    usual = f" Usually {item.usual}." if weights.of(item.criterion) != item.usual else ""
    rule = tag("p", f"{item.rule}.{usual}", class_="hint", id=f"{known}-rule")
    return tag("div", label, control, shown, rule, class_="slider")


def _hidden(report: PrioritiesPage) -> list[Markup]:
    """The rest of the view, and the marks under the sliders."""
    view = report.filters
    kept = [(item.key, value) for item in FILTERS if item.key != "weights" for value in view.values(item)]
    fields = [tag("input", type="hidden", name=key, value=value) for key, value in kept]
    marks = [tag("option", value=str(number), label=str(number)) for number in range(MOST + 1)]
    return [*fields, tag("datalist", *marks, id="weigh-steps")]


def _ways(report: PrioritiesPage) -> Markup:
    """Weights as usual, those that were saved, and where these can be saved."""
    view = report.filters
    links: list[Child] = []
    if view.weights:
        links.append(tag("a", "Weights as usual", href=page_href("priorities", view.with_(weights=frozenset()))))
    for item in report.saved:
        links.append(tag("a", item.words, href=page_href("priorities", view.with_(weights=read_weights(item.value)))))
    words = "Save these weights under a name" if report.may_load else "Saved weights"
    links.append(tag("a", words, href=weights_href(view)))
    return tag("p", *[part for link in links for part in (" · ", link)][1:], class_="downloads")
