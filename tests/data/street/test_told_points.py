"""Proves that points which a call has told once are known to every month behind, whether or not theirs was written."""

from collections import Counter

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection, Engine, func, select

from data.parcels import StreetMonth
from data.sources.containers.members import Member
from data.sources.crime.plain_months import PlainMonths
from data.street.loading.months import Streets
from data.tables import street as tables
from tests.data.street.streets import street_text
from tests.data.street.testshire import NOWHERE, incident

FIRST, SECOND, THIRD = "E01990001", "E01990002", "E01990003"
Held = Counter[tuple[str, int]]


def parcel(plain: PlainMonths, *places: str, month: str = "2025-06") -> StreetMonth:
    text = street_text([incident(place, month=month) for place in places])
    found = plain.read(Member(f"{month}-testshire-street.csv", text.encode()))
    assert found is not None
    return found


def held(connection: Connection) -> Held:
    """Incidents by neighbourhood and longitude, as the tables join them."""
    count, point, hood = tables.point_count.c, tables.map_point.c, tables.neighbourhood.c
    query = (
        select(hood.code, point.longitude, func.sum(count.n))
        .join(tables.map_point, point.id == count.point)
        .join(tables.neighbourhood, hood.id == count.neighbourhood)
        .where(point.neighbourhood == count.neighbourhood)
        .group_by(hood.code, point.longitude)
    )
    return Counter({(code, east): int(n) for code, east, n in connection.execute(query)})


@pytest.mark.parametrize("most_points", [1, 1_000])
def test_a_month_names_points_that_earlier_ones_told(engine: Engine, most_points: int) -> None:
    plain = PlainMonths()
    months = [
        parcel(plain, FIRST, FIRST, month="2025-05"),
        parcel(plain, SECOND, FIRST, NOWHERE, month="2025-06"),
        replace(parcel(PlainMonths(), FIRST, THIRD, month="2025-07"), after=None),  # read row by row
        parcel(plain, NOWHERE, SECOND, month="2025-08"),
    ]
    with engine.connect() as connection:
        streets = Streets(connection, most_points)
        for arrival, month in enumerate(months, start=1):
            streets.write(month, arrival, month.file)
        streets.roll_up()
        assert held(connection) == {(FIRST, -1_990_000): 4, (SECOND, -1_980_000): 2, (THIRD, -1_970_000): 1, ("", 0): 2}
        assert connection.execute(select(func.count()).select_from(tables.map_point)).scalar() == 4
        nowhere = select(tables.force_month.c.no_location).order_by(tables.force_month.c.month)
        assert list(connection.execute(nowhere).scalars()) == [0, 1, 0, 1]
        connection.rollback()


def test_points_are_heard_of_a_month_that_somebody_else_published_meanwhile(engine: Engine) -> None:
    plain = PlainMonths()
    skipped, month = parcel(plain, SECOND, FIRST, month="2025-05"), parcel(plain, FIRST, month="2025-06")
    with engine.connect() as connection:
        streets = Streets(connection)
        streets.hear(skipped)
        streets.write(month, 1, month.file)
        streets.roll_up()
        assert held(connection) == {(FIRST, -1_990_000): 1}
        connection.rollback()


def test_a_month_that_waits_is_compared_with_the_same_month_of_another_file(engine: Engine) -> None:
    plain = PlainMonths()
    with engine.connect() as connection:
        streets = Streets(connection)
        assert streets.write(parcel(plain, FIRST, SECOND), 1, "a.csv") == []
        said = "Testshire Police 2025-06: the same figures as a.csv; nothing changes."
        assert streets.write(parcel(plain, SECOND, FIRST), 2, "b.csv") == [said]
        [words] = streets.write(parcel(plain, FIRST), 3, "a.csv")
        assert words == "Testshire Police 2025-06: replaced; −1 incidents (Burglary −1)."
        streets.roll_up()
        assert held(connection) == {(FIRST, -1_990_000): 1}
        connection.rollback()
