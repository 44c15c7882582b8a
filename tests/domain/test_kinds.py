"""Proves that the unit or the name of an indicator says its kind of value, wherever one of them does."""

import pytest

from dashboard.domain.kinds import worded_kind
from dashboard.domain.values.printed import ValueType

PERCENTAGE, RATE, CHANGE = ValueType.PERCENTAGE, ValueType.RATE, ValueType.CHANGE


@pytest.mark.parametrize(
    ("name", "unit", "kind"),
    [
        ("Victims satisfied", "%", PERCENTAGE),
        ("Victims satisfied", "per cent", PERCENTAGE),
        ("Victims satisfied", "Percentage", PERCENTAGE),
        ("Victims satisfied", "% of victims", PERCENTAGE),
        ("% of victims satisfied", "", PERCENTAGE),
        ("Victims satisfied (%)", "", PERCENTAGE),
        ("Percentage of calls answered in time", "", PERCENTAGE),
        ("Calls: % answered in time", "", PERCENTAGE),
        ("Proportion of victims who are satisfied", "", PERCENTAGE),
        ("Positive outcome rate (%)", "", PERCENTAGE),
        ("Pct victims satisfied", "", PERCENTAGE),
        ("Victims satisfied (pct)", "", PERCENTAGE),
        ("Calls answered in time, pct", "", PERCENTAGE),
        ("Domestic abuse: pct repeat", "", PERCENTAGE),
        ("Pct. of calls answered", "", PERCENTAGE),
        ("Referrals", "pct", PERCENTAGE),
        ("Pct change in burglary", "", CHANGE),
        ("PCT referrals", "", None),
        ("Referrals from the PCT", "", None),
        ("Burglary, % change", "", CHANGE),
        ("Burglary", "% change", CHANGE),
        ("Burglary", "percentage points", CHANGE),
        ("Average days to decide", "days", RATE),
        ("Burglary", "per 1,000 people", RATE),
        ("Number of sites at 100% compliance", "", None),
        ("Number of schools with % attendance data", "", None),
        ("Calls answered within 30 days", "", None),
        ("Burglary", "crimes", None),
        ("Staff in post", "people", None),
    ],
)
def test_the_words_say_the_kind(name: str, unit: str, kind: ValueType | None) -> None:
    assert worded_kind(name, unit) is kind
