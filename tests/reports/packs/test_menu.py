"""The menu of every page offers what can be written, and calls it by the same words."""

from dashboard.exports.papers.formats import FORMATS
from dashboard.reports.packs.menu import MENU


def test_the_menu_offers_every_format_that_is_written() -> None:
    assert {form: paper.words for form, paper in FORMATS.items()} == MENU
