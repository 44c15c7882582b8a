"""Real stop and search files count as csv counts them, and lie where incidents were moved to the same points."""

import csv
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dashboard.reports.desk import Desk
from dashboard.reports.pages.street.searches import stop_and_search
from data.engine import open_engine
from data.intake.pipeline import Wish, load_files
from data.intake.published import ensure_published
from data.store import SqlStore
from tests.data.street.test_realdata import GEOGRAPHY, REAL, STREET

SEARCHES = REAL / "police-uk-stop-and-search"

pytestmark = [
    pytest.mark.realdata,
    pytest.mark.drill,
    pytest.mark.skipif(not SEARCHES.is_dir(), reason="the published files of ../shared/realdata are not there"),
]


def test_the_city_of_london_in_2019(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'outturn.db'}")
    ensure_published(engine)
    files = [*sorted((STREET / "city-of-london").glob("*.gz")), *sorted(SEARCHES.glob("*.csv"))]
    load_files(engine, [*files, *(REAL / name for name in GEOGRAPHY)], Wish(datetime.now(UTC)))
    view = "partnership=city-of-london&from=2019-M01&to=2019-M12"
    report = Desk(SqlStore(engine)).show(stop_and_search, view, shows_street_places=True)
    engine.dispose()
    texts = (path.read_text(encoding="utf-8") for path in SEARCHES.glob("*.csv"))
    told = [row for text in texts for row in csv.DictReader(text.splitlines())]
    endings = Counter(row["Outcome"] for row in told)
    assert report.total is not None
    assert (report.total.n, report.total.linked, report.total.said) == (len(told), 824, 2_528)
    assert {item.key: item.n for item in report.endings} == dict(endings)
    assert {item.name: item.n for item in report.places} == {
        "City of London": 1_360,
        "No location given": 781,
        "Location in none of its known neighbourhoods": 388,
    }
