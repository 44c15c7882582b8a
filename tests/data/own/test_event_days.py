"""Proves that the days of collisions come along with their figures, and that rare ones are charted by them."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.disclosure.covers import Cover
from dashboard.domain.records import Observation, Scope
from dashboard.domain.statistics.control.days_between import days_between
from dashboard.questions.disclosed import covered
from dashboard.reports.desk import Desk
from dashboard.reports.indicators.sums import event_gaps
from dashboard.reports.pages.indicator import IndicatorFile, indicator_file
from data.store import SqlStore
from layouts.cards.control import control_drawn, control_words
from tests.data.own.typed import asked, load, text_file, wish

HEADING = "AREFNO,date,casualty_severity,area_name"
KILLED = "testshire/people-killed-in-road-collisions"
GAPS = (12, 5, 31, 8, 20, 3, 45, 17, 9, 26, 0, 14, 22, 30)
DAYS = [date(2024, 1, 3) + timedelta(days=at) for at in accumulate(GAPS, initial=0)]


def casualties(*, slight_to: date = date(2025, 1, 31)) -> list[str]:
    """Two killed in each collision, and a slight casualty in every month."""
    killed = [f"{at},{day},Fatal,Testbury" for at, day in enumerate(DAYS) for _ in range(2)]
    months = {(DAYS[0] + timedelta(days=at)).replace(day=1) for at in range((slight_to - DAYS[0]).days)}
    return [*killed, *(f"s{day},{day},Slight,Testbury" for day in sorted(months))]


@pytest.fixture
def loaded(quick_engine: Engine, tmp_path: Path) -> Engine:
    load(quick_engine, text_file(tmp_path, "roads.csv", HEADING, *casualties()), wish=wish("Testshire"))
    return quick_engine


def killed(engine: Engine) -> list[Observation]:
    found = SqlStore(engine).observations(Scope("testshire"))
    return sorted((item for item in found if item.indicator == KILLED), key=lambda item: item.period)


def page(engine: Engine) -> IndicatorFile:
    query = "partnership=testshire&area=testbury&indicator=people-killed-in-road-collisions"
    return Desk(SqlStore(engine)).show(indicator_file, query)


def test_rare_events_are_charted_by_the_days_between_them(loaded: Engine) -> None:
    assert [day for item in killed(loaded) for day in item.event_days] == DAYS  # a collision once, whoever it killed
    report = page(loaded)
    rows = list(next(table for table in report.tables if table.name == "days_between").rows)
    expected = days_between(DAYS, date(2025, 1, 31))
    assert expected is not None
    assert expected.in_days is not None
    assert [row["days_since"] for row in rows] == [*GAPS, (date(2025, 1, 31) - DAYS[-1]).days]
    assert {(row["mean"], row["upper"]) for row in rows} == {(expected.in_days.mean, expected.in_days.upper)}
    assert [row["open"] for row in rows] == [False] * len(GAPS) + [True]
    said = control_words(report.control, "indicator", report.filters)
    assert "The days between events are charted instead." in said
    assert "15 events by their day, the first on 3 January 2024" in said
    assert "none to 31 Jan 2025" in control_drawn(report.control)


def test_a_month_without_its_days_or_a_figure_that_is_covered_charts_nothing(loaded: Engine) -> None:
    found = killed(loaded)
    assert event_gaps(found, 7) is not None
    assert event_gaps(found[:3] + found[4:], 7) is None  # nobody knows what happened in between
    busy = next(item for item in found if item.event_days)
    number = busy.value.number
    assert number is not None
    for cover in (Cover(None), Cover(Decimal(0), base=5)):
        hidden = covered(busy, {(busy.indicator, busy.area, busy.period.slug, number): cover})
        assert hidden.event_days == ()
        assert event_gaps([hidden if item is busy else item for item in found], 7) is None


def test_the_same_file_loaded_again_changes_nothing_and_another_day_does(loaded: Engine, tmp_path: Path) -> None:
    again = text_file(tmp_path, "again.csv", HEADING, *casualties(), "s9,2024-01-04,Slight,Testbury")
    assert not asked(loaded, again, wish=wish("Testshire")).changes_anything
    moved = [line.replace(f"14,{DAYS[14]},", f"14,{DAYS[14].replace(day=1)},") for line in casualties()]
    load(loaded, text_file(tmp_path, "moved.csv", HEADING, *moved), wish=wish("Testshire"))
    assert killed(loaded)[DAYS[14].month - 1].event_days[0].day == 1
