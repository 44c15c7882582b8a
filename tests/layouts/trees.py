"""Walks what Dash sends to the browser: components as plain dictionaries, on a page that is filled like in use."""

from collections.abc import Iterator
from typing import Any

from dash import Dash
from flask.testing import FlaskClient

from dashboard.pages import PAGES, Page
from tests.app.bodies import body_of, post, server_callbacks
from tests.layouts.regions import read_region

Component = dict[str, Any]
MARKUP = "html"


def components(node: object) -> Iterator[Component]:
    """Every component of *node*, parents first."""
    if isinstance(node, list):
        for item in node:
            yield from components(item)
    elif isinstance(node, dict) and "props" in node:
        yield node
        yield from components(node["props"].get("children"))


def named(node: object, *types: str) -> list[Component]:
    return [item for item in components(node) if item["type"] in types]


def text_of(node: object) -> str:
    """The words of *node*, as they are read."""
    if isinstance(node, list):
        return "".join(map(text_of, node))
    if isinstance(node, dict):
        return text_of(node["props"].get("children"))
    return "" if node is None else str(node)


def skeleton_of(app: Dash, client: FlaskClient, page: Page) -> Component:
    """A page's skeleton as the router sends it."""
    output = next(name for name in server_callbacks(app) if "page.children" in name)
    found: Component = post(client, body_of(app, output, pathname=page.path)).get_json()["response"]["page"]["children"]
    return found


def shell_of(client: FlaskClient) -> Component:
    found: Component = client.get("/_dash-layout").get_json()
    return found


def filled(app: Dash, client: FlaskClient, page: Page, query: str) -> Component:
    """The whole product at an address: shell, skeleton, and every part that a callback fills."""
    tree, skeleton = shell_of(client), skeleton_of(app, client, page)
    every = list(components([tree, skeleton]))
    ids = {item["props"]["id"]: item for item in every if isinstance(item["props"].get("id"), str)}
    ids["page"]["props"]["children"] = skeleton
    for output in server_callbacks(app):
        if "page.children" in output:
            continue
        asked = body_of(app, output, search=f"?{query}", pathname=page.path)
        answer = post(client, asked).get_json()["response"]
        for component, props in answer.items():
            if component in ids:
                ids[component]["props"].update(props)
    write_regions(tree)
    return tree


def write_regions(tree: Component) -> None:
    """Put the HTML of each region in its place, as window.outturn.Markup does."""
    for item in [item for item in components(tree) if item["props"].get(MARKUP)]:
        item["props"]["children"] = read_region(item["props"][MARKUP])


def query_and_page() -> list[tuple[Page, str]]:
    """Views that differ in what they show: partnerships, years of two kinds, areas, categories, crimes, measures."""
    queries = (
        "partnership=warwickshire&period=2010-11",
        "partnership=warwickshire&period=2009-10",
        "partnership=warwickshire&period=2011-12&indicator=ni-30",
        "partnership=warwickshire&area=rugby",
        "partnership=staffordshire",
        "partnership=south-staffordshire",
        "partnership=south-staffordshire&period=2009&area=locality-5&category=road-safety",
        "partnership=south-staffordshire&measure=index&indicator=perceived-high-asb",
        "partnership=shropshire",
        "partnership=shropshire&measure=change&category=reducing-reoffending",
        "partnership=derby",
        "partnership=sampleshire",
        "partnership=sampleshire&area=tarrowfold&category=anti-social-behaviour&by=month&measure=rolling",
        "partnership=sampleshire&period=2026-27&crime=robbery&indicator=robbery&by=quarter",
        "partnership=sampleshire&area=X01000001&from=2023-M04&to=2024-M09&by=quarter&measure=change",
        "partnership=atlantis",
    )
    return [(page, query) for page in PAGES for query in queries]
