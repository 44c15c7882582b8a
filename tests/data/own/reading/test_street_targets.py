"""Proves that targets on street-level crime are seen before they count, undone, and never hide a printed indicator."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert

from dashboard.domain.doors import FigureDoor
from dashboard.domain.records import Scope
from data.intake.pipeline import Wish
from data.own.history import figure_place, moves
from data.own.publishing.release import undo
from data.store import SqlStore
from data.tables import street as street_tables
from tests.data.own.typed import NOON, asked, load, refused, text_file, told

HOME = "south-staffordshire"
HEADING = "partnership,area,crime,period,target,tolerance,note"
LINES = (
    f"{HOME},,violent-crime,2031/32,410,,",
    f"{HOME},,Burglary,2031/32,95,4,Agreed in May",
    f"{HOME},Locality 2,Vehicle crime,2031/32,30,,",
    f"{HOME},,anti-social-behaviour,2031/32,TBC,,",
    f"{HOME},,all-crime,2031/32,2000,,",
)
WISH = Wish(NOON, who="Jo")
VIOLENT = f"{HOME}/violent-crime"


def names(engine: Engine, home: str = HOME) -> dict[str, str]:
    return {item.id: item.name for item in SqlStore(engine).indicators(Scope(home))}


def counted(engine: Engine, home: str = HOME) -> dict[str, str]:
    """The words of each target on crime by its indicator and area."""
    crimes = {item.id for item in SqlStore(engine).indicators(Scope(home)) if item.crime}
    found = SqlStore(engine).targets(Scope(home))
    return {f"{item.indicator} in {item.area}": item.rule.raw for item in found if item.indicator in crimes}


def test_each_target_is_listed_before_and_after(quick_engine: Engine, tmp_path: Path) -> None:
    first = text_file(tmp_path, "targets.csv", HEADING, *LINES)
    summary = asked(quick_engine, first, wish=replace(WISH, agree=lambda summary: False))
    assert told(summary.figures.changes)[:2] == [
        ("new", "Violent crime (recorded crime, police.uk)", "target", "2031/32", "", "410"),
        ("new", "Burglary (recorded crime, police.uk)", "target", "2031/32", "", "95"),
    ]
    assert counted(quick_engine) == {}
    load(quick_engine, first, wish=WISH)
    later = text_file(tmp_path, "later.csv", HEADING, LINES[0].replace("410", "400"), LINES[1])
    summary = load(quick_engine, later, wish=WISH)
    assert told(summary.figures.changes) == [
        ("changed", "Violent crime (recorded crime, police.uk)", "target", "2031/32", "410", "400")
    ]
    assert summary.figures.same == 1


def test_undoing_takes_them_away_and_loading_again_brings_them_back(quick_engine: Engine, tmp_path: Path) -> None:
    file = text_file(tmp_path, "targets.csv", HEADING, *LINES)
    load(quick_engine, file, wish=WISH)
    there = counted(quick_engine)
    assert len(there) == len(LINES)
    undo(quick_engine, moves(quick_engine)[0].release, NOON, "Jo")
    assert counted(quick_engine) == {}
    assert names(quick_engine)[VIOLENT] == "Violent crime"
    assert load(quick_engine, file, wish=WISH).loaded
    assert counted(quick_engine) == there


def test_an_earlier_day_has_the_targets_of_that_day(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, text_file(tmp_path, "targets.csv", HEADING, *LINES), wish=WISH)
    day_before = (NOON - timedelta(days=1)).date()
    assert not [item for item in SqlStore(quick_engine).as_at(day_before).indicators(Scope(HOME)) if item.crime]


def test_a_printed_indicator_of_the_same_name_stays_beside_it(quick_engine: Engine, tmp_path: Path) -> None:
    store = SqlStore(quick_engine)
    before = {item.id: item.name for item in store.indicators(Scope(HOME))}
    printed = store.observations(Scope(HOME))
    load(quick_engine, text_file(tmp_path, "targets.csv", HEADING, *LINES), wish=WISH)
    after = names(quick_engine)
    assert set(before) < set(after)
    assert after[VIOLENT] == "Violent crime (printed in the document)"
    assert after[f"{VIOLENT}-police-uk"] == "Violent crime (recorded crime, police.uk)"
    assert after[f"{HOME}/anti-social-behaviour"] == "Anti-social behaviour (incidents, police.uk)"
    assert after[f"{HOME}/all-crime"] == "All incidents"
    assert store.observations(Scope(HOME)) == printed


def test_a_typed_row_of_a_shared_name_is_asked_about(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, text_file(tmp_path, "targets.csv", HEADING, *LINES), wish=WISH)
    own = text_file(tmp_path, "own.csv", "Indicator,Period,Actual", "Violent crime,2023/24,314")
    sentence = refused(quick_engine, own, wish=Wish(NOON, partnership=HOME))
    assert sentence.startswith("“Violent crime” is the name of two indicators")
    assert "“Violent crime (printed in the document)”" in sentence
    named = text_file(
        tmp_path, "b.csv", "Indicator,Period,Actual", "Violent crime (printed in the document),2023/24,314"
    )
    summary = load(quick_engine, named, wish=Wish(NOON, partnership=HOME))
    assert summary.figures.indicators == ()
    assert [item.indicator for item in summary.figures.changes] == ["Violent crime (printed in the document)"]


def test_each_target_is_traced_to_its_cell(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, text_file(tmp_path, "targets.csv", HEADING, *LINES), wish=WISH)
    store = SqlStore(quick_engine)
    found = next(item for item in store.targets(Scope(HOME)) if item.rule.raw == "95")
    assert isinstance(found.source.target, FigureDoor)
    traced = figure_place(quick_engine, store, found.source.target.number)
    assert traced is not None
    assert (traced.indicator, traced.cell) == ("Burglary (recorded crime, police.uk)", "line 3, field 5")


@pytest.mark.parametrize("name", ["Road safety", "hate-crime", "domestic-burglary", "Most serious violence"])
def test_a_category_that_holds_no_crime_type_is_refused(quick_engine: Engine, tmp_path: Path, name: str) -> None:
    file = text_file(tmp_path, "targets.csv", HEADING, f"{HOME},,{name},2031/32,5,,")
    assert refused(quick_engine, file, wish=WISH) == (
        f"targets.csv line 2: “{name}” is a category, but police.uk counts nothing under it, so it would be zero "
        "for ever: name a crime type such as Burglary."
    )


def test_a_partnership_without_crime_files_is_said(quick_engine: Engine, tmp_path: Path) -> None:
    file = text_file(tmp_path, "targets.csv", HEADING, "Nowhereshire,,Burglary,2031/32,5,,")
    summary = load(quick_engine, file, wish=WISH)
    words = "No partnership “Nowhereshire” is known yet: its targets show as soon as its crime files are loaded."
    assert (summary.files[0].said, summary.figures.partnerships) == ([words], ())
    assert counted(quick_engine, "nowhereshire") == {"nowhereshire/burglary in nowhereshire": "5"}
    again = load(quick_engine, file, wish=WISH)
    assert not again.loaded


def test_another_tolerance_is_said(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, text_file(tmp_path, "targets.csv", HEADING, LINES[1]), wish=WISH)
    other = text_file(tmp_path, "other.csv", HEADING, LINES[1].replace("95,4", "95,6"))
    assert load(quick_engine, other, wish=WISH).figures.declared == (
        "Burglary (recorded crime, police.uk): tolerance becomes “6”, was “4”.",
    )


def test_targets_of_an_older_product_are_still_there_and_can_be_laid_over(quick_engine: Engine, tmp_path: Path) -> None:
    old = {"partnership": HOME, "area": "", "crime": "violent-crime", "period": "2031-32", "target": "500"}
    with quick_engine.begin() as connection:
        rest = {"tolerance": "5", "note": "", "file": "old.csv", "arrival": 1, "line": 2}
        connection.execute(insert(street_tables.street_target).values(**old, **rest))
    place = f"{VIOLENT}-police-uk in {HOME}"
    assert counted(quick_engine) == {place: "500"}
    assert names(quick_engine)[VIOLENT] == "Violent crime (printed in the document)"
    summary = load(quick_engine, text_file(tmp_path, "targets.csv", HEADING, LINES[0]), wish=WISH)
    assert told(summary.figures.changes)[0][4:] == ("500", "410")
    undo(quick_engine, moves(quick_engine)[0].release, NOON, "Jo")
    assert counted(quick_engine) == {place: "500"}
