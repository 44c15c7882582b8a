"""What a page without script asks of the assets is asked for by its content: after an upgrade no old one is kept."""

import re
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin

import pytest
from flask.testing import FlaskClient

from dashboard.pages import PAGES
from dashboard.places import assets_folder
from layouts import assets

ASKED = re.compile(r'(?:href|src)="/assets/([^"?]+\.(?:css|js))\?v=([0-9a-f]{8})"')


@pytest.mark.parametrize("path", ["/load", "/enter", "/checks", "/method", "/method/status", "/find", "/data/tables/1"])
def test_every_script_and_stylesheet_says_what_stands_in_it(client: FlaskClient, path: str) -> None:
    page = client.get(path).text
    asked = ASKED.findall(page)
    assert len(asked) == len(re.findall(r'="/assets/[^"]+\.(?:css|js)[^"]*"', page)) > 5
    for name, said in asked:
        assert sha256((assets_folder() / name).read_bytes()).hexdigest().startswith(said)
        with client.get(f"/assets/{name}?v={said}") as answer:
            assert answer.status_code == 200


PAGES_OF_OURS = (
    "/",
    *(page.path for page in PAGES),
    "/load",
    "/enter",
    "/indicators",
    "/partnerships",
    "/find",
    "/method",
)
NAMED = re.compile(r'(?:href|src|data-plotly)="(/(?:assets|_dash-component-suites)/[^"]+)"')
SUITE = re.compile(r"/_dash-component-suites/.+\.v[0-9_]+m[0-9]+\..*js")  # its version stands in its name
IN_STYLES = re.compile(r'url\("?(?!data:)([^")]+)"?\)')


@pytest.mark.parametrize("path", PAGES_OF_OURS)
def test_every_asset_that_a_page_or_a_stylesheet_names_is_asked_for_by_its_content(
    client: FlaskClient, path: str
) -> None:
    named = set(NAMED.findall(client.get(path).text))
    for style in [item for item in named if ".css" in item]:
        with client.get(style) as sheet:
            named |= {urljoin(style, found) for found in IN_STYLES.findall(sheet.get_data(as_text=True))}
    assert any("woff2" in item for item in named)
    for item in named:
        name, _, said = item.removeprefix("/assets/").partition("?v=")
        assert SUITE.fullmatch(item) or said == sha256((assets_folder() / name).read_bytes()).hexdigest()[:8], item


def test_another_content_is_another_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "assets_folder", lambda: tmp_path)
    found = []
    for content in ("a {}", "b {}", "a {}"):
        (tmp_path / "one.css").write_text(content)
        assets.asset_href.cache_clear()
        found.append(assets.asset_href("one.css"))
    assets.asset_href.cache_clear()
    assert found[0] == found[2] != found[1]


def test_an_asset_that_is_not_there_is_a_fault_of_ours() -> None:
    with pytest.raises(FileNotFoundError):
        assets.asset_href("no-such.css")
