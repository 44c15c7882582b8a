"""How figures are said: numbers up to ten in words, differences with sign and unit, words for everything."""

from decimal import Decimal

import pytest

from dashboard.domain.targets.status import Certainty, Difference, Polarity, Status, Verdict
from dashboard.domain.values.printed import Marker, Reason
from dashboard.domain.wording import listed, number_word, plural, sentence
from dashboard.reports.words.figures import (
    CERTAINTY_WORDS,
    MARKER_WORDS,
    POLARITY_WORDS,
    STATUS_WORDS,
    WHY,
    difference_text,
    variance_text,
)
from layouts.components.findings import RULE_WORDS


def percent(number: str) -> Difference:
    return Difference(Decimal(number), None, None, None)


def points(number: str) -> Difference:
    return Difference(None, Decimal(number), None, None)


def counts(number: str) -> Difference:
    return Difference(None, None, Decimal(number), None, small_base=True)


NOTHING = Difference(None, None, None, Reason.PART_YEAR)


@pytest.mark.parametrize(
    ("count", "words"), [(0, "no"), (1, "one"), (10, "ten"), (11, "11"), (30, "30"), (1234, "1,234")]
)
def test_numbers_up_to_ten_are_spelled(count: int, words: str) -> None:
    assert number_word(count) == words


@pytest.mark.parametrize(
    ("count", "forms", "words"),
    [
        (0, ("target",), "no targets"),
        (1, ("target",), "one target"),
        (2, ("target",), "two targets"),
        (2, ("locality", "localities"), "two localities"),
        (1, ("locality", "localities"), "one locality"),
    ],
)
def test_a_noun_follows_its_number(count: int, forms: tuple[str, ...], words: str) -> None:
    assert plural(count, *forms) == words


@pytest.mark.parametrize(
    ("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_ends_with_and(items: list[str], words: str) -> None:
    assert listed(items) == words


@pytest.mark.parametrize(("text", "words"), [("", ""), ("one target", "One target"), ("NI 15", "NI 15")])
def test_a_sentence_begins_with_a_capital(text: str, words: str) -> None:
    assert sentence(text) == words


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (percent("16.319"), "+16.3%"),
        (percent("-11.799"), "−11.8%"),
        (percent("-0.987"), "−1.0%"),
        (percent("0"), "0.0%"),
        (points("-1.3"), "−1.3 points"),
        (points("4"), "+4 points"),
        (counts("17"), "+17"),
        (counts("-2"), "−2"),
        (NOTHING, ""),
    ],
)
def test_a_difference_has_its_sign_and_its_unit(difference: Difference, words: str) -> None:
    assert difference_text(difference) == words


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (percent("16.319"), "16.3% above target"),
        (percent("-11.799"), "11.8% below target"),
        (points("-1.3"), "1.3 points below target"),
        (counts("3"), "3 above target"),
        (percent("0"), "on target"),
        (points("0"), "on target"),
        (counts("0"), "on target"),
        (NOTHING, ""),
    ],
)
def test_a_variance_names_its_side(difference: Difference, words: str) -> None:
    assert variance_text(Verdict(Status.MET, None, difference, None)) == words


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (Reason, WHY),
        (Status, STATUS_WORDS),
        (Certainty, CERTAINTY_WORDS),
        (Polarity, POLARITY_WORDS),
        (Marker, MARKER_WORDS),
    ],
)
def test_everything_that_can_be_said_has_its_words(known: type, said: dict[str, str]) -> None:
    assert {str(item) for item in known} == {str(item) for item in said}  # type: ignore[attr-defined]
    assert all(said.values())


def test_every_rule_of_the_checks_has_its_words() -> None:
    assert {"parts-against-total", "text-against-table", "identical-targets", "residual-jump"} <= set(RULE_WORDS)
    assert all(RULE_WORDS.values())
