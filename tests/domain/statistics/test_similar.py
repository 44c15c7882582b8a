"""Proves which group of similar areas counts on a day."""

from datetime import date

from dashboard.domain.statistics.similar import SimilarSet, in_force


def group(name: str, year: int, *codes: str) -> SimilarSet:
    return SimilarSet(name, date(year, 4, 1), "E01", codes, "groups.csv", "line 2")


OLD, NEW = group("most similar group", 2015, "E02", "E03"), group("most similar group", 2020, "E04")


def test_a_later_set_counts_for_later_days_only() -> None:
    assert in_force([NEW, OLD], date(2015, 3, 31)) == ()
    assert in_force([NEW, OLD], date(2020, 3, 31)) == (OLD,)
    assert in_force([OLD, NEW], date(2020, 4, 1)) == (NEW,)


def test_sets_of_other_names_count_beside_each_other() -> None:
    neighbours = group("nearest neighbours", 2018, "E05")
    assert in_force([neighbours, OLD], date(2019, 1, 1)) == (OLD, neighbours)
