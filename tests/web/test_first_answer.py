"""The first answer to an address: the page with its title, and what Dash draws from is the same."""

import re
from html import escape, unescape

import pytest
from dash import Dash, dcc, html
from flask.testing import FlaskClient
from markupsafe import Markup

from dashboard.pages import PAGES, Page
from dashboard.reports.desk import Desk
from layouts.components.links import page_path
from layouts.components.markup import as_markup, region
from layouts.figures.still.zoom import ZoomChart
from layouts.filter_bar import CONTROLS, id_of
from tests.app.bodies import body_of, post, server_callbacks
from tests.layouts.regions import read_region
from tests.layouts.trees import Component, components, named, query_and_page, shell_of, text_of
from tests.views import page_named

VIEWS = [(page, query) for page, query in query_and_page() if "atlantis" not in query]
NAMES = [f"{page.name} {query}" for page, query in VIEWS]


def document(client: FlaskClient, address: str) -> str:
    return client.get(address).text


def drawn_from(client: FlaskClient, address: str, host: str = "localhost") -> Component:
    """What Dash draws, as asked from the page at *address*."""
    found: Component = client.get("/_dash-layout", headers={"Referer": f"http://{host}{address}"}).get_json()
    return found


def first_of(document: str) -> str:
    """What stands in the document before any script has run."""
    inside = document.partition('<div id="first">')[2].partition('<div id="react-entry-point">')[0]
    return inside.rstrip().removesuffix("</div>")


def heading(written: str) -> str:
    (found,) = re.findall("<h1[^>]*>(.*?)</h1>", written)
    return " ".join(unescape(re.sub("<[^>]+>", "", found)).split())


@pytest.mark.parametrize(("page", "query"), VIEWS, ids=NAMES)
def test_the_first_answer_has_the_title_of_its_view(client: FlaskClient, page: Page, query: str) -> None:
    written = document(client, f"{page.path}?{query}")
    title = client.get(f"/export/{page.name}.json?{query}").json
    shown = heading(first_of(written))
    assert f"<title>{escape(shown)} – Outturn</title>" in written.replace("&#34;", "&quot;").replace("&#39;", "&#x27;")
    assert title is None or shown == title["title"]  # a page may keep less of an address than its file


@pytest.mark.parametrize(("page", "query"), VIEWS[::5], ids=NAMES[::5])
def test_dash_draws_from_what_its_callbacks_answer(app: Dash, client: FlaskClient, page: Page, query: str) -> None:
    """So nothing changes when they do."""
    tree = drawn_from(client, f"{page.path}?{query}")
    props = {name: item["props"] for item in components(tree) if isinstance(name := item["props"].get("id"), str)}
    told = 0
    for output in server_callbacks(app):
        if "page.children" in output:
            continue
        answer = post(client, body_of(app, output, search=f"?{query}", pathname=page.path)).get_json()["response"]
        for name, values in answer.items():
            if name in props:
                told += len(values)
                assert {part: props[name][part] for part in values} == values
    assert told > len(CONTROLS)
    assert (props["address"]["pathname"], props["address"]["search"]) == (page.path, f"?{query}")


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_the_document_and_what_dash_draws_from_are_the_same_html(client: FlaskClient, page: Page) -> None:
    address = f"{page.path}?partnership=sampleshire&category=robbery"
    found = read_region(first_of(document(client, address)))
    tree = drawn_from(client, address)
    regions = {item["props"]["id"]: item["props"]["html"] for item in named(tree, "Markup")}
    written = {item["props"].get("id"): item for item in components(found)}
    assert regions
    assert {name: text_of(written[name]) for name in regions} == {
        name: text_of(read_region(inner)) for name, inner in regions.items()
    }
    assert {item["props"]["id"] for item in named(tree, "Graph")} <= set(written)


def test_the_controls_show_the_view_before_any_script_has_run(client: FlaskClient) -> None:
    address = "/?partnership=south-staffordshire&area=locality-5&category=road-safety&measure=rate"
    found = read_region(first_of(document(client, address)))
    controls = {item["props"].get("id"): item for item in components(found)}
    chosen = {
        name: item["props"]["value"]
        for name in map(id_of, ("partnership", "area"))
        for item in named(controls[name], "Option")
        if "selected" in item["props"]
    }
    assert chosen == {"filter-partnership": "south-staffordshire", "filter-area": "locality-5"}
    ticked = [item["props"]["value"] for item in named(found, "Input") if "checked" in item["props"]]
    assert ticked == ["road-safety"]


def test_the_navigation_keeps_the_view_and_drops_what_belongs_to_other_pages(client: FlaskClient) -> None:
    query = "partnership=south-staffordshire&indicator=burglary&category=acquisitive-crime"
    found = read_region(first_of(document(client, f"/indicator?{query}")))
    (nav,) = [item for item in named(found, "Nav") if item["props"].get("id") == "nav"]
    hrefs = {text_of(item): item["props"]["href"] for item in named(nav, "A")}
    assert hrefs["Trends"] == f"/trends?{query}"
    assert hrefs["Plan"] == "/plan?partnership=south-staffordshire&category=acquisitive-crime"
    assert [text_of(item) for item in named(nav, "A") if item["props"].get("aria-current")] == ["Indicator"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Referer": "http://elsewhere.example/trends"},
        {"Referer": "x"},
        {"Referer": f"http://localhost/?{'x' * 2001}"},
    ],
)
def test_where_nobody_can_tell_the_address_the_shell_is_drawn_alone(
    client: FlaskClient, headers: dict[str, str]
) -> None:
    tree = client.get("/_dash-layout", headers=headers).get_json()
    assert tree == shell_of(client)
    assert not named(tree, "H1")


def test_an_address_that_is_none_says_so_in_the_first_answer(client: FlaskClient) -> None:
    answer = client.get("/nothing-here?partnership=derby")
    assert (answer.status_code, heading(first_of(answer.text))) == (404, "There is no page at this address")
    assert "<title>There is no page at this address – Outturn</title>" in answer.text


def test_words_of_an_address_never_become_html(client: FlaskClient) -> None:
    evil = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
    written = document(client, f"/?partnership={evil}&area={evil}&category={evil}")
    assert "<script>alert" not in written
    assert "There is no partnership" in first_of(written)


def test_what_needs_a_script_keeps_its_place() -> None:
    drawn = as_markup(html.Div([dcc.Location(id="address"), ZoomChart("chart", "<b>5</b>"), region("part", "wide")]))
    button = '<button type="button" class="quiet zoom">Zoom into this chart</button>'
    chart = f'<div id="chart"><div><b>5</b></div>{button}</div>'
    assert drawn == Markup(f'<div>{chart}<div id="part" class="wide awaits"></div></div>')


def test_a_page_that_a_desk_shows_is_the_page_of_its_path(client: FlaskClient, desk: Desk) -> None:
    report = desk.show(page_named("plan").report, "partnership=warwickshire")
    assert heading(first_of(document(client, f"{page_path('plan')}?partnership=warwickshire"))) == report.title


def test_no_script_of_dash_is_fetched_that_no_page_uses(client: FlaskClient) -> None:
    fetched = re.findall(r'<script src="([^"]+)"', client.get("/").text)
    assert [name for name in fetched if "polyfill" in name or "dash_table" in name] == []
    assert any("dash_renderer" in name for name in fetched)
