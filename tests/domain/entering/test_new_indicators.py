"""Proves what the first figure of a new indicator needs, field by field."""

import pytest

from dashboard.domain.entering.entries import NewIndicator, new_indicator_of
from dashboard.domain.errors import RefusedEntry

FORM = {"name": " Dog  bites ", "unit": "", "polarity": "lower", "what": "actual", "withdraw": ""}


def test_an_indicator_is_what_is_said_of_it() -> None:
    assert new_indicator_of(FORM, frozenset()) == NewIndicator("Dog bites", "", "lower")


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"name": ""}, ["name"]),
        ({"name": "=1"}, ["name"]),
        ({"name": "x" * 121}, ["name"]),
        ({"name": "Fires"}, ["name"]),
        ({"polarity": "up"}, ["polarity"]),
        ({"unit": "@x"}, ["unit"]),
        ({"unit": "x" * 121}, ["unit"]),
        ({"what": "commentary", "withdraw": "yes"}, ["what", "withdraw"]),
    ],
)
def test_every_fault_names_its_field(change: dict[str, str], fields: list[str]) -> None:
    with pytest.raises(RefusedEntry) as caught:
        new_indicator_of(FORM | change, frozenset({"fires"}))
    assert [field for field, _ in caught.value.faults] == fields
