"""An office withdraws its incident lists and says what offences are, on a page for those who publish for it alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.app import ENGINES
from data.audit.reading import EVERY_LINE, page
from data.incidents.standing import move
from data.store import SqlStore
from tests.data.incidents.test_lists import NOON, asked, many, march
from tests.data.own.conftest import quick_engine, reader
from tests.web.access.askers import Product, product

__all__ = ["quick_engine", "reader"]
HERE = "/lists?partnership=derby"
MINE = "analyst of Derby"


@pytest.fixture
def office(quick_engine: Engine, tmp_path: Path) -> Iterator[Product]:
    made = product(quick_engine, tmp_path)
    asked(quick_engine, tmp_path, *many(3, Offence="Bilking"), *many(1), partnership="Derby")
    made.as_(MINE)
    yield made
    made.app.server.extensions[ENGINES].dispose()


def test_a_list_is_withdrawn_and_put_back_with_a_line_in_the_trail(office: Product, quick_engine: Engine) -> None:
    [held] = SqlStore(quick_engine).incident_lists("derby")
    assert '<h1 tabindex="-1">1 incident list</h1>' in office.client.get(HERE).text
    sent = {"list": str(held.number), "stands": "no"}
    assert office.client.post("/lists/move?partnership=derby", data=sent).location == HERE
    assert "1 incident list, 1 of them withdrawn" in office.client.get(HERE).text
    line = page(quick_engine, EVERY_LINE)[0]
    assert (line.after, line.partnership) == ("is withdrawn", "derby")
    again = office.client.post("/lists/move?partnership=derby", data=sent)
    assert (again.status_code, "list.csv is withdrawn already." in again.text) == (400, True)
    office.client.post("/lists/move?partnership=derby", data=sent | {"stands": "yes"})
    assert SqlStore(quick_engine).incident_lists("derby")[0].is_standing


def test_what_is_chosen_counts_at_once_and_what_was_not_changed_is_not_said(
    office: Product, quick_engine: Engine
) -> None:
    text = office.client.get(HERE).text
    assert [words in text for words in ("Nothing tells it", "Name of the type", "Said here")] == [True, True, False]
    sent = {"is:Bilking": "other-theft", "is:Burglary": "burglary"}
    assert office.client.post("/lists/offences?partnership=derby", data=sent).location == HERE
    thefts = replace(march(crimes=frozenset({"other-theft"})), partnership="derby")
    assert SqlStore(quick_engine).incident_hours(thefts)[0].hours.total == 3
    assert [item.said for item in SqlStore(quick_engine).offence_types("derby")] == [True, False]
    wrong = office.client.post("/lists/offences?partnership=derby", data={"is:Bilking": "x"})
    assert (wrong.status_code, "“x” is no crime type" in wrong.text) == (400, True)


def test_of_another_partnership_nothing_is_shown_or_moved(office: Product, quick_engine: Engine) -> None:
    [held] = SqlStore(quick_engine).incident_lists("sampleshire")
    assert office.client.get("/lists?partnership=sampleshire").status_code == 404
    sent = {"list": str(held.number), "stands": "no"}
    answers = [office.client.post(f"/lists/move?partnership={home}", data=sent) for home in ("derby", "sampleshire")]
    assert [answer.status_code for answer in answers] == [400, 404]
    assert SqlStore(quick_engine).incident_lists("sampleshire")[0].is_standing


def test_one_withdrawn_leaves_its_offences(office: Product, quick_engine: Engine) -> None:
    [held] = SqlStore(quick_engine).incident_lists("derby")
    move(quick_engine, held.number, standing=False, who="Jo", moment=NOON)
    assert "Which crime type each offence is" not in office.client.get(HERE).text


def test_repeats_are_turned_off_and_no_page_leads_there(office: Product, quick_engine: Engine) -> None:
    answer = office.as_("administrator of Derby").post("/settings/repeats?partnership=derby", data={"shown": "no"})
    assert answer.location == "/settings?partnership=derby"
    assert "Turn repeats on" in office.client.get("/settings?partnership=derby").text
    line = page(quick_engine, EVERY_LINE)[0]
    assert (line.deed, line.before, line.after) == ("repeats shown or not", "shown", "not shown")
    shown = office.client.get("/export/repeats.json?partnership=derby").json
    assert shown is not None
    assert shown["title"] == "Repeats are turned off for Derby"
    assert "/repeats?" not in office.client.get("/when?partnership=derby", headers={"Accept": "text/html"}).text
    office.client.post("/settings/repeats?partnership=derby", data={"shown": "yes"})
    assert "/repeats?" in office.client.get("/when?partnership=derby", headers={"Accept": "text/html"}).text
