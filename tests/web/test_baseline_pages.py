"""Proves the page on which control limits are worked out anew: what it lists, asks for, refuses and keeps."""

import html
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from dashboard.reports.desk import Desk
from dashboard.reports.pages.trends import trends
from data.store import SqlStore
from layouts.cards.control import control_words
from layouts.figures.control import control_figure
from tests.layouts.checked import checked
from tests.web.served import client_of
from tests.web.test_load_pages import FOREIGN, refusal

VIEW = "partnership=sampleshire&indicator=burglary&period=2026-27"
PAGE = f"/baselines?{VIEW}"
FORM = {"first": "2025-04-01", "reason": "Attempts <b>counted</b> too", "author": " Jo  Bloggs "}


def withdrawn(client: FlaskClient, number: str = "1", **form: str) -> TestResponse:
    said = {"decision": number, "reason": "They were counted before", "author": "Sam", **form}
    return client.post(f"/baselines/withdraw?{VIEW}", data=said)


def test_a_decision_gives_the_chart_two_groups_and_is_named_beside_it(own: FlaskClient, quick_engine: Engine) -> None:
    assert "share one set of limits" in own.get(PAGE).text
    answer = own.post(PAGE, data=FORM)
    assert (answer.status_code, answer.location) == (303, PAGE)
    page = own.get(PAGE).text
    for words in ("have two sets of limits", "One decision stands", "Attempts &lt;b&gt;counted", "Jo Bloggs"):
        assert words in page
    report = Desk(SqlStore(quick_engine)).show(trends, f"{VIEW}&by=month")
    assert report.control is not None
    card = control_words(report.control, "trends", report.filters)
    assert "Limits worked out anew from Apr 2025 (1 April 2025): Attempts &lt;b&gt;counted&lt;/b&gt; too" in card
    drawn = checked(control_figure(report.control))
    assert [str(trace.x[0]) for trace in drawn.data[:-1]] == ["Apr 2023"] * 3 + ["Apr 2025"] * 3
    assert len(drawn.layout.annotations) == 3


def test_a_decision_is_withdrawn_by_name_and_stays_in_the_list(own: FlaskClient) -> None:
    own.post(PAGE, data=FORM)
    assert refusal(withdrawn(own, reason="", author="")) == ["Enter the reason.", "Enter your name."]
    page = withdrawn(own, reason="", author="Sam").text
    assert ('<a href="#reason-1">' in page, 'value="Sam"' in page) == (True, True)
    assert "<details open>" in page
    assert withdrawn(own).status_code == 303
    page = own.get(PAGE).text
    for words in ("No decisions stand", "Withdrawn by Sam on", "They were counted before", "share one set of limits"):
        assert words in page
    gone = ["This decision is not in force any more: somebody took it back."]
    assert withdrawn(own).status_code == 303, "a double click"
    assert refusal(withdrawn(own, author="Jo")) == gone
    assert [refusal(withdrawn(own, number)) for number in ("2", "x", "")] == [gone] * 3


def test_a_form_that_cannot_be_kept_says_why_and_keeps_what_was_typed(own: FlaskClient) -> None:
    answer = own.post(PAGE, data=FORM | {"first": "2031-01-01", "author": ""})
    assert refusal(answer) == [
        "The day must be after 1 April 2023 and no later than 1 September 2026, the first day of the newest period.",
        "Enter your name.",
    ]
    fields = dict(re.findall(r'<input type="\w+" id="(\w+)" name="\w+" value="([^"]*)"', answer.text))
    assert {name: html.unescape(value) for name, value in fields.items()} == FORM | {
        "first": "2031-01-01",
        "author": "",
    }
    assert 'id="author" name="author" value="" autocomplete="name" aria-describedby="author-hint author-fault"' in (
        answer.text
    )
    assert refusal(own.post(PAGE, data={"reason": "x" * 501}))[0].startswith("Enter the day")
    assert "One decision stands" not in own.get(PAGE).text


def test_what_is_not_charted_takes_no_decision(own: FlaskClient) -> None:
    path = "/baselines?partnership=warwickshire&indicator=ppo-reoffending"
    assert "nothing is charted" in own.get(path).text
    assert refusal(own.post(path, data=FORM)) == [
        "There are not two figures of one kind of period: nothing is charted."
    ]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("partnership=atlantis", "There is no partnership"),
        ("partnership=sampleshire&indicator=burglary&area=york", "has no area"),
        ("partnership=sampleshire&indicator=burglary&indicator=robbery", "Choose one indicator"),
    ],
)
def test_a_page_of_no_chart_is_not_there(own: FlaskClient, query: str, sentence: str) -> None:
    for answer in (own.get(f"/baselines?{query}"), own.post(f"/baselines?{query}", data=FORM)):
        assert (answer.status_code, sentence in answer.text) == (404, True)


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", [PAGE, f"/baselines/withdraw?{VIEW}"])
def test_a_decision_sent_by_another_site_is_refused(own: FlaskClient, path: str, headers: dict[str, str]) -> None:
    answer = own.post(path, data=FORM, headers=headers)
    assert (answer.status_code, answer.text) == (403, "The request comes from another site.\n")


def test_with_uploads_switched_off_decisions_are_shown_and_none_is_taken(quick_engine: Engine, tmp_path: Path) -> None:
    client_of(quick_engine, tmp_path).post(PAGE, data=FORM)
    closed = client_of(quick_engine, tmp_path, uploads=False)
    page = closed.get(PAGE)
    assert (page.status_code, "Jo Bloggs" in page.text, 'method="post"' in page.text) == (200, True, False)
    assert "Nothing can be decided from the browser here" in page.text
    assert 'method="post"' not in closed.get("/checks?partnership=warwickshire").text
    assert 'href="/load' not in closed.get("/data?partnership=warwickshire").text
    assert [closed.post(path, data=FORM).status_code for path in (PAGE, f"/baselines/withdraw?{VIEW}")] == [405, 405]
