"""Two indicators are one measure by their code, or where one has none by their name; codes in one are told apart."""

from dataclasses import replace

import pytest

from dashboard.domain.records import Indicator, Partnership, Scope
from dashboard.questions.store import Store
from dashboard.reports.places.holdings import every_indicator, holdings, is_linked, is_same, shared_measures


@pytest.fixture
def serious(store: Store) -> Indicator:
    return next(item for item in store.indicators(Scope("warwickshire")) if item.slug == "ni-15")


@pytest.mark.parametrize(
    ("code", "name", "same"),
    [
        ("NI 15", "Anything else", True),
        ("ni15", "Anything else", True),
        ("NI 15 & 20", "Violence", True),
        ("NI 150", "Most serious violent crime", False),
        ("NI 16", "Most serious violent crime", False),
        ("", "most  serious violent crime", True),
        ("", "Violent crime", False),
    ],
)
def test_a_measure_is_known_by_its_code_then_by_its_name(serious: Indicator, code: str, name: str, same: bool) -> None:
    other = replace(serious, id="x/other", code=code, name=name)
    assert is_same(serious, other) is same
    assert is_same(other, serious) is same


def test_linked_is_what_is_of_one_category_or_a_part_of_the_other(serious: Indicator) -> None:
    elsewhere = replace(serious, id="x/other", category="alcohol", part_of="")
    assert is_linked(serious, replace(elsewhere, category=serious.category))
    assert is_linked(serious, replace(elsewhere, part_of=serious.id))
    assert not is_linked(serious, elsewhere)


def test_measures_that_several_hold_come_first_each_under_its_code(store: Store) -> None:
    shared = shared_measures(every_indicator(store))
    several = {item.words: [home.slug for home in item.partnerships] for item in shared if len(item.partnerships) > 1}
    assert several["NI 15"] == ["warwickshire", "staffordshire"]
    assert several["NI 16"] == ["warwickshire", "shropshire"]
    assert [len(item.partnerships) for item in shared] == sorted((len(at.partnerships) for at in shared), reverse=True)
    assert "NI 115" in [item.words for item in shared]


def test_each_partnership_has_its_newest_figure_in_its_own_unit(store: Store, serious: Indicator) -> None:
    same = [(home, item) for home, item in every_indicator(store) if is_same(serious, item)]
    found = [(at.partnership.slug, at.item.indicator.unit, at.filters.period.slug) for at in holdings(store, same)]
    assert found[0] == ("warwickshire", "offences", "2010-11")
    assert [home for home, _, _ in found] == ["warwickshire", "staffordshire", "staffordshire"]
    assert found[1][1] != "offences"


def test_what_has_neither_figure_nor_target_is_left_out(store: Store, serious: Indicator) -> None:
    home = next(item for item in store.partnerships() if isinstance(item, Partnership) and item.slug == "warwickshire")
    assert holdings(store, [(home, replace(serious, id="warwickshire/nothing"))]) == ()
