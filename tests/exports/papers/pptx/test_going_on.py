"""Slides that what fills more than one goes on over say which of how many each is."""

from dataclasses import replace

from dashboard.exports.papers.pptx.deck import write
from tests.exports.papers.pptx.opened import opened
from tests.exports.papers.typed_pack import PACK, SECTION, STANDINGS


def test_slides_of_small_tables_say_which_of_how_many_each_is() -> None:
    tables = tuple(replace(STANDINGS, key=f"table-{at}", title=f"Table {at}") for at in range(7))
    deck = opened(write(replace(PACK, sections=(replace(SECTION, charts=(), tables=tables),))))
    first, *others = [slide.shapes.title.text for slide in list(deck.slides)[1:]]
    assert len(others) > 1
    assert others == [f"{first}, continued ({at} of {len(others) + 1})" for at in range(2, len(others) + 2)]
