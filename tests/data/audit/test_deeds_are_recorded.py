"""Whatever changes what is published leaves one line, in the same transaction; what changes nothing leaves none."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from dashboard.domain.statistics.control_chart import Rebaseline
from data.audit.reading import EVERY_LINE, check, page
from data.intake.pipeline import load_files
from data.own.judging import say
from data.own.publishing.release import undo
from data.own.rebaselining import decide, withdraw
from data.street import doubting
from tests.data.audit.trail import jones_acts
from tests.data.own.conftest import engine, quick_engine, reader
from tests.data.own.typed import NOON, load, refused, table_1, text_file, wish
from tests.data.street.years import year_files

__all__ = ["engine", "jones_acts", "quick_engine", "reader"]
HEADING = "Indicator,Period,Actual,Target"


def lines(engine: Engine) -> list[tuple[str, ...]]:
    """Deed, subject, partnership, before, after and outcome, the oldest first; the chain is whole."""
    assert check(engine)[0].is_whole
    found = reversed(page(engine, EVERY_LINE))
    return [(line.deed, line.subject, line.partnership, line.before, line.after, line.outcome) for line in found]


def test_a_load_of_figures_is_one_line_by_whoever_acts(engine: Engine, tmp_path: Path) -> None:
    load(engine, table_1(tmp_path, E7="1,131"))
    [(deed, subject, partnership, before, after, outcome)] = lines(engine)
    assert (deed, subject, partnership, before, outcome) == (
        ("figures published", "table-1.xlsx", "warwickshire", "", "done")
    )
    assert after.startswith("release 1 on 0; 1 changed; ")
    [line] = page(engine, EVERY_LINE)
    assert (line.account, line.name, line.origin) == ("u7", "A. Jones", "192.0.2.7")


def test_an_undo_says_from_which_release_to_which(engine: Engine, tmp_path: Path) -> None:
    load(engine, table_1(tmp_path, E7="1,131"))
    undo(engine, 1, NOON, "Jo")
    assert lines(engine)[1] == ("figures undone", "", "", "release 1", "release 0", "done")


def test_a_load_that_changes_nothing_or_is_not_confirmed_leaves_no_line(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, table_1(tmp_path))
    other = tmp_path / "other"
    other.mkdir()
    load_files(quick_engine, [table_1(other, E7="1,131")], replace(wish(), agree=lambda summary: False))
    assert lines(quick_engine) == []


def test_a_load_that_is_refused_leaves_a_line_without_the_words_of_its_cells(
    quick_engine: Engine, tmp_path: Path
) -> None:
    refused(quick_engine, text_file(tmp_path, "names.csv", "Name,Born", "A. Person,1990"))
    [line] = lines(quick_engine)
    assert line == ("figures refused", "names.csv", "warwickshire", "", "", "failed")


def test_a_figure_that_is_typed_into_a_form_is_told_with_what_it_was_before(
    quick_engine: Engine, tmp_path: Path
) -> None:
    heading = "Entered,Partnership,Indicator,Area,Period,What,As typed,Reason"
    entry = "figure,warwickshire,warwickshire/ni-40,warwickshire,2010/11,actual,1131,A slip"
    load(quick_engine, text_file(tmp_path, "entry.csv", heading, entry))
    subject = "Drug users in effective treatment, Warwickshire, 2010/11 actual"
    assert lines(quick_engine) == [("figure entered", subject, "warwickshire", "1,128 ³", "1131", "done")]


def test_commentary_that_is_typed_into_a_form_is_told_without_its_words(quick_engine: Engine, tmp_path: Path) -> None:
    heading = "Entered,Partnership,Indicator,Area,Period,What,As typed,Reason"
    entry = "figure,warwickshire,warwickshire/ni-40,warwickshire,2010/11,commentary,Mr Smith was ill,Asked for"
    load(quick_engine, text_file(tmp_path, "entry.csv", heading, entry))
    subject = "Drug users in effective treatment, Warwickshire, 2010/11 commentary"
    assert lines(quick_engine) == [("figure entered", subject, "warwickshire", "", "", "done")]


def test_a_partnership_that_is_added_is_told(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, text_file(tmp_path, "areas.csv", "Partnership,Area,Area code", "Rutland,Oakham,"))
    assert lines(quick_engine)[0][:2] == ("partnership added", "areas.csv")


def test_what_is_said_of_a_finding_is_told_without_its_words(quick_engine: Engine) -> None:
    say(quick_engine, ("derby", "sum/1"), ("explained", "Because Mr Smith said so", "Jo"), NOON)
    say(quick_engine, ("derby", "sum/1"), ("open", "", "Jo"), NOON)
    assert lines(quick_engine) == [
        ("finding judged", "sum/1", "derby", "", "explained", "done"),
        ("finding judged", "sum/1", "derby", "explained", "open", "done"),
    ]


def test_limits_worked_out_anew_and_taken_back_are_told(quick_engine: Engine) -> None:
    said = Rebaseline(date(2010, 4, 1), "New counting rules", "Jo Bloggs")
    decide(quick_engine, ("derby", "derby/ni-15", "derby"), said, NOON)
    withdraw(quick_engine, "derby", 1, ("A slip", "Jo"), NOON)
    limits = "limits from 2010-04-01 on"
    assert lines(quick_engine) == [
        ("baseline set", "derby/ni-15, derby", "derby", "", limits, "done"),
        ("baseline withdrawn", "derby/ni-15, derby", "derby", limits, "", "done"),
    ]


def test_a_month_that_is_accepted_and_left_out_again_is_told(quick_engine: Engine, tmp_path: Path) -> None:
    load_files(quick_engine, year_files(tmp_path, m2025_06={"Anti-social behaviour": 4}), wish())
    item = doubting.named(quick_engine, "Testshire Police", "2025-06", "")
    for accepted in (True, False):
        doubting.say(quick_engine, item, doubting.Said(accepted, "Rural", "Jo"), NOON)
    published, *said = lines(quick_engine)
    assert published[0] == "figures published"
    assert said == [
        ("month accepted", "Testshire Police 2025-06", "", "left out", "counts", "done"),
        ("month left out again", "Testshire Police 2025-06", "", "counts", "left out", "done"),
    ]


def test_where_no_line_can_be_written_nothing_is_done(quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, table_1(tmp_path, E7="1,131"))
    with quick_engine.begin() as connection:
        connection.execute(text("DROP TABLE audit"))
    with pytest.raises(DBAPIError, match="no such table: audit"):
        undo(quick_engine, 1, NOON, "Jo")
    with quick_engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM release_move")).scalar() == 1
