"""The menu of every page offers what can be written, and calls it by the same words."""

from dashboard.exports.papers.formats import FORMATS
from dashboard.reports.packs.menu import MENU


def test_the_menu_offers_formats_that_are_written() -> None:
    assert {form: FORMATS[form].words for form in MENU} == MENU
