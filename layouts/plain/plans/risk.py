"""Knows the page of one risk: its scores, every review of it, and the form that reviews it again."""

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.domain.plans.risks import BAND_WORDS, LARGEST, RiskReview
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import sentence, start_of
from dashboard.reports.planning.lines import RiskLine
from dashboard.reports.planning.lists import PlanLists
from layouts.components.drafts import draft_fields, sending
from layouts.components.fields import Filled, date_field, select_field
from layouts.components.links import cell_href, line_href
from layouts.components.markup import Child, tag
from layouts.plain.page import Link, card, facts
from layouts.plain.plans.line import LineHead, aims, line_page, said_beside, said_entry, signed_words
from layouts.planning.marks import movement_words, score_tag

LONGEST_TITLE = 90
SCORES = [("", "Choose"), *((str(number), str(number)) for number in range(1, LARGEST + 1))]
SCORE_HINT = f"1 to {LARGEST}."


def offered_of_risk(line: RiskLine) -> dict[str, str]:
    """What the form holds before anything is chosen: the scores as they are."""
    standing, latest = line.standing, line.reviews[-1] if line.reviews else None
    scores = {
        "impact": standing.inherent.impact,
        "likelihood": standing.inherent.likelihood,
        "residual_impact": standing.residual.impact,
        "residual_likelihood": standing.residual.likelihood,
    }
    shown = {name: "" if number is None else str(number) for name, number in scores.items()}
    return shown | {"seen": str(latest.number if latest else 0)}


def risk_page(navigation: Sequence[Link], lists: PlanLists, line: RiskLine, filled: Filled | None) -> str:
    name = f"Risk {line.item.ref}".strip()
    head = LineHead(name, start_of(f"{name}: {line.item.risk}", LONGEST_TITLE), _lede(line))
    said = said_beside([_said(item) for item in line.reviews], _form(line, lists, filled) if filled else "")
    return line_page(navigation, lists, head, filled, [_registered(line, lists), said])


def _lede(line: RiskLine) -> list[Child]:
    standing = line.standing
    scores = ["Before controls ", score_tag(standing.inherent.rating), ", after ", score_tag(standing.residual.rating)]
    return [*scores, ", ", movement_words(standing.movement, standing.before), "."]


def _registered(line: RiskLine, lists: PlanLists) -> Markup:
    item, standing = line.item, line.standing
    pairs: list[tuple[str, Child]] = [("Risk", item.risk)]
    texts = (("Type", item.kind), ("Lead", item.lead), ("Controls", item.controls), ("Next", item.further_actions))
    pairs += [(name, text) for name, text in texts if text]
    pairs += [("To look at", sentence("; ".join(standing.flags)))] if standing.flags else []
    pairs += [("Next review", day_words(standing.next_review))] if standing.next_review else []
    pairs.append(("Endangers", aims(line.indicators, lists)))
    pairs.append(("Read from", tag("a", item.source.place, href=cell_href(lists.filters, item.source))))
    return card("In the register", facts(*pairs), sub=BAND_WORDS)


def _said(item: RiskReview) -> Markup:
    head = ["Before controls ", score_tag(item.inherent.rating), " after ", score_tag(item.residual.rating)]
    again = f" To be reviewed by {day_words(item.next_review)}." if item.next_review else ""
    return said_entry([*head, again], item.words, f"{item.author}, {day_words(item.day)}")


def _form(line: RiskLine, lists: PlanLists, filled: Filled) -> Markup:
    form = tag(
        "form",
        draft_fields(filled.draft),
        _scores(filled, "Before controls", "impact", "likelihood"),
        _scores(filled, "After controls", "residual_impact", "residual_likelihood"),
        signed_words(filled, "What the review found", "May stay empty where nothing changed."),
        date_field(filled, "next_review", "Next review", "After today; may stay empty."),
        sending(tag("button", "Record the review", type="submit", class_="go"), filled.draft),
        method="post",
        action=line_href("risks", lists.filters.partnership, line.item.key),
        class_="form",
        data_draft=filled.draft.mark,
    )
    return card("Review it", form, sub="Kept with who and when; no review before is changed")


def _scores(filled: Filled, legend: str, impact: str, likelihood: str) -> Markup:
    fields = [
        select_field(filled, impact, "Impact", SCORE_HINT, SCORES),
        select_field(filled, likelihood, "Likelihood", SCORE_HINT, SCORES),
    ]
    return tag("fieldset", tag("legend", legend), *fields, class_="field pair")
