"""Knows the page of one category of an assessment: what each column says, and the forms that write into it."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from dashboard.domain.priorities.criteria import CRITERIA
from dashboard.domain.priorities.recorded import NO_PRIORITY, PriorityWord, WordKind, place_words
from dashboard.domain.priorities.saying import LONGEST_AUTHOR, LONGEST_REASON, SCORES
from dashboard.domain.priorities.weights import weight_words
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import sentence
from dashboard.reports.pages.priorities import CategoryLine
from layouts.components.drafts import draft_fields, keeping, sending
from layouts.components.fields import Filled, area_field, select_field, text_field
from layouts.components.links import page_href, page_path, priority_href
from layouts.components.markup import Child, as_markup, tag
from layouts.plain.page import Link, back, card, plain_page, problem, table
from layouts.priorities.cards import keeps_words
from layouts.priorities.marks import cell_content, score_words

KINDS = (WordKind.CHOICE, WordKind.HARM, WordKind.INFLUENCE)
CLOSED = "Only whoever prepares this partnership's figures may write here: an analyst, or an administrator."
TITLES = {
    WordKind.CHOICE: "The group’s choice",
    WordKind.HARM: "Harm, typed",
    WordKind.INFLUENCE: "Influence, typed",
}
SUBS = {
    WordKind.CHOICE: "The place that the group gives it; where that is not the ranking’s, with the reason",
    WordKind.HARM: "How much harm it does, from 1 (little) to 5 (much), where no table of weights says so",
    WordKind.INFLUENCE: "How much the partnership can change, from 1 (little) to 5 (much)",
}
NOT_SET = ("", "Nothing: take back what stands")


def named(kind: WordKind, field: str) -> str:
    """A field of one of the page's forms: each has names of its own."""
    return f"{kind}-{field}"


def offered_of(line: CategoryLine, kind: WordKind) -> dict[str, str]:
    """What a form holds before anything is typed: what stands."""
    said = line.standing(kind)
    value, words = (said.value, said.words) if said else ("", "")
    return {"value": value, "words": words, "author": "", "seen": str(line.seen(kind))}


def category_page(navigation: Sequence[Link], line: CategoryLine, forms: Mapping[WordKind, Filled] | None) -> str:
    report, row = line.report, line.row
    filled = list((forms or {}).values())
    faults = [link for item in filled for link in item.links()]
    said = [_said(line, kind, (forms or {}).get(kind)) for kind in KINDS]
    return plain_page(
        f"{row.own.wording}: priority",
        navigation,
        back(page_href("priorities", report.filters), "the priorities"),
        problem(faults),
        tag("p", report.place, class_="place"),
        tag("h1", row.own.wording, tabindex="-1"),
        tag("p", _lede(line), class_="lede"),
        _columns(line),
        *said,
        keeping() if forms else tag("p", CLOSED),
        fault=bool(faults),
        inside=page_path("priorities"),
    )


def _lede(line: CategoryLine) -> str:
    """Its rank and score, the range of it, and the weights that keep it there."""
    row = line.row
    if row.rank is None:
        return "It has no score: none of the columns that count is there."
    total = row.total
    return (
        f"Rank {row.rank_words} of {len(line.report.rows)}, score {score_words(total.score)} over {total.counted} of"
        f" {total.of} columns ({score_words(total.low)} to {score_words(total.high)} whatever is missing),"
        f" {keeps_words(row.keeps)}."
    )


def _columns(line: CategoryLine) -> Markup:
    report = line.report
    rules = {item.criterion: item for item in CRITERIA}
    rows: list[list[Child]] = [
        [
            rules[cell.criterion].heading,
            as_markup(cell_content(cell, report.filters)),
            weight_words(report.weights.of(cell.criterion)),
            rules[cell.criterion].rule,
        ]
        for cell in line.row.cells
    ]
    headings = ("Column", "Score and what it stands on", "Weight", "Rule")
    return card("Column by column", table("Column by column", headings, rows, numbers=frozenset({2}), look="cards"))


def _said(line: CategoryLine, kind: WordKind, filled: Filled | None) -> Markup:
    """What stands of a kind, the form that says more, and what was written before."""
    entries = [_entry(item) for item in reversed(line.of(kind))]
    before: Child = (
        tag("ol", *entries, class_="history") if entries else tag("p", "Nothing was written yet.", class_="sub")
    )
    form = _form(line, kind, filled) if filled else ""
    content = tag("div", form, tag("div", tag("h3", "Written so far"), before), class_="said-forms")
    return tag("div", card(TITLES[kind], content, sub=SUBS[kind]), id=kind)


def _entry(item: PriorityWord) -> Markup:
    value = sentence(place_words(item.value)) if item.value else "Taken back"
    stood = f" (the ranking said {item.stood})" if item.stood else ""
    words = tag("p", item.words) if item.words else ""
    signed = tag("p", f"{item.author}, {day_words(item.day)}", class_="sub")
    return tag("li", tag("p", tag("b", value), stood), words, signed)


def _form(line: CategoryLine, kind: WordKind, filled: Filled) -> Markup:
    is_choice = kind is WordKind.CHOICE
    why = "Needed where the place is not the ranking’s." if is_choice else "What the score stands on."
    hint = f"Where the group puts it; the ranking says {line.placed.words}." if is_choice else "1 to 5."
    options = _places(line) if is_choice else [NOT_SET, *((score, score) for score in SCORES)]
    author_hint = f"Your name or role; stands beside it. Up to {LONGEST_AUTHOR} characters."
    return tag(
        "form",
        draft_fields(filled.draft),
        tag("input", type="hidden", name="kind", value=kind),
        tag("input", type="hidden", name=named(kind, "seen"), value=filled.of(named(kind, "seen"))),
        select_field(filled, named(kind, "value"), "Place" if is_choice else "Score", hint, options),
        area_field(filled, named(kind, "words"), "Reason", f"{why} Up to {LONGEST_REASON} characters.", 3),
        text_field(filled, named(kind, "author"), "Who says so", author_hint, completed="name"),
        sending(tag("button", "Record it", type="submit", class_="go"), filled.draft),
        method="post",
        action=priority_href(line.report.filters, line.row.own.category),
        class_="form",
        data_draft=filled.draft.mark,
    )


def _places(line: CategoryLine) -> list[tuple[str, str]]:
    places = [(str(place), str(place)) for place in range(1, len(line.report.rows) + 1)]
    return [NOT_SET, *places, (NO_PRIORITY, "Not a priority")]
