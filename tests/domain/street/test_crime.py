"""Proves the words of street-level crime: months as numbers, periods that hold them, what an offer lets one choose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.address import filters_from, nearest
from dashboard.domain.choices import Choices, PartnershipChoices, StreetChoices
from dashboard.domain.errors import UnreadablePeriod
from dashboard.domain.filters import Filters
from dashboard.domain.periods.calendar import By, first_month, period_with
from dashboard.domain.periods.months import month_number, month_text
from dashboard.domain.periods.period import financial_quarter, financial_year, month
from dashboard.domain.street.crime import Level, Place

MONTHS = st.integers(1990 * 12, 2100 * 12 - 1)
YEAR, QUARTER, JUNE = financial_year(2025), financial_quarter(2025, 1), month(2025, 6)
PLACES = {"E07000196": "South Staffordshire", "locality-1": "Locality 1"}
PARTNERSHIP = PartnershipChoices(
    partnership="staffordshire",
    name="Staffordshire",
    default_period=financial_year(2010),
    areas=(("rugeley", "Rugeley"),),
    categories=(),
    indicators=(),
    periods=(financial_year(2010),),
    street=StreetChoices((("burglary", "Burglary"), ("drugs", "Drugs")), (JUNE, QUARTER, YEAR), PLACES.get),
)
CHOICES = Choices.given(PARTNERSHIP)


@given(MONTHS)
def test_a_month_is_written_as_it_is_read(number: int) -> None:
    assert month_number(month_text(number)) == number


@given(MONTHS, st.sampled_from(By))
def test_a_period_holds_the_month_it_was_found_by_and_begins_with_a_quarter_of_the_financial_year(
    number: int, by: By
) -> None:
    period = period_with(number, by)
    assert first_month(period) <= number < first_month(period) + by.months == first_month(period) + period.months
    assert (first_month(period) - 3) % by.months == 0


@pytest.mark.parametrize(
    "text", ["", "2025", "2025-6", "25-06", "2025-13", "2025-00", "2025/06", "1850-01", "\uff12\uff10\uff12\uff15-06"]
)
def test_what_names_no_month_is_refused(text: str) -> None:
    with pytest.raises(UnreadablePeriod):
        month_number(text)


def test_april_to_june_is_the_first_quarter() -> None:
    assert period_with(month_number("2025-06"), By.QUARTER).label == "Q1 2025/26"


def test_a_place_is_addressed_by_the_last_part_of_its_code() -> None:
    place = Place(1, "south-staffordshire/locality-1", "Locality 1", Level.LOCALITY, None, None)
    assert place.key == "locality-1"


@pytest.mark.parametrize(
    ("search", "view"),
    [
        ("crime=burglary&crime=drugs", {"crimes": frozenset({"burglary", "drugs"})}),
        ("by=month", {"by": By.MONTH}),
        ("area=E07000196", {"area": "E07000196"}),
        ("area=rugeley", {"area": "rugeley"}),
        ("period=2025-26", {"period": YEAR}),
        ("from=2025-M06&to=2025-26-Q1", {"start": JUNE, "end": QUARTER}),
    ],
)
def test_an_address_names_crime_types_places_and_months_that_are_loaded(search: str, view: dict[str, object]) -> None:
    expected = Filters("staffordshire", financial_year(2010)).with_(**view)
    assert filters_from(search, CHOICES) == expected
    assert filters_from(expected.to_query(), CHOICES) == expected


@pytest.mark.parametrize("search", ["crime=piracy", "area=E07000001", "from=2024-M06", "by=century"])
def test_what_is_not_loaded_is_said_in_one_sentence(search: str) -> None:
    view, problems = nearest(search, CHOICES)
    assert (view, len(problems)) == (Filters("staffordshire", financial_year(2010)), 1)


def test_an_offer_without_street_level_crime_has_no_other_places_or_periods() -> None:
    bare = PartnershipChoices("derby", "Derby", YEAR, (), (), (), (YEAR,))
    assert (bare.can_be("E07000196"), bare.has_period(QUARTER), bare.has_period(YEAR)) == (False, False, True)
