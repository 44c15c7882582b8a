"""A few typed words find what has a name or a code, the best first."""

import pytest

from dashboard.domain.doors import PlainDoor
from dashboard.domain.finding import Findable, Fit, Kind, fit_of, found, words_of

DOOR = PlainDoor("load")
VIOLENCE = Findable(Kind.INDICATOR, "Most serious violent crime", DOOR, "NI 15", "Warwickshire")
HALVES = Findable(Kind.INDICATOR, "Drug users in effective treatment", DOOR, "NI 40 & 115", "Shropshire")
ACTION = Findable(Kind.ACTION, "7.4 Review of serious violent crime", DOOR, "", "Observatory, Staffordshire")
PLACE = Findable(Kind.PLACE, "St Mary’s, Zoë’s Café", DOOR, "E01029762", "ward, Staffordshire")
CATEGORY = Findable(Kind.CATEGORY, "Serious violent crime", DOOR)
ALL = (ACTION, PLACE, HALVES, CATEGORY, VIOLENCE)


@pytest.mark.parametrize(
    ("asked", "item", "fit"),
    [
        ("ni 15", VIOLENCE, Fit.CODE),
        ("NI15", VIOLENCE, Fit.CODE),
        ("Ni-15", VIOLENCE, Fit.CODE),
        ("15", VIOLENCE, Fit.WORDS),
        ("ni 115", HALVES, Fit.CODE),
        ("ni40", HALVES, Fit.CODE),
        ("ni 40 & 115", HALVES, Fit.CODE),
        ("e01029762", PLACE, Fit.CODE),
        ("E0102", PLACE, Fit.WORDS),
        ("most serious violent crime", VIOLENCE, Fit.NAME),
        ("Most ser", VIOLENCE, Fit.START),
        ("crime serious", VIOLENCE, Fit.WORDS),
        ("violent warwick", VIOLENCE, Fit.BESIDE),
        ("observatory", ACTION, Fit.BESIDE),
        ("action review", ACTION, Fit.BESIDE),
        ("st marys zoes cafe", PLACE, Fit.NAME),
        ("ious", VIOLENCE, None),
        ("violent derby", VIOLENCE, None),
        ("5", VIOLENCE, None),
    ],
)
def test_each_word_begins_one_of_its_words(asked: str, item: Findable, fit: Fit | None) -> None:
    assert fit_of(item, words_of(asked)) == fit


def test_the_best_comes_first_then_the_kind_then_the_order() -> None:
    assert found(ALL, (), "serious violent crime", 9) == (CATEGORY, VIOLENCE, ACTION)
    assert found(ALL, (), "serious", 9) == (CATEGORY, VIOLENCE, ACTION)
    assert found(ALL, (), "staffordshire", 9) == (PLACE, ACTION)
    assert found(ALL, (), "serious", 1) == (CATEGORY,)


@pytest.mark.parametrize(
    ("asked", "items"),
    [
        ("serious", (ACTION, VIOLENCE)),  # both by their own words: the own one first
        ("serious violent crime", (ACTION, VIOLENCE)),
        ("ni 15", (VIOLENCE,)),
        ("most serious violent crime", (VIOLENCE,)),  # named just so
        ("staffordshire", (ACTION,)),
    ],
)
def test_the_own_comes_before_others_but_for_what_is_named_just_so(asked: str, items: tuple[Findable, ...]) -> None:
    assert found((ACTION,), (VIOLENCE,), asked, 9) == items
    named = Findable(Kind.PARTNERSHIP, "Staffordshire", DOOR)
    assert found((PLACE,), (named,), "staffordshire", 9) == (named, PLACE)


@pytest.mark.parametrize("asked", ["", "   ", "–", "…!"])
def test_no_words_find_nothing(asked: str) -> None:
    assert found(ALL, (), asked, 9) == ()
