"""Among many tests only those stand out that are unlikely even so (Benjamini and Hochberg, 1995)."""

import pytest

from dashboard.domain.statistics.many import among_many, holm, standing_out

#: The fifteen p of Benjamini and Hochberg's own example (1995, section 3.2): four stand out, Bonferroni keeps three.
THROMBOLYSIS = (
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344),
    *(0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
)


def test_the_papers_own_example() -> None:
    assert standing_out(THROMBOLYSIS) == (True,) * 4 + (False,) * 11


def test_the_order_does_not_matter_and_a_missing_one_never_stands_out() -> None:
    assert standing_out([None, *reversed(THROMBOLYSIS)]) == (False,) * 12 + (True,) * 4


@pytest.mark.parametrize(
    ("chances", "out"),
    [
        ((), ()),
        ((None, None), (False, False)),
        ((0.05,), (True,)),
        ((0.051,), (False,)),
        ((0.0106, 0.0149, 0.0390, *[0.5] * 10), (False,) * 13),  # three of thirteen that alone would be real changes
        ((0.03, 0.04), (True, True)),  # the second alone lets both stand out
        ((0.04, 0.04, 0.04), (True, True, True)),
    ],
)
def test_what_stands_out_depends_on_how_many_were_looked_at(
    chances: tuple[float | None, ...], out: tuple[bool, ...]
) -> None:
    assert standing_out(chances) == out


def test_three_of_thirteen_that_alone_would_be_real_changes_are_none_among_so_many() -> None:
    found = holm((0.0106, 0.0149, 0.0390, *[0.5] * 10))
    assert [round(p, 2) for p in found[:3] if p is not None] == [0.14, 0.18, 0.43]
    assert set(found[3:]) == {1.0}


def test_each_is_at_least_as_likely_together_as_the_one_before_it() -> None:
    assert holm((None, 0.03, 0.02, 0.5)) == (None, 0.06, 0.06, 0.5)
    assert holm(()) == ()


def test_changes_are_judged_among_all_that_were_looked_at() -> None:
    alone, none = among_many([(53, 29), None])
    assert none is None
    assert alone is not None
    assert (round(alone.chance, 4), round(alone.together, 4), alone.real, alone.is_real_alone) == (
        0.0106,
        0.0106,
        True,
        True,
    )
    (among, _) = among_many([(53, 29), (20, 20)], looked_at=68)
    assert among is not None
    assert (round(among.together, 2), among.real, among.is_real_alone) == (0.72, False, True)


def test_counts_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="no count"):
        among_many([(3, -1)])
