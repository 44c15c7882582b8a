"""Proves severity by offence code: exact, what has no weight left out by its count, and a change beside chance."""

from decimal import Decimal

import pytest

from dashboard.domain.harm.severity import (
    Harm,
    HarmShare,
    NoHarm,
    Weightless,
    harm_change,
    of_types,
    share_of,
    weighed_codes,
)
from dashboard.domain.incidents.offences import code_of
from tests.domain.harm.test_severity import BURGLARY, TABLE, exact


def test_what_has_no_weight_is_left_out_and_counted() -> None:
    # 100 x 180.5 + 30 x 11 = 18,380; nothing is said of what was not counted once
    found = weighed_codes({"46": 30, "8N": 100, "105A": 7, "ASB": 40, "9A": 0}, TABLE)
    assert found.harm == exact("18380.0")
    assert dict(found.counts) == {"8N": 100, "46": 30}
    assert list(found.left_out.items()) == [("ASB", 40), ("105A", 7)]


def test_a_correction_under_zero_is_weighed_as_it_is() -> None:
    # 3 x 8,000 - 2 x 180.5
    assert weighed_codes({"1": 3, "8N": -2}, TABLE).harm == exact("23639.0")


def test_without_any_weight_there_is_no_severity() -> None:
    found = weighed_codes({"105A": 7}, TABLE)
    assert found.harm == Weightless(NoHarm.NONE_AT_ALL, ("105A",))
    assert weighed_codes({"46": 7}, None).harm == Weightless(NoHarm.NONE_AT_ALL, ("46",))
    assert weighed_codes({}, TABLE).harm == Weightless(NoHarm.NO_COUNT)


@pytest.mark.parametrize(
    ("now", "before", "real"),
    [
        # 110 x 180.5 - 100 x 180.5 = 1,805; sd 180.5 x sqrt(210) = 2,616
        ({"8N": 110}, {"8N": 100}, False),
        # 160 and 100: 10,830 beside 180.5 x sqrt(260) = 2,910 x 1.96 = 5,704
        ({"8N": 160}, {"8N": 100}, True),
        # one homicide more outweighs all else and is no finding: 8,000 beside 8,000 x 1.96
        ({"1": 1, "46": 30}, {"46": 30}, False),
        ({"46": 0}, {"46": 0}, False),
    ],
)
def test_a_change_is_real_where_weighted_counts_differ_by_more_than_chance(
    now: dict[str, int], before: dict[str, int], real: bool
) -> None:
    found = harm_change(now, before, TABLE)
    assert found is not None
    assert found.real is real


def test_a_change_is_told_in_percent_of_what_was_before() -> None:
    found = harm_change({"8N": 160}, {"8N": 100}, TABLE)
    assert found is not None
    assert found.percent == 60
    grown = harm_change({"46": 3}, {"46": 0}, TABLE)
    assert grown is not None
    assert grown.percent is None
    assert harm_change({"105A": 3}, {"46": 1}, TABLE) is None
    assert harm_change({"46": 3}, {}, TABLE) is None


def test_a_part_has_a_share_of_the_whole_that_it_lies_in() -> None:
    whole, part = Harm(Decimal(400), Decimal(300), Decimal(600), is_estimate=True), exact("100")
    # at the least 100 of 600, at the most 100 of 300
    least, most = Decimal(10000) / 600, Decimal(10000) / 300
    assert share_of(part, whole) == HarmShare(Decimal(25), least, most, is_estimate=False)
    none = of_types({"drugs": 1}, TABLE)
    assert share_of(none, whole) == share_of(part, none) == none


def test_a_rate_is_of_a_thousand_residents() -> None:
    found = of_types({BURGLARY: 30}, TABLE)
    assert isinstance(found, Harm)
    assert found.per_thousand(12_000) == Harm(Decimal(1000), Decimal(1000), Decimal(1000), is_estimate=True)


@pytest.mark.parametrize(
    ("words", "code"),
    [("08N Assault", "8N"), ("8n", "8N"), ("4.10", "4.10"), ("ASB - Nuisance", ""), ("1st burglary", ""), ("", "")],
)
def test_an_offence_begins_with_its_code_or_has_none(words: str, code: str) -> None:
    assert code_of(words) == code
