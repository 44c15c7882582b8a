"""Proves that what fell or rose says when chance explains it, wherever a change of counts is shown."""

from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import pytest

from dashboard.domain.periods.period import financial_year
from dashboard.domain.records import Area
from dashboard.domain.targets.status import chance_of_change, change
from dashboard.domain.values.printed import Value, ValueType
from dashboard.reports.desk import Desk
from dashboard.reports.pages.hotspots import hotspots
from dashboard.reports.pages.trends import trends
from dashboard.reports.words.series import Movement, Part, lede, title
from layouts.cards.every_series import every
from layouts.pages.trends import table

INDICATOR = cast(Any, SimpleNamespace(name="Burglary"))


def part(name: str, before: int, now: int, value_type: ValueType = ValueType.COUNT) -> Part:
    first, last = Decimal(before), Decimal(now)
    area = Area(name.lower(), name, "locality", "")
    difference = change(Value(last), Value(first), value_type)
    return Part(area, first, last, difference, chance_of_change(last, first, value_type)[1])


def moved(total: Part, *against: Part, parts: tuple[Part, ...] = ()) -> Movement:
    now, before = financial_year(2010), financial_year(2009)
    return Movement(INDICATOR, total.area, now, before, total, (before, total.before), parts or against, against)


COUNTY = part("County", 1000, 800)
LUCKY, REAL, OTHER = part("Rugby", 100, 105), part("Stratford", 100, 150), part("Nuneaton", 60, 66)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (moved(COUNTY), "Burglary fell 20.0% in 2010/11"),
        (moved(part("County", 1000, 990)), "Burglary: 990 in 2010/11, no clear change"),
        (moved(part("County", 1000, 1000)), "Burglary did not change in 2010/11"),
        (moved(COUNTY, LUCKY), "Burglary fell 20.0% in 2010/11"),
        (moved(COUNTY, REAL), "Burglary fell 20.0% in 2010/11; Stratford rose 50.0%"),
        (
            moved(COUNTY, LUCKY, OTHER),
            "Burglary fell 20.0% in 2010/11",
        ),
        (
            moved(COUNTY, LUCKY, REAL),
            "Burglary fell 20.0% in 2010/11; Stratford rose 50.0%",
        ),
        (
            moved(part("County", 30, 25, ValueType.PERCENTAGE), part("Rugby", 30, 31, ValueType.PERCENTAGE)),
            "Burglary fell 5 points in 2010/11; Rugby rose 1 point",
        ),
        (
            moved(COUNTY, REAL, part("North Warwickshire", 100, 160)),
            "Burglary fell 20.0% in 2010/11; Stratford and North Warwickshire moved against it",
        ),
        (
            moved(COUNTY, REAL, *(part(f"The Borough of Town {at}", 100, 160) for at in (1, 2))),
            "Burglary fell 20.0% in 2010/11; three localities moved against it",
        ),
    ],
)
def test_what_chance_could_explain_is_in_no_title(found: Movement, words: str) -> None:
    assert title(found, INDICATOR) == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((part("A", 100, 90), part("B", 100, 95)), "Two of two localities fell, none by more than chance;"),
        ((part("A", 100, 50), part("B", 100, 45)), "Two of two localities fell, all by more than chance;"),
        ((part("A", 100, 50), part("B", 100, 95)), "Two of two localities fell, one by more than chance;"),
        ((part("A", 100, 150),), "None of one localities fell;"),
    ],
)
def test_a_paragraph_says_how_many_falls_are_more_than_chance(parts: tuple[Part, ...], words: str) -> None:
    assert words in lede(moved(COUNTY, parts=parts))


BURGLARY = "partnership=sampleshire&indicator=burglary"


def test_every_change_of_counts_on_the_trends_page_has_its_words(desk: Desk) -> None:
    report = desk.show(trends, f"{BURGLARY}&measure=change")
    points = [point for line in report.chosen.lines for point in line.points] if report.chosen else []
    assert all((point.real is None) == (point.number is None) for point in points)
    drawn = str(table(report))
    assert drawn.count("within chance") + drawn.count("a real change") == sum(
        point.real is not None for point in points
    )
    assert "a real change" in str(every(report))
    rows = next(item for item in report.tables if item.name == "series").rows
    assert [row["change_real"] for row in rows if row["area"] == "Sampleshire"] == [None, True, True, None]


def test_a_change_in_points_is_not_tested(desk: Desk) -> None:
    report = desk.show(trends, "partnership=south-staffordshire&indicator=perceived-high-asb&measure=change")
    assert report.chosen is not None
    assert {point.real for line in report.chosen.lines for point in line.points} == {None}


def test_the_paragraph_of_the_hotspots_says_whether_the_year_before_differs_by_chance(desk: Desk) -> None:
    report = desk.show(hotspots, "partnership=sampleshire&period=2025-26", shows_street_places=True)
    assert ", 14,278 in 2024/25, a year before: counts of this size differ that much by chance." in report.lede
