"""Gives the tests of a module one site where people sign in by name and password."""

from collections.abc import Iterator

import pytest

from tests.web.people.local_site import Site, site


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site(tmp_path_factory.mktemp("county")) as made:
        yield made
