"""The filter bar shows what a page uses, and the partnership alone where the page has nothing for it."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.domain.filters import PARTNERSHIP
from dashboard.pages import PAGES, Page
from dashboard.reports.desk import Desk
from layouts.filter_bar import CONTROLS, field_of
from tests.layouts.regions import read_region
from tests.layouts.trees import components, named, text_of

HOMES = ("warwickshire", "staffordshire", "south-staffordshire", "shropshire", "derby", "sampleshire")


def bar(page: str) -> list[Any]:
    """The filter bar of a page's first answer."""
    body = page.partition("<body>")[2].partition("<noscript>")[0] + page.partition("</noscript>")[2]
    form = body[body.index('<form aria-label="Filters"') : body.index("</form>", body.index('id="filters"')) + 7]
    return read_region(form)


def shown(page: str) -> set[str]:
    """The controls that it shows."""
    fields = {field_of(item.key): item.key for item in CONTROLS}
    found = [item["props"] for item in components(bar(page)) if item["props"].get("id") in fields]
    return {fields[props["id"]] for props in found if "hidden" not in props}


@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_the_bar_shows_what_the_page_uses(client: FlaskClient, desk: Desk, page: Page, home: str) -> None:
    used = page.controls if page.has_something(desk.choices().of(home)) else ()
    assert shown(client.get(f"{page.path}?partnership={home}").text) == {PARTNERSHIP, *used}


@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_what_can_be_chosen_is_said_in_words(client: FlaskClient, page: Page, home: str) -> None:
    options = named(bar(client.get(f"{page.path}?partnership={home}").text), "Option")
    assert options
    assert not [item["props"]["value"] for item in options if text_of(item) == item["props"]["value"]]


def test_a_page_without_anything_for_a_partnership_is_among_them(desk: Desk) -> None:
    empty = [(page.name, home) for page in PAGES for home in HOMES if not page.has_something(desk.choices().of(home))]
    assert ("drill-down", "warwickshire") in empty
    assert ("drill-down", "sampleshire") not in empty
