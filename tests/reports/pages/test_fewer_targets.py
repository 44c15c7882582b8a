"""Proves what the year end says of targets: fewer than the parts of their total, or easier than their start."""

from dashboard.reports.desk import Desk
from dashboard.reports.pages.data import data
from dashboard.reports.pages.year_end import year_end
from dashboard.reports.words.figures import target_text, why

VIEW = "partnership=warwickshire&period="


def test_next_years_targets_say_which_are_fewer_than_the_parts_of_their_total(desk: Desk) -> None:
    (words,) = desk.show(year_end, f"{VIEW}2010-11").next_notes
    assert words.startswith("Serious acquisitive crime 2011/12: 3 parts (Domestic burglary, Robbery")
    assert words.endswith("which part has none is not printed.")
    assert desk.show(year_end, f"{VIEW}2009-10").next_notes == ()


def test_no_page_says_which_of_the_parts_has_no_target(desk: Desk) -> None:
    parts = {"Domestic burglary", "Robbery (business and personal)", "Vehicle crime"}
    rows = [item for item in desk.show(year_end, f"{VIEW}2011-12").rows if item.indicator.name in parts]
    assert [target_text(item.now) for item in rows] == ["TBC", "TBC", "not printed for each part"]
    assert "blank" not in " ".join(why(item) for item in rows)
    waiting = [item for item in desk.show(data, "partnership=warwickshire").awaited if item.indicator in parts]
    assert [item.is_short for item in waiting] == [False, False, True]


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
