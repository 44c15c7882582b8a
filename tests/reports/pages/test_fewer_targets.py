"""Proves what the year end says of targets: fewer than the parts of their total, or easier than their start."""

from dashboard.reports.desk import Desk
from dashboard.reports.pages.year_end import year_end

VIEW = "partnership=warwickshire&period="


def test_next_years_targets_say_which_are_fewer_than_the_parts_of_their_total(desk: Desk) -> None:
    (words,) = desk.show(year_end, f"{VIEW}2010-11").next_notes
    assert words.startswith("Serious acquisitive crime 2011/12: 3 parts (Domestic burglary, Robbery")
    assert words.endswith("which part has none is not printed.")
    assert desk.show(year_end, f"{VIEW}2009-10").next_notes == ()


def test_a_target_easier_than_the_year_before_is_flagged_however_much_of_this_one_is_known(desk: Desk) -> None:
    flagged = {
        (row["indicator"], row["period"])
        for period in ("2009-10", "2010-11", "2011-12")
        for row in desk.show(year_end, f"{VIEW}{period}").tables[0].rows
        if row["target_flag"] == "target easier than its start"
    }
    assert flagged == {
        ("Serious acquisitive crime", "2010/11"),
        ("Drug users in effective treatment", "2010/11"),
        ("Hospital admissions for alcohol-related harm", "2011/12"),
    }
