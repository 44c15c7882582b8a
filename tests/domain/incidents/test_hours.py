"""Incidents by hour, band and day; rounded each by itself; which lists stand for a month."""

from dataclasses import replace
from fractions import Fraction

import pytest

from dashboard.domain.incidents.hours import concentration, hours_of, nearest, rounded
from dashboard.domain.incidents.lists import IncidentList, rounded_list, standing_for
from dashboard.domain.incidents.parts import ONE
from dashboard.domain.incidents.standing_out import stands_out
from dashboard.domain.incidents.week import BY_SLUG

FRIDAY = BY_SLUG["fri-22"]


def weights(**bands: int) -> list[int]:
    """So many incidents in the first hour of each band."""
    found = [0] * 168
    for slug, n in bands.items():
        found[BY_SLUG[slug.replace("_", "-")].cells[0]] = n * ONE
    return found


def test_a_band_and_its_share() -> None:
    found = hours_of(weights(fri_22=18, mon_06=82), timed=100, unknown=7, spread_wide=3)
    assert (found.of(FRIDAY), found.share(FRIDAY)) == (Fraction(18), Fraction(18, 100))
    assert found.total == 110
    assert found.on(4) == 18
    assert found.at(FRIDAY.cells[0]) == 18
    assert found.busiest == BY_SLUG["mon-06"]
    assert concentration(found, FRIDAY) == Fraction(18, 100) * 42


@pytest.mark.parametrize(
    ("held", "timed", "is_out"),
    [(7, 96, False), (9, 96, True), (1, 1, False), (18, 100, True), (0, 0, False), (132, 5_528, False)],
)
def test_a_band_stands_out_where_chance_makes_it_so_in_none_of_a_week(held: int, timed: int, is_out: bool) -> None:
    found = hours_of(weights(fri_22=held), timed, unknown=0, spread_wide=0)
    assert stands_out(found, FRIDAY) is is_out


def test_of_nothing_there_is_no_share_and_no_busiest() -> None:
    found = hours_of([0] * 168, 0, 0, 0)
    assert found.share(FRIDAY) == 0
    assert found.busiest is None
    assert not found.is_rounded


def test_each_number_is_rounded_by_itself() -> None:
    cells = [0] * 168
    for cell in FRIDAY.cells:
        cells[cell] = 2 * ONE
    found = rounded(hours_of(cells, timed=8, unknown=2, spread_wide=3))
    assert set(found.cells) == {0}
    assert [found.of(FRIDAY), found.on(4), found.timed] == [10, 10, 10]
    assert (found.unknown, found.spread_wide, found.total) == (0, 5, 15)
    assert found.is_rounded
    assert found.base == 5


def test_a_half_goes_up_and_a_share_never_over_all() -> None:
    found = rounded(hours_of([5 * ONE // 2] + [0] * 167, timed=2, unknown=0, spread_wide=0))
    assert found.at(0) == 5
    assert found.timed == 0
    assert found.share(BY_SLUG["sun-22"]) == 0
    more = rounded(hours_of([3 * ONE] + [0] * 167, timed=12, unknown=0, spread_wide=0))
    assert more.share(BY_SLUG["sun-22"]) == Fraction(1, 2)


def one(number: int, first: int, last: int, *crimes: str, standing: bool = True) -> IncidentList:
    return IncidentList(number, number, "list.csv", first, last, frozenset(crimes), 10, "", standing)


def test_the_newest_list_that_shares_a_type_takes_the_month_whole() -> None:
    old, new = one(1, 10, 20, "burglary", "drugs"), one(2, 15, 25, "burglary")
    assert standing_for(12, [old, new]) == [old]
    assert standing_for(18, [old, new]) == [new]
    assert standing_for(26, [old, new]) == []


def test_lists_of_other_types_stand_beside_each_other() -> None:
    first, second = one(1, 10, 20, "burglary"), one(2, 10, 20, "violence-and-sexual-offences")
    assert standing_for(12, [first, second]) == [second, first]


def test_what_was_withdrawn_gives_way_to_what_stood_before() -> None:
    old, new = one(1, 10, 20, "burglary"), one(2, 10, 20, "burglary", standing=False)
    assert standing_for(12, [old, new]) == [old]


def test_others_see_the_size_of_a_list_rounded() -> None:
    assert rounded_list(replace(one(1, 10, 20), incidents=13)).incidents == 15
    assert [nearest(number) for number in (0, 2, 3, 7, 8, 12, 13)] == [0, 0, 5, 5, 10, 10, 15]
    assert nearest(3, 10) == 0
    assert nearest(5, 10) == 10
