"""What an address may say of outcomes and hours: what there is, and a sentence for anything else."""

from dataclasses import replace

import pytest

from dashboard.domain import filter_values
from dashboard.domain.choices import PartnershipChoices, StreetChoices
from dashboard.domain.errors import UnknownFilter
from dashboard.domain.periods.period import financial_year
from dashboard.domain.street.outcomes import OutcomeGroup

NOWHERE = PartnershipChoices("x", "X", financial_year(2010), (), (), (), ())


def test_outcomes_and_hours_are_those_that_there_are() -> None:
    assert filter_values.hours("fri-22", NOWHERE) == "fri-22"
    [first, *_] = OutcomeGroup
    assert filter_values.outcome(str(first), NOWHERE) == first


def test_others_are_refused_with_a_sentence() -> None:
    with pytest.raises(UnknownFilter, match="names no four hours of the week"):
        filter_values.hours("fri-23", NOWHERE)
    with pytest.raises(UnknownFilter, match="is no outcome; there are"):
        filter_values.outcome("lost", NOWHERE)


def test_an_area_to_compare_with_is_one_that_the_partnership_can_be_held_against() -> None:
    street = StreetChoices((), (), lambda _: None, compared_key=lambda asked: "b" if asked == "shire/b" else None)
    somewhere = replace(NOWHERE, street=street)
    assert filter_values.compared_area("shire/b", somewhere) == "b"
    with pytest.raises(UnknownFilter, match="X cannot be compared with 'c': no area that it can be held against has"):
        filter_values.compared_area("c", somewhere)
    with pytest.raises(UnknownFilter, match="X cannot be compared with 'b': it has no street-level crime"):
        filter_values.compared_area("b", NOWHERE)
    assert StreetChoices((), (), lambda _: None).compared_key("b") is None
