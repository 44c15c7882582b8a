"""Proves the forms that need no file: previewed like a load, published once, undone, and each fault at its field."""

import re
import time
from decimal import Decimal

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from dashboard.domain.records import Scope
from data.own.history import moves
from data.own.publishing.release import undo
from data.store import SqlStore
from tests.data.own.conftest import reader
from tests.data.own.typed import NI_40, NOON, number
from tests.web.test_load_pages import FOREIGN, refusal

__all__ = ["reader"]

ENTER, HOME = "/enter?partnership=warwickshire", "warwickshire"
FIGURE = {
    **{"indicator": NI_40, "area": HOME, "period": "2010/11", "what": "actual", "text": "1,131", "marker": "p"},
    **{"withdraw": "", "reason": "Late <b>returns</b>", "author": "Jo Bloggs"},
}
SAID = {**FIGURE, "what": "commentary", "marker": "", "text": "Fewer people\n were referred in spring"}


def read(client: FlaskClient, answer: TestResponse) -> str:
    """The page of a load when it is read."""
    assert answer.status_code == 303, answer.text
    for _ in range(200):
        page = client.get(answer.location).text
        if "are being read" not in page:
            return page
        time.sleep(0.05)
    raise AssertionError("never read")


def published(client: FlaskClient, answer: TestResponse) -> str:
    digest = re.search(r'name="digest" value="(\w+)"', read(client, answer))
    assert digest is not None
    return read(client, client.post(f"{answer.location}/publish", data={"digest": digest[1]}))


def commentaries(engine: Engine, home: str = HOME) -> list[tuple[str, str]]:
    return [(item.text, item.author) for item in SqlStore(engine).commentaries(Scope(home))]


def names(engine: Engine, home: str) -> list[str]:
    return [item.name for item in SqlStore(engine).indicators(Scope(home))]


def test_a_figure_is_previewed_published_traced_and_undone(own: FlaskClient, quick_engine: Engine) -> None:
    answer = own.post(ENTER, data=FIGURE)
    page = read(own, answer)
    for words in ("Nothing is published yet", "1,128", "1,131", "Changed"):
        assert words in page
    assert number(quick_engine)[0] == Decimal(1128)
    assert "Published" in published(own, answer)
    assert number(quick_engine) == (Decimal(1131), "p")
    assert "entered Drug users in effective treatment, Warwickshire, 2010/11: actual" in own.get("/load").text
    traced = own.get("/figures/1").text
    for words in ("Late &lt;b&gt;returns&lt;/b&gt;", "Jo Bloggs", "✓ the same", "Correct this figure"):
        assert words in traced
    undo(quick_engine, moves(quick_engine)[0].release, NOON, "Jo")
    assert number(quick_engine)[0] == Decimal(1128)


def test_publishing_twice_at_once_publishes_once(own: FlaskClient, quick_engine: Engine) -> None:
    answer = own.post(ENTER, data=FIGURE)
    digest = re.search(r'name="digest" value="(\w+)"', read(own, answer))
    assert digest is not None
    for _ in range(2):
        own.post(f"{answer.location}/publish", data={"digest": digest[1]})
    assert "Published" in read(own, answer)
    assert len(moves(quick_engine)) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"indicator": ""}, "Choose the indicator."),
        ({"indicator": "staffordshire/asb"}, "Choose the indicator."),
        ({"area": "warwickshire/nowhere"}, "Choose the area."),
        ({"period": ""}, "Enter the period, such as 2025/26 or Q2 2025/26."),
        ({"what": ""}, "Choose what it is: an actual, a target or commentary."),
        ({"text": " "}, "Enter the figure or the commentary, or tick that it is withdrawn."),
        ({"text": "9" * 10_000}, "The figure must be 200 characters or fewer: it has 10,000."),
        (
            {"what": "commentary", "marker": "", "text": "x" * 601},
            "The commentary must be 600 characters or fewer: it has 601.",
        ),
        ({"marker": "q"}, "Choose a marker of the list."),
        ({"what": "target"}, "Only an actual has a marker such as p: choose “None”."),
        ({"reason": ""}, "Enter the reason."),
        ({"author": ""}, "Enter your name."),
        ({"withdraw": "yes"}, "“1,128 ³” is printed in a document: enter the right figure instead."),
    ],
)
def test_a_fault_is_told_at_its_field(own: FlaskClient, change: dict[str, str], words: str) -> None:
    answer = own.post(ENTER, data=FIGURE | change)
    assert answer.status_code == 400
    assert words in refusal(answer)
    assert answer.text.startswith("<!DOCTYPE html>")
    assert "<title>Error: " in answer.text


@pytest.mark.parametrize("text", ["=1+1", "<script>", "1128\u202e", "about a dozen", "-5", "12.5", "@SUM(A1)"])
def test_what_is_no_figure_is_refused_at_its_field(own: FlaskClient, quick_engine: Engine, text: str) -> None:
    answer = own.post(ENTER, data=FIGURE | {"text": text})
    assert answer.status_code == 400
    assert 'href="#text"' in answer.text
    assert "<script>" not in answer.text.replace('<script src="/assets/loading.js" defer></script>', "")
    assert moves(quick_engine) == ()


@pytest.mark.parametrize(
    "text", ["=HYPERLINK(1)", "+5 on last year", "-3% after the campaign", "@work", "<b>Bold</b>", "’tis so"]
)
def test_commentary_is_kept_as_text(own: FlaskClient, quick_engine: Engine, text: str) -> None:
    published(own, own.post(ENTER, data=SAID | {"text": text}))
    assert commentaries(quick_engine) == [(text, "Jo Bloggs")]
    kept = own.get("/files/1").text
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in kept.splitlines()[1].split(","))
    assert "✓ the same" in own.get("/figures/1").text


