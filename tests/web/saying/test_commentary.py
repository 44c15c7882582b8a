"""Proves the page on which somebody says why a figure is as it is: what it keeps, refuses and shows."""

import html
import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from data.own.commentaries import OVERTAKEN
from data.store import SqlStore
from tests.web.served import client_of
from tests.web.test_load_pages import refusal

PAGE = "/commentary?partnership=warwickshire&indicator=ni-15&period=2010-11"
OVERVIEW = "/?partnership=warwickshire&period=2010-11"
FORM = {"text": "Alcohol played a part.", "author": "Police lead", "seen": ""}


@pytest.fixture
def product(quick_engine: Engine, tmp_path: Path) -> FlaskClient:
    return client_of(quick_engine, tmp_path)


def said(engine: Engine) -> list[str]:
    return [item.text for item in SqlStore(engine).commentaries(Scope("warwickshire"))]


def seen(page: str) -> str:
    """What the form remembers of the commentary that its writer was shown."""
    found = re.search(r'name="seen" value="([^"]*)"', page)
    return html.unescape(found[1]) if found else ""


def test_what_is_kept_stands_there_beside_the_status_and_in_the_file(
    product: FlaskClient, quick_engine: Engine
) -> None:
    assert "This target was missed, and nobody has said why yet." in product.get(PAGE).text
    answer = product.post(PAGE, data=FORM)
    assert (answer.status_code, answer.location) == (303, PAGE)
    page = product.get(PAGE).text
    assert "<blockquote>Alcohol played a part.</blockquote>" in page
    assert re.search(r"Police lead, \d+ \w+ \d{4}", page)
    assert said(quick_engine) == ["Alcohol played a part."]
    assert "Alcohol played a part." in product.get(OVERVIEW).text
    tables = json.loads(product.get(f"/export/overview.json{OVERVIEW[1:]}").text)["tables"]
    row = next(row for table in tables for row in table["rows"] if row.get("indicator_id") == "ni-15")
    assert (row["commentary"], row["commentary_by"]) == ("Alcohol played a part.", "Police lead")
    assert row["commentary_awaited"] is False


def test_a_missed_target_without_commentary_says_so_and_leads_to_the_form(product: FlaskClient) -> None:
    page = product.get(OVERVIEW).text
    assert page.count("No commentary yet.") == 1
    assert "/commentary?partnership=warwickshire&amp;indicator=ni-15&amp;period=2010-11" in page
    product.post(PAGE, data=FORM)
    assert "No commentary yet." not in product.get(OVERVIEW).text


def test_the_second_of_two_writers_sees_what_the_first_wrote_and_loses_nothing(
    product: FlaskClient, quick_engine: Engine
) -> None:
    product.post(PAGE, data=FORM)
    late = product.post(PAGE, data=FORM | {"text": "It was the weather."})
    assert (late.status_code, refusal(late)) == (400, [OVERTAKEN])
    assert "<blockquote>Alcohol played a part.</blockquote>" in late.text
    assert ">It was the weather.</textarea>" in late.text
    again = product.post(PAGE, data=FORM | {"text": "It was the weather.", "seen": seen(late.text)})
    assert again.status_code == 303
    assert said(quick_engine) == ["It was the weather."]
    assert "Alcohol played a part." in product.get(PAGE).text


def test_what_stands_is_taken_back_and_is_still_known(product: FlaskClient, quick_engine: Engine) -> None:
    product.post(PAGE, data=FORM)
    form = FORM | {"withdraw": "yes", "seen": seen(product.get(PAGE).text)}
    assert product.post(PAGE, data=form).status_code == 303
    assert said(quick_engine) == []
    page = product.get(PAGE).text
    assert ("(taken back)" in page, "Alcohol played a part." in page) == (True, True)


REFUSED: tuple[tuple[dict[str, str], str], ...] = (
    ({"text": "x" * 601}, "The commentary must be 600 characters or fewer: it has 601."),
    ({"text": "x" * 10_000}, "The commentary must be 600 characters or fewer: it has 10,000."),
    ({"text": " \u202e "}, "Enter the commentary."),
    ({"author": ""}, "Enter your role or name."),
)


def test_what_cannot_be_kept_is_refused_in_a_sentence(product: FlaskClient, quick_engine: Engine) -> None:
    for typed, sentence in REFUSED:
        answer = product.post(PAGE, data=FORM | typed)
        assert (answer.status_code, refusal(answer)) == (400, [sentence])
    assert said(quick_engine) == []


HOSTILE = ("<script>alert(1)</script>", "=1+1", "نص \u200fعربي", "🚓 & more", "</textarea>")


def test_whatever_is_typed_is_text_wherever_it_is_shown(product: FlaskClient) -> None:
    for text in HOSTILE:
        assert product.post(PAGE, data=FORM | {"text": text, "seen": seen(product.get(PAGE).text)}).status_code == 303
        page = product.get(PAGE).text
        assert f"<blockquote>{html.escape(text, quote=False)}</blockquote>" in page
        assert "<script>alert" not in page + product.get(OVERVIEW).text
    file = product.get(f"/export/overview.csv{OVERVIEW[1:]}&table=tiles").text
    assert not re.search(r"(?:^|,)\"?=1\+1", file, re.MULTILINE)


def test_without_an_indicator_the_misses_that_nobody_explained_come_first(product: FlaskClient) -> None:
    page = product.get("/commentary?partnership=warwickshire&period=2010-11").text
    assert page.index("Missed, and nobody has said why") < page.index("Most serious violent crime")
    assert page.index("Most serious violent crime") < page.index("Other figures")


def test_what_is_not_there_is_said_in_a_sentence(product: FlaskClient) -> None:
    for query in ("partnership=atlantis", "partnership=warwickshire&indicator=nothing"):
        assert product.get(f"/commentary?{query}").status_code == 404
        assert product.post(f"/commentary?{query}", data=FORM).status_code == 404


def test_a_form_about_no_figure_is_refused(product: FlaskClient, quick_engine: Engine) -> None:
    assert product.post("/commentary?partnership=warwickshire", data=FORM).status_code == 404
    assert said(quick_engine) == []


def test_where_nothing_is_handed_in_it_is_read_and_not_written(quick_engine: Engine, tmp_path: Path) -> None:
    closed = client_of(quick_engine, tmp_path, uploads=False)
    assert "Commentary cannot be written here" in closed.get(PAGE).text
    assert closed.post(PAGE, data=FORM).status_code == 405
