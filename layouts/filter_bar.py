"""Knows the filter bar: one row of native controls, the same on every page."""

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard.domain.choices import Choices, Measure, Offer
from dashboard.domain.filters import FILTERS
from dashboard.domain.periods.period import Period, PeriodKind
from dashboard.domain.statistics.series import year_of
from layouts.components.aria import aria


class Bar(StrEnum):
    """Ids of the controls, "filter-" and the filter's key; assets/address.js writes the address from them."""

    FORM = "filters"
    PARTNERSHIP = "filter-partnership"
    AREA = "filter-area"
    PERIOD = "filter-period"
    CATEGORIES = "filter-category"
    CRIME = "filter-crime"
    MEASURE = "filter-measure"


#: The filters that have a control, beside the partnership, which every page has.
CONTROLS = ("area", "period", "crime", "measure", "category")
WHOLE = "whole"  # dbc.Select treats an empty value as no choice
SEVERAL = "several"

MEASURES = {
    Measure.COUNT: "As published",
    Measure.RATE: "Per 1,000 people",
    Measure.CHANGE: "Change on year",
    Measure.INDEX: "Index, first = 100",
    Measure.ROLLING: "Rolling 12 months",
}

Option = dict[str, str]


def filter_bar(choices: Choices, controls: Sequence[str] = CONTROLS) -> html.Form:
    """The bar with every partnership and at first these *controls*; what can be chosen follows the address."""
    partnerships = [{"label": offer.name, "value": offer.partnership} for offer in choices.offers]
    measures = [{"label": words, "value": measure} for measure, words in MEASURES.items()]
    return html.Form(
        [
            _select("Partnership", Bar.PARTNERSHIP, partnerships),
            _select("Area", Bar.AREA, [], hidden="area" not in controls),
            _select("Period", Bar.PERIOD, [], hidden="period" not in controls),
            _select("Crime type", Bar.CRIME, [], hidden="crime" not in controls),
            _select("Measure", Bar.MEASURE, measures, hidden="measure" not in controls),
            html.Fieldset(
                [html.Legend("Strategic-assessment category"), _chips()],
                id=field_of("category"),
                hidden="category" not in controls,
                className="categories",
            ),
        ],
        id=Bar.FORM,
        className="filters",
        **aria(label="Filters"),
        **_rules(),
    )


def field_of(key: str) -> str:
    """The id of what holds a filter's control and its label: a page hides what it does not use."""
    return f"field-{key}"


def _rules() -> dict[str, Any]:
    """What assets/address.js has to know of the filters, from their table."""
    rules = [
        {"key": item.key, "lostWith": sorted(item.lost_with), "unasked": str(item.unasked or "")} for item in FILTERS
    ]
    return {"data-filters": json.dumps(rules)}


def _chips() -> html.Div:
    """The categories in one row; "More" shows those that do not fit."""
    chips = [
        html.Button("All", id="all-categories", type="button", className="chip"),
        dbc.Checklist(id=Bar.CATEGORIES, options=[], value=[], inline=True),
    ]
    state = aria(expanded="false", controls=Bar.CATEGORIES)
    more = html.Button("More", id="more-categories", type="button", className="more", **state)
    return html.Div([html.Div(chips, className="chips"), more], className="chip-row")


def _select(label: str, name: str, options: list[Option], *, hidden: bool = False) -> html.Div:
    parts = [html.Label(label, htmlFor=name), dbc.Select(id=name, options=options)]
    return html.Div(parts, id=field_of(name.removeprefix("filter-")), className=f"f {name}", hidden=hidden)


def area_options(offer: Offer, around: Sequence[tuple[str, str]] = ()) -> list[Option]:
    """The whole and its areas; on a page that goes deeper, the places *around* the one shown."""
    whole = {"label": f"All of {offer.name}", "value": WHOLE}
    return [whole, *({"label": name, "value": key} for key, name in around or offer.areas)]


def period_options(offer: Offer, shown: Period, *, fine: bool = False) -> list[Option]:
    """Newest first, the one that is *shown* among them; a calendar year says so beside financial years."""
    periods = offer.street.periods if fine and offer.street else offer.periods
    lengths = [period for period in periods if not fine or period.months > 1]
    known = shown in periods or (not fine and offer.has_period(shown))
    missing = "" if known else ": none"
    listed = [{"label": period_label(period), "value": period.slug} for period in sorted(lengths, key=_newest)]
    if shown in lengths:
        return listed
    return [{"label": f"{period_label(shown)}{missing}", "value": shown.slug}, *listed]


def _newest(period: Period) -> tuple[int, int, int]:
    """The newest year first, a year before its quarters and months."""
    return -year_of(period).end.toordinal(), -period.months, -period.end.toordinal()


def crime_options(offer: Offer, chosen: frozenset[str]) -> list[Option]:
    """Every crime type; where an address names several, one entry says so."""
    types = offer.street.crimes if offer.street else ()
    several = [{"label": f"{len(chosen)} types", "value": SEVERAL}] if len(chosen) > 1 else []
    return [{"label": "All types of incident", "value": WHOLE}, *several, *({"label": n, "value": s} for s, n in types)]


def period_label(period: Period) -> str:
    return f"{period.label} (calendar year)" if period.kind == PeriodKind.CALENDAR_YEAR else period.label


def category_options(offer: Offer) -> list[Option]:
    return [{"label": wording, "value": slug} for slug, wording in offer.categories]
