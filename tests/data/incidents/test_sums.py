"""Sums say to the last millionth what the incidents say one by one, whatever is asked and whichever lists stand."""

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice, product
from pathlib import Path

import numpy as np
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Engine, select, text

from dashboard.domain.incidents.hours import Hours, hours_of
from dashboard.domain.incidents.parts import long_spans, parts_of, timed
from dashboard.domain.incidents.week import CELLS
from dashboard.questions.incidents import HourQuery, SplitBy
from data.hour_sums import SpansTold, Split, sums_of, unpacked_sums
from data.incidents.answers import _Asked
from data.incidents.grouping import Groups
from data.incidents.packed import unpacked
from data.incidents.standing import move
from data.migrations.versions import v0027_incident_sums
from data.store import SqlStore
from data.tables.incidents import incident_month, incident_sum
from tests.data.incidents.test_lists import HOME, NOON, loaded
from tests.data.sources.incidents.layouts import row

FIRST = date(2023, 11, 20)
MONTHS = (2023 * 12 + 10, 2025 * 12 + 3)
OFFENCES = ("Burglary", "8N Assault", "Bilking", "45 Theft from a motor vehicle")
BEATS = ("Marlhaven", "Quenbury", "X01000001", "X01000002", "X01000003", "Nowhere", "")


def some_rows(n: int, seed: int) -> Iterator[tuple[str, ...]]:
    """Incidents of one and a half years, some without a time, some over hours, midnights and days."""
    dice = random.Random(seed)
    for at in range(n):
        day, minute = FIRST + timedelta(dice.randrange(500)), dice.randrange(1440)
        until = minute + dice.choice((0, 0, 7, 90, 480, 1439, 1440, 2000))
        last = day + timedelta(until // 1440)
        cells = {"Date_From": f"{day:%d/%m/%Y}", "Date_To": f"{last:%d/%m/%Y}"}
        cells |= {"Time_From": clock(minute), "Time_To": clock(until % 1440)}
        if dice.random() < 0.1:
            cells["Time_From"] = "unknown"
        yield row(Crime_Number=f"{seed}/{at}", Offence=dice.choice(OFFENCES), Beat=dice.choice(BEATS), **cells)


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def questions() -> Iterator[HourQuery]:
    first, last = MONTHS
    spans = ((first, last), (first + 2, first + 13), (first + 3, first + 4), (last, last + 5))
    crimes = (frozenset[str](), frozenset({"burglary"}), frozenset({"burglary", "violence-and-sexual-offences", ""}))
    every = product(spans, ("", "marlhaven", "X01000002"), crimes, SplitBy)
    for span, area, asked, by in islice(every, 0, None, 7):  # which meets each of them with most others
        yield HourQuery(HOME, *span, area, asked, by)


def one_by_one(engine: Engine, query: HourQuery) -> dict[str, Hours]:
    """The same from every incident by itself."""
    weights: dict[str, list[int]] = defaultdict(lambda: [0] * (CELLS + 3))
    with engine.connect() as connection:
        groups = Groups(connection, query)
        found = list(_Asked(connection, query, SqlStore(engine).incident_lists(HOME))._months())
        for number, month, kept in found:
            columns = unpacked(kept)
            group = groups.of(number, month, columns)
            keys = list(groups.keys)
            for incident, cell, weight in zip(*parts_of(columns.start, columns.end), strict=True):
                if group[incident] >= 0:
                    weights[keys[group[incident]]][cell] += int(weight)
            kinds = np.where(timed(columns.start, columns.end), 0, 1 + long_spans(columns.start, columns.end))
            for at, kind in zip(group, kinds, strict=True):
                if at >= 0:
                    weights[keys[at]][CELLS + kind] += 1
    return {key: hours_of(found[:CELLS], *found[CELLS:]) for key, found in weights.items()}


def same_answers(engine: Engine) -> None:
    store = SqlStore(engine)
    for query in questions():
        assert {part.key: part.hours for part in store.incident_hours(query)} == one_by_one(engine, query), query


def test_sums_are_what_the_incidents_say_whichever_lists_stand(quick_engine: Engine, tmp_path: Path) -> None:
    loaded(quick_engine, tmp_path, *some_rows(150, 1))
    newer = [cells for cells in some_rows(150, 2) if cells[2][3:] in {"02/2024", "03/2024", "06/2024"}]
    loaded(quick_engine, tmp_path, *newer, name="newer.csv")
    same_answers(quick_engine)
    newest = SqlStore(quick_engine).incident_lists(HOME)[-1].number
    move(quick_engine, newest, standing=False, who="Jo", moment=NOON)
    same_answers(quick_engine)


def test_lists_of_an_older_product_get_the_same_sums(engine: Engine, tmp_path: Path) -> None:
    loaded(engine, tmp_path, *some_rows(60, 3), partnership="Warwickshire")
    item = incident_sum.c
    query = select(incident_sum).order_by(item.list, item.split, item.number)
    with engine.begin() as connection:
        before = connection.execute(query).all()
        connection.execute(incident_month.update().values(parts=b"1234"))
        connection.execute(text("DROP TABLE incident_sum"))
        with Operations.context(MigrationContext.configure(connection)):
            v0027_incident_sums.upgrade()
        assert connection.execute(query).all() == before
        assert set(connection.scalars(select(incident_month.c.parts))) == {b""}


def test_more_than_two_thousand_incidents_of_one_minute_keep_every_millionth() -> None:
    start = np.zeros(5_000, np.int64)
    for split, _, kept in sums_of(SpansTold(start + 1970 * 12, start, start, start, start)):
        sums, [count] = unpacked_sums([kept])
        assert (split in Split, count, sorted(sums.weight)) == (True, 2, [5_000, 5_000_000_000])
