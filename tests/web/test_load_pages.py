"""Proves the way in through the browser: a form, what would change, publish, undo, and a figure's cell again."""

import csv
import io
import re
import time
from decimal import Decimal
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from dashboard.domain.checks.findings import Severity
from dashboard.reports.evidence.checks import checks
from dashboard.web.loading import LARGEST_UPLOAD
from data.store import SqlStore
from tests.data.own.typed import number, table_1
from tests.web.served import client_of

FOREIGN = ({"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"})
TOKEN = "A" * 22


def sent(client: FlaskClient, *files: tuple[str, bytes], **form: str) -> TestResponse:
    """Post *files* as a browser does; the page that a load leads to when it is not reading any more."""
    data = {"files": [(io.BytesIO(body), name) for name, body in files], "partnership": "warwickshire", **form}
    answer = client.post("/load", data=data, content_type="multipart/form-data")
    return followed(client, answer.location) if answer.status_code == 303 else answer


def followed(client: FlaskClient, address: str) -> TestResponse:
    end = time.monotonic() + 30
    while client.get(address, headers={"Accept": "application/json"}).get_json()["state"] == "reading":
        assert time.monotonic() < end
        time.sleep(0.01)
    return client.get(address)


def published(client: FlaskClient, page: TestResponse) -> TestResponse:
    """Press “Publish” on the page of a preview."""
    pressed = r'<form method="post" action="([^"]+/publish)">.*?name="digest" value="(\w+)"'
    [(address, digest)] = re.findall(pressed, page.text)
    assert address == f"{page.request.path}/publish"
    answer = client.post(address, data={"digest": digest})
    assert answer.status_code == 303
    return followed(client, answer.location)


def refusal(page: TestResponse) -> list[str]:
    """The sentences in the box at the top of a form that has to be mended."""
    assert (page.status_code, "<title>Error: " in page.text) == (400, True)
    box = page.text.partition('class="problem"')[2].partition("</ul>")[0]
    return re.findall(r"<li>(?:<a[^>]*>)?(.*?)(?:</a>)?</li>", box)


def test_the_form_offers_every_partnership_and_the_one_that_was_chosen(own: FlaskClient) -> None:
    page = own.get("/load?partnership=derby")
    options = re.findall(r'<option value="([^"]*)"( selected)?>', page.text)
    assert (page.status_code, options[0], options[-1]) == (200, ("", ""), ("new", ""))
    assert ("derby", " selected") in options
    assert ("warwickshire", "") in options
    assert "Nothing yet but the five documents" in page.text
    assert own.get("/load?partnership=atlantis").text.count(" selected") == 1


@pytest.mark.parametrize(
    ("files", "form", "sentence"),
    [
        ([], {}, "Select a file."),
        ([("a.csv", b"")], {}, "The selected file is empty: a.csv."),
        ([("a.csv", b"x")], {"partnership": "new"}, "Enter the name of the new partnership."),
    ],
)
def test_a_form_without_what_it_needs_says_what(
    own: FlaskClient, files: list[tuple[str, bytes]], form: dict[str, str], sentence: str
) -> None:
    assert refusal(sent(own, *files, **form)) == [sentence]


def test_files_that_are_too_large_are_refused_before_they_are_read(own: FlaskClient) -> None:
    answer = own.post("/load", data={"who": "Jo"}, environ_overrides={"CONTENT_LENGTH": str(LARGEST_UPLOAD + 1)})
    assert refusal(answer) == ["The selected files must be smaller than 200 MB together."]


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("path", ["/load", f"/load/{TOKEN}/publish", f"/load/{TOKEN}/cancel", "/load/undo", "/checks"])
def test_a_form_of_another_site_is_refused(client: FlaskClient, path: str, headers: dict[str, str]) -> None:
    answer = client.post(path, headers=headers)
    assert (answer.status_code, answer.text) == (403, "The request comes from another site.\n")


@pytest.mark.parametrize(
    "path",
    [
        *(
            f"/load/{TOKEN}",
            "/load/x",
            f"/load/{TOKEN}/rejected/0.csv",
            f"/load/{TOKEN}/changes.csv",
            "/load/undo/x",
            "/figures/99",
            "/files/99",
        ),
        *("/figures/x", "/checks?partnership=atlantis"),
    ],
)
def test_what_is_not_there_is_answered_with_404(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, "Traceback" in answer.text) == (404, False)


def test_with_uploads_switched_off_nothing_can_be_handed_in(quick_engine: Engine, tmp_path: Path) -> None:
    closed = client_of(quick_engine, tmp_path, uploads=False)
    for answer in (closed.get("/load"), closed.post("/load", data={})):
        assert (answer.status_code, "Loading is switched off" in answer.text) == (403, True)
    assert [closed.post(path).status_code for path in ("/load/undo", f"/load/{TOKEN}/publish", "/checks")] == [405] * 3
    assert closed.get("/template.csv").status_code == 200


def test_a_table_is_looked_through_before_anything_is_published(
    own: FlaskClient, quick_engine: Engine, tmp_path: Path
) -> None:
    page = sent(own, ("table 1.xlsx", table_1(tmp_path, E7="1,131", C3="1,1283").read_bytes()))
    assert (page.status_code, number(quick_engine)) == (200, (Decimal(1128), "p"))
    for words in ("Nothing is published yet", "One figure changed, 22 the same", "1,128 ³", "One cell or row not"):
        assert words in page.text
    rejected = own.get(f"{page.request.path}/rejected/0.csv")
    (row,) = csv.DictReader(io.StringIO(rejected.get_data().decode("utf-8-sig")))
    assert (row["rule"], row["line"]) == ("value-unreadable", "3")
    assert row["text"].endswith("“1,1283” looks like 1,128 with note 3: write 1,128 (3).")
    assert own.get(f"{page.request.path}/rejected/1.csv").status_code == 404
    changes = own.get(f"{page.request.path}/changes.csv").get_data().decode("utf-8-sig")
    assert [row["now"] for row in csv.DictReader(io.StringIO(changes))] == ["1,131"]


