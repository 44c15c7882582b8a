"""`outturn lists` names incident lists, withdraws one and puts it back."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.cli import main
from data.store import SqlStore
from tests.data.incidents.test_lists import HOME, loaded, many, march
from tests.data.own.conftest import quick_engine, reader

__all__ = ["quick_engine", "reader"]


def said(engine: Engine, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["lists", "--database", str(engine.url), *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_list_is_named_withdrawn_and_put_back(
    quick_engine: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded(quick_engine, tmp_path, *many(3))
    number = SqlStore(quick_engine).incident_lists(HOME)[-1].number
    line = f"{number}  Sampleshire: list.csv, 3 incidents, 2025-03 to 2025-03"
    assert said(quick_engine, capsys)[1].splitlines()[-1] == line
    assert said(quick_engine, capsys, "--withdraw", str(number))[1].splitlines()[-1] == f"{line}, withdrawn"
    assert SqlStore(quick_engine).incident_hours(march()) == ()
    assert said(quick_engine, capsys, "--withdraw", str(number))[0::2] == (1, "list.csv is withdrawn already.\n")
    code, told, _ = said(quick_engine, capsys, "--restore", str(number), "--json")
    assert (code, json.loads(told)[-1]["stands"]) == (0, True)
    assert said(quick_engine, capsys, "--withdraw", "99")[0::2] == (1, "There is no such incident list.\n")


def test_somebody_says_what_an_offence_is(
    quick_engine: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded(quick_engine, tmp_path, *many(3, Offence="Bilking"))
    asked = ("--offences", "Sampleshire")
    assert "Bilking: none (3 incidents)" in said(quick_engine, capsys, *asked)[1].splitlines()
    _, told, _ = said(quick_engine, capsys, *asked, "--is", "Bilking=other-theft")
    assert "Bilking: other-theft (3 incidents)" in told.splitlines()
    thefts = march(crimes=frozenset({"other-theft"}))
    assert [part.hours.total for part in SqlStore(quick_engine).incident_hours(thefts)] == [3]
    said(quick_engine, capsys, *asked, "--is", "Bilking=none")
    assert SqlStore(quick_engine).incident_hours(thefts) == ()
    assert said(quick_engine, capsys, *asked, "--is", "Bilking=x")[2].startswith("“x” is no crime type; there are ")
    assert said(quick_engine, capsys, *asked, "--is", "Y=drugs")[2].startswith("No list of this partnership has")
