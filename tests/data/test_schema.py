"""Decimals come back digit for digit on both engines."""

from decimal import Decimal

from sqlalchemy import Column, Integer, MetaData, Table, insert, select

from data.engine import open_engine
from data.schema import ExactDecimal

NUMBERS = ("0.1", "26.3", "8.70", "-0.678", "25748", "0.000000000000000001", "123456789012345.12345678901234567890")


def test_a_decimal_comes_back_digit_for_digit(store_url: str) -> None:
    metadata = MetaData()
    table = Table("figure", metadata, Column("id", Integer, primary_key=True), Column("number", ExactDecimal))
    engine = open_engine(store_url)
    with engine.begin() as connection:
        metadata.create_all(connection)
        given = [Decimal(text) for text in NUMBERS]
        connection.execute(insert(table), [{"number": number} for number in [*given, None]])
        found = connection.execute(select(table.c.number).order_by(table.c.id)).scalars().all()
    engine.dispose()
    assert [None if number is None else str(number) for number in found] == [*map(str, given), None]


def test_a_missing_number_stays_missing_and_is_no_zero(store_url: str) -> None:
    metadata = MetaData()
    table = Table("figure", metadata, Column("number", ExactDecimal))
    engine = open_engine(store_url)
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.execute(insert(table), [{"number": None}, {"number": Decimal(0)}])
        missing = connection.execute(select(table.c.number).where(table.c.number.is_(None))).scalars().all()
        zero = connection.execute(select(table.c.number).where(table.c.number == Decimal(0))).scalars().all()
    engine.dispose()
    assert (missing, zero) == ([None], [Decimal(0)])