def test_commentary_is_superseded_withdrawn_and_undone(own: FlaskClient, quick_engine: Engine) -> None:
    published(own, own.post(ENTER, data=SAID))
    first = [("Fewer people were referred in spring", "Jo Bloggs")]
    assert commentaries(quick_engine) == first
    published(own, own.post(ENTER, data=SAID | {"text": "fewer people were referred in spring", "author": "Sam"}))
    assert commentaries(quick_engine) == [("fewer people were referred in spring", "Sam")]
    page = published(own, own.post(ENTER, data=SAID | {"text": "", "withdraw": "yes"}))
    assert "withdrawn" in page
    assert commentaries(quick_engine) == []
    undo(quick_engine, moves(quick_engine)[0].release, NOON, "Jo")
    undo(quick_engine, moves(quick_engine)[0].release, NOON, "Jo")
    assert commentaries(quick_engine) == first


def test_a_withdrawn_correction_lets_the_print_stand_again(own: FlaskClient, quick_engine: Engine) -> None:
    printed = number(quick_engine)
    published(own, own.post(ENTER, data=FIGURE))
    published(own, own.post(ENTER, data=FIGURE | {"text": "", "withdraw": "yes", "marker": ""}))
    assert number(quick_engine) == printed


def test_an_actual_that_is_counted_cannot_be_typed(own: FlaskClient) -> None:
    said = FIGURE | {"indicator": "sampleshire/burglary", "area": "sampleshire", "period": "2024/25"}
    answer = own.post("/enter?partnership=sampleshire", data=said)
    assert refusal(answer) == [
        "This indicator is counted from police.uk’s files: only its target and commentary can be entered."
    ]
    read(own, own.post("/enter?partnership=sampleshire", data=said | {"what": "target", "marker": ""}))


def test_an_address_chooses_and_says_what_is_published(own: FlaskClient) -> None:
    page = own.get("/enter?partnership=warwickshire&indicator=ni-40&period=2010-11&what=actual").text
    assert "Published now: “1,128 ³”" in page
    assert f'<option value="{NI_40}" selected>' in page
    assert 'value="2010/11"' in page


@pytest.mark.parametrize(
    "path", ["/enter?partnership=warwickshire", "/indicators?partnership=warwickshire", "/partnerships"]
)
def test_another_site_cannot_send_a_form(own: FlaskClient, path: str) -> None:
    assert own.post(path, data=FIGURE, headers=FOREIGN[0]).status_code == 403
    assert own.get(path).status_code == 200


def statuses_in(page: str) -> list[tuple[str, ...]]:
    """The rows of the table of statuses: indicator, area, period, status now and if published."""
    whole = re.search(r"How it would stand.*?</table>", page, re.DOTALL)
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", whole[0], re.DOTALL)[1:] if whole else []
    return [tuple(re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<t[dh].*?</t[dh]>", row)) for row in rows]


KSI, SAC = "warwickshire/ni-47", "warwickshire/ni-16"
TARGET = {"what": "target", "marker": ""}


@pytest.mark.parametrize(
    ("change", "now", "then"),
    [
        ({"indicator": KSI, "text": "301", **TARGET}, "Met: 1.0% below target", "Met: on target"),
        ({"indicator": KSI, "text": "310"}, "Met: 1.0% below target", "Near: 2.0% above target"),
        ({"indicator": KSI, "text": "400"}, "Met: 1.0% below target", "Missed: 31.6% above target"),
        ({"indicator": KSI, "text": "TBC"}, "Met: 1.0% below target", "Not judged: still to be confirmed"),
        ({"indicator": SAC, "text": "5,000", **TARGET}, "Met: 11.8% below target", "Missed: 26.9% above target"),
        ({"indicator": SAC, "text": "reduce", **TARGET}, "Met: 11.8% below target", "Met: 8.5% below 2009/10"),
        ({}, "Not judged: part year only", "Met: 5.3% above target"),
    ],
)
def test_the_preview_says_what_would_become_of_the_status(
    own: FlaskClient, change: dict[str, str], now: str, then: str
) -> None:
    (row,) = statuses_in(read(own, own.post(ENTER, data=FIGURE | change)))
    assert row[1:] == ("Warwickshire", "2010/11", now, then)


def test_commentary_moves_no_status(own: FlaskClient) -> None:
    assert statuses_in(read(own, own.post(ENTER, data=SAID))) == []


def test_the_status_of_the_year_moves_with_its_last_quarter(own: FlaskClient) -> None:
    ksi = FIGURE | {"indicator": KSI}
    for at, text in enumerate(("80", "75", "70"), start=1):
        published(own, own.post(ENTER, data=ksi | {"period": f"Q{at} 2011/12", "text": text}))
    published(own, own.post(ENTER, data=ksi | {"period": "2011/12", "text": "290"} | TARGET))
    quarter, year = statuses_in(read(own, own.post(ENTER, data=ksi | {"period": "Q4 2011/12", "text": "60"})))
    assert quarter[2:] == ("Q4 2011/12", *["Not judged: its target is for 2011/12"] * 2)
    assert year[2:] == ("2011/12", "Not judged: part year only", "Met: 1.7% below target")


def test_statuses_that_were_looked_at_before_something_else_was_published_are_not_shown(own: FlaskClient) -> None:
    first = own.post(ENTER, data=FIGURE | {"indicator": KSI, "text": "310"})
    assert statuses_in(read(own, first))
    published(own, own.post(ENTER, data=FIGURE | {"indicator": KSI, "text": "320"}))
    page = published(own, first)
    assert "Somebody published something since you looked" in page
    assert statuses_in(page) == []
