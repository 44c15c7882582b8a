"""Every page as it is sent: ids of their own, tables and pictures that everyone can read, links that lead somewhere."""

import re
from collections import Counter
from itertools import pairwise
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.domain.errors import OutturnError
from dashboard.domain.records import Scope
from dashboard.exports.files import forms
from dashboard.pages import PAGES, Page
from dashboard.questions.store import Store
from dashboard.reports.desk import Desk
from dashboard.reports.made_up import INVENTED_WORDS
from dashboard.reports.methods.registry import METHODS
from dashboard.reports.pages.data import data
from dashboard.reports.pages.drill_down import drill_down
from tests.app.bodies import outputs_of, server_callbacks
from tests.layouts.regions import Unbalanced, read_region
from tests.layouts.trees import Component, components, filled, named, query_and_page, shell_of, skeleton_of, text_of

VIEWS = query_and_page()
NAMES = [f"{page.name} {query}" for page, query in VIEWS]
HEADINGS = ("H1", "H2", "H3", "H4")
MACHINE = re.compile(r"\bNone\b(?! of)|\bnan\b|\bNaN\b|Decimal\(|frozenset|Traceback|Status\.|Reason\.|\{'")


@pytest.fixture(params=VIEWS, ids=NAMES)
def tree(request: pytest.FixtureRequest, app: Dash, client: FlaskClient) -> Component:
    page, query = request.param
    return filled(app, client, page, query)


def test_a_filled_page_reads_well_for_everyone(tree: Component, desk: Desk, store: Store) -> None:
    wrong = {name: found for name, rule in RULES.items() if (found := rule(tree))}
    assert not wrong
    assert not dead_links(tree, desk, store)


def doubled_ids(tree: Component) -> list[str]:
    ids = Counter(str(item["props"]["id"]) for item in components(tree) if "id" in item["props"])
    return [name for name, count in ids.items() if count > 1]


def silent_pictures(tree: Component) -> list[Component]:
    charts = [item for item in components(tree) if item["props"].get("role") == "img" or item["type"] == "Svg"]
    charts = [item for item in charts if item["props"].get("aria-hidden") != "true"]  # words stand beside it
    return [item for item in named(tree, "Img") if "alt" not in item["props"]] + [
        item for item in charts if not item["props"].get("aria-label")
    ]


def tables_without_words(tree: Component) -> list[str]:
    captions = [text_of(named(table, "Caption")) for table in named(tree, "Table")]
    return [caption for caption in captions if not caption.strip()]


def headings_without_scope(tree: Component) -> list[str]:
    return [text_of(item) for item in named(tree, "Th") if item["props"].get("scope") not in ("col", "row")]


def uneven_rows(tree: Component) -> list[str]:
    found = []
    for table in named(tree, "Table"):
        widths = {len(row["props"]["children"]) for row in named(table, "Tr")}
        found += [text_of(named(table, "Caption"))] if len(widths) > 1 else []
    return found


def leaps_of_headings(tree: Component) -> list[str]:
    """Headings that leave a level out, and pages without exactly one of the first."""
    levels = [HEADINGS.index(item["type"]) for item in named(tree, *HEADINGS)]
    leaps = [f"{before + 1} to {now + 1}" for before, now in pairwise(levels) if now > before + 1]
    return leaps if levels.count(0) == 1 else [*leaps, f"{levels.count(0)} first headings"]


def nameless_controls(tree: Component) -> list[Component]:
    controls = named(tree, "A", "Button", "Summary")
    return [item for item in controls if not (text_of(item).strip() or item["props"].get("aria-label"))]


def lists_in_lists(tree: Component) -> list[str]:
    """Children that no browser draws: a list among them empties the whole page."""
    found = (item["props"].get("children") for item in components(tree))
    return [str(part)[:80] for parts in found if isinstance(parts, list) for part in parts if isinstance(part, list)]


