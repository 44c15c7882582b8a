"""Proves that method pages read well for everyone, and that every chart and status leads to one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.domain.errors import MissingFigure
from dashboard.pages import PAGES
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.methods.registry import METHODS
from layouts.components.markup import joined
from layouts.components.method_link import how, method_link
from layouts.plain.methods import method_page, methods_page, missing_method, written
from tests.layouts.regions import read_region
from tests.layouts.test_trees import RULES, dead_links
from tests.layouts.trees import Component, components, filled, named, text_of

LAYOUTS = Path(__file__).parents[2] / "layouts"
MAIN = re.compile(r"<main.*</main>", re.DOTALL)
LINKERS = {"how", "method_link", "method_href"}
CARD = "card"


def read(page: str) -> Component:
    found = MAIN.search(page)
    assert found is not None
    (main,) = read_region(found[0])
    return main  # type: ignore[no-any-return]


@pytest.mark.parametrize("slug", METHODS)
def test_a_method_page_reads_well_for_everyone(slug: str, store: Store, desk: Desk) -> None:
    method = METHODS[slug]
    main = read(method_page([], method, method.example(store)))
    assert not {name: found for name, rule in RULES.items() if (found := rule(main))}
    assert not dead_links(main, desk, store)
    headings = [text_of(item) for item in named(main, "H2")]
    assert headings == ["How it is worked out", "When not to trust it", "Worked example", "Where it comes from"]
    assert [text_of(item) for item in named(main, "H1")] == [method.title]
    assert {name for function in method.uses if (name := function.__qualname__) not in text_of(main)} == set()


def test_the_list_names_every_method_with_its_question(store: Store, desk: Desk) -> None:
    main = read(methods_page([]))
    assert {item["props"]["href"] for item in named(main, "A")} == {f"/method/{slug}" for slug in METHODS}
    assert all(method.question in text_of(main) for method in METHODS.values())
    assert not dead_links(main, desk, store)


def test_an_example_that_cannot_be_worked_out_gives_the_reason() -> None:
    said = "The figures of warwickshire are not loaded, so there is no example to show."
    assert said in text_of(read(method_page([], METHODS["status"], MissingFigure(said))))


def test_an_unknown_method_is_named_harmlessly() -> None:
    page = missing_method([], "<script>")
    assert "“&lt;script&gt;”" in page
    assert 'href="/method"' in page


def test_what_is_raised_or_lowered_is_marked_so() -> None:
    assert joined(written("χ^{2}_{0.025}(2x)")) == "χ<sup>2</sup><sub>0.025</sub>(2x)"


def test_a_link_says_which_method_it_leads_to() -> None:
    link = method_link("status").to_plotly_json()["props"]  # type: ignore[no-untyped-call]
    assert link["href"] == "/method/status"
    assert link["children"] == "How this is worked out"
    assert link["aria-label"] == "How this is worked out: Status: met, near, missed"
    assert len(how("forecast", "back-test").children) == 4


def cards(node: object, card: Component | None = None) -> Iterator[tuple[Component, Component | None]]:
    """Every component with the card that it stands in."""
    if isinstance(node, list):
        for item in node:
            yield from cards(item, card)
    elif isinstance(node, dict) and "props" in node:
        inside = node if CARD in str(node["props"].get("class", "")).split() else card
        yield node, inside
        yield from cards(node["props"].get("children"), inside)


def leads_to_a_method(card: Component | None) -> bool:
    return any(item["props"].get("href", "").startswith("/method/") for item in named(card, "A"))


#: Views of every page that draws, each with how many drawings it has at least.
CHARTED = {
    "/?partnership=warwickshire": 2,
    "/?partnership=sampleshire": 2,
    "/trends?partnership=south-staffordshire": 1,
    "/indicator?partnership=warwickshire": 1,
    "/indicator?partnership=sampleshire": 3,
}


def charts_of(main: Component) -> list[tuple[Component, Component | None]]:
    return [(item, card) for item, card in cards(main) if "still" in str(item["props"].get("class", "")).split()]


@pytest.mark.parametrize(("address", "least"), CHARTED.items(), ids=CHARTED)
def test_every_chart_stands_in_a_card_that_leads_to_its_method(client: FlaskClient, address: str, least: int) -> None:
    charts = charts_of(read(client.get(address).text))
    assert len(charts) >= least
    assert [item["props"].get("aria-label") for item, card in charts if not leads_to_a_method(card)] == []


def calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node


def test_every_link_to_a_method_that_a_layout_names_has_its_page() -> None:
    named_slugs: set[str] = set()
    for path in LAYOUTS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                named_slugs |= set(re.findall(r"/method/([\w-]+)", node.value))
        for call in calls(path):
            if call.func.id in LINKERS:  # type: ignore[attr-defined]
                named_slugs |= {arg.value for arg in call.args if isinstance(arg, ast.Constant)}  # type: ignore[misc]
    assert named_slugs
    assert named_slugs <= set(METHODS)


LED_TO = {
    "overview": {"status", "certainty", "real-change", "comparison"},
    "year-end": {"status", "certainty", "real-change", "relative-targets", "markers"},
    "trends": {"rolling-and-index", "real-change", "comparison"},
    "drill-down": {"real-change", "comparison"},
    "hotspots": {"hotspots", "real-change"},
    "indicator": {"status", "certainty", "control-chart", "recent-trend", "forecast", "back-test", "rolling-and-index"},
    "data": {"checks"},
}


def test_each_page_leads_to_the_methods_of_what_it_shows(app: Dash, client: FlaskClient) -> None:
    queries = {"year-end": "partnership=warwickshire", "data": "partnership=warwickshire"}
    for page in PAGES:
        tree = filled(app, client, page, queries.get(page.name, "partnership=sampleshire"))
        hrefs = {str(item["props"].get("href", "")) for item in components(tree) if item["type"] == "A"}
        found = {href.removeprefix("/method/") for href in hrefs if href.startswith("/method/")}
        assert LED_TO.get(page.name, set()) <= found
        assert "/method" in hrefs
