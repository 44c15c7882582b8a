"""Proves that a page says how far its figures go and never that a year which may have ended long ago goes on."""

from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import Engine

from dashboard.domain.periods.period import from_slug
from dashboard.domain.values.printed import Reason, Value
from dashboard.reports.desk import Desk
from dashboard.reports.indicators.counted_to import counted_to
from dashboard.reports.pages.overview import overview
from dashboard.reports.pages.year_end import year_end
from data.store import SqlStore
from layouts.components.page_head import page_head
from tests.data.own.test_months_of_a_year import text_of
from tests.data.own.typed import load, text_file, wish

HEADING = "Indicator,Period,Covers to,Actual,Target,Polarity"
WHOLE = [f"Burglary,Q{at} 2010/11,,100,,lower" for at in range(1, 5)]
SIX = Value(Decimal(6))
CASES = [
    (["Burglary,Q1 2011/12,,120,,lower"], "Jun 2011"),
    (["Burglary,Q1 2011/12,,120,,lower", "Burglary,Q2 2011/12,,118,,lower"], "Sep 2011"),
    (["Burglary,Apr 2011,,40,,lower"], "Apr 2011"),
    (["Theft,2011/12,2011-11-30,80,,lower"], "Nov 2011"),
    (["Theft,2011/12,2011-05-31,80,,lower", "Burglary,Q1 2011/12,,90,,lower"], "Jun 2011"),
    (["Theft,2011/12,2012-02-29,80,,lower"], "Feb 2012"),
]


def desk_of(engine: Engine, folder: Path, lines: list[str]) -> Desk:
    rows = [*WHOLE, *lines, "Burglary,2011/12,,,380,lower"]
    load(engine, text_file(folder, "figures.csv", HEADING, *rows), wish=wish(partnership="Northshire"))
    return Desk(SqlStore(engine))


@pytest.mark.parametrize(("lines", "month"), CASES)
def test_a_year_without_its_last_figures_is_named_with_the_month_they_go_to(
    quick_engine: Engine, tmp_path: Path, lines: list[str], month: str
) -> None:
    desk = desk_of(quick_engine, tmp_path, lines)
    for page in (overview, year_end):
        over = desk.show(page, "partnership=northshire&period=2010-11")
        words = text_of(page_head(over))
        assert f"2011/12, figures to {month}: " in words
        assert "in progress" not in words


def test_a_forecast_says_how_far_its_figures_go(quick_engine: Engine, tmp_path: Path) -> None:
    lines = ["Burglary,Q1 2011/12,,120,,lower", "Burglary,Q2 2011/12,,118,,lower"]
    for page in (overview, year_end):
        report = desk_of(quick_engine, tmp_path, lines).show(page, "partnership=northshire&period=2011-12")
        assert report.lede.startswith("Figures go to Sep 2011; nothing later is loaded. Burglary: 4")
        assert " expected for 2011/12 (" in report.lede
        assert len(report.title.split()) <= 12


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Theft,2011/12,,80,,lower", "the same 80 is published up to 30 November 2011 and still counts a part"),
        ("Theft,2011/12,2012-03-31,80,,lower", ""),
        ("Theft,2011/12,,81,,lower", ""),
    ],
)
def test_the_same_figure_of_a_part_that_is_loaded_again_is_said_to_be_of_a_part(
    quick_engine: Engine, tmp_path: Path, line: str, told: str
) -> None:
    desk_of(quick_engine, tmp_path, ["Theft,2011/12,2011-11-30,80,,lower"])
    again = load(quick_engine, text_file(tmp_path, "again.csv", HEADING, line), wish=wish(partnership="Northshire"))
    said = " ".join(again.figures.still_parts)
    assert told in said
    assert bool(said) == bool(told)


@pytest.mark.parametrize(
    ("newest", "month"),
    [
        (Value(None, Reason.SUPPRESSED), "Jun 2011"),
        (Value(None, Reason.TO_BE_CONFIRMED), "May 2011"),
        (SIX, "Jun 2011"),
    ],
)
def test_figures_go_to_one_that_is_hidden_too(newest: Value, month: str) -> None:
    """Otherwise it would be said that nothing later is loaded."""
    periods = (from_slug("2011-M05"), from_slug("2011-M06"))
    short = [
        SimpleNamespace(period=at, value=value, is_part=False) for at, value in zip(periods, (SIX, newest), strict=True)
    ]
    ledger = cast(Any, SimpleNamespace(short=lambda *_: short))
    item = cast(Any, SimpleNamespace(indicator="", area=SimpleNamespace(slug=""), now=SimpleNamespace(actual=None)))
    assert counted_to(ledger, [item], from_slug("2011-12")) == month
