"""Whatever form words are typed into: they are kept as a draft, taken in once, shown as text, and never overwritten."""

import html
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.app import ENGINES
from data.audit.reading import EVERY_LINE, page
from tests.data.own.conftest import quick_engine
from tests.web.access.askers import Product, product
from tests.web.saying.forms import OPENED, WordForm, part

__all__ = ["quick_engine"]
#: Markup, a formula, text that turns round, a family joined to one picture, an accent of two characters.
HOSTILE = (
    "=1+1 <img src=x onerror=alert(1)> \u202eDrehung \U0001f468\u200d\U0001f469\u200d\U0001f467 Jose\u0301 & so on"
)
TURNING = "\u202e"
FIRST, SECOND, HALF = "What the first of two wrote", "What the other one wrote", "Half a sent"


@pytest.fixture
def desk(quick_engine: Engine, tmp_path: Path) -> Iterator[Product]:
    made = product(quick_engine, tmp_path)
    made.as_("administrator")
    yield made
    made.app.server.extensions[ENGINES].dispose()


@pytest.fixture
def forms(desk: Product) -> tuple[WordForm, ...]:
    """Each form, that on the findings under the key of the first of them."""
    shown = desk.client.get("/checks?partnership=warwickshire").text
    finding = part(shown[shown.index('name="finding"') :], "value")
    return tuple(replace(form, key=form.key.replace("FINDING", finding)) for form in OPENED)


def shown(client: FlaskClient, form: WordForm) -> str:
    answer = client.get(form.page)
    assert answer.status_code == 200, form.page
    return answer.text


def sent(client: FlaskClient, form: WordForm, **said: str) -> tuple[int, str]:
    """Fill in a form as its page is now, and send it."""
    now = shown(client, form)
    answer = client.post(form.action(now), data={**form.fields(now), **form.typed, **said})
    return answer.status_code, answer.text


def lines(engine: Engine) -> int:
    return len(page(engine, EVERY_LINE))


def test_half_a_sentence_is_kept_for_its_writer_until_it_is_sent(
    desk: Product, forms: tuple[WordForm, ...], quick_engine: Engine
) -> None:
    for form in forms:
        desk.as_("administrator")
        typed = {**form.fields(shown(desk.client, form)), form.words: HALF}
        answer = desk.client.post("/draft", data=typed)
        assert (answer.status_code, answer.location.rstrip("?")) == (303, form.page), form.page
        assert form.fields(shown(desk.client, form))[form.words] == HALF, form.page
        assert "is not sent yet" in form.of(shown(desk.client, form)), form.page
        desk.as_("analyst")
        if form.page[:9] != "/settings":
            assert HALF not in shown(desk.client, form), form.page
        desk.as_("administrator")
        status, _ = sent(desk.client, form, **{form.words: "The whole sentence"})
        assert status == 303, form.page
        assert HALF not in shown(desk.client, form), form.page


def test_words_that_mean_harm_are_taken_in_as_text_and_once(
    desk: Product, forms: tuple[WordForm, ...], quick_engine: Engine
) -> None:
    for form in forms:
        now, before = shown(desk.client, form), lines(quick_engine)
        said = {**form.fields(now), **form.typed, form.words: HOSTILE}
        answers = [desk.client.post(form.action(now), data=said).status_code for _ in range(2)]
        assert answers == [303, 303], form.page
        assert lines(quick_engine) == before + 1, form.page
        page_now = shown(desk.client, form)
        told = " ".join(HOSTILE.replace(TURNING, " ").split())
        assert "<img src=x" not in page_now, form.page
        assert html.escape(told, quote=False) in page_now, form.page


def test_what_is_too_long_is_refused_with_the_limit_and_given_back(desk: Product, forms: tuple[WordForm, ...]) -> None:
    for form in forms:
        long = "ä" * 10_000
        status, told = sent(desk.client, form, **{form.words: long})
        assert (status, f"{form.longest:,} characters or fewer: it has 10,000" in told) == (400, True), form.page
        assert long in told, form.page
        assert sent(desk.client, form, **{form.words: "a\0b"})[0] == 400, form.page


def test_of_two_who_write_at_once_nothing_is_lost(desk: Product, forms: tuple[WordForm, ...]) -> None:
    for form in forms:
        opened = shown(desk.client, form)
        assert sent(desk.client, form, **{form.words: FIRST})[0] == 303, form.page
        answer = desk.client.post(form.action(opened), data={**form.fields(opened), **form.typed, form.words: SECOND})
        now = answer.text if answer.status_code == 400 else shown(desk.client, form)
        assert FIRST in now, form.page
        assert SECOND in now, form.page
        assert not form.replaces or answer.status_code == 400, form.page


@pytest.mark.parametrize(
    ("who", "key", "status"),
    [
        ("analyst of Derby", "derby/actions/1-1/form", 303),
        ("chair of Derby", "derby/meeting/1/minute", 303),
        ("analyst of Derby", "warwickshire/actions/1-1/form", 403),
        ("analyst of Derby", "/partnerships/form", 403),
        ("reader of Derby", "derby/actions/1-1/form", 403),
        ("analyst of Derby", "", 400),
        ("analyst of Derby", f"derby/{'x' * 500}", 413),
    ],
)
def test_drafts_are_kept_for_who_may_write_there(desk: Product, who: str, key: str, status: int) -> None:
    answer = desk.as_(who).post("/draft", data={"draft": key, "back": "//elsewhere.example/x", "words": HALF})
    assert (answer.status_code, answer.location) == (status, "/" if status == 303 else None)


def test_a_draft_on_one_figure_is_not_shown_on_another(desk: Product) -> None:
    first, other = (f"/enter?partnership=warwickshire&indicator={name}&period=2010-11" for name in ("ni-15", "ni-16"))
    key = "warwickshire/enter/ni-15/2010-11/form"
    desk.client.post("/draft", data={"draft": key, "back": first, "text": "1,131"})
    assert ">1,131</textarea>" in desk.client.get(first).text
    assert ">1,131</textarea>" not in desk.client.get(other).text
