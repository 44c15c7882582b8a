"""Proves which evaluation criteria are numbers, and that they are their indicator's once there is one."""

from dataclasses import replace

import pytest

from dashboard.domain.records import Scope
from dashboard.questions.store import Store
from dashboard.reports.planning.criteria import counted_in, criteria
from dashboard.reports.planning.lines import action_lines, indicators_by_id
from tests.reports.planning.plan_lines import action


@pytest.mark.parametrize(
    ("measure", "found"),
    [
        (
            "No of hotspots identified and reductions achieved in each",
            ("No of hotspots identified and reductions achieved in each",),
        ),
        (
            "Fear of crime surveys Increased detection rates Number of offences",
            ("Increased detection rates", "Number of offences"),
        ),
        (
            "Data checks • Number of campaigns; Percentage of staff trained",
            ("Number of campaigns", "Percentage of staff trained"),
        ),
        ("No. of people treated. Other things", ("No. of people treated",)),
        ("Report on options", ()),
        ("Note of meetings", ()),
        ("", ()),
    ],
)
def test_a_criterion_is_a_number_where_it_counts_something(measure: str, found: tuple[str, ...]) -> None:
    assert counted_in(measure) == found


def test_derbys_numbers_are_found(store: Store) -> None:
    known = indicators_by_id(store, "derby")
    found = criteria(action_lines(store, Scope("derby")), known)
    assert [(item.line.item.ref, item.words) for item in found][:2] == [
        ("2.1", "No of hotspots identified and reductions achieved in each"),
        ("2.2", "Increased detection"),
    ]
    assert (len(found), {item.indicator for item in found}) == (11, {None})


def test_an_indicator_of_its_name_is_its_own(store: Store) -> None:
    [first, *_] = store.indicators(Scope("warwickshire"))
    named = replace(first, name="number of Campaigns")
    [found] = criteria([action(measure="Number of campaigns")], {named.id: named})
    assert found.indicator is named
