"""Proves that two indicators of one name say what each comes from, and nobody else does."""

from dataclasses import replace

import pytest

from dashboard.domain.namesakes import PRINTED, TYPED, named_with_origin, told_apart
from dashboard.domain.records import Indicator
from tests.domain.made import indicator

ARSON = indicator("testshire/arson", name="Arson", category="criminal-damage", unit="fires")
COUNTED = replace(ARSON, id="testshire/arson-police-uk", crime="arson")
PRINTED_ONLY = {"testshire/arson": PRINTED}


@pytest.mark.parametrize(
    ("items", "names"),
    [
        ([ARSON], ["Arson"]),
        ([COUNTED], ["Arson"]),
        ([ARSON, COUNTED], ["Arson (printed in the document)", "Arson (recorded crime, police.uk)"]),
        (
            [replace(ARSON, name="ARSON"), COUNTED],
            ["ARSON (printed in the document)", "Arson (recorded crime, police.uk)"],
        ),
        (
            [replace(ARSON, name="Fires set on purpose"), COUNTED],
            ["Fires set on purpose (printed in the document)", "Arson (recorded crime, police.uk)"],
        ),
        ([replace(ARSON, id="testshire/fires", name="Fires"), COUNTED], ["Fires", "Arson"]),
        (
            [replace(ARSON, id="testshire/own-arson"), COUNTED],
            ["Arson (from your own file)", "Arson (recorded crime, police.uk)"],
        ),
    ],
)
def test_only_namesakes_say_where_they_come_from(items: list[Indicator], names: list[str]) -> None:
    found = told_apart(items, PRINTED_ONLY)
    assert [item.name for item in found] == names
    assert [item.own_name for item in found] == [item.name for item in items]


@pytest.mark.parametrize("crime", ["all-crime", "anti-social-behaviour"])
def test_what_is_not_all_crime_says_incidents(crime: str) -> None:
    item = replace(COUNTED, name="All incidents", crime=crime)
    assert named_with_origin(item).name == "All incidents (incidents, police.uk)"


def test_a_typed_one_says_its_origin() -> None:
    assert named_with_origin(ARSON, TYPED).name == "Arson (from your own file)"