def test_a_published_figure_is_traced_to_its_cell_and_its_file(
    own: FlaskClient, quick_engine: Engine, tmp_path: Path
) -> None:
    body = table_1(tmp_path, E7="1,131").read_bytes()
    page = sent(own, ("table 1.xlsx", body), who=" Jo  Bloggs ", source="Force team")
    assert "See the overview" in published(own, page).text
    assert number(quick_engine) == (Decimal(1131), "r")
    figure = own.get("/figures/1")
    [file] = re.findall(r'href="(/files/\d+)"', figure.text)
    for words in ("Drug users in effective treatment: “1,131”", "✓ the same", "Jo Bloggs", "Force team", "superseded"):
        assert words in figure.text
    with own.get(file) as kept:
        assert (kept.get_data(), kept.headers["Content-Disposition"]) == (body, 'attachment; filename="table 1.xlsx"')


def test_a_load_is_undone_once_from_the_list_of_what_was_published(
    own: FlaskClient, quick_engine: Engine, tmp_path: Path
) -> None:
    published(own, sent(own, ("table 1.xlsx", table_1(tmp_path, E7="1,131").read_bytes()), who="Jo Bloggs"))
    history = own.get("/load").text
    [release] = re.findall(r'name="release" value="(\d+)"', history)
    assert "Jo Bloggs" in history
    undone = own.post("/load/undo", data={"release": release})
    assert ("Undone: the figures are again" in undone.text, undone.status_code) == (True, 200)
    assert number(quick_engine) == (Decimal(1128), "p")
    assert refusal(own.post("/load/undo", data={"release": release}))[0].startswith("There is nothing to undo:")
    assert refusal(own.post("/load/undo", data={"release": "x"}))[0].startswith("There is nothing to undo:")


def test_a_load_that_was_cancelled_refused_or_changes_nothing_says_so(own: FlaskClient, tmp_path: Path) -> None:
    page = sent(own, ("a.csv", b"Indicator,Period,Actual\nNI 40,2010/11,1131\n"))
    assert "Nothing was published" in own.post(f"{page.request.path}/cancel", follow_redirects=True).text
    assert "Nothing would change" in sent(own, ("t.xlsx", table_1(tmp_path).read_bytes())).text
    assert refusal(sent(own, ("notes.csv", b"dear,all\nplease,find\n")))[0].startswith("notes.csv is no file that Out")


def test_a_new_partnership_is_founded_by_its_first_file(own: FlaskClient) -> None:
    body = b"Indicator,Polarity,Period,Actual,Target\nKnife crime,,2011/12,7,6\n"
    page = sent(own, ("a.csv", body), **{"partnership": "new", "new-partnership": "New Forest"})
    for words in (
        "New partnership: New Forest.",
        "New indicators: Knife crime.",
        "no status will be given: Knife crime",
    ):
        assert words in page.text
    assert 'href="/?partnership=new-forest"' in published(own, page).text
    assert '<option value="new-forest">New Forest</option>' in own.get("/load").text


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_template_is_fetched_empty_or_filled(client: FlaskClient, form: str) -> None:
    empty, filled = client.get(f"/template.{form}"), client.get(f"/template.{form}?partnership=warwickshire")
    names = [answer.headers["Content-Disposition"].partition("filename=")[2] for answer in (empty, filled)]
    assert names == [f'"outturn-template.{form}"', f'"outturn-warwickshire.{form}"']
    assert b"1,074" in filled.data or load_workbook(io.BytesIO(filled.data))["Figures"].max_row > 40
    refused = client.get(f"/template.{form}?partnership=atlantis")
    assert (refused.status_code, refused.text) == (400, "There is no such partnership.\n")


def test_a_finding_is_explained_and_what_is_missing_is_asked_for(own: FlaskClient, quick_engine: Engine) -> None:
    store, home = SqlStore(quick_engine), "south-staffordshire"
    finding = next(item for item in checks(store, home) if item.severity != Severity.AGREES)
    form = {
        "partnership": home,
        "finding": finding.key,
        "standing": "explained",
        "words": " A printing  slip ",
        "who": "Jo",
    }
    for changed, sentence in (
        ({"words": ""}, "Enter the explanation."),
        ({"who": " "}, "Enter your name."),
        ({"standing": "forgotten"}, "Choose explained, accepted or open."),
        ({"finding": "x"}, "This finding is not there any more: the figures have changed."),
    ):
        assert refusal(own.post("/checks", data=form | changed)) == [sentence]
    assert own.post("/checks", data=form | {"partnership": "atlantis"}).status_code == 404
    answer = own.post("/checks", data=form)
    assert (answer.status_code, answer.location) == (303, f"/checks?partnership={home}")
    assert "A printing slip (Jo, " in own.get(answer.location).text
    own.post("/checks", data=form | {"standing": "open", "words": "", "who": "Sam"})
    (said,) = store.judgements(home)
    assert (said.standing, said.who, said.words) == ("open", "Sam", "")
