"""A line of scrutiny is about the categories that its words name, each as a whole word."""

import pytest

from dashboard.domain.categories import Category, CategoryTree
from dashboard.domain.records import LensCategory, SourceCell
from dashboard.reports.places.watched import categories_of, is_of_everything

TREE = CategoryTree(
    (
        Category("road-safety", "Road safety"),
        Category("anti-social-behaviour", "Anti-social behaviour"),
        Category("alcohol", "Alcohol"),
        Category("theft", "Theft"),
    )
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Road Safety", ("road-safety",)),
        ("Anti-Social Behaviour (District level)", ("anti-social-behaviour",)),
        ("Anti social behaviour", ("anti-social-behaviour",)),
        ("Drug and alcohol strategy", ("alcohol", "drugs")),
        ("Drugs Strategy", ("drugs",)),
        ("The contribution of the Probation Service", ("reducing-reoffending",)),
        ("Serious acquisitive crime initiatives", ("acquisitive-crime",)),
        ("Broadband for all", ()),
        ("Prevent (other things)", ()),
        ("Licensing", ()),
        ("", ()),
    ],
)
def test_a_line_is_about_what_its_words_name(text: str, found: tuple[str, ...]) -> None:
    assert categories_of(text, TREE) == found


def test_a_partnership_is_understood_in_its_own_words() -> None:
    cell = SourceCell(1, "WAR", "Text", "", "", "")
    assert categories_of("Nuisance in parks", TREE, [LensCategory("anti-social-behaviour", "Nuisance", cell)]) == (
        "anti-social-behaviour",
    )


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("associated strategies and performance reports, etc.", True),
        ("its partnership plan", True),
        ("Performance of the choir", False),
    ],
)
def test_who_watches_the_reports_watches_all_figures(text: str, whole: bool) -> None:
    assert is_of_everything(text) is whole
