"""Proves that a table of no period is asked for it, on the command line and on the page, and read when it is said."""

import io
import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.cli import main
from dashboard.settings import Settings
from data.intake import pipeline
from tests.data.own.conftest import read_here

TABLE = "Indicator,Target,Actual\nBurglary,240,232\n"
ASKED = "or say it: --period 2023/24 on the command line, or “Period of the file” in the form."


@pytest.fixture
def url(published_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database of one's own with the published figures; files are read without a child."""
    own = tmp_path / "own.db"
    shutil.copyfile(published_url.removeprefix("sqlite:///"), own)
    monkeypatch.setenv("OUTTURN_ORIGINALS", str(tmp_path / "originals"))
    monkeypatch.setattr(pipeline, "read", read_here)
    return f"sqlite:///{own}"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def load(url: str, table: Path, *more: str) -> int:
    return main(["load", str(table), "--partnership", "Testshire", "--yes", "--json", "--database", url, *more])


@pytest.mark.parametrize(("given", "why"), [((), ASKED), (("--period", "soon"), "cannot be read: “soon” names no")])
def test_the_command_refuses_a_table_of_no_period(
    url: str, table: Path, capsys: pytest.CaptureFixture[str], given: tuple[str, ...], why: str
) -> None:
    assert load(url, table, *given) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["loaded"], why in said["refused"][0]) == (False, True)


def test_the_command_reads_it_with_its_period(url: str, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert load(url, table, "--period", "Q2 2023/24") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["loaded"], said["files"][0]["said"]) == (True, ["The period Q2 2023/24 is the one you gave."])


@pytest.fixture
def client(url: str, tmp_path: Path) -> Iterator[FlaskClient]:
    server = create_app(Settings(url, tmp_path / "originals", uploads=True, secret_key="known")).server
    with server.test_client() as client:
        yield client


def shown(client: FlaskClient, address: str) -> str:
    """The page of a load when it is not reading any more."""
    page = client.get(address).text
    while "The files are being read" in page:
        time.sleep(0.005)
        page = client.get(address).text
    return page


def sent(client: FlaskClient, period: str = "") -> str:
    """Hand in the table; the address of its page."""
    form = {"files": (io.BytesIO(TABLE.encode()), "table.csv"), "partnership": "new", "new-partnership": "Testshire"}
    answer = client.post("/load", data={**form, "period": period}, content_type="multipart/form-data")
    return answer.headers.get("Location", answer.text)


def test_the_refused_page_asks_for_the_period_and_reads_the_same_files_again(client: FlaskClient) -> None:
    address = sent(client)
    page = shown(client, address)
    assert (ASKED in page, f'action="{address}/again"' in page) == (True, True)
    wrong = client.post(f"{address}/again", data={"period": "soon"})
    assert (wrong.status_code, "“soon” names no period" in wrong.text, 'value="soon"' in wrong.text) == (
        400,
        True,
        True,
    )
    assert client.post(f"{address}/again", data={"period": "2023/24"}).headers["Location"] == address
    assert "The period 2023/24 is the one you gave." in shown(client, address)


def test_the_form_takes_the_period_with_the_files(client: FlaskClient) -> None:
    assert "The period Sep 2023 is the one you gave." in shown(client, sent(client, "Sep 2023"))
    assert "“Period of the file” cannot be read" in sent(client, "soon")


def test_a_load_that_is_gone_or_was_not_refused_is_not_read_again(client: FlaskClient) -> None:
    assert client.post(f"/load/{'A' * 22}/again", data={"period": "2023/24"}).status_code == 404
    address = sent(client, "2023/24")
    before = shown(client, address)
    client.post(f"{address}/again", data={"period": "2022/23"})
    assert shown(client, address) == before
