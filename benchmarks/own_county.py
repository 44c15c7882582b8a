"""Knows how to fill a database with made-up figures of one partnership's own: yearly, quarterly, with targets."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Column, Connection, Engine, Integer, Table, func, select

from dashboard.domain.values.printed import Value
from data.documents.records import stored
from data.engine import begin_writing, bulk
from data.tables import own as tables
from data.tables.street import arrival

Row = dict[str, object]

SLUG, NAME, FILE = "figureshire", "Figureshire", "figureshire.csv"
MOMENT = "2026-01-20T09:00:00+00:00"
AREAS, FIRST_YEAR, YEARS, TARGET_YEARS = 10, 2013, 12, 2
KINDS = (("count", "offences", "lower"), ("percentage", "%", "higher"), ("count", "incidents", "lower"))
CATEGORIES = ("violent-crime", "acquisitive-crime", "anti-social-behaviour", "road-safety", "drugs")
EMPTY: Row = {"text": "", "note": "", "covers_to": "", "file": FILE, "sheet": "", "cell": "", "gone": 0}


@dataclass(frozen=True, slots=True)
class Size:
    """How much is made up: 120 indicators have 14,400 figures."""

    indicators: int
    figures: int


SIZES = (Size(9, 1_000), Size(120, 14_400), Size(800, 100_000))


def fill(engine: Engine, size: Size) -> None:
    """Publish *size* as one release, in the tables that a load writes to."""
    with begin_writing(engine) as connection:
        bulk_rows(connection, tables.release, [{"parent": 0, "moment": MOMENT, "who": "benchmark", "words": FILE}])
        bulk_rows(connection, arrival, [_arrival(size)])
        known: Row = {"release": 1, "arrival": _number(connection), "partnership": SLUG}
        bulk_rows(connection, tables.partnership, [known | {"name": NAME}])
        bulk_rows(connection, tables.area, [known | row for row in _areas()])
        bulk_rows(connection, tables.indicator, [known | row for row in _indicators(size.indicators)])
        bulk_rows(connection, tables.figure, [known | row for row in _figures(size)])
        bulk_rows(connection, tables.move, [{"release": 1, "moment": MOMENT, "who": "benchmark", "why": FILE}])


def correct(engine: Engine, number: int) -> None:
    """Publish one more release, of a single figure that is another than before; *number* says of which indicator."""
    place = SLUG if number % AREAS == 0 else f"{SLUG}/district-{number % AREAS}"
    key = ("actual", place, f"{FIRST_YEAR + YEARS - 2}-{(FIRST_YEAR + YEARS - 1) % 100:02}")
    with begin_writing(engine) as connection:
        before = int(connection.execute(select(func.max(tables.release.c.id))).scalar_one())
        said: Row = {"moment": MOMENT, "who": "benchmark", "words": FILE}
        bulk_rows(connection, tables.release, [said | {"parent": before}])
        known: Row = {"release": before + 1, "arrival": _number(connection), "partnership": SLUG}
        bulk_rows(connection, tables.figure, [known | _figure(number, key, 400 + number)])
        bulk_rows(connection, tables.move, [{"release": before + 1, "moment": MOMENT, "who": "benchmark", "why": FILE}])


def _number(connection: Connection) -> int:
    query = select(arrival.c.id).where(arrival.c.name == FILE)
    return int(connection.execute(query).scalar_one())


def bulk_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Insert *rows* in the order of the columns; numbers of rows go on from the last, what is not said is empty."""
    last = connection.execute(select(table.c.id).order_by(table.c.id.desc()).limit(1)).scalar() or 0
    empty = {column.name: _nothing(column) for column in table.c}
    full = (empty | {"id": last + at} | row for at, row in enumerate(rows, 1))
    bulk(connection, table, [tuple(map(_kept, row.values())) for row in full])


def _nothing(column: Column[object]) -> object:
    """What stands in a column that nothing is said of."""
    if column.nullable:
        return None
    return 0 if isinstance(column.type, Integer) else ""


def _kept(value: object) -> object:
    return str(value) if isinstance(value, Decimal) else value


def _arrival(size: Size) -> Row:
    named: Row = {"name": FILE, "sha256": "0" * 64, "source": "own", "arrived_at": MOMENT, "kind": "figures"}
    return named | {"bytes": size.figures * 40, "rows": size.figures}


def _areas() -> Iterator[Row]:
    yield {"area": SLUG, "name": NAME, "level": "partnership", "code": ""}
    for number in range(1, AREAS):
        yield {"area": f"{SLUG}/district-{number}", "name": f"District {number}", "level": "area", "code": ""}


def _indicators(count: int) -> Iterator[Row]:
    for number in range(count):
        kind, unit, polarity = KINDS[number % len(KINDS)]
        yield {
            "indicator": f"{SLUG}/measure-{number}",
            "code": f"M{number}",
            "name": f"Measure {number}",
            "category": CATEGORIES[number % len(CATEGORIES)],
            "polarity": polarity,
            "value_type": kind,
            "unit": unit,
            "multiplier": "1",
            "tolerance": "5",
            "period_kind": "financial-year",
            "gone": 0,
        }


def _figures(size: Size) -> list[Row]:
    """The first *size.figures*, dealt out indicator by indicator: every one has some in each area."""
    share, rest = divmod(size.figures, size.indicators)
    return [row for number in range(size.indicators) for row in list(_of(number))[: share + (number < rest)]]


def _of(number: int) -> Iterator[Row]:
    """One indicator's figures, newest years first, every area: actuals of years, some in quarters, and targets."""
    slots = [("target", f"{year}-{(year + 1) % 100:02}") for year in _years()[:TARGET_YEARS]]
    if number % len(KINDS) == 2:
        newest = _years()[0]
        slots += [("actual", f"{newest}-{(newest + 1) % 100:02}-Q{quarter}") for quarter in (1, 2, 3, 4)]
        slots += [("actual", f"{year}-{(year + 1) % 100:02}") for year in _years()[1:]]
    else:
        slots += [("actual", f"{year}-{(year + 1) % 100:02}") for year in _years()]
    for at, (what, period) in enumerate(slots):
        for area in range(AREAS):
            place = SLUG if area == 0 else f"{SLUG}/district-{area}"
            yield _figure(number, (what, place, period), 400 + (number * 37 + area * 101 + at * 53) % 600)


def _years() -> list[int]:
    return [FIRST_YEAR + YEARS - 1 - at for at in range(YEARS)]


def _figure(number: int, key: tuple[str, str, str], amount: int) -> Row:
    what, area, period = key
    is_share = KINDS[number % len(KINDS)][0] == "percentage"
    text = f"{amount // 10}.{amount % 10}" if is_share else str(amount * (10 if area == SLUG else 1))
    value = stored(Value(Decimal(text), percent=is_share) if what == "actual" else None)
    named: Row = {"what": what, "indicator": f"{SLUG}/measure-{number}", "area": area, "period": period}
    return EMPTY | named | value | {"text": text}
