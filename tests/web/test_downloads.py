"""Files through the web server: the same query as the page, refusals in a sentence with the right code."""

import csv
import io
import re
from threading import Event, Thread

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dashboard.exports.papers.apart import Written
from dashboard.exports.papers.press import Press
from dashboard.pages import OFFERED, PAGES
from dashboard.reports.desk import Desk
from dashboard.reports.packs.pack import Pack
from dashboard.web.downloads import Apart, add_exports

NAMES = [page.name for page in PAGES]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("form", "media"), [("csv", "text/csv"), ("json", "application/json")])
def test_every_page_is_offered_as_a_file(client: FlaskClient, name: str, form: str, media: str) -> None:
    response = client.get(f"/export/{name}.{form}?partnership=south-staffordshire")
    assert (response.status_code, response.mimetype) == (200, media)
    named = response.headers["Content-Disposition"]
    assert re.fullmatch(rf'attachment; filename="outturn-south-staffordshire-{name}-[0-9A-Z-]+\.{form}"', named)
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("year-end.csv?partnership=warwickshire&period=2010-11", "outturn-warwickshire-year-end-2010-11.csv"),
        (
            "year-end.csv?partnership=warwickshire&period=2010-11&table=next-targets",
            "outturn-warwickshire-year-end-next-targets-2010-11.csv",
        ),
        (
            "drill-down.json?partnership=sampleshire&area=quenbury&period=2025-26",
            "outturn-sampleshire-quenbury-drill-down-2025-26.json",
        ),
    ],
)
def test_a_file_is_named_by_whose_figures_page_and_period(client: FlaskClient, asked: str, name: str) -> None:
    assert client.get(f"/export/{asked}").headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_a_file_holds_what_the_query_asks_for(client: FlaskClient) -> None:
    body = client.get("/export/year-end.json?partnership=warwickshire&period=2010-11&category=road-safety").get_json()
    (row,) = body["tables"][0]["rows"]
    assert (row["indicator_code"], row["target"], row["actual"], row["status"]) == ("NI 47", 304, 301, "met")
    assert round(row["variance_pct"], 3) == -0.987


def test_missing_is_null_with_its_reason_beside_it(client: FlaskClient) -> None:
    body = client.get("/export/year-end.json?period=2010-11").get_json()
    row = next(row for row in body["tables"][0]["rows"] if row["indicator_code"] == "NI 21")
    assert (row["actual"], row["actual_reason"], row["status_reason"]) == (None, "discontinued", "discontinued")


def test_one_table_is_asked_for_by_its_name(client: FlaskClient) -> None:
    text = client.get("/export/year-end.csv?period=2010-11&table=next-targets").text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert (len(rows), rows[0]["target"]) == (14, "2882")


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/export/heatmap.csv", 404, "There is no page 'heatmap' to export; there are overview, year-end,"),
        ("/export/year.end.csv", 404, "There is no page 'year.end' to export;"),
        ("/export/year-end.exe", 400, "'exe' is not an export format; the formats are csv, json"),
        ("/export/year-end.csv?table=none", 400, "The page year-end has no table 'none'; it has year-end,"),
        (
            "/export/year-end.json?partnership=atlantis",
            400,
            "There is no partnership 'atlantis'; there are warwickshire,",
        ),
        ("/export/year-end.csv?area=york", 400, "Warwickshire has no area 'york';"),
        ("/export/year-end.csv?crime=burglary", 400, "Warwickshire has no crime 'burglary'."),
        ("/export/drill-down.csv?partnership=sampleshire&crime=arson", 400, "Sampleshire has no crime 'arson'."),
        ("/export/drill-down.csv?by=week", 400, "'week' is no length of period; there are month, quarter, year."),
        (
            "/export/hotspots.csv?measure=mean",
            400,
            "'mean' is not a measure; there are count, rate, change, index, rolling.",
        ),
        ("/export/hotspots.csv?partnership=sampleshire&from=2026-M03&to=2025-M03", 400, "'from' lies after 'to';"),
        (
            "/export/year-end.csv?partnership=sampleshire&area=X01000001",
            400,
            "Sampleshire 001A is counted on Drill-down and Hotspots only;",
        ),
        ("/export/year-end.csv?colour=red", 400, "'colour' is not a filter;"),
        ("/export/year-end.csv?area=%FF", 400, "The address is not a list of filters"),
        ("/export/year-end.csv?table=a&area=%FF", 400, "Warwickshire has no area"),
        (f"/export/year-end.csv?area={'x' * 3000}", 400, "The address is longer than 2000 characters."),
    ],
)
def test_what_is_not_there_is_refused_in_a_sentence(client: FlaskClient, address: str, status: int, words: str) -> None:
    response = client.get(address)
    assert (response.status_code, response.mimetype) == (status, "text/plain")
    assert response.text.startswith(words)
    assert "Traceback" not in response.text


def test_papers_are_made_in_a_process_of_their_own_and_handed_over(client: FlaskClient) -> None:
    view = "partnership=warwickshire&period=2010-11"
    answer = client.get(f"/export/year-end.html?{view}")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="outturn-warwickshire-year-end-2010-11.html"'
    assert answer.data.startswith(b"<!DOCTYPE html>")
    assert client.get(f"/export/year-end.html?{view}").data == answer.data


def test_papers_of_a_meeting_are_made_beside_its_pages(client: FlaskClient) -> None:
    answer = client.get("/export/meeting.html?meeting=1&x=y")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/papers?meeting=1")


def test_who_asks_while_papers_of_others_are_made_is_told_to_ask_again(desk: Desk) -> None:
    begun, go_on = Event(), Event()

    def slowly(form: str, pack: Pack, template: bytes | None) -> Written:
        begun.set()
        go_on.wait(10)
        return Written(b"papers")

    server = Flask("one")
    add_exports(server, desk, OFFERED, Press(Apart(slowly, patience=0)))
    first = Thread(target=lambda: server.test_client().get("/export/trends.html"))
    first.start()
    begun.wait(10)
    answer = server.test_client().get("/export/year-end.html")
    go_on.set()
    first.join()
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert answer.text == "Papers are being made for others: ask again in a moment.\n"
    assert server.test_client().get("/export/year-end.html").data == b"papers"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_file_is_only_read(client: FlaskClient, method: str) -> None:
    assert client.open("/export/year-end.csv", method=method).status_code == 405
