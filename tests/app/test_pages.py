"""Every page through the web server: its document, its callbacks, its headers, and what is not there."""

import re
from pathlib import Path
from shutil import copyfile

import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.app import build, create_app
from dashboard.pages import PAGES
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.made_up import INVENTED_WORDS
from dashboard.settings import Settings
from dashboard.web.access.declared import CALLBACKS
from layouts.options import SEVERAL
from layouts.shell import nothing_on
from tests.app.bodies import CALLBACK, body_of, outputs_of, post, server_callbacks
from tests.views import whole_views

PATHS = [page.path for page in PAGES]
SEARCHES = [
    "",
    "?partnership=warwickshire&period=2009-10&category=road-safety",
    "?partnership=south-staffordshire&area=locality-5&measure=index",
    "?partnership=shropshire&area=north",
    "?partnership=derby",
    "?partnership=sampleshire&area=tarrowfold&by=year&measure=rolling",
    "?partnership=sampleshire&area=X01000001&from=2025-M04&to=2026-M03&crime=burglary&crime=drugs",
    "?partnership=atlantis&period=yesterday&area=%F0%9F%8E%B2",
    "?" + "x" * 1999,
]


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_there_in_english_with_its_own_scripts_only(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.mimetype) == (200, "text/html")
    assert '<html lang="en-GB">' in response.text
    addresses = re.findall(r'<(?:script|link)[^>]* (?:src|href)="([^"]+)"', response.text)
    assert addresses
    assert not [address for address in addresses if not address.startswith("/")]


def test_the_page_says_what_to_do_without_scripts(client: FlaskClient) -> None:
    page = client.get("/").text
    assert "<noscript>" in page
    address = re.search(r'<noscript>.*?href="([^"]+)"', page, re.DOTALL)
    assert address is not None
    assert client.get(address[1]).status_code == 200


@pytest.mark.parametrize("path", ["/nothing", "/year-end/", "/year-end/2010-11", "/../etc/passwd", "/.git/config"])
def test_an_unknown_path_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("search", SEARCHES)
def test_every_callback_answers_every_address_with_all_its_outputs(app: Dash, client: FlaskClient, search: str) -> None:
    for output in server_callbacks(app):
        response = post(client, body_of(app, output, search=search, pathname="/plan"))
        assert response.status_code == 200, output
        assert list(response.get_json()["response"]) == list(dict.fromkeys(item["id"] for item in outputs_of(output)))


@pytest.mark.no_cover  # each callback is measured above
@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.drill)])
def test_every_callback_answers_every_partnership_in_every_period(
    app: Dash, client: FlaskClient, desk: Desk, every: int
) -> None:
    statuses = {
        (output, query): post(client, body_of(app, output, search=f"?{query}", pathname="/")).status_code
        for place, query in enumerate(whole_views(desk))
        for at, output in enumerate(server_callbacks(app))
        if (at + place) % every == 0  # each callback is asked for some, each view by some
    }
    assert {output for output, _ in statuses} == {*server_callbacks(app)}
    assert {query for _, query in statuses} == {*whole_views(desk)}
    assert {key: status for key, status in statuses.items() if status != 200} == {}


def answer(app: Dash, client: FlaskClient, part: str, **values: str) -> dict[str, dict[str, object]]:
    output = next(name for name in server_callbacks(app) if part in name)
    found: dict[str, dict[str, object]] = post(client, body_of(app, output, **values)).get_json()["response"]
    return found


@pytest.mark.parametrize(("path", "name"), [(page.path, f"page-{page.name}") for page in PAGES])
def test_a_path_leads_to_its_page(app: Dash, client: FlaskClient, path: str, name: str) -> None:
    assert answer(app, client, "page.children", pathname=path)["outturn"] == {"className": name}


@pytest.mark.parametrize("path", ["", "/nothing", "/year-end/"])
def test_an_unknown_path_leads_to_a_way_home(app: Dash, client: FlaskClient, path: str) -> None:
    found = answer(app, client, "page.children", pathname=path)
    assert found["outturn"] == {"className": "page-not-found"}
    assert "Go to the overview" in str(found["page"])


def test_the_bar_shows_what_the_address_says(app: Dash, client: FlaskClient) -> None:
    search = "?partnership=south-staffordshire&area=locality-5&period=2009&category=road-safety&measure=rate"
    found = answer(app, client, "filter-partnership.value", search=search)
    values = {name: part["value"] for name, part in found.items() if "value" in part}
    assert values == {
        "filter-partnership": "south-staffordshire",
        "filter-area": "locality-5",
        "filter-period": "2009",
        "filter-against": "year-before",
        "filter-category": ["road-safety"],
        "filter-measure": "rate",
        "filter-crime": "whole",
    }
    assert found["notice"] == {"children": []}


def test_the_bar_offers_the_partnerships_own_areas_periods_and_words(app: Dash, client: FlaskClient) -> None:
    found = answer(app, client, "filter-area.options", search="?partnership=south-staffordshire")
    areas, periods, categories = (found[f"filter-{name}"]["options"] for name in ("area", "period", "category"))
    assert isinstance(areas, list)
    assert [item["label"] for item in areas] == ["All of South Staffordshire", *(f"Locality {n}" for n in range(1, 6))]
    assert {"label": "2009 (calendar year)", "value": "2009"} in periods  # type: ignore[operator]
    assert categories


