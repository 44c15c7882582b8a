"""Proves that what fell or rose says when chance explains it, wherever a change of counts is shown."""

from dataclasses import replace
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


UP, STILL = part("County", 800, 1000), part("County", 1000, 1000)
A_FALL, B_FALL, A_RISE, B_RISE = part("A", 100, 50), part("B", 100, 45), part("A", 100, 160), part("B", 100, 170)
SLIGHT, SAME = part("C", 100, 105), part("D", 7, 7)
PARTS = [
    (COUNTY, (part("A", 100, 90), part("B", 100, 95)), "Both localities fell, neither by more than chance."),
    (COUNTY, (A_FALL, B_FALL), "Both localities fell, both by more than chance; the largest clear fall was in B"),
    (
        COUNTY,
        (A_FALL, SAME),
        "One of two localities fell, by more than chance: A (100 → 50); none moved the other way.",
    ),
    (COUNTY, (part("A", 100, 150),), "The one locality did not fall."),
    (COUNTY, (A_FALL,), "The one locality fell, by more than chance."),
    (UP, (SLIGHT,), "The one locality rose, not by more than chance."),
    (
        UP,
        (A_RISE, B_RISE, SLIGHT),
        "All three localities rose, two by more than chance; the largest clear rise was in B",
    ),
    (UP, (A_RISE, B_RISE, SAME), "Two of three localities rose, both by more than chance"),
    (UP, (SAME, SAME, SAME), "None of three localities moved."),
    (UP, (SAME, SAME), "Neither of two localities moved."),
    (UP, (SAME,), "The one locality did not move."),
]


@pytest.mark.parametrize(("total", "parts", "words"), PARTS)
def test_a_paragraph_counts_the_localities_that_went_the_way_of_the_total(
    total: Part, parts: tuple[Part, ...], words: str
) -> None:
    way = total.now - total.before
    against = [item for item in parts if (item.now - item.before) * way < 0]
    assert words in lede(moved(total, *against, parts=parts))


def test_what_went_the_other_way_is_named_after_the_count() -> None:
    words = lede(moved(UP, A_FALL, parts=(A_FALL, B_RISE, SLIGHT)))
    assert words.endswith("Two of three localities rose, one by more than chance. The other way went A (100 → 50).")


def test_a_total_that_stands_still_says_nothing_of_its_parts() -> None:
    assert lede(moved(STILL, parts=(A_FALL, B_RISE))) == "County: 1,000 in 2009/10, 1,000 in 2010/11."


def test_points_count_as_figures_do() -> None:
    total, *parts = (part(name, 30, now, ValueType.PERCENTAGE) for name, now in (("County", 35), ("A", 34), ("B", 36)))
    assert "Both localities rose." in lede(moved(total, parts=tuple(parts)))


def test_a_paragraph_says_that_some_localities_cannot_be_compared() -> None:
    words = lede(replace(moved(UP, parts=(A_RISE, B_RISE)), is_partial=True))
    assert "Both localities that can be compared rose, both by more than chance" in words


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
