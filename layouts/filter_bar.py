"""Knows the filter bar: one row of native controls, the same on every page."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard.domain.choices import Choices, ComparedWith, Measure, PartnershipChoices, StreetChoices
from dashboard.domain.filters import FILTERS, PARTNERSHIP, Filters
from dashboard.domain.periods.period import Period, PeriodKind
from dashboard.domain.statistics.series import year_of
from layouts.components.aria import aria
from layouts.fold import fold
from layouts.options import SEVERAL, WHOLE, Option
from layouts.street_periods import chosen_comparison, chosen_period, comparisons, kept_comparison, street_periods

FORM = "filters"
CHOSEN = "chosen"  # the view in words: what a folded or printed bar shows


@dataclass(frozen=True, slots=True)
class Choosable:
    """What the controls of a page choose among: what a partnership offers, and the view shown."""

    choices: PartnershipChoices
    filters: Filters
    around: Sequence[tuple[str, str]] = ()  # places about the one shown, on a page of street-level crime
    shows_street_places: bool = False


@dataclass(frozen=True, slots=True)
class Control:
    """One control of the bar: what it is called, what it offers, and what of a view it shows."""

    key: str  # of its filter
    label: str
    value: Callable[[Choosable], str | list[str]]
    options: Callable[[Choosable], list[Option]] | None = None  # None: the same in every view
    fixed: Callable[[Choices], list[Option]] = lambda _choices: []
    are_chips: bool = False
    unsaid: str = WHOLE  # the value that the line of a folded bar leaves out


MEASURES = {
    Measure.COUNT: "As published",
    Measure.RATE: "Per 1,000 people",
    Measure.CHANGE: "Change on year",
    Measure.INDEX: "Index, first = 100",
    Measure.ROLLING: "Rolling 12 months",
    Measure.HARM: "Harm by weights",
}


def filter_bar(choices: Choices, shown: Sequence[str]) -> html.Form:
    """The bar with every control, of which at first those *shown* are seen; what can be chosen follows the address.

    On a phone it is one line that says what is chosen, and opens.
    """
    folded = fold(html.Span([html.Span("Filters: ", className="fold-name"), html.B(id=CHOSEN)]))
    return html.Form(
        [folded, *(_field(item, choices, hidden=item.key not in (PARTNERSHIP, *shown)) for item in CONTROLS)],
        id=FORM,
        className="filters",
        **aria(label="Filters"),
        **_rules(),
    )


def id_of(key: str) -> str:
    """The id of a filter's control; assets/address.js writes the address from what stands in it."""
    return f"filter-{key}"


def field_of(key: str) -> str:
    """The id of what holds a filter's control and its label: a page hides what it does not use."""
    return f"field-{key}"


def _rules() -> dict[str, Any]:
    """What assets/address.js has to know of the filters, from their table."""
    rules = [
        {"key": item.key, "lostWith": sorted(item.lost_with), "unasked": str(item.unasked or "")} for item in FILTERS
    ]
    return {"data-filters": json.dumps(rules)}


def _field(item: Control, choices: Choices, *, hidden: bool) -> html.Div | html.Fieldset:
    name, field = id_of(item.key), field_of(item.key)
    if item.are_chips:
        return html.Fieldset([html.Legend(item.label), _chips(name)], id=field, hidden=hidden, className="categories")
    parts = [html.Label(item.label, htmlFor=name), dbc.Select(id=name, options=item.fixed(choices))]
    return html.Div(parts, id=field, hidden=hidden, className=f"f {name}")


def _chips(name: str) -> html.Div:
    """The categories in one row; "More" shows those that do not fit."""
    chips = [
        html.Button("All", id="all-categories", type="button", className="chip"),
        dbc.Checklist(id=name, options=[], value=[], inline=True),
    ]
    state = aria(expanded="false", controls=name)
    more = html.Button("More", id="more-categories", type="button", className="more", **state)
    return html.Div([html.Div(chips, className="chips"), more], className="chip-row")


def partnership_options(choices: Choices) -> list[Option]:
    return [{"label": name, "value": slug} for slug, name in choices.names.items()]


def measure_options(of: Choosable) -> list[Option]:
    """Every measure; harm where crime is counted by type and a table of weights is loaded."""
    has_harm = of.shows_street_places and bool(of.choices.weights)
    shown = [measure for measure in MEASURES if measure is not Measure.HARM or has_harm]
    return [{"label": MEASURES[measure], "value": measure} for measure in shown]


