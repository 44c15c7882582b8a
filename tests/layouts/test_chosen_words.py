"""Proves that the one line of a folded filter bar says what its controls say, and nothing that is not narrowed down."""

import pytest

from dashboard.domain.choices import Choices, Measure, PartnershipChoices, StreetChoices
from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import from_slug
from layouts.filter_bar import Choosable, chosen_words

YEAR = from_slug("2010-11")
MONTHS = tuple(from_slug(f"2010-M{month:02}") for month in range(4, 13))
STREET = StreetChoices((("burglary", "Burglary"), ("drugs", "Drugs")), (YEAR, *MONTHS), lambda key: None)
HERE = PartnershipChoices(
    "here",
    "Hereshire",
    YEAR,
    (("north", "North"),),
    (("alcohol", "Alcohol"), ("arson", "Arson")),
    (),
    (YEAR,),
    STREET,
)
EVERY = Choices.given(HERE)
ALL = ("area", "period", "crime", "measure", "category")


@pytest.mark.parametrize(
    ("view", "shown", "words"),
    [
        (Filters("here", YEAR), (), "Hereshire"),
        (Filters("here", YEAR), ALL, "Hereshire, 2010/11"),
        (Filters("here", YEAR, "north"), ALL, "Hereshire, North, 2010/11"),
        (Filters("here", YEAR, "north"), ("period",), "Hereshire, 2010/11"),
        (Filters("here", YEAR, crimes=frozenset({"drugs"})), ALL, "Hereshire, 2010/11, Drugs"),
        (Filters("here", YEAR, crimes=frozenset({"drugs", "burglary"})), ALL, "Hereshire, 2010/11, 2 types"),
        (Filters("here", YEAR, measure=Measure.INDEX), ALL, "Hereshire, 2010/11, Index, first = 100"),
        (Filters("here", YEAR, categories=frozenset({"arson"})), ("category",), "Hereshire, Arson"),
        (
            Filters("here", YEAR, categories=frozenset({"arson", "alcohol"})),
            ALL,
            "Hereshire, 2010/11, Alcohol and Arson",
        ),
        (Filters("here", from_slug("2009-10")), ALL, "Hereshire, 2009/10: none"),
    ],
)
def test_the_line_says_what_is_chosen(view: Filters, shown: tuple[str, ...], words: str) -> None:
    assert chosen_words(Choosable(HERE, view), EVERY, shown) == words


@pytest.mark.parametrize(
    ("view", "words"),
    [
        (Filters("here", STREET.newest_quarter), "Hereshire, Q3 2010/11, newest"),
        (Filters("here", YEAR, "north"), "Hereshire, North, 2010/11"),
        (Filters("here", YEAR, against=from_slug("2008-09")), "Hereshire, 2010/11, 2008/09"),
    ],
)
def test_the_line_of_a_page_of_street_level_crime_says_its_months_and_an_unusual_comparison(
    view: Filters, words: str
) -> None:
    shown = ("area", "period", "against")
    assert chosen_words(Choosable(HERE, view, shows_street_places=True), EVERY, shown) == words
