"""Titles keep to twelve words: the fullest wording that fits, and a name that leaves no room stands above."""

import pytest

from dashboard.reports.words.titles import about, fits, fitting, line_above

LONG = "People who say that agencies deal with local concerns about crime very well"
FINDINGS = ("57% in 2010/11, missed (16.3% below target)", "57% in 2010/11, missed", "57%, missed")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Burglary", "Burglary: 57% in 2010/11, missed (16.3% below target)"),
        ("Killed or seriously injured on roads", "Killed or seriously injured on roads: 57% in 2010/11, missed"),
        ("Killed or seriously injured on the roads of all towns", "57% in 2010/11, missed (16.3% below target)"),
        (LONG, "57% in 2010/11, missed (16.3% below target)"),
    ],
)
def test_a_title_is_the_fullest_wording_that_fits(name: str, title: str) -> None:
    said = about(name, *FINDINGS[:2])
    assert (said, fits(said)) == (title, True)


def test_a_name_is_kept_beside_the_shortest_finding_before_it_is_left_out() -> None:
    name = "Killed or seriously injured on the roads of all towns"
    assert about(name, *FINDINGS) == f"{name}: 57%, missed"


def test_the_last_wording_stands_where_none_fits() -> None:
    assert fitting(f"{LONG} or badly, and often", f"{LONG} or badly") == f"{LONG} or badly"


@pytest.mark.parametrize(
    ("title", "above"),
    [(f"{LONG}: 57%", "residents · Rugby"), ("57% in 2010/11", f"{LONG} · residents · Rugby")],
)
def test_a_name_that_the_title_left_out_stands_above_it(title: str, above: str) -> None:
    assert line_above(title, LONG, "residents", "", "Rugby") == above
