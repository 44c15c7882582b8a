"""The filter bar shows what a page uses, and the partnership alone where the page has nothing for it."""

import pytest
from flask.testing import FlaskClient

from dashboard.domain.filters import PARTNERSHIP
from dashboard.pages import PAGES, Page
from dashboard.reports.desk import Desk
from layouts.filter_bar import CONTROLS, field_of
from tests.layouts.regions import read_region
from tests.layouts.trees import components

HOMES = ("warwickshire", "staffordshire", "south-staffordshire", "shropshire", "derby", "sampleshire")


def shown(page: str) -> set[str]:
    """The controls that a page's first answer shows."""
    body = page.partition("<body>")[2].partition("<noscript>")[0] + page.partition("</noscript>")[2]
    form = body[body.index('<form aria-label="Filters"') : body.index("</form>", body.index('id="filters"')) + 7]
    fields = {field_of(item.key): item.key for item in CONTROLS}
    found = [item["props"] for item in components(read_region(form)) if item["props"].get("id") in fields]
    return {fields[props["id"]] for props in found if "hidden" not in props}


@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_the_bar_shows_what_the_page_uses(client: FlaskClient, desk: Desk, page: Page, home: str) -> None:
    used = page.controls if page.has_something(desk.choices().of(home)) else ()
    assert shown(client.get(f"{page.path}?partnership={home}").text) == {PARTNERSHIP, *used}


def test_a_page_without_anything_for_a_partnership_is_among_them(desk: Desk) -> None:
    empty = [(page.name, home) for page in PAGES for home in HOMES if not page.has_something(desk.choices().of(home))]
    assert ("drill-down", "warwickshire") in empty
    assert ("drill-down", "sampleshire") not in empty
