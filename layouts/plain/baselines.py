"""Knows the page on which control limits are worked out anew from a date, with a reason and an author."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from dashboard.domain.statistics.control.limits import ControlLimits
from dashboard.domain.statistics.control.season import Season
from dashboard.domain.statistics.control_chart import Group
from dashboard.domain.statistics.rebaselines import (
    LONGEST_NAME,
    LONGEST_REASON,
    Decision,
    day_words,
    moment_words,
)
from dashboard.domain.values.numbers import show
from dashboard.domain.wording import plural, sentence
from dashboard.reports.evidence.baselines import Baselines
from dashboard.reports.indicators.control import Control
from layouts.components.drafts import draft_fields, keeping, sending
from layouts.components.fields import Filled, PageForms
from layouts.components.links import indicator_href, page_href
from layouts.components.markup import Child, joined, tag
from layouts.plain.page import Link, back, card, plain_page, problem, table

PAGE = "baselines"
WHEN = (
    "Do this only where something outside the figures changed: a new way of recording, another boundary, a service"
    " that began or ended. It is never done automatically, and never because the figures look better for it."
)
CLOSED = "Nothing can be decided from the browser here: ask whoever runs this service."


@dataclass(frozen=True, slots=True)
class Asked:
    """The page as it is asked for: with forms or without, and what was wrong with the one that was sent."""

    report: Baselines
    opened: bool = True
    forms: PageForms = field(default_factory=PageForms)

    def filled(self, number: str) -> Filled:
        """The form that takes back the decision of a *number*; without one, the form for another decision."""
        return self.forms.of(form_of(number))


def form_of(number: str) -> str:
    return f"withdraw-{number}" if number else "decide"


def baselines_page(navigation: Sequence[Link], asked: Asked) -> str:
    """What stands, the limits it leads to, and the form for another decision."""
    report = asked.report
    name, refused = report.indicator.name, asked.forms.filled
    parts = [_limits(report.control)] if report.control else []
    parts += [_decisions(asked)] if report.decisions else []
    parts += [_form(asked)] if asked.opened and report.control else []
    parts += [keeping()] if asked.opened else [tag("p", CLOSED)]
    return plain_page(
        "Limits of a control chart",
        navigation,
        back(indicator_href(report.filters, report.indicator.slug), name),
        problem([_to_field(name, words, refused.of("decision")) for name, words in refused.faults]),
        tag("p", report.area.name, class_="place"),
        tag("h1", f"{name}: limits of the control chart"),
        tag("p", _lede(report.control), class_="lede"),
        *parts,
        fault=bool(refused.faults),
    )


def _to_field(name: str, words: str, number: str) -> str:
    """What is wrong, leading to the control that mends it."""
    return tag("a", words, href=f"#{_id(name, number)}") if name else words


def _id(name: str, number: str) -> str:
    return f"{name}-{number}" if number else name


def _lede(control: Control | None) -> str:
    if control is None:
        return "There are not two figures of one kind of period, so nothing is charted."
    first, last = control.periods[0].label, control.periods[-1].label
    groups = len(control.chart.groups)
    share = "share one set of limits" if groups == 1 else f"have {plural(groups, 'set')} of limits"
    return f"The periods {first} to {last} {share}."


def _limits(control: Control) -> Markup:
    rows = [_limits_row(control, group) for group in control.chart.groups]
    headings = ("Periods", "Figures", "Mean", "Lower limit", "Upper limit")
    return card("Limits now", table("Limits now", headings, rows, numbers=frozenset({1, 2, 3, 4}), look="cards"))


def _limits_row(control: Control, group: Group) -> list[Child]:
    lines, points = group.limits, control.chart.points[group.start : group.stop]
    span = f"{control.periods[group.start].label} to {control.periods[group.stop - 1].label}"
    count = str(sum(point is not None for point in points))
    if not isinstance(lines, ControlLimits):
        return [span, count, "–", "–", tag("span", str(lines), class_="reason")]
    if isinstance(group.season, Season):
        return [span, count, *_following(group)]
    return [span, count, *(show(level, 1) for level in (lines.mean, lines.lower, lines.upper))]


def _following(group: Group) -> list[str]:
    """Mean and limits about a season: from the least to the most of any month."""
    found = [lines for at in range(group.start, group.stop) if (lines := group.lines_at(at))]
    each = ([line.mean for line in found], [line.lower for line in found], [line.upper for line in found])
    return [f"{show(min(levels), 1)} to {show(max(levels), 1)}" for levels in each]


def _decisions(asked: Asked) -> Markup:
    standing = sum(item.withdrawn is None for item in asked.report.decisions)
    heading = sentence(f"{plural(standing, 'decision')} {'stands' if standing == 1 else 'stand'}")
    return card(heading, *[_decision(item, asked) for item in asked.report.decisions])


def _decision(item: Decision, asked: Asked) -> Markup:
    said, gone = item.said, item.withdrawn
    who = tag("p", f"Decided by {said.author} on {moment_words(item.moment)}", class_="sub")
    parts = [tag("h3", f"From {day_words(said.first)}"), tag("p", said.reason), who]
    if gone is not None:
        withdrawn = f"Withdrawn by {gone.author} on {moment_words(gone.moment)}: {gone.reason}"
        parts.append(tag("p", tag("b", withdrawn)))
    elif asked.opened:
        parts.append(_withdrawal(item, asked))
    return tag("div", *parts, class_="decision")


def _withdrawal(item: Decision, asked: Asked) -> Markup:
    """The form that takes a decision back, folded up unless something in it has to be mended."""
    number = str(item.number)
    filled = asked.filled(number)
    mending = bool(filled.faults) or filled.draft.is_kept
    button = tag("button", "Withdraw", type="submit", class_="quiet", aria_label=f"Withdraw: {item.said.reason}")
    form = tag(
        "form",
        draft_fields(filled.draft),
        tag("input", type="hidden", name="decision", value=number),
        _signature(asked, number, "Why it no longer stands"),
        sending(button, filled.draft),
        method="post",
        action=page_href(f"{PAGE}/withdraw", asked.report.filters),
        class_="form",
        data_draft=filled.draft.mark,
    )
    day = day_words(item.said.first)
    summary = tag("summary", "Withdraw this decision", tag("span", f" from {day}", class_="visually-hidden"))
    return tag("details", summary, form, open=mending)


def _form(asked: Asked) -> Markup:
    control = asked.report.control
    first, last = (control.periods[1].start, control.periods[-1].start) if control else (None, None)
    hint = _days_to_choose(first, last) if first and last else ""
    filled = asked.filled("")
    form = tag(
        "form",
        draft_fields(filled.draft),
        _field(asked, ("first", ""), "First day of the new limits", hint),
        _signature(asked, "", "Why"),
        sending(tag("button", "Work out the limits anew", type="submit", class_="go"), filled.draft),
        method="post",
        action=page_href(PAGE, asked.report.filters),
        class_="form",
        data_draft=filled.draft.mark,
    )
    return card("Work out the limits anew", form, sub=WHEN)


def _days_to_choose(first: date, last: date) -> str:
    if first == last:
        return f"It can only be {day_words(first)}, the first day of the second period."
    return f"From {day_words(first)} to {day_words(last)}: the first day of a period."


def _signature(asked: Asked, number: str, why: str) -> Markup:
    reason = _field(asked, ("reason", number), why, f"Stands beside the chart; up to {LONGEST_REASON} characters.")
    hint = f"Stands beside the chart; up to {LONGEST_NAME} characters."
    return joined([reason, _field(asked, ("author", number), "Your name", hint)])


def _field(asked: Asked, place: tuple[str, str], label: str, hint: str) -> Markup:
    """One control of the form with a number (of a decision, or none), and what is wrong with it."""
    name, number = place
    filled = asked.filled(number)
    wrong = filled.wrong(name)
    known = _id(name, number)
    told = [f"{known}-hint", *([f"{known}-fault"] if wrong else [])]
    control = tag(
        "input",
        type="date" if name == "first" else "text",
        id=known,
        name=name,
        value=filled.of(name),
        autocomplete="name" if name == "author" else "off",
        aria_describedby=" ".join(told),
        aria_invalid="true" if wrong else None,
    )
    said = tag("span", wrong, class_="fault", id=f"{known}-fault") if wrong else ""
    hinted = tag("span", hint, class_="hint", id=f"{known}-hint")
    return tag("div", tag("label", label, for_=known), hinted, said, control, class_="field")