def area_options(choices: PartnershipChoices, around: Sequence[tuple[str, str]] = ()) -> list[Option]:
    """The whole and its areas; on a page that goes deeper, the places *around* the one shown."""
    whole = {"label": f"All of {choices.name}", "value": WHOLE}
    return [whole, *({"label": name, "value": key} for key, name in around or choices.areas)]


def period_options(choices: PartnershipChoices, shown: Period) -> list[Option]:
    """Newest first, the one that is *shown* among them; a calendar year says so beside financial years."""
    missing = "" if choices.has_period(shown) else ": none"
    listed = [{"label": period_label(period), "value": period.slug} for period in sorted(choices.periods, key=_newest)]
    if shown in choices.periods:
        return listed
    return [{"label": f"{period_label(shown)}{missing}", "value": shown.slug}, *listed]


def _newest(period: Period) -> tuple[int, int, int]:
    """The newest year first, a year before its quarters and months."""
    return -year_of(period).end.toordinal(), -period.months, -period.end.toordinal()


def crime_options(choices: PartnershipChoices, chosen: frozenset[str]) -> list[Option]:
    """Every crime type; where an address names several, one entry says so."""
    types = choices.street.crimes if choices.street else ()
    several = [{"label": f"{len(chosen)} types", "value": SEVERAL}] if len(chosen) > 1 else []
    return [{"label": "All types of incident", "value": WHOLE}, *several, *({"label": n, "value": s} for s, n in types)]


def period_label(period: Period) -> str:
    return f"{period.label} (calendar year)" if period.kind == PeriodKind.CALENDAR_YEAR else period.label


def category_options(choices: PartnershipChoices) -> list[Option]:
    return [{"label": wording, "value": slug} for slug, wording in choices.categories]


def _crime_value(of: Choosable) -> str:
    return SEVERAL if len(of.filters.crimes) > 1 else next(iter(of.filters.crimes), WHOLE)


def _street_of(of: Choosable) -> StreetChoices | None:
    """What a page of street-level crime chooses its months among; None on every other page."""
    return of.choices.street if of.shows_street_places else None


def _period_options(of: Choosable) -> list[Option]:
    street = _street_of(of)
    return street_periods(street, of.filters) if street else period_options(of.choices, of.filters.period)


def _period_value(of: Choosable) -> str:
    street = _street_of(of)
    return chosen_period(street, of.filters) if street else of.filters.period.slug


def _against_options(of: Choosable) -> list[Option]:
    street = _street_of(of)
    return comparisons(street, of.filters) if street else [kept_comparison(of.filters)]


def _against_value(of: Choosable) -> str:
    return chosen_comparison(of.filters)


#: Every control, in the order of the bar; another one is a line here. A page says which it shows (Page.controls).
CONTROLS: tuple[Control, ...] = (
    Control(PARTNERSHIP, "Partnership", lambda of: of.filters.partnership, fixed=partnership_options),
    Control("area", "Area", lambda of: of.filters.area or WHOLE, lambda of: area_options(of.choices, of.around)),
    Control("period", "Period", _period_value, _period_options, unsaid=""),
    Control("against", "Compared with", _against_value, _against_options, unsaid=ComparedWith.YEAR_BEFORE),
    Control("crime", "Crime type", _crime_value, lambda of: crime_options(of.choices, of.filters.crimes)),
    Control("measure", "Measure", lambda of: of.filters.measure, measure_options, unsaid=Measure.COUNT),
    Control(
        "category",
        "Strategic-assessment category",
        lambda of: sorted(of.filters.categories),
        lambda of: category_options(of.choices),
        are_chips=True,
    ),
)


def chosen_words(among: Choosable, choices: Choices, shown: Sequence[str]) -> str:
    """What the controls *shown* say of a view, in one line; what is not narrowed down is not named."""
    said = (_said(item, among, choices) for item in CONTROLS if item.key in (PARTNERSHIP, *shown))
    return ", ".join(filter(None, said))


def _said(control: Control, among: Choosable, choices: Choices) -> str:
    """The words of what stands in one *control*; nothing where it stands as it does without being asked."""
    value = control.value(among)
    chosen = set(value if isinstance(value, list) else [value]) - {control.unsaid}
    offered = control.options(among) if control.options else control.fixed(choices)
    return " and ".join(item["label"] for item in offered if item["value"] in chosen)
