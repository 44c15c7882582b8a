"""A view costs few statements of the database, and one that was seen before costs one a request."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from dash import Dash
from sqlalchemy import Engine, event

from dashboard.app import create_app
from dashboard.settings import Settings
from data.engine import open_engine
from data.store import SqlStore
from tests.app.bodies import body_of, post, server_callbacks

OPENING = 60  # of everything that can be chosen and of the first view, Sampleshire's months among them
NEW_VIEW = 12  # beside what is asked once a request
VIEW = "partnership=warwickshire&period=2010-11"
PAGES = ("year-end", "trends", "indicator", "plan", "data")


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that run meanwhile."""
    found: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture(scope="module")
def product(published_url: str) -> Dash:
    return create_app(Settings(database=published_url, secret_key="known"))


def show(product: Dash, page: str, query: str) -> tuple[int, int]:
    """How many requests a view of *page* made, and how many statements they ran."""
    asked = [name for name in server_callbacks(product) if f"{page}-" in "".join(name.split(".")[:3:2])]
    client = product.server.test_client()
    with counted() as statements:
        for output in asked:
            assert post(client, body_of(product, output, search=f"?{query}", pathname=f"/{page}")).status_code == 200
    return len(asked), len(statements)


def test_what_can_be_chosen_is_read_in_a_handful_of_statements(published_url: str) -> None:
    engine = open_engine(published_url)
    with counted() as statements:
        store = SqlStore(engine).as_at(None)
        for item in store.partnerships():
            store.areas(item.slug), store.lens(item.slug), store.street_root(item.slug)
    assert len(statements) <= 25
    engine.dispose()


STREET_VIEW = 24  # of which a place never asked about before costs half


@pytest.mark.parametrize("page", ["drill-down", "hotspots"])
def test_a_view_of_street_level_crime_asks_little_and_seen_again_for_the_data_version_alone(
    product: Dash, page: str
) -> None:
    show(product, page, "partnership=sampleshire")
    for query in ("partnership=sampleshire&crime=burglary", "partnership=sampleshire&area=quenbury&crime=drugs"):
        requests, statements = show(product, page, query)
        assert statements <= requests + STREET_VIEW
        assert show(product, page, query) == (requests, requests)


@pytest.mark.parametrize("page", PAGES)
def test_a_view_that_was_seen_before_asks_for_the_data_version_alone(product: Dash, page: str) -> None:
    show(product, page, VIEW)
    requests, statements = show(product, page, VIEW)
    assert (requests > 0, statements) == (True, requests)


@pytest.mark.parametrize("page", PAGES)
def test_a_new_view_of_what_is_known_asks_little(product: Dash, page: str) -> None:
    requests, first = show(product, page, VIEW)
    assert first <= requests + OPENING
    requests, other = show(product, page, "partnership=warwickshire&period=2009-10&area=rugby")
    assert other <= requests + NEW_VIEW
