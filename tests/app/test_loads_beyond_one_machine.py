"""A web node is killed while it reads, and while it publishes: the other goes on, and every figure is there once."""

import time
from json import loads
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.app.cluster import Database, Node, databases, nodes
from tests.app.forked import Browser, hidden_of
from tests.app.test_kills import INDICATORS, YEARS, figures

pytestmark = [pytest.mark.drill, pytest.mark.slow, pytest.mark.postgres]
SECONDS = 180


def browser_of(node: Node) -> Browser:
    return Browser(int(urlsplit(node.address).port or 0))


def ended(browser: Browser, path: str) -> tuple[str, float]:
    """The page of a load when it is not being read any more, and after how many seconds."""
    began = time.monotonic()
    while loads(browser.page_in_the_end(path, "application/json"))["state"] == "reading":
        assert time.monotonic() - began < SECONDS
        time.sleep(0.1)
    return browser.page_in_the_end(path), time.monotonic() - began


def figures_in(database: Database) -> tuple[object, object]:
    asked = "FROM own_figure WHERE release = (SELECT max(release) FROM own_figure)"
    return database.ask(f"SELECT count(*) {asked}"), database.ask(f"SELECT sum(number)::bigint {asked}")


def test_a_node_is_killed_while_it_reads_and_while_it_publishes(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("nodes")
    for place in (folder, *folder.parents[:2]):
        place.chmod(0o755)  # PostgreSQL runs as nobody
    log = []
    with databases(folder, ("first", "second")) as every, nodes(folder, every, 3) as web:
        browsers = [browser_of(node) for node in web]
        path = browsers[0].load("figures.csv", figures(1))
        web[0].kill()
        page, seconds = ended(browsers[1], path)
        log.append(f"killed while it read: ready on another node after {seconds:.1f} s")
        assert f'action="{path}/publish"' in page
        browsers[1].send(f"{path}/publish", hidden_of(page, f"{path}/publish"))
        web[1].kill()
        page, seconds = ended(browsers[2], path)
        log.append(f"killed while it published: published on the third after {seconds:.1f} s")
        count, total = figures_in(every[0])
    print(*log, f"figures {count}, sum {total}", sep="\n")
    assert "<title>Published" in page
    expected = sum(1_000 + at * YEARS + year for at in range(INDICATORS) for year in range(YEARS))
    assert (count, total) == (INDICATORS * YEARS, expected)
    assert sorted(item.name for item in Path(folder).rglob("incoming/*/*/*")) == []
