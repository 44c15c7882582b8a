"""Proves that whatever is handed in, the answer is a sentence and the database stays as it was."""

import gzip
import os
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection, Engine, event, select

from data.connections.trouble import Trouble
from data.engine import open_engine
from data.intake.pipeline import Wish, load_files
from data.intake.published import ensure_published
from data.street.loading.months import Streets
from data.tables import street as tables
from tests.data.sources.archives import zip_of_nothing, zipped
from tests.data.sources.reading import read
from tests.data.street.testshire import MOMENT, Held, everything, incident, load, month_file, refused, written

FULL = f"{Trouble.FULL.wrong} {Trouble.FULL.mend}"
ONE = "E01990001"
GOOD = "2025-06-testshire-street.csv"


def test_nothing_of_a_bad_file_comes_in(engine: Engine, tmp_path: Path) -> None:
    good = month_file(tmp_path / "good", *[incident(ONE)] * 30)
    before = everything(engine)
    for name, content in bad_files(good.read_bytes()).items():
        summary = load_files(engine, [good, written(tmp_path, name, content)], Wish(MOMENT))
        assert (summary.loaded, len(summary.refused)) == (False, 1), name
        assert name.removesuffix(".gz") in summary.refused[0]
    assert everything(engine) == before


def bad_files(text: bytes) -> dict[str, bytes]:
    """Files that must be refused, by name, most of them made from a good one."""
    return {
        "cut.csv": text[:-30],
        "cut.csv.gz": gzip.compress(text)[:-30],
        "renamed.csv": text.replace(b"LSOA code", b"Area"),
        "doubled.csv": text.replace(b"Context", b"Month"),
        "short.csv": text.replace(b",Burglary", b""),
        "quote.csv": text.replace(b"On or near", b'"On or near', 1),
        "heading.csv": text.splitlines()[0],
        "empty.csv": b"",
        "nul.csv": text.replace(b"Burglary", b"Burg\x00ary"),
        "none.zip": zipped({}),
        "bomb.zip": zip_of_nothing(300),
        "book.xlsx": zipped({"xl/workbook.xml": "<x/>"}),
        "2025-07-testshire-street.csv": text + b"\n",
        "swapped.csv": text.replace(b"-1.990000,52.010000", b"52.010000,-1.990000"),
        "grid.geojson": b'{"type":"FeatureCollection","features":[{"properties":{"LSOA21CD":"E01"},'
        b'"geometry":{"type":"Polygon","coordinates":[[[390000,320000]]]}}]}',
    }


def test_what_is_no_file_is_refused_before_it_is_opened(engine: Engine, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "secret.csv").symlink_to(tmp_path / "secret.csv")
    assert refused(engine, tmp_path / "none.csv") == "none.csv cannot be opened: no such file or directory."
    assert refused(engine, tmp_path) == f"{tmp_path.name} is a folder: name the files in it, or zip it."
    assert refused(engine, tmp_path / "pipe") == "pipe is no file."
    assert refused(engine, Path("/dev/zero")) == "zero is no file."
    assert refused(engine, tmp_path / ("x" * 300)).startswith("x" * 120 + "… cannot be opened: file name too long")
    assert refused(engine, tmp_path / "secret.csv").startswith("secret.csv cannot be opened: ")


def test_nothing_at_all_is_nothing_new(engine: Engine) -> None:
    summary = load_files(engine, [], Wish(MOMENT))
    assert (summary.loaded, summary.refused, summary.files) == (False, [], [])


def test_hostile_names_are_kept_and_shown_as_marks(engine: Engine, tmp_path: Path) -> None:
    name = f"\x1b[2J{'x' * 100}\n{os.fsdecode(bytes([255]))}.csv"
    strange = list(incident(ONE))
    strange[7:9] = "E0199999", "\u2066" + "y" * 10_000
    path = month_file(tmp_path, *[incident(ONE)] * 30, tuple(strange), name=name)
    summary = load(engine, path)
    assert summary.files[0].name.isprintable()
    assert summary.files[0].rules == {"words-unreadable": 1}
    with engine.connect() as connection:
        assert connection.execute(select(tables.arrival.c.name)).scalar_one().isprintable()
        assert len(connection.execute(select(tables.rejected_row.c.text)).scalar_one()) == 300


def test_a_full_disk_is_said_and_leaves_the_old_state(tmp_path: Path, sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    ensure_published(engine)
    before = everything(engine)
    engine.dispose()
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1"))
    path = month_file(tmp_path, *(incident(f"E01{at:06}") for at in range(20_000)))
    summary = load_files(engine, [path], Wish(MOMENT))
    assert (summary.loaded, summary.refused) == (False, [FULL])
    assert everything(engine) == before
    engine.dispose()


def test_more_points_than_fit_in_memory_are_asked_for_afresh(engine: Engine, tmp_path: Path) -> None:
    """A country has more map points than a load keeps at hand."""
    july = [incident(code, month="2025-07") for code in (ONE, "E01990002", "E01990003")]
    load(engine, month_file(tmp_path, incident(ONE), incident("E01990002")))
    parcel = read(tmp_path, month_file(tmp_path, *july, name="2025-07-testshire-street.csv").read_bytes(), "x.csv")
    with engine.connect() as connection:
        streets = Streets(connection, most_points=1)
        for arrival, month in enumerate(range(24_306, 24_309), start=2):
            streets.write(replace(parcel, month=month), arrival, f"{month}.csv")
        assert _points(connection) == 3
        connection.rollback()


def _points(connection: Connection) -> int:
    return len(connection.execute(select(tables.map_point)).all())


@pytest.mark.parametrize("months", [("2025-06",), ("2025-06", "2025-07")])
def test_a_download_says_how_many_months_of_a_force_it_holds(
    engine: Engine, held: Held, tmp_path: Path, months: tuple[str, ...]
) -> None:
    files = {f"{month}/{month}-testshire-street.csv": b"" for month in months}
    for name, month in zip(files, months, strict=True):
        files[name] = month_file(tmp_path, incident(ONE, month=month), name=Path(name).name).read_bytes()
    summary = load(engine, written(tmp_path, "download.zip", zipped({"readme.txt": "Hello\n", **files})))
    assert summary.files[0].said == ["readme.txt was left out: it is no file we know."]
    assert (summary.files[0].held, summary.files[0].rows, held.counts()[ONE]) == (len(months),) * 3