SAMPLE = "?partnership=sampleshire"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(("search", "hidden"), [(SAMPLE, False), ("?partnership=derby", True)])
def test_every_page_of_the_invented_county_and_no_other_says_so(
    app: Dash, client: FlaskClient, path: str, search: str, hidden: bool
) -> None:
    found = answer(app, client, "filter-partnership.value", search=search, pathname=path)
    assert found["invented"] == {"hidden": hidden}
    assert INVENTED_WORDS in str(client.get("/_dash-layout").get_json())


@pytest.mark.parametrize("path", ["/drill-down", "/hotspots"])
def test_the_bar_of_a_street_level_page_offers_what_lies_in_the_place_shown(
    app: Dash, client: FlaskClient, path: str
) -> None:
    found = answer(app, client, "filter-area.options", search=f"{SAMPLE}&area=quenbury", pathname=path)
    areas, periods, crimes = (found[f"filter-{name}"]["options"] for name in ("area", "period", "crime"))
    assert isinstance(areas, list)
    keys = [item["value"] for item in areas]
    assert [key for key in keys if not key.startswith("X01")] == [
        *("whole", "dunnocksea", "marlhaven", "pellistock", "quenbury", "tarrowfold", "no-location")
    ]
    assert keys[keys.index("quenbury") + 1].startswith("X01")
    assert keys[keys.index("quenbury") - 1] == "pellistock"
    assert {"whole", "2025-26-Q2", "2025-26"} <= {item["value"] for item in periods}  # type: ignore[attr-defined]
    assert "burglary" in {item["value"] for item in crimes}  # type: ignore[attr-defined]


def test_a_place_without_indicators_is_shown_on_street_level_pages_only(app: Dash, client: FlaskClient) -> None:
    search = f"{SAMPLE}&area=X01000001"
    fine = answer(app, client, "filter-partnership.value", search=search, pathname="/hotspots")
    assert (fine["filter-area"]["value"], fine["notice"]) == ("X01000001", {"children": []})
    coarse = answer(app, client, "filter-partnership.value", search=search, pathname="/trends")
    assert coarse["filter-area"]["value"] == "whole"
    assert "Sampleshire 001A is counted on Drill-down and Hotspots only" in str(coarse["notice"])


@pytest.mark.parametrize(
    ("partnership", "nothing"),
    [
        ("derby", ("/drill-down", "/hotspots", "/when")),
        ("sampleshire", ()),
        ("warwickshire", ("/drill-down", "/hotspots", "/when")),
    ],
)
def test_the_menu_says_which_pages_have_nothing_for_the_partnership(
    app: Dash, client: FlaskClient, partnership: str, nothing: tuple[str, ...]
) -> None:
    found = answer(app, client, "nothing-on-data.children", search=f"?partnership={partnership}")
    assert {name for name, part in found.items() if part["children"]} == {nothing_on(path) for path in nothing}


@pytest.mark.parametrize("page", ["drill-down", "hotspots"])
def test_a_page_with_nothing_leads_to_load_and_to_sampleshire(client: FlaskClient, page: str) -> None:
    shown = client.get(f"/{page}?partnership=derby").get_data(as_text=True)
    assert 'href="/load?partnership=derby"' in shown
    assert f'href="/{page}?partnership=sampleshire"' in shown


def test_several_crime_types_are_a_choice_of_their_own(app: Dash, client: FlaskClient) -> None:
    search = f"{SAMPLE}&crime=burglary&crime=drugs"
    found = answer(app, client, "filter-partnership.value", search=search, pathname="/drill-down")
    assert found["filter-crime"]["value"] == SEVERAL
    offered = answer(app, client, "filter-area.options", search=search, pathname="/drill-down")["filter-crime"]
    assert SEVERAL in {item["value"] for item in offered["options"]}  # type: ignore[attr-defined]


def test_an_address_that_cannot_be_followed_is_said_in_the_notice(app: Dash, client: FlaskClient) -> None:
    found = answer(app, client, "filter-partnership.value", search="?partnership=atlantis")
    assert "There is no partnership 'atlantis'" in str(found["notice"])
    assert found["filter-partnership"] == {"value": "warwickshire"}


def test_two_products_live_in_one_process(published_url: str, store: Store, tmp_path: Path) -> None:
    copyfile(published_url.removeprefix("sqlite:///"), tmp_path / "own.db")
    first, second = (create_app(Settings(database=url)) for url in (published_url, f"sqlite:///{tmp_path / 'own.db'}"))
    third = build(store, Settings(database="not opened"))
    clients = [app.server.test_client() for app in (first, second, third)]
    assert [client.get("/export/plan.csv").status_code for client in clients] == [200, 200, 200]
    assert len({str(sorted(app.callback_map)) for app in (first, second, third)}) == 1


def test_the_callback_address_is_dashs_own() -> None:
    assert CALLBACK == CALLBACKS
