"""Proves that links are values: layouts/components/links.py alone writes an address, routes alone name one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.pages import PAGES, Page
from layouts.components.links import page_path

ROOT = Path(__file__).parents[1]
WRITES = "layouts/components/links.py"
REGISTERS = frozenset({"Page", "add", "add_url_rule", "get", "post"})
ADDRESSES = "baselines checks data drill-down enter export figures files hotspots indicator indicators load method"
NAMED = "|".join(
    (
        *ADDRESSES.split(),
        "outcomes",
        "partnerships",
        "plan",
        "similar-areas",
        "stop-and-search",
        "template",
        "trends",
        "year-end",
    )
)
ADDRESS = re.compile(rf"\?partnership=.*|/({NAMED})([/?#.].*)?|/\?.*")


def texts(tree: ast.AST) -> Iterator[ast.Constant]:
    """Every text of a module and the beginnings of those with values in them, but not what registers a route."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and _called(node) in REGISTERS:
            continue
        if isinstance(node, ast.JoinedStr):
            yield from (part for part in node.values[:1] if isinstance(part, ast.Constant))
            yield from (text for part in node.values if isinstance(part, ast.FormattedValue) for text in texts(part))
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node
        yield from texts(node)


def _called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def addresses(source: str) -> list[str]:
    found = (str(text.value) for text in texts(ast.parse(source)))
    return [text for text in found if ADDRESS.fullmatch(text)]


def product() -> list[Path]:
    folders = ("callbacks", "dashboard", "data", "layouts")
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def test_only_one_module_writes_addresses() -> None:
    found = {str(path.relative_to(ROOT)): addresses(path.read_text(encoding="utf-8")) for path in product()}
    assert found.pop(WRITES)
    assert not {name: said for name, said in found.items() if said}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('href = f"/data?partnership={slug}"', ["/data?partnership="]),
        ('href = "/load"', ["/load"]),
        ('return redirect(f"/load/{token}", 303)', ["/load/"]),
        ('see = f"/?partnership={slug}"', ["/?partnership="]),
        ('view = f"/drill-down?partnership={slug}"', ["/drill-down?partnership="]),
        ('way = "/template.csv"', ["/template.csv"]),
        ('way = f"?partnership={slug}"', ["?partnership="]),
        ('add("/load/<token>", "loading", show)', []),
        ('kind = "/worksheet"', []),
        ('folder = "/database"', []),
        ('icon = "/assets/icon.svg"', []),
        ('said = f"{actual}/{target}"', []),
        ('first = slug.partition("/")[0]', []),
    ],
)
def test_what_an_address_is(source: str, found: list[str]) -> None:
    assert addresses(source) == found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_page_answers_where_links_lead(page: Page) -> None:
    assert page.path == page_path(page.name)
