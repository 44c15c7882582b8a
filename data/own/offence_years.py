"""Knows the offences of whole years by code that published tables give for an area, as long as their figures stand."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, Engine, select

from dashboard.questions.street import OffenceYear
from data.names import force_slug
from data.own.pointer import chain, pointer
from data.schema import Found
from data.tables.harm import offence_count
from data.tables.own import figure

_KEPT = offence_count.c


class AnswersOffences:
    """The part of a store that knows published offences by code."""

    _engine: Engine
    _day: date | None

    def offence_years(self, partnership: str, code: str, name: str) -> tuple[OffenceYear, ...]:
        """The years of the area with this *code*, or of this *name* where its table has no codes; the newest first."""
        del partnership  # whose small numbers others may not see
        keys = [key for key in (code, force_slug(name)) if key]
        columns = (_KEPT.area, _KEPT.area_code, _KEPT.level, _KEPT.year, _KEPT.file, _KEPT.arrival)
        query = select(*columns, _KEPT.code, _KEPT.words, _KEPT.offences).where(_KEPT.area_key.in_(keys))
        with self._engine.connect() as connection:
            found = list(connection.execute(query)) if keys else []
            gone = _taken_back(connection, {row.arrival for row in found}, self._day)
        return _years(row for row in found if row.arrival not in gone)


def _taken_back(connection: Connection, arrivals: Iterable[int], day: date | None) -> frozenset[int]:
    """The files whose figures were published once and are no more: their load was undone."""
    releases: dict[int, set[int]] = defaultdict(set)
    query = select(figure.c.arrival, figure.c.release).where(figure.c.arrival.in_(list(arrivals))).distinct()
    for arrival, release in connection.execute(query) if arrivals else ():
        releases[arrival].add(release)
    standing = set(chain(connection, pointer(connection, day))) if releases else set()
    return frozenset(arrival for arrival, found in releases.items() if not found & standing)


def _years(rows: Iterable[Found]) -> tuple[OffenceYear, ...]:
    found: dict[tuple[str, str, str, str, str, int], dict[str, tuple[str, int]]] = defaultdict(dict)
    for area, code, level, year, file, arrival, offence, words, count in rows:
        found[year, area, code, level, file, arrival][offence] = (words, count)
    return tuple(
        OffenceYear(
            area=area,
            code=code,
            level=level,
            year=year,
            counts={offence: count for offence, (_, count) in codes.items()},
            words={offence: words for offence, (words, _) in codes.items()},
            file=file,
            arrival=arrival,
        )
        for (year, area, code, level, file, arrival), codes in sorted(found.items(), reverse=True)
    )
