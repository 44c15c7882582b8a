"""A month that looks incomplete, from the command line and in the browser: said before it is loaded, then accepted."""

import csv
import getpass
import io
import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.cli import main
from dashboard.reports.evidence.doubted import doubted_months
from data.store import SqlStore
from tests.data.street.years import ASB, year_files
from tests.web.test_load_pages import published, sent

Captured = pytest.CaptureFixture[str]
CUT = "Testshire Police, Jun 2025 looks incomplete: 3 incidents, usual at the time of year are 30."


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return year_files(tmp_path, m2025_06={ASB: 3})


def counts(capsys: Captured) -> list[str]:
    """June 2025 of every place and crime type, as the drill-down exports it: count and reason."""
    capsys.readouterr()
    query = "partnership=testshire&by=month&from=2025-M06&to=2025-M06"
    assert main(["export", "drill-down", "--query", query]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    return sorted({row["count"] or row["count_reason"] for row in rows})


def test_the_command_says_it_leaves_it_out_and_accepts_it(
    files: list[Path], published_url: str, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "own.db"
    database.write_bytes(Path(published_url.removeprefix("sqlite:///")).read_bytes())
    monkeypatch.setenv("OUTTURN_DATABASE", f"sqlite:///{database}")
    monkeypatch.setenv("OUTTURN_ORIGINALS", str(tmp_path / "originals"))
    assert main(["load", *map(str, files), "--yes", "--json"]) == 0
    [said] = json.loads(capsys.readouterr().out)["incomplete"]
    assert said.startswith(CUT)
    assert counts(capsys) == ["the file looks incomplete and nobody has accepted it"]
    assert main(["accept", "Testshire Police", "2025-07"]) == 1
    assert "there are: Testshire Police 2025-06." in capsys.readouterr().err
    assert main(["accept", "Testshire Police", "2025-06", "--because", "a strike"]) == 0
    assert capsys.readouterr().out == f"Accepted by {getpass.getuser()}: {CUT}\n"
    assert "3" in counts(capsys)
    assert main(["accept", "testshire", "2025-06", "--take-back"]) == 0
    assert counts(capsys) == ["the file looks incomplete and nobody has accepted it"]


def test_the_preview_says_it_and_the_page_of_findings_accepts_it(
    own: FlaskClient, files: list[Path], quick_engine: Engine
) -> None:
    preview = sent(own, *((path.name, path.read_bytes()) for path in files), partnership="")
    assert "To know before you publish" in preview.text
    assert CUT in preview.text
    published(own, preview)
    page = own.get("/checks?partnership=testshire")
    assert CUT in page.text
    [finding] = doubted_months(SqlStore(quick_engine), "testshire")
    form = {"partnership": "testshire", "finding": finding.key, "standing": "accepted", "words": "a strike"}
    assert own.post("/checks", data=form).status_code == 400  # nobody's name
    assert own.post("/checks", data=form | {"who": "Jo"}).status_code == 303
    assert CUT not in own.get("/checks?partnership=testshire").text
    [month] = SqlStore(quick_engine).doubtful_months(None)
    assert (month.accepted, month.who, month.words) == (True, "Jo", "a strike")
