"""The tree of categories: what lies within one, and the way to it."""

import pytest

from dashboard.domain.categories import Category, CategoryTree
from dashboard.domain.errors import PublishedFault, UnknownFilter

TREE = CategoryTree(
    (
        Category("acquisitive-crime", "Acquisitive crime"),
        Category("vehicle-crime", "Vehicle crime", "acquisitive-crime"),
        Category("theft-from-vehicle", "Theft from a vehicle", "vehicle-crime"),
        Category("robbery", "Robbery", "acquisitive-crime"),
        Category("road-safety", "Road safety"),
    )
)


@pytest.mark.parametrize(
    ("slug", "within"),
    [
        ("acquisitive-crime", {"acquisitive-crime", "vehicle-crime", "theft-from-vehicle", "robbery"}),
        ("vehicle-crime", {"vehicle-crime", "theft-from-vehicle"}),
        ("road-safety", {"road-safety"}),
    ],
)
def test_within_is_itself_and_all_below(slug: str, within: set[str]) -> None:
    assert TREE.within(slug) == within


def test_the_path_leads_down_from_the_top() -> None:
    slugs = [row.slug for row in TREE.path("theft-from-vehicle")]
    assert slugs == ["acquisitive-crime", "vehicle-crime", "theft-from-vehicle"]
    assert TREE.name("robbery") == "Robbery"
    assert [row.slug for row in TREE.children()] == ["acquisitive-crime", "road-safety"]


def test_an_unknown_category_is_refused() -> None:
    for ask in (TREE.within, TREE.path, TREE.name):
        with pytest.raises(UnknownFilter, match="no category"):
            ask("witchcraft")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((Category("a", "A", "b"),), "add its row"),
        ((Category("a", "A", "b"), Category("b", "B", "a")), "own ancestor"),
        ((Category("a", "A", "a"),), "own ancestor"),
        ((Category("a", "A"), Category("a", "B")), "twice"),
    ],
)
def test_a_tree_that_is_none_is_refused(rows: tuple[Category, ...], said: str) -> None:
    with pytest.raises(PublishedFault, match=said):
        CategoryTree(rows)


def test_a_category_of_one_s_own_holds_shared_ones_and_crime_types() -> None:
    night = Category("derby-night", "Night", includes=("acquisitive-crime",), home="derby")
    late = Category("derby-late", "Late", "derby-night", crimes=frozenset({"drugs"}), home="derby")
    tree = CategoryTree((*TREE.categories, night, late))
    assert tree.within("derby-night") == {"derby-night", "derby-late"} | TREE.within("acquisitive-crime")
    assert tree.crimes_within("derby-night") == {"drugs"}
    assert tree.shared == TREE.categories


def test_a_name_means_the_partnership_s_own_category_before_a_shared_one() -> None:
    own = Category("derby-robbery", "Robbery", home="derby")
    tree = CategoryTree((*TREE.categories, own))
    assert tree.meant_by("derby")["Robbery"] == own.slug
    assert tree.meant_by("rutland")["Robbery"] == tree.meant_by("derby")["robbery"] == "robbery"
    assert own.slug in tree.slugs
