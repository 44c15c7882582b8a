"""A county of five neighbourhoods that does not exist, with lookups and incidents typed by hand."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, MetaData, select

import data.tables.documents  # noqa: F401 - fills the metadata
from data.intake.pipeline import Summary, Wish, load_files
from data.schema import metadata
from data.tables import street as tables
from data.tables.documents import crime_type
from tests.data.street.streets import street_text

MOMENT = datetime(2026, 11, 21, tzinfo=UTC)
FORCE, OTHER = "Testshire Police", "Othershire Police"
HOODS = {
    "E01990001": "Testbury 001A",
    "E01990002": "Testbury 001B",
    "E01990003": "Eastham 001A",
    "E01990004": "Westham 001A",
    "E01990009": "Farley 001A",  # of the other force
}
NOWHERE, BLANK, STRANGE = "nowhere", "blank", "E01999999"

WARDS = """LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM
E01990001,Testbury 001A,E05990001,Mill,E07990001,Testbury
E01990002,Testbury 001B,E05990002,Hill,E07990001,Testbury
E01990003,Eastham 001A,E05990003,Dock,E07990002,Eastham
E01990004,Westham 001A,E05990004,Moor,E07990003,Westham
E01990009,Farley 001A,E05990009,Lake,E07990009,Farley
"""
FORCES = """LAD24CD,LAD24NM,CSP24CD,CSP24NM,PFA24CD,PFA24NM
E07990001,Testbury,E22990001,Testbury,E23990001,Testshire
E07990002,Eastham,E22990002,East and West,E23990001,Testshire
E07990003,Westham,E22990002,East and West,E23990001,Testshire
E07990009,Farley,E22990009,Farley,E23990009,Othershire
"""
LOOKUPS = {"wards.csv": WARDS, "forces.csv": FORCES}


def incident(place: str, crime: str = "Burglary", month: str = "2025-06", force: str = FORCE) -> tuple[str, ...]:
    """One incident in a neighbourhood, at its one map point, or in none."""
    at = int(place[-1]) / 100 if place in HOODS else 0.5
    spot = (f"{-2 + at:.6f}", f"{52 + at:.6f}", "On or near High Street")
    where = {
        NOWHERE: ("", "", "No Location", "", ""),
        BLANK: (*spot, "", ""),
        STRANGE: (*spot, STRANGE, "Neverham 001A"),
    }
    found = where.get(place) or (*spot, place, HOODS.get(place, "Testbury 009Z"))
    return ("", month, force, force, *found, crime, "Under investigation", "")


def month_file(folder: Path, *rows: tuple[str, ...], name: str = "2025-06-testshire-street.csv") -> Path:
    return written(folder, name, street_text(rows))


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def lookup_files(folder: Path) -> list[Path]:
    return [written(folder, name, text) for name, text in LOOKUPS.items()]


def load(engine: Engine, *paths: Path, moment: datetime = MOMENT) -> Summary:
    """Load what has to succeed."""
    summary = load_files(engine, paths, Wish(moment))
    assert summary.refused == []
    return summary


def refused(engine: Engine, *paths: Path) -> str:
    """The sentence for which *paths* are refused; nothing in the database may have changed."""
    before = everything(engine)
    summary = load_files(engine, paths, Wish(MOMENT))
    assert (summary.loaded, everything(engine)) == (False, before)
    [sentence] = summary.refused
    return sentence


def everything(engine: Engine) -> dict[str, list[str]]:
    """Every row of every table."""
    both: Iterable[MetaData] = (metadata, tables.street)
    with engine.connect() as connection:
        return {
            table.name: sorted(map(repr, map(tuple, connection.execute(select(table)))))
            for part in both
            for table in part.sorted_tables
        }


@dataclass(frozen=True, slots=True)
class Held:
    """What the database holds, by the codes and names that readers know."""

    engine: Engine

    def counts(self, crime: str = "", month: str = "") -> Counter[str]:
        """Incidents of each place by its code; of every type, month or both."""
        count, place = tables.area_count.c, tables.place.c
        query = select(place.code, count.n).join(tables.area_count, count.place == place.id)
        query = query.where(count.crime_type == self._number(crime))
        if month:
            year, number = month.split("-")
            query = query.where(count.month == int(year) * 12 + int(number) - 1)
        found: Counter[str] = Counter()
        with self.engine.connect() as connection:
            for code, n in connection.execute(query):
                found[code] += n
        return found

    def _number(self, crime: str) -> int:
        with self.engine.connect() as connection:
            found = connection.execute(select(crime_type.c.number).where(crime_type.c.name == crime)).scalar()
        return int(found or 0)

    def by_place(self) -> dict[tuple[str, int, int], int]:
        """Every count by the code of its place, crime type and month."""
        count, place = tables.area_count.c, tables.place.c
        query = select(place.code, count.crime_type, count.month, count.n)
        with self.engine.connect() as connection:
            rows = connection.execute(query.join(tables.area_count, count.place == place.id))
            return {(code, kind, month): n for code, kind, month, n in rows}

    def names(self, level: str) -> list[str]:
        with self.engine.connect() as connection:
            query = select(tables.place.c.name).where(tables.place.c.level == level)
            return sorted(connection.execute(query).scalars())

    def children(self, code: str) -> list[str]:
        """The codes of what is listed one step in from *code*."""
        place, child = tables.place, tables.place_child.c
        outer, inner = place.alias(), place.alias()
        query = select(inner.c.code).join(tables.place_child, child.child == inner.c.id)
        query = query.join(outer, outer.c.id == child.parent).where(outer.c.code == code)
        with self.engine.connect() as connection:
            return sorted(connection.execute(query).scalars())
