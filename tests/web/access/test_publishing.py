"""Proves that whoever may publish for one partnership can neither see nor publish what a load does to another."""

import io
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.domain.access.people import Grant, Person, Role
from data.intake import pipeline
from tests.data.own.conftest import read_here
from tests.web.access.askers import Product, product
from tests.web.test_load_pages import followed, published

ANALYST = "analyst of Derby"
HEADING = "Partnership,Indicator,Period,Actual\n"
OWN = HEADING + "Derby,Burglaries,2023/24,120\n"
FOREIGN = HEADING + "Warwickshire,Burglaries,2023/24,120\n"
MIXED = OWN + "Warwickshire,Burglaries,2023/24,130\n"
NEW = HEADING + "Atlantis,Burglaries,2023/24,120\n"
NO_PARTNERSHIP = "Indicator,Period,Actual\nBurglaries,2023/24,120\n"
LOOKUP = "LSOA21CD,LSOA21NM,LAD23CD,LAD23NM\nE01013456,Derby 001A,E06000015,Derby\n"
TOUCHING = {"another": FOREIGN, "both": MIXED, "a new one": NEW, "every one": LOOKUP}


@pytest.fixture
def own(quick_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Product:
    monkeypatch.setattr(pipeline, "read", read_here)
    return product(quick_engine, tmp_path)


def handed_in(client: FlaskClient, text: str, partnership: str = "") -> str:
    """The address of the load of a file that holds *text*, once it is read."""
    files = [(io.BytesIO(text.encode()), "table.csv")]
    answer = client.post("/load", data={"files": files, "partnership": partnership}, content_type="multipart/form-data")
    assert answer.status_code == 303
    return str(answer.location)


def settled(found: Product, address: str) -> None:
    """Wait until the load at *address* was read; who may publish for all sees every load."""
    followed(found.as_("administrator"), address)


def test_an_analyst_publishes_for_his_own_partnership_and_undoes_it(own: Product) -> None:
    client = own.as_(ANALYST)
    page = followed(client, handed_in(client, OWN))
    assert page.status_code == 200
    assert "Burglaries" in published(client, page).text
    assert "Undo" in client.get("/load").text
    assert "Undone" in client.post("/load/undo", data={"release": "1"}).text


@pytest.mark.parametrize("text", TOUCHING.values(), ids=TOUCHING)
def test_a_load_that_touches_others_is_neither_shown_nor_published(own: Product, text: str) -> None:
    address = handed_in(own.as_(ANALYST), text)
    settled(own, address)
    client = own.as_(ANALYST)
    shown = client.get(address)
    assert shown.status_code == 403
    assert "130" not in shown.text
    assert "Burglaries" not in shown.text
    for step in ("publish", "answers", "again", "cancel"):
        assert client.post(f"{address}/{step}", data={"digest": "0" * 64}).status_code == 403
    assert client.get(f"{address}/changes.csv").status_code == 404
    assert client.get(f"{address}/rejected/0.csv").status_code == 404


def test_a_table_that_names_no_partnership_is_of_the_one_chosen(own: Product) -> None:
    client = own.as_(ANALYST)
    assert followed(client, handed_in(client, NO_PARTNERSHIP, "derby")).status_code == 200
    address = handed_in(client, NO_PARTNERSHIP, "warwickshire")
    settled(own, address)
    assert own.as_(ANALYST).get(address).status_code == 403


def test_the_load_of_another_analyst_is_not_there(own: Product) -> None:
    client = own.as_(ANALYST)
    address = handed_in(client, OWN)
    followed(client, address)
    other = own.as_("administrator of Derby")
    assert other.get(address).status_code == 404
    assert other.post(f"{address}/publish", data={"digest": "0" * 64}).status_code == 404
    assert own.as_("analyst").get(address).status_code == 200


def test_a_release_of_others_is_neither_listed_nor_undone(own: Product) -> None:
    client = own.as_("analyst")
    published(client, followed(client, handed_in(client, FOREIGN)))
    client = own.as_(ANALYST)
    assert "table.csv" not in client.get("/load").text
    refused = client.post("/load/undo", data={"release": "1"})
    assert refused.status_code == 400
    assert "for which you may not publish" in refused.text
    assert "table.csv" in own.as_("analyst").get("/load").text


def test_a_figure_and_a_file_of_others_are_not_there(own: Product) -> None:
    client = own.as_("analyst")
    published(client, followed(client, handed_in(client, FOREIGN)))
    figure = next(at for at in range(1, 50) if client.get(f"/figures/{at}").status_code == 200)
    [file] = set(re.findall(r'href="(/files/[0-9]+)"', client.get(f"/figures/{figure}").text))
    assert "Correct this figure" in client.get(f"/figures/{figure}").text
    client = own.as_("reader of Derby")
    assert client.get(f"/figures/{figure}").status_code == 404
    assert client.get(file).status_code == 404
    read = own.as_("reader").get(f"/figures/{figure}")
    assert (read.status_code, "Correct this figure" in read.text, file in read.text) == (200, False, True)


def test_forms_offer_the_partnerships_that_one_may_publish_for(own: Product) -> None:
    client = own.as_(ANALYST)
    for address in ("/load", "/enter", "/indicators"):
        page = client.get(address).text
        assert "Derby" in page
        assert "Warwickshire" not in page
    typed = {
        "indicator": "x",
        "area": "warwickshire",
        "period": "2023/24",
        "what": "actual",
        "text": "1",
        "author": "A",
    }
    assert client.post("/enter?partnership=warwickshire", data=typed).status_code == 400


@pytest.mark.parametrize(("role", "offered"), [(ANALYST, (True, False, False)), ("administrator", (True, True, True))])
def test_the_form_for_files_offers_no_door_that_is_refused(
    own: Product, role: str, offered: tuple[bool, bool, bool]
) -> None:
    page = own.as_(role).get("/load?partnership=derby").text
    doors = ('href="/enter?partnership=derby"', 'href="/partnerships"', 'href="/settings?partnership=derby"')
    assert tuple(door in page for door in doors) == offered


def test_a_decision_on_others_is_refused(own: Product) -> None:
    """Of somebody who reads everything and publishes for Derby."""
    own.asks.person = Person("1", "Ann", (Grant(Role.READER), Grant(Role.ANALYST, "derby")))
    address = "/baselines?partnership=warwickshire"
    offered = re.findall(r'href="(/baselines\?[^"]*indicator=[^"]*)"', own.client.get(address).text)
    form = {"first": "2010-11", "reason": "because", "author": "A"}
    assert own.client.post(offered[0].replace("&amp;", "&"), data=form).status_code == 403
    said = {"partnership": "warwickshire", "finding": "x", "standing": "accepted", "words": "y", "who": "z"}
    assert own.client.post("/checks", data=said).status_code == 400
