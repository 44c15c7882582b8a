"""Proves rates with intervals beside the rate of all, and South Staffordshire's localities against their total."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.domain.statistics.comparison import Against, Rate, moves, rate_of

PRINTED = Path(__file__).parents[3] / "data" / "published" / "observations.csv"


def localities(crime: str) -> dict[str, tuple[Decimal, Decimal]]:
    """The counts of 2008/09 and 2009/10 by locality, as they are printed."""
    with PRINTED.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["indicator"] == f"south-staffordshire/{crime}"]
    found = {(row["area"][-1], row["period"]): Decimal(row["text"].replace(",", "")) for row in rows}
    return {f"Locality {at}": (found[at, "2008-09"], found[at, "2009-10"]) for at in "12345"}


def test_a_rate_has_byars_interval_and_under_ten_the_exact_one() -> None:
    found = rate_of(Decimal(65), 100_000)
    assert found.number == Decimal("0.65")
    assert (found.low, found.high) == pytest.approx((0.50163188, 0.82849139), rel=1e-7)
    one = rate_of(Decimal(1), 100)
    assert (one.low, one.high) == pytest.approx((0.25318, 55.71643), rel=1e-5)


def test_nobody_has_no_rate() -> None:
    with pytest.raises(ValueError, match="no rate"):
        rate_of(Decimal(1), 0)


@pytest.mark.parametrize(
    ("benchmark", "place"),
    [("3.9", Against.HIGHER), ("4", Against.SIMILAR), ("6", Against.SIMILAR), ("6.1", Against.LOWER)],
)
def test_an_area_differs_when_its_whole_interval_lies_on_one_side(benchmark: str, place: Against) -> None:
    assert Rate(Decimal(5), 4.0, 6.0).against(Decimal(benchmark)) is place


def test_anti_social_behaviour_fell_and_locality_5_moved_against_it_within_chance() -> None:
    parts = localities("asb")
    before, now = (sum(pair[at] for pair in parts.values()) for at in (0, 1))
    assert (before, now, round((now - before) / before * 100, 1)) == (3682, 3127, Decimal("-15.1"))
    found = moves(parts)
    assert {name for name, move in found.items() if move.counter} == {"Locality 5"}
    fifth = found["Locality 5"]
    assert (fifth.change, fifth.real) == (Decimal(48), False)
    assert fifth.share is not None
    assert round(fifth.share, 1) == Decimal("-8.6")
    assert round(fifth.change / parts["Locality 5"][0] * 100, 1) == Decimal("6.6")
    assert sum(move.share or 0 for move in found.values()) == pytest.approx(100)
    assert found["Locality 3"].real


def test_burglary_rose_and_locality_5_moved_against_it() -> None:
    parts = localities("burglary")
    before, now = (sum(pair[at] for pair in parts.values()) for at in (0, 1))
    assert round((now - before) / before * 100, 1) == Decimal("9.0")
    fifth = moves(parts)["Locality 5"]
    assert fifth.counter
    assert round(fifth.change / parts["Locality 5"][0] * 100, 1) == Decimal("-28.1")


def test_where_changes_cancel_there_are_counts_and_no_shares() -> None:
    found = moves({"North": (Decimal(100), Decimal(150)), "South": (Decimal(100), Decimal(50))})
    assert [(move.change, move.share, move.real, move.counter) for move in found.values()] == [
        (Decimal(50), None, True, False),
        (Decimal(-50), None, True, False),
    ]
