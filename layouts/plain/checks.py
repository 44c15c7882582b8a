"""Knows the page on which somebody says of a finding that it is explained or accepted."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from dashboard.domain.checks.findings import Finding, Judgement, Standing
from dashboard.reports.pages.data import explanation, standing_of
from layouts.components.drafts import draft_fields, keeping, sending
from layouts.components.fields import Filled, PageForms
from layouts.components.links import page_path, partnership_href
from layouts.components.markup import Child, as_markup, tag
from layouts.components.method_link import how
from layouts.plain.page import Link, back, plain_page, problem

LEDE = "What differs is kept as it stands; say here why, or that you accept it. A month that is accepted counts."
CLOSED = "What differs is kept as it stands. Whoever may publish these figures says here why, or accepts it."


def checks_page(
    navigation: Sequence[Link],
    partnership: tuple[str, str],  # slug, name
    findings: Sequence[tuple[Finding, Mapping[str, Judgement]]],
    forms: PageForms,
    *,
    opened: bool = True,
) -> str:
    """Every open finding first, then what was said of the others; with a form each where the page is *opened*."""
    slug, name = partnership
    order = sorted(findings, key=lambda pair: standing_of(*pair) != Standing.OPEN)
    waiting = sum(standing_of(*pair) == Standing.OPEN for pair in findings)
    return plain_page(
        "Findings",
        navigation,
        back(partnership_href("data", slug), "Data"),
        problem(forms.filled.links()),
        tag("p", name, class_="place"),
        tag("h1", _title(waiting, len(findings))),
        tag("p", LEDE if opened else CLOSED, class_="lede"),
        as_markup(how("checks")),
        *[_finding(*pair, _form((slug, at), *pair, forms) if opened else "") for at, pair in enumerate(order)],
        keeping() if opened else "",
        fault=bool(forms.filled.faults),
    )


def _title(opened: int, count: int) -> str:
    if not count:
        return "The checks found nothing"
    noun = "finding" if count == 1 else "findings"
    return f"{opened or 'None'} of {count:,} {noun} {'is' if opened < 2 else 'are'} open"


def _finding(item: Finding, judgements: Mapping[str, Judgement], form: Child) -> Markup:
    said, standing = judgements.get(item.key), standing_of(item, judgements)
    known = explanation(item) or ""
    told = f"{said.words} ({said.who}, {said.moment[:10]})" if said else known
    return tag(
        "section",
        tag("h2", item.subject),
        tag("p", item.sentence),
        tag("p", tag("b", str(standing).capitalize()), f": {told}" if told else "", class_="sub"),
        form,
        class_="card",
    )


def _form(place: tuple[str, int], item: Finding, judgements: Mapping[str, Judgement], forms: PageForms) -> Markup:
    """The form on a finding in its *place*: the partnership, and which of the page."""
    filled, said = forms.of(item.key), judgements.get(item.key)
    (slug, at), chosen, seen = place, filled.of("standing"), said.moment if said else ""
    words = [str(word) for word in reversed(Standing)]
    options = [tag("option", word.capitalize(), value=word, selected=word == chosen) for word in words]
    about = {"partnership": slug, "finding": item.key, "seen": seen}
    button = tag("button", "Record it", type="submit", class_="go", aria_label=f"Record it: {item.subject}")
    return tag(
        "form",
        *[tag("input", type="hidden", name=name, value=value) for name, value in about.items()],
        draft_fields(filled.draft),
        tag("label", "Standing ", tag("select", *options, name="standing"), for_=None),
        _text(filled, "words", "Why ", id=f"words-{at}"),
        _text(filled, "who", "Your name ", autocomplete="name"),
        sending(button, filled.draft),
        method="post",
        action=page_path("checks"),
        class_="inline",
        data_draft=filled.draft.mark,
    )


def _text(filled: Filled, name: str, label: str, **more: str) -> Markup:
    return tag("label", label, tag("input", type="text", name=name, value=filled.of(name), **more))
