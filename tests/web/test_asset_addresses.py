"""What a page without script asks of the assets is asked for by its content: after an upgrade no old one is kept."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from flask.testing import FlaskClient

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
