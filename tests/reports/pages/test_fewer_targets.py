"""Proves that the year end says where next year has fewer targets than a total has parts."""

from dashboard.reports.desk import Desk
from dashboard.reports.pages.year_end import year_end

VIEW = "partnership=warwickshire&period="


def test_next_years_targets_say_which_are_fewer_than_the_parts_of_their_total(desk: Desk) -> None:
    (words,) = desk.show(year_end, f"{VIEW}2010-11").next_notes
    assert words.startswith("Serious acquisitive crime 2011/12: 3 parts (Domestic burglary, Robbery")
    assert words.endswith("which part has none is not printed.")
    assert desk.show(year_end, f"{VIEW}2009-10").next_notes == ()
