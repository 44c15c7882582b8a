"""What is held back of a frozen meeting: numbers that a rule covers by now, and what is private."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.domain.disclosure.covers import HIDDEN
from dashboard.domain.disclosure.telling import WITHHELD
from dashboard.domain.snapshots.covering import HELD_BACK, covered, public
from dashboard.domain.snapshots.reading import written
from dashboard.domain.snapshots.seen import Seen, SeenWords
from tests.domain.snapshots.typed import BURGLARY, DECISION, SECRET, SEEN

COVERED = ("rutland/burglary", "rutland", "2025-26-Q1", Decimal("3"))


def test_a_covered_number_stands_nowhere_on_a_screen() -> None:
    found = covered(SEEN, {COVERED: HIDDEN})
    [measure] = found.measures
    assert (measure.number, measure.text, measure.target, measure.status, measure.status_words) == (
        ("", "[c]", "", "", HELD_BACK)
    )
    slide = found.items[0].slide
    assert (slide.title, slide.lede) == ("Burglary", HELD_BACK)
    assert (slide.number, slide.facts, slide.diagram, slide.listing) == ("", (), None, None)
    assert (found.items[0].words, found.items[0].why) == ("Burglary", WITHHELD)
    assert [(part.words, part.why) for part in found.items[0].said] == [
        ("Lock the sheds", WITHHELD),
        (SECRET.words, ""),
    ]


def test_a_number_that_is_drawn_only_is_held_back_too() -> None:
    found = covered(SEEN, {("rutland/burglary", "rutland/oakham", "2025-26-Q1", Decimal("2.0")): HIDDEN})
    assert found.items[0].slide.diagram is None
    assert found.measures == SEEN.measures


@pytest.mark.parametrize(
    "version",
    [
        ("rutland/burglary", "rutland", "2025-26-Q2", Decimal("3")),
        ("rutland/burglary", "rutland", "2025-26-Q1", Decimal("4")),  # what stands there now, and was not seen
        ("rutland/robbery", "rutland", "2025-26-Q1", Decimal("3")),
    ],
)
def test_what_no_rule_covers_stays(version: tuple[str, str, str, Decimal]) -> None:
    found = covered(SEEN, {version: HIDDEN})
    assert found.measures == SEEN.measures
    assert found.items[0].slide == SEEN.items[0].slide


def test_words_about_a_covered_indicator_name_no_number() -> None:
    noted = replace(
        SEEN, said=(SeenWords("note", words="Only 2 left", indicator="rutland/burglary"), SeenWords(words="All 9 came"))
    )
    found = covered(noted, {("rutland/burglary", "rutland", "2025-26-Q2", Decimal(3)): HIDDEN})
    assert [part.words for part in found.said] == [WITHHELD, "All 9 came"]


def test_what_is_no_number_is_no_fault() -> None:
    seen = Seen(measures=(replace(BURGLARY, number="about 3"),))
    assert covered(seen, {COVERED: HIDDEN}) == seen


def test_everybody_is_told_what_is_not_private() -> None:
    found = public(SEEN)
    assert [(item.number, item.said) for item in found.items] == [("1", (DECISION,))]
    assert found.said == ()
    assert "A named address" not in written(found)
    assert "A case" not in written(found)
