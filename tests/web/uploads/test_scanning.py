"""Files that were sent in are looked through by the scanner of the machine before anything of them is read."""

import io
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.app import create_app
from dashboard.domain.errors import RefusedFile
from dashboard.settings import Settings
from dashboard.web.uploads.scanning import UNSCANNED, refuse_infected
from data.intake import pipeline
from tests.web.test_load_pages import followed

#: Finds something where a file says so, as ClamAV ends.
SCANNER = (sys.executable, "-c", "import sys; sys.exit(b'EICAR' in open(sys.argv[1], 'rb').read())")
BROKEN = (sys.executable, "-c", "raise SystemExit(2)")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = [tmp_path / name for name in ("clean.csv", "=bad <b>.csv")]
    for path, text in zip(found, ("Indicator", "EICAR"), strict=True):
        path.write_text(text)
    return found


def test_without_a_scanner_and_of_clean_files_nothing_is_said(files: list[Path]) -> None:
    refuse_infected((), files)
    refuse_infected(SCANNER, files[:1])


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (SCANNER, "=bad <b>.csv was not read: the virus scanner found something in it."),
        (BROKEN, UNSCANNED),
        (("/nowhere/scanner",), UNSCANNED),
    ],
)
def test_what_is_infected_or_cannot_be_scanned_is_refused(
    files: list[Path], command: tuple[str, ...], said: str
) -> None:
    with pytest.raises(RefusedFile) as refused:
        refuse_infected(command, files)
    assert str(refused.value) == said
    assert files[1].exists() == (said == UNSCANNED)


def test_an_infected_file_is_not_read_and_its_page_says_why(
    quick_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[object]()
    monkeypatch.setattr(pipeline, "read", lambda *asked: iter(map(read.append, asked)))
    url = quick_engine.url.render_as_string(hide_password=False)
    app = create_app(Settings(url, tmp_path / "originals", secret_key="known", scan=SCANNER))
    client = app.server.test_client()
    sent = client.post("/load", data={"files": [(io.BytesIO(b"EICAR"), "a.csv")], "partnership": "derby"})
    page = followed(client, sent.location).text
    assert "a.csv was not read: the virus scanner found something in it." in page
    assert read == []