def machine_words(tree: Component) -> list[str]:
    """What no reader should meet: values of the machine, and enumerations."""
    texts = [text_of(item) for item in named(tree, "Td", "Th", "P", "Li", "Dd", "Dt", "H1", "H2", "H3", "Summary")]
    return [text for text in texts if MACHINE.search(text)]


TYPED = ("/load", "/checks", "/baselines", "/enter", "/meeting", "/notes", "/actions", "/risks", "/commentary")
WRITTEN = (*TYPED, "/method", "/help", "/plan.ics")
RULES = {
    "id used twice": doubled_ids,
    "picture without words": silent_pictures,
    "table without caption": tables_without_words,
    "heading without scope": headings_without_scope,
    "row of another width": uneven_rows,
    "heading level left out": leaps_of_headings,
    "control without name": nameless_controls,
    "list among children": lists_in_lists,
    "words of the machine": machine_words,
}


def dead_links(tree: Component, desk: Desk, store: Store) -> list[str]:
    hrefs = [item["props"].get("href", "") for item in named(tree, "A")]
    return [href for href in dict.fromkeys(hrefs) if not leads_somewhere(href, desk, store)]


def is_one_of_many(path: str, query: str, desk: Desk, store: Store) -> bool:
    """Whether there is the printed table, the action, the risk or the category that a path names."""
    of, _, name = path.strip("/").rpartition("/")
    if of == "data/tables":
        return int(name) <= len(desk.show(data, query).printed_tables)
    if of == "priorities":
        return name in {"weights", *(item.category for item in store.lens(desk.filters(query).partnership))}
    scope = Scope(query.removeprefix("partnership="))
    lines = store.actions(scope) if of == "actions" else store.risks(scope)
    return unquote(name) in {item.key for item in lines}


def leads_somewhere(href: str, desk: Desk, store: Store) -> bool:
    """Whether a link names a page, a file or a place on this page, in a view that there is."""
    path, query, fragment = (parts := urlsplit(href)).path, parts.query, parts.fragment
    if not path:
        return fragment == "main"
    if path.startswith(("/data/tables/", "/actions/", "/risks/", "/priorities/")):
        return is_one_of_many(path, query, desk, store)
    if fragment.startswith("arrival-"):
        return int(fragment.removeprefix("arrival-")) in {item.id for item in store.arrivals()}
    if fragment.startswith("cell-"):
        cells = store.cells(query.removeprefix("partnership="))
        return int(fragment.removeprefix("cell-")) in {cell.id for cell in cells}
    known = {page.path: page.shows_street_places for page in PAGES} | dict.fromkeys(WRITTEN, False)
    lens = store.lens(parse_qs(query).get("partnership", [""])[0])
    known |= {f"/priorities/{name}": False for name in ("weights", *(item.category for item in lens))}
    known |= {f"/method/{slug}": False for slug in METHODS}
    known |= {f"/export/{page.name}.{form}": page.shows_street_places for page in PAGES for form in forms()}
    asked = "&".join(part for part in query.split("&") if not part.startswith(("table=", "what=", "decision=")))
    try:
        desk.filters(asked, shows_street_places=known.get(path, False))
    except OutturnError:
        return False
    return path in known


def plain_ids(tree: Component) -> set[str]:
    """The ids that are names; those of the navigation are patterns."""
    return {name for item in components(tree) if isinstance(name := item["props"].get("id"), str)}


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_every_id_that_a_callback_fills_is_in_the_shell_or_on_its_page(
    app: Dash, client: FlaskClient, page: Page
) -> None:
    shell, here = plain_ids(shell_of(client)), plain_ids(skeleton_of(app, client, page))
    wanted = {item["id"] for output in server_callbacks(app) for item in outputs_of(output)}
    own = {name for name in wanted if name.startswith(f"{page.name}-")}
    assert own
    assert own <= here
    others = tuple(f"{other.name}-" for other in PAGES)
    assert {name for name in wanted if not name.startswith(others)} <= shell


def test_what_callbacks_listen_to_is_in_the_shell(app: Dash, client: FlaskClient) -> None:
    shell = [item["props"].get("id") for item in components(shell_of(client))]
    listened = {str(item["id"]) for known in app.callback_map.values() for item in known["inputs"]}
    assert listened <= {str(name) for name in shell}


