"""Indicators to choose from: each once, in a group, under a name of its own; codes are said whole."""

import pytest

from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.indicators.offered import Group, code_words
from dashboard.reports.pages.indicator import indicator_file
from dashboard.reports.pages.trends import trends
from layouts.components.markup import written
from layouts.pages.indicator_choice import LETTER, ROW, indicator_choice

PARTNERSHIPS = ("warwickshire", "staffordshire", "south-staffordshire", "shropshire", "sampleshire")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("NI 40 & 115", "NI 40 and NI 115"),
        ("NI 15 & 20", "NI 15 and NI 20"),
        ("NI 15", "NI 15"),
        ("PSA 23", "PSA 23"),
        ("R & D", "R & D"),
        ("", ""),
    ],
)
def test_two_codes_in_one_are_both_said_whole(code: str, words: str) -> None:
    assert code_words(code) == words


def names_in(groups: tuple[Group, ...]) -> list[str]:
    return [item.words for group in groups for item in group.members]


@pytest.mark.parametrize("partnership", PARTNERSHIPS)
def test_every_indicator_is_offered_once_under_a_name_of_its_own(desk: Desk, partnership: str) -> None:
    query = f"partnership={partnership}"
    for report in (desk.show(trends, query), desk.show(indicator_file, query)):
        found = [item.indicator.id for group in report.groups for item in group.members]
        names = names_in(report.groups)
        assert sorted(found) == sorted(item.id for item in report.offered)
        assert len(set(names)) == len(names)


def test_what_has_one_name_says_for_which_period_it_is(desk: Desk) -> None:
    shropshire = names_in(desk.show(indicator_file, "partnership=shropshire").groups)
    assert {"Criminal damage, Oct 2008 to Sep 2009", "Criminal damage, 2010/11"} <= set(shropshire)
    warwickshire = names_in(desk.show(indicator_file, "partnership=warwickshire").groups)
    assert {"NI 16 Serious acquisitive crime", "Serious acquisitive crime, 2011/12"} <= set(warwickshire)


@pytest.mark.parametrize("partnership", PARTNERSHIPS)
def test_the_first_row_fits_and_holds_the_chosen_one(store: Store, desk: Desk, partnership: str) -> None:
    for slug, _, name in desk.choices().of(partnership).indicators:
        report = desk.show(indicator_file, f"partnership={partnership}&indicator={slug}")
        parts = indicator_choice("indicator", report.filters, report.groups, report.indicator)
        row = written(parts[:1])
        assert row.count('aria-current="true"') == 1
        assert name in row.replace("&amp;", "&")
        assert sum(len(words) * LETTER for words in names_in(report.groups) if f">{words}<" in row) < ROW
        assert (len(parts) > 1) == (row.count("<a ") < len(report.offered))
    assert store.categories()
