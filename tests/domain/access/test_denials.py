"""So many denials a minute are listed, from one address and from all; what is left out is counted and told once."""

from datetime import UTC, datetime, timedelta

import pytest

from dashboard.domain.access.denials import (
    ELSEWHERE,
    MOST_EVERYWHERE,
    MOST_HERE,
    MOST_KNOWN,
    MOST_TOLD,
    Admission,
    Denials,
    network_of,
)

LISTED, LAST, COUNTED = Admission

START = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)
LATER = START + timedelta(seconds=60)


def test_the_first_of_one_address_are_listed_and_the_rest_counted() -> None:
    denials = Denials()
    found = [denials.admit("192.0.2.7", START) for _ in range(MOST_HERE + 2)]
    assert found == [LISTED] * (MOST_HERE - 1) + [LAST] + [COUNTED] * 2
    assert denials.admit("192.0.2.8", START) is LISTED
    assert denials.ended(START + timedelta(seconds=59)) == ()
    [told] = denials.ended(LATER)
    assert (told.origin, told.since, told.count) == ("192.0.2.7", START, 2)
    assert told.words == "2 more denied or failed deeds were counted within a minute and not listed"
    assert denials.ended(LATER) == ()
    assert denials.admit("192.0.2.7", LATER) is LISTED


def test_a_minute_with_nothing_left_out_tells_nothing() -> None:
    denials = Denials()
    denials.admit("192.0.2.7", START)
    assert denials.ended(LATER) == ()
    assert denials.close() == ()


def test_one_is_said_as_one() -> None:
    denials = Denials()
    for _ in range(MOST_HERE + 1):
        denials.admit("192.0.2.7", START)
    assert denials.close()[0].words.startswith("1 more denied or failed deed was counted")


def test_many_addresses_together_have_a_bound_too_and_the_rest_of_them_one_number() -> None:
    denials = Denials()
    found = [denials.admit(f"host {at}", START) for at in range(5_000)]
    told = denials.ended(LATER)
    assert found[:MOST_EVERYWHERE] == [LISTED] * (MOST_EVERYWHERE - 1) + [LAST]
    assert set(found[MOST_EVERYWHERE:]) == {COUNTED}
    assert len(told) == MOST_TOLD + 1
    assert sum(item.count for item in told) == 5_000 - MOST_EVERYWHERE
    assert told[0].origin == ELSEWHERE  # those beyond the most that are counted apart
    assert told[0].count == 5_000 - MOST_EVERYWHERE - MOST_KNOWN


def test_a_clock_that_is_set_back_ends_the_minute() -> None:
    denials = Denials()
    denials.admit("192.0.2.7", START)
    assert denials.is_over(START - timedelta(hours=1))
    assert not denials.is_over(START)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("officer at pc-7", "officer at pc-7"),
        ("", ""),
    ],
)
def test_one_customer_of_the_newer_internet_is_one_address(address: str, network: str) -> None:
    assert network_of(address) == network
