"""Knows how the made-up county comes into a new database: written as files, loaded as anyone's files are."""

import hashlib
import tempfile
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, insert, select

from dashboard.domain.errors import SettingsFault
from dashboard.reports.made_up import INVENTED_SOURCE
from data.intake.pipeline import Wish, load_files
from data.sample.county import write_county
from data.sample.priorities import ensure_priorities
from data.sample.reviews import ensure_reviews
from data.tables.street import street_state

NAME = "sample"
SAMPLE_FOLDER = Path(__file__).parent.parent / "sample"


def ensure_sample(engine: Engine, moment: datetime) -> bool:
    """Load Sampleshire unless just this Sampleshire is there; return whether it was loaded."""
    version = _version()
    with engine.connect() as connection:
        query = select(street_state.c.value).where(street_state.c.name == NAME)
        if connection.execute(query).scalar() == version:
            return False
    with tempfile.TemporaryDirectory(prefix="sampleshire-") as folder:
        summary = load_files(engine, write_county(Path(folder)), Wish(moment, INVENTED_SOURCE, beneath=True))
    if summary.refused:
        raise SettingsFault(f"Sampleshire could not be loaded: {summary.refused[0]}")
    with engine.begin() as connection:
        connection.execute(street_state.delete().where(street_state.c.name == NAME))
        connection.execute(insert(street_state).values(name=NAME, value=version))
    ensure_reviews(engine)
    ensure_priorities(engine)
    _ensure_meetings(engine)
    return True


def _ensure_meetings(engine: Engine) -> None:
    from data.sample.meetings import ensure_meetings  # with the reports, which no other load needs

    ensure_meetings(engine)


def _version() -> str:
    """The fingerprint of the code that makes the county up."""
    digest = hashlib.sha256()
    for file in sorted(SAMPLE_FOLDER.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
