"""Proves that a new indicator begins with a figure typed at /enter, where what is typed is checked like a table."""

from decimal import Decimal

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.domain.records import Scope
from data.own.publishing.release import undo
from data.store import SqlStore
from tests.data.own.conftest import reader
from tests.data.own.typed import NOON, number
from tests.web.test_entry_pages import ENTER, FIGURE, HOME, names, published, read

__all__ = ["reader"]

NEW = {
    **FIGURE,
    **{"indicator": "new", "name": "Dog bites", "unit": "", "polarity": "lower", "text": "41", "marker": ""},
}


def test_a_new_indicator_begins_with_its_first_figure(own: FlaskClient, quick_engine: Engine) -> None:
    assert 'value="new"' in own.get(ENTER).text
    page = read(own, own.post(ENTER, data=NEW))
    assert "Dog bites" in page
    assert "polarity" in page.lower()
    published(own, own.post(ENTER, data=NEW))
    assert number(quick_engine, f"{HOME}/dog-bites") == (Decimal(41), "")
    undo(quick_engine, 1, NOON, "Jo")
    assert "Dog bites" not in names(quick_engine, HOME)


def test_a_new_indicator_may_begin_with_a_target_of_an_area(own: FlaskClient, quick_engine: Engine) -> None:
    area = SqlStore(quick_engine).areas(HOME)[1].slug
    published(own, own.post(ENTER, data=NEW | {"what": "target", "text": "≤ 40", "area": area}))
    [found] = [item for item in SqlStore(quick_engine).targets(Scope(HOME)) if item.indicator.endswith("dog-bites")]
    assert (found.area, found.rule.number, found.rule.side) == (area, Decimal(40), -1)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": ""}, "Enter the name of the new indicator"),
        ({"name": "=1+1"}, "beginning with a letter or a digit"),
        ({"name": "x" * 121}, "it has 121"),
        ({"name": "Serious acquisitive crime"}, "choose it in the list above"),
        ({"polarity": "sideways"}, "Choose which way is better"),
        ({"unit": "=1"}, "Enter a short unit"),
        ({"what": "commentary"}, "enter its commentary afterwards"),
        ({"withdraw": "yes"}, "untick this"),
    ],
)
def test_a_fault_of_a_new_indicator_is_told_at_its_field(own: FlaskClient, change: dict[str, str], words: str) -> None:
    answer = own.post(ENTER, data=NEW | change)
    assert (answer.status_code, words in answer.text) == (400, True)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("1131r", "write 1131 [r] if it is revised"),
        ("over 1,100", "write the number itself"),
        ("-4", "is a count under zero. Write what was counted"),
    ],
)
def test_what_may_be_two_things_is_refused_with_what_to_type(own: FlaskClient, text: str, mend: str) -> None:
    answer = own.post(ENTER, data=FIGURE | {"text": text})
    assert (answer.status_code, mend in answer.text) == (400, True)


@pytest.mark.parametrize(
    ("what", "text", "mend"),
    [
        ("actual", "0.263", "may be a fraction or per cent: write it with its sign"),
        ("target", "+2%", "write +2 percentage points on 2009/10, or the level"),
    ],
)
def test_a_percentage_that_may_be_two_things_is_refused(own: FlaskClient, what: str, text: str, mend: str) -> None:
    said = {"indicator": "warwickshire/ni-21", "what": what, "text": text, "marker": ""}
    answer = own.post(ENTER, data=FIGURE | said)
    assert (answer.status_code, mend in answer.text) == (400, True)
