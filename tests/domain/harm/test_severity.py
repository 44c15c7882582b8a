"""Proves severity by hand-made sums: exact by offence code, a range by crime type, a reason where nothing weighs."""

from decimal import Decimal

import pytest

from dashboard.domain.harm.severity import (
    Harm,
    HarmShare,
    NoHarm,
    Weightless,
    of_codes,
    of_types,
    shares,
)
from dashboard.domain.harm.weights import Weighed, Weight, WeightTable, is_exact, newest

VIOLENCE, SHOPS, ASB, BURGLARY = (
    "violence-and-sexual-offences",
    "shoplifting",
    "anti-social-behaviour",
    "burglary",
)


def code(key: str, value: str) -> Weight:
    return Weight(Weighed.CODE, key, Decimal(value))


def kind(key: str, value: str, low: str = "", high: str = "") -> Weight:
    least, most = (Decimal(text) if text else None for text in (low, high))
    return Weight(Weighed.TYPE, key, Decimal(value), least, most)


#: Made up for the sums below.
TABLE = WeightTable(
    "2024/25",
    "Test weights",
    (
        *(code("1", "8000"), code("8N", "180.5"), code("46", "11")),
        *(kind(VIOLENCE, "250", "200", "300"), kind(BURGLARY, "400"), kind(SHOPS, "99"), kind(ASB, "5")),
    ),
)


def exact(value: str) -> Harm:
    return Harm(Decimal(value), Decimal(value), Decimal(value), is_estimate=False)


def test_severity_by_code_is_weight_times_count() -> None:
    # 2 x 8,000 + 100 x 180.5 + 30 x 11 = 16,000 + 18,050 + 330
    assert of_codes({"1": 2, "8N": 100, "46": 30}, TABLE) == exact("34380.0")


def test_severity_of_a_person_is_divided_by_all_who_live_there() -> None:
    # 34,380 / 12,000 people
    found = of_codes({"1": 2, "8N": 100, "46": 30}, TABLE)
    assert isinstance(found, Harm)
    assert found.per_person(12_000) == exact("2.865")


def test_a_correction_under_zero_takes_away() -> None:
    assert of_codes({"1": -1, "8N": 100}, TABLE) == exact("10050.0")


@pytest.mark.parametrize(
    ("counts", "value", "low", "high", "estimate"),
    [
        ({SHOPS: 30}, "330", "330", "330", False),  # 30 x 11: one offence, not what the table says of the type
        ({VIOLENCE: 100}, "25000", "20000", "30000", True),
        ({VIOLENCE: 100, SHOPS: 30}, "25330", "20330", "30330", True),
        ({BURGLARY: 10}, "4000", "4000", "4000", True),  # an estimate of whose range nothing is said
        ({VIOLENCE: 100, ASB: 900}, "25000", "20000", "30000", True),  # anti-social behaviour is no crime
        ({VIOLENCE: 0, SHOPS: 3}, "33", "33", "33", False),
    ],
)
def test_severity_by_crime_type_is_an_estimate_with_its_range(
    counts: dict[str, int], value: str, low: str, high: str, estimate: bool
) -> None:
    assert of_types(counts, TABLE) == Harm(Decimal(value), Decimal(low), Decimal(high), estimate)


@pytest.mark.parametrize(
    ("found", "reason", "lacking"),
    [
        (of_types({SHOPS: 3}, None), NoHarm.NO_TABLE, ()),
        (of_codes({"1": 3}, None), NoHarm.NO_TABLE, ()),
        (of_types({ASB: 900}, TABLE), NoHarm.NO_CRIME, ()),
        (of_types({"drugs": 3, "robbery": 1, SHOPS: 2}, TABLE), NoHarm.NO_WEIGHT, ("drugs", "robbery")),
        (of_codes({"1": 3, "99": 1}, TABLE), NoHarm.NO_WEIGHT, ("99",)),
        (of_codes({}, TABLE), NoHarm.NO_COUNT, ()),
        (of_types({}, TABLE), NoHarm.NO_COUNT, ()),
    ],
)
def test_what_weighs_nothing_says_why(found: object, reason: NoHarm, lacking: tuple[str, ...]) -> None:
    assert found == Weightless(reason, lacking)


def test_what_was_never_counted_needs_no_weight() -> None:
    assert of_codes({"99": 0, "46": 1}, TABLE) == exact("11")
    assert of_codes({"99": 0}, TABLE) == exact("0")


def test_shares_are_of_what_has_a_severity_with_the_widest_range() -> None:
    found = shares(
        {
            "violence": of_types({VIOLENCE: 100}, TABLE),  # 25,000, 20,000 to 30,000
            "theft": of_types({SHOPS: 500}, TABLE),  # 5,500
            "asb": of_types({ASB: 900}, TABLE),
        }
    )
    assert found["asb"] == Weightless(NoHarm.NO_CRIME)
    violence, theft = found["violence"], found["theft"]
    assert isinstance(violence, HarmShare)
    assert isinstance(theft, HarmShare)
    # 25,000 / 30,500; 20,000 / 25,500; 30,000 / 35,500
    assert [round(share, 4) for share in (violence.value, violence.low, violence.high)] == [
        Decimal("81.9672"),
        Decimal("78.4314"),
        Decimal("84.5070"),
    ]
    # 5,500 / 30,500; 5,500 / 35,500; 5,500 / 25,500
    assert [round(share, 4) for share in (theft.value, theft.low, theft.high)] == [
        Decimal("18.0328"),
        Decimal("15.4930"),
        Decimal("21.5686"),
    ]
    assert (violence.is_estimate, theft.is_estimate) == (True, False)


def test_nothing_has_no_share() -> None:
    assert shares({"theft": of_types({SHOPS: 0}, TABLE)}) == {"theft": Weightless(NoHarm.NO_COUNT)}
    assert shares({"asb": of_types({ASB: 1}, TABLE)}) == {"asb": Weightless(NoHarm.NO_CRIME)}
    assert shares({}) == {}
    nothing_at_its_lowest = Harm(Decimal(1), Decimal(0), Decimal(2), is_estimate=True)
    assert shares({"one": nothing_at_its_lowest}) == {
        "one": HarmShare(Decimal(100), Decimal(0), Decimal(100), is_estimate=True)
    }


def test_a_weight_of_a_type_is_no_weight_of_a_code() -> None:
    assert TABLE.of_code(VIOLENCE) is None
    assert TABLE.of_type("8N") is None
    known = [TABLE.of_type(SHOPS), TABLE.of_type(VIOLENCE), TABLE.of_type(ASB)]
    assert [is_exact(weight) for weight in known if weight] == [True, False]
    assert known[2] is None


def test_the_newest_table_is_used_and_named() -> None:
    older = WeightTable("2019/20", "Test weights", ())
    assert newest((TABLE, older)) is TABLE
    assert newest(()) is None
    assert TABLE.name == "Test weights, 2024/25"
