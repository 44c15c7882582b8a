"""Proves that every printed code leads to its indicator, and that what two share is asked about, never guessed."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.domain.periods.period import read_period
from dashboard.domain.records import Scope
from data.store import SqlStore
from tests.data.own.typed import load, number, refused, text_file, wish

HEADING = "Indicator,Period,Actual"


@pytest.mark.parametrize(
    "case",
    [
        ("staffordshire", "NI 15 & 20", "2008/09", "ni-15-20"),
        ("staffordshire", "NI15/20", "2008/09", "ni-15-20"),
        ("staffordshire", "NI 15 & NI 20 - Violence with injury", "2008/09", "ni-15-20"),
        ("staffordshire", "NI 20", "2008/09", "ni-15-20"),
        ("staffordshire", "NI 15", "2008/09", "ni-15"),
        ("shropshire", "NI 40 & 115", "2009/10", "drug-users-in-treatment"),
        ("shropshire", "NI 40 and 115", "2009/10", "drug-users-in-treatment"),
        ("shropshire", "NI40", "2009/10", "drug-users-in-treatment"),
        ("shropshire", "NI 115 - In treatment", "2009/10", "drug-users-in-treatment"),
        ("shropshire", "NI 2", "2009/10", "get-on-well-together"),
        ("shropshire", "NI16 - Vehicle crime rate", "2009/10", "vehicle-crime-rate"),
        ("warwickshire", "NI16", "2010/11", "ni-16"),
        ("warwickshire", "NI 16 Serious acquisitive crime", "2010/11", "ni-16"),
        ("warwickshire", "NI16 serious acquisitive crime", "2010/11", "ni-16"),
        ("warwickshire", "Serious acquisitive crime (NI 16)", "2010/11", "ni-16"),
        ("warwickshire", "Serious acquisitive crime – NI16", "2010/11", "ni-16"),
        ("shropshire", "NI 16 Vehicle crime rate", "2009/10", "vehicle-crime-rate"),
        ("warwickshire", "warwickshire/serious-acquisitive-crime", "2010/11", "serious-acquisitive-crime"),
        ("warwickshire", "Serious acquisitive crime", "2011/12", "serious-acquisitive-crime"),
        ("warwickshire", "Serious acquisitive crime", "Q2 2011/12", "serious-acquisitive-crime"),
        ("warwickshire", "asb", "2009/10", "asb"),
        ("shropshire", "Criminal damage", "2010/11", "criminal-damage"),
        ("shropshire", "Criminal damage", "Oct 2009 to Sep 2010", "criminal-damage-change"),
    ],
)
def test_a_code_half_a_code_or_a_name_leads_to_its_indicator(
    quick_engine: Engine, tmp_path: Path, case: tuple[str, ...]
) -> None:
    partnership, named, period, found = case
    load(quick_engine, text_file(tmp_path, "own.csv", HEADING, f"{named},{period},4"), wish=wish(partnership))
    assert number(quick_engine, f"{partnership}/{found}", read_period(period).slug)[0] == 4


@pytest.mark.parametrize("named", ["NI 16 related burglary", "NI 99 Serious acquisitive crime", "NI 1 6 Serious"])
def test_a_code_before_another_name_is_a_name_of_its_own(quick_engine: Engine, tmp_path: Path, named: str) -> None:
    load(quick_engine, text_file(tmp_path, "own.csv", HEADING, f"{named},2010/11,4"), wish=wish("warwickshire"))
    names = {item.name for item in SqlStore(quick_engine).indicators(Scope("warwickshire"))}
    assert named in names


@pytest.mark.parametrize(
    ("partnership", "line", "sentence"),
    [
        (
            "warwickshire",
            "Serious acquisitive crime,2010/11,6400",
            "“Serious acquisitive crime” is the name of two indicators: write “NI 16” for NI 16 Serious acquisitive"
            " crime (offences) or “warwickshire/serious-acquisitive-crime” for Serious acquisitive crime (incidents)"
            " in its place.",
        ),
        (
            "shropshire",
            "NI 16,2010/11,8.5",
            "“NI 16” is the code of two indicators: write “Vehicle crime rate” for NI 16 Vehicle crime rate (rate,"
            " unit not printed) or “Domestic burglary rate” for NI 16 Domestic burglary rate (rate, unit not printed)"
            " in its place.",
        ),
        ("warwickshire", "Serious acquisitive crime,2009/10,6400", "“Serious acquisitive crime” is the name of two"),
        ("shropshire", "NI 16 - Crime,2010/11,8.5", "“NI 16” is the code of two indicators"),
    ],
)
def test_what_two_indicators_share_is_asked_about(
    quick_engine: Engine, tmp_path: Path, partnership: str, line: str, sentence: str
) -> None:
    asked = refused(quick_engine, text_file(tmp_path, "own.csv", HEADING, line), wish=wish(partnership))
    assert asked.startswith(sentence)


def test_a_name_whose_periods_mean_two_indicators_is_asked_about(quick_engine: Engine, tmp_path: Path) -> None:
    lines = ("Serious acquisitive crime,2010/11,6400", "Serious acquisitive crime,2011/12,6100")
    assert "two indicators" in refused(quick_engine, text_file(tmp_path, "own.csv", HEADING, *lines))


def test_two_new_indicators_of_one_name_are_asked_about_afterwards(quick_engine: Engine, tmp_path: Path) -> None:
    heading = "Code,Indicator,Period,Actual"
    load(quick_engine, text_file(tmp_path, "a.csv", heading, "AB1,Theft,2010/11,4", "AB2,Arson,2010/11,5"))
    load(quick_engine, text_file(tmp_path, "b.csv", heading, "AB1,Theft,2011/12,4"))
    assert number(quick_engine, "warwickshire/ab1", "2011-12")[0] == 4
