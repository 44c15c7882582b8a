"""Every number leads to the cell that it was printed in: the link of each page ends at a cell of the Data page."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from dashboard.pages import PAGES
from tests.browser.views import partnerships

LINK, CELL = re.compile(r'href="[^"]*#(cell-[^"]+)"'), re.compile(r'id="(cell-[^"]+)"')
FETCHED = re.compile(r'data-from="([^"]+)"')


def with_what_it_fetches(client: FlaskClient, address: str) -> str:
    """A page and what stands in its folds when they are opened."""
    page = client.get(address).text
    return page + "".join(client.get(unescape(part)).text for part in FETCHED.findall(page))


@pytest.mark.parametrize("partnership", partnerships())
def test_every_link_to_a_cell_ends_at_one(client: FlaskClient, partnership: str) -> None:
    printed = set(CELL.findall(with_what_it_fetches(client, f"/data?partnership={partnership}")))
    addresses = [f"{page.path}?partnership={partnership}" for page in PAGES]
    named = {address: set(LINK.findall(with_what_it_fetches(client, address))) for address in addresses}
    assert any(named.values()) == (partnership != "sampleshire"), "figures without a cell are made up"
    assert {address: cells - printed for address, cells in named.items() if cells - printed} == {}