def test_a_map_point_reads_well_for_everyone(app: Dash, client: FlaskClient, desk: Desk, store: Store) -> None:
    inside = desk.show(drill_down, "partnership=sampleshire&area=X01000001", shows_street_places=True)
    query = f"partnership=sampleshire&area={inside.places[0].key}"
    for page in (page for page in PAGES if page.shows_street_places):
        tree = filled(app, client, page, query)
        assert not {name: found for name, rule in RULES.items() if (found := rule(tree))}
        assert not dead_links(tree, desk, store)
        assert re.search("approximate|map point", text_of(tree)), page.name


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
@pytest.mark.parametrize(("partnership", "shown"), [("sampleshire", True), ("derby", False)])
def test_the_invented_county_is_said_to_be_invented_on_every_page(
    app: Dash, client: FlaskClient, page: Page, partnership: str, shown: bool
) -> None:
    tree = filled(app, client, page, f"partnership={partnership}")
    (said,) = [item for item in named(tree, "P") if text_of(item) == INVENTED_WORDS and "id" in item["props"]]
    assert said["props"]["hidden"] is not shown


@pytest.mark.parametrize("wrong", ["<p>open", "<p></b></p>", "</p>", "<table><tr></table>"])
def test_a_region_whose_tags_do_not_match_is_caught(wrong: str) -> None:
    with pytest.raises(Unbalanced):
        read_region(wrong)


def test_a_region_is_read_like_components() -> None:
    (row,) = read_region('<tr class="n"><th scope="row">A &amp; B</th><td><br>1<path d="M0"/></td></tr>')
    assert (row["type"], text_of(row), [item["type"] for item in components(row)]) == (
        "Tr",
        "A & B1",
        ["Tr", "Th", "Td", "Br", "Path"],
    )


def test_the_navigation_names_every_page_in_order(client: FlaskClient) -> None:
    (nav,) = named(shell_of(client), "Nav")
    links = [(item["props"]["href"], text_of(item)) for item in named(nav, "A")]
    pages = [(page.path, page.title) for page in PAGES if page.in_menu]
    assert links == [*pages, ("/meeting", "Meetings")]


def test_every_control_of_the_bar_has_a_label(client: FlaskClient) -> None:
    shell = shell_of(client)
    labelled = {item["props"]["htmlFor"] for item in named(shell, "Label")}
    assert {item["props"]["id"] for item in named(shell, "Select")} == labelled
    assert [text_of(item) for item in named(shell, "Legend")] == ["Strategic-assessment category"]


def cells_of(runs: str) -> set[int]:
    """The numbers that "3 5-7" stands for."""
    ends = [run.partition("-")[::2] for run in runs.split()]
    return {number for first, last in ends for number in range(int(first), int(last or first) + 1)}


def test_every_printed_cell_is_a_place_that_links_can_lead_to(app: Dash, client: FlaskClient, store: Store) -> None:
    """Closed tables say which cells they hold; each has a page where they stand."""
    page = next(page for page in PAGES if page.name == "data")
    for partnership in store.partnerships():
        tree = filled(app, client, page, f"partnership={partnership.slug}")
        folds = [item["props"] for item in named(tree, "Details") if "data-from" in item["props"]]
        places = {fold["data-from"]: {f"cell-{at}" for at in cells_of(fold.get("data-cells", ""))} for fold in folds}
        assert {f"cell-{cell.id}" for cell in store.cells(partnership.slug)} <= set().union(*places.values())
        for address, held in places.items():
            assert held == {name for name in plain_ids(read_whole(client, address)) if name.startswith("cell-")}


def read_whole(client: FlaskClient, address: str) -> Component:
    """The body of a page that the server writes whole."""
    inside = client.get(address).text.partition("<body>")[2].partition("</body>")[0]
    return {"type": "Body", "props": {"children": read_region(inside)}}
