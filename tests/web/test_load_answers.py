"""Proves that the preview asks without a default, that publishing waits, and that each column can be changed."""

import json
import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.cli import main
from tests.web.test_load_pages import followed, published, sent

TABLE = (
    b"Indicator,Unit,Polarity,Q1 2022/23,Q2 2022/23,Q3 2022/23,Q4 2022/23,Target 2022/23\n"
    b"Children in need,,,30,41,38,27,40\n"
    b"Thefts,,lower,30,41,38,27,150\n"
)


def answered(client: FlaskClient, page: TestResponse, **changed: str) -> TestResponse:
    """The page after every control is sent as it stands, *changed* ones otherwise."""
    form = dict(re.findall(r'<input type="(?:hidden|text)" name="(answer-[^"]+)" value="([^"]*)"', page.text))
    for name, options in re.findall(r'<select name="(answer-[^"]+)".*?>(.*?)</select>', page.text):
        chosen = re.search(r'value="([^"]*)" selected', options)
        form[name] = chosen[1] if chosen else ""
    answer = client.post(f"{page.request.path}/answers", data=form | changed)
    assert answer.status_code == 303
    return followed(client, answer.location)


def name_of(page: TestResponse, label: str) -> str:
    """The name of the control with this label."""
    found = re.search(rf'name="(answer-[^"]+)"[^>]*aria-label="{re.escape(label)}"', page.text)
    assert found is not None
    return found[1]


def preview(client: FlaskClient) -> TestResponse:
    return sent(client, ("a.csv", TABLE), **{"partnership": "new", "new-partnership": "Borsetshire"})


def test_a_question_has_no_default_and_publishing_waits_for_its_answer(own: FlaskClient) -> None:
    page = preview(own)
    assert "One question to answer first" in page.text
    assert ">Publish<" not in page.text
    assert '<select name="answer-0-combines" required id="answer-0-combines"' in page.text
    own.post(f"{page.request.path}/publish", data={"digest": "x"})
    assert "One question to answer first" in own.get(page.request.path).text
    assert "One question to answer first" in answered(own, page).text
    told = answered(own, page, **{"answer-0-combines": "last"})
    assert "to answer first" not in told.text
    assert "new figures" in published(own, told).text


def test_every_column_of_a_new_indicator_can_be_changed(own: FlaskClient) -> None:
    page = answered(own, preview(own), **{"answer-0-combines": "last"})
    changes = {"Better is: Children in need": "lower", "Unit: Thefts": "cycles", "Tolerance: Thefts": "10"}
    changes |= {"A year is: Thefts": "none", "Kind of value: Thefts": "rate"}
    page = answered(own, page, **{name_of(page, label): value for label, value in changes.items()})
    for label, value in changes.items():
        name = name_of(page, label)
        assert re.search(rf'name="{name}" value="{value}"', page.text) or re.search(
            rf'<select name="{name}".*?value="{value}" selected', page.text
        )
    assert "Not declared whether" not in page.text
    assert "Published" in published(own, page).text


def test_a_changed_word_that_cannot_be_read_is_said_with_the_mend(own: FlaskClient) -> None:
    page = answered(own, preview(own), **{"answer-0-combines": "last"})
    page = answered(own, page, **{name_of(page, "Tolerance: Thefts"): "some"})
    assert "“some” is no tolerance: write a percentage such as 5." in page.text


def test_answers_to_a_load_that_is_gone_change_nothing(own: FlaskClient) -> None:
    answer = own.post(f"/load/{'A' * 22}/answers", data={"answer-0-about": "Thefts", "answer-0-unit": "x"})
    assert answer.status_code == 404


@pytest.fixture
def table(published_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    shutil.copyfile(published_url.removeprefix("sqlite:///"), "own.db")  # no command has to make the figures first
    (tmp_path / "a.csv").write_bytes(TABLE)
    return "a.csv"


def loaded(table: str, *more: str) -> int:
    return main(["load", table, "--partnership", "Borsetshire", "--yes", "--database", "sqlite:///own.db", *more])


def test_the_command_refuses_what_is_not_answered_and_says_how(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert loaded(table, "--json") == 1
    out, err = capsys.readouterr()
    summary = json.loads(out)
    [question] = summary["questions"]
    assert (summary["loaded"], question["about"], question["column"]) == (False, "Children in need", "combines")
    assert [item["name"] for item in summary["indicators"]] == ["Children in need", "Thefts"]
    assert '--answer "Children in need: combines=sum" (or last, average, none)' in err
    assert loaded(table) == 1
    assert "Better is" not in capsys.readouterr().out


def test_the_command_takes_answers_for_one_or_for_all(table: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert loaded(table, "--answer", "combines") == 1
    assert "“combines” is no answer" in capsys.readouterr().err
    assert loaded(table, "--answer", "combines=last", "--answer", "Thefts: unit=cycles") == 0
    out = capsys.readouterr().out
    assert re.search(r"Children in need +count +undeclared +5 +last +Q1 2022/23", out)
    assert re.search(r"Thefts +count +cycles +lower +5 +sum ", out)
    with sqlite3.connect("own.db") as kept:
        found = kept.execute("SELECT name, unit, combines FROM own_indicator ORDER BY name").fetchall()
    kept.close()
    assert found == [("Children in need", "", "last"), ("Thefts", "cycles", "")]
