"""How long files are kept is decided on a page, which lists what is due; what cannot be is said beside its field."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.domain.access.retention import LoadedFile
from data.audit.reading import EVERY_LINE, page
from data.intake.pipeline import Wish
from data.keeping.retention import rules
from layouts.components.fields import Filled
from layouts.plain.keeping import KeepingView, keeping_page
from tests.data.keeping.test_erasing import files
from tests.data.own.conftest import reader
from tests.data.own.typed import load, table_1, text_file

__all__ = ["reader"]
HERE = "/settings/files"
RULE = {"of": "kind figures", "months": "12", "reason": "as agreed"}


def loaded(engine: Engine, folder: Path, days: int, source: str = "") -> int:
    """Load a file that many days ago; return its number."""
    then = datetime.now(UTC) - timedelta(days=days)
    path = text_file(folder, f"{days}.csv", "Indicator,Period,Actual,Target", f"NI 40,2010/11,{1000 + days},")
    load(engine, path, wish=Wish(then, source, partnership="warwickshire"))
    return days


def test_without_a_rule_every_file_is_kept(own: FlaskClient, quick_engine: Engine, tmp_path: Path) -> None:
    load(quick_engine, table_1(tmp_path, E7="1,131"))
    found = own.get(HERE)
    assert found.status_code == 200
    assert "<h1>No loaded file is due to be erased</h1>" in found.text
    assert "No rule is set: every file is kept." in found.text


def test_a_rule_makes_files_due_and_the_trail_tells_of_it(
    own: FlaskClient, quick_engine: Engine, tmp_path: Path
) -> None:
    for days in (500, 400, 100):
        loaded(quick_engine, tmp_path, days)
    answer = own.post(HERE, data=RULE)
    assert (answer.status_code, answer.location) == (303, HERE)
    found = own.get(HERE).text
    assert "<h1>Two loaded files are due to be erased</h1>" in found
    first, second, third = files(quick_engine)
    assert [f'href="/files/{number}"' in found for number in (first, second, third)] == [True, True, True]
    assert found.count(", due<") == 2
    own.post(HERE, data=RULE | {"months": "0"})
    assert "No loaded file is due" in own.get(HERE).text
    line = page(quick_engine, EVERY_LINE)[0]
    assert (line.deed, line.subject, line.before, line.after) == (
        ("retention set", "kind figures", "12 months", "kept")
    )
    [rule] = rules(quick_engine)
    assert (rule.months, rule.author) == (0, line.name)


def test_a_source_that_files_are_from_can_be_chosen(own: FlaskClient, quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, 400, "Force team <b>")
    assert '<option value="source Force team &lt;b&gt;">' in own.get(HERE).text
    assert own.post(HERE, data=RULE | {"of": "source Force team <b>", "months": "1"}).status_code == 303
    assert "One loaded file is due to be erased" in own.get(HERE).text


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"of": "kind nothing"}, "Choose whose files the rule is about."),
        ({"months": "soon"}, "Enter a number of months from 0 to 1,200."),
        ({"reason": " "}, "Enter why."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_set(
    own: FlaskClient, quick_engine: Engine, form: dict[str, str], words: str
) -> None:
    found = own.post(HERE, data=RULE | form)
    assert (found.status_code, found.text.count(words)) == (400, 2)
    assert "<title>Error: " in found.text
    assert rules(quick_engine) == ()


@pytest.mark.parametrize(
    ("count", "title", "rest"),
    [
        (0, "No loaded file is due to be erased", ""),
        (1, "One loaded file is due to be erased", ""),
        (100, "100 loaded files are due to be erased", ""),
        (101, "101 loaded files are due to be erased", "One file more is not listed."),
        (103, "103 loaded files are due to be erased", "Three files more are not listed."),
    ],
)
def test_what_the_list_leaves_out_is_counted(count: int, title: str, rest: str) -> None:
    today = datetime.now(UTC).date()
    due = [(today, LoadedFile(at, "a.csv", "figures", "", "", today)) for at in range(count)]
    found = keeping_page((), KeepingView(today, due, (), (), (), Filled()))
    assert f"<h1>{title}</h1>" in found
    assert rest in found
    assert ("not listed" in found) == bool(rest)
