"""Proves that an administrator tries a rule, sets it and takes it back on a plain page, and that nobody else does."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.domain.disclosure.covers import Preview
from dashboard.reports.evidence.ruled import Ruled
from data.store import SqlStore
from layouts.components.fields import PageForms
from layouts.plain.settings.small_numbers import settings_page
from tests.data.own.conftest import reader
from tests.data.own.rutland import HATE, HOME, under, with_counts
from tests.web.access.askers import ASKERS, Product, product

__all__ = ["reader"]
PAGE = f"/settings?partnership={HOME}"
SEND = f"/settings/small-numbers?partnership={HOME}"
WITHDRAW = f"/settings/small-numbers/withdraw?partnership={HOME}"
FORM = {"about": "all", "mode": "suppress", "threshold": "5", "base": "5", "noughts": "shown", "reason": "Few people"}


@pytest.fixture
def running(quick_engine: Engine, tmp_path: Path) -> Product:
    with_counts(quick_engine, tmp_path)
    return product(quick_engine, tmp_path)


@pytest.fixture
def office(running: Product) -> FlaskClient:
    return running.as_("administrator")


def test_a_rule_is_tried_before_it_is_set(office: FlaskClient, quick_engine: Engine) -> None:
    tried = office.post(SEND, data=FORM)
    assert tried.status_code == 200
    assert "What this would do: All of its own figures" in tried.text
    assert (
        "4 of 16 figures that are or were published would be shown as [c], 0 rounded, and 12 as they are." in tried.text
    )
    assert SqlStore(quick_engine).small_number_rules(HOME) == ()
    kept = office.post(SEND, data=FORM | {"step": "keep"})
    assert (kept.status_code, kept.headers["Location"]) == (303, PAGE)
    [rule] = SqlStore(quick_engine).small_number_rules(HOME)
    assert (rule.reason, rule.author) == ("Few people", "administrator of all")
    assert "One rule is set." in office.get(PAGE).text


def test_a_rule_about_one_indicator_says_its_name(office: FlaskClient) -> None:
    office.post(SEND, data=FORM | {"about": f"indicator:{HATE}", "step": "keep", "mode": "round"})
    page = office.get(PAGE).text
    assert "<h3>Hate crimes</h3>" in page
    assert "Counts are rounded to 5, each by itself." in page
    assert "Figures from Community safety team" in page


def test_a_form_that_proposes_nothing_keeps_its_words_and_says_what_to_mend(office: FlaskClient) -> None:
    answer = office.post(SEND, data=FORM | {"threshold": "five", "reason": ""})
    assert answer.status_code == 400
    assert "Enter a whole number." in answer.text
    assert "Enter the reason." in answer.text
    assert 'value="five"' in answer.text


def test_a_rule_is_taken_back_with_a_reason_and_stays_on_the_page(office: FlaskClient, quick_engine: Engine) -> None:
    under(quick_engine)
    assert office.post(WITHDRAW, data={"rule": "1", "reason": ""}).status_code == 400
    for number in ("2", "", "x", str(2**63)):
        refused = office.post(WITHDRAW, data={"rule": number, "reason": "No need"})
        assert (refused.status_code, "somebody took it back" in refused.text) == (400, True)
    assert office.post(WITHDRAW, data={"rule": "1", "reason": "No need"}).status_code == 303
    page = office.get(PAGE).text
    assert "Withdrawn by administrator of all" in page
    assert "No rule is set" in page
    assert "Withdraw this rule" not in page


def test_without_a_partnership_the_page_offers_those_that_somebody_administers(running: Product) -> None:
    assert PAGE in running.as_("administrator").get("/settings").text
    offered = running.as_("administrator of Derby").get("/settings").text
    assert "/settings?partnership=derby" in offered
    assert PAGE not in offered


@pytest.mark.parametrize("asker", ASKERS)
def test_nobody_but_who_administers_the_partnership_sees_or_sets_its_rules(running: Product, asker: str) -> None:
    client, may = running.as_(asker), asker == "administrator"
    for answer in (client.get(PAGE), client.post(SEND, data=FORM), client.post(WITHDRAW, data={"rule": "1"})):
        assert (answer.status_code in (200, 400)) is may


def test_there_are_no_rules_of_a_partnership_that_is_not_there(office: FlaskClient) -> None:
    assert office.get("/settings?partnership=nowhere").status_code == 404
    assert office.post("/settings/small-numbers?partnership=nowhere", data=FORM).status_code == 404


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Preview(0, 0, 0, 0, 0), "No figure is or was published that this could cover."),
        (Preview(1, 1, 0, 0, 0), "1 of one figure that is or was published would be shown as [c], 0 rounded, and 0 as"),
        (
            Preview(2, 0, 1, 0, 0),
            "0 of two figures that are or were published would be shown as [c], 1 rounded, and 1 as ",
        ),
        (Preview(16, 4, 0, 1, 1), "and 12 as they are."),
        (Preview(16, 4, 0, 1, 1), "Other figures give one small count away"),
        (Preview(16, 4, 0, 0, 1), "search all: one figure would be rounded."),
    ],
)
def test_a_preview_counts_none_one_and_many(found: Preview, words: str) -> None:
    ruled = Ruled(HOME, "Rutland", (), (), (), preview=found)
    assert words in settings_page((), ruled, PageForms())
