"""Knows the receipt of a load: a row written with what the load publishes, which tells whether it did."""

import hashlib
from datetime import datetime

from sqlalchemy import Connection, Engine, insert, select

from dashboard.domain.errors import RefusedFile
from data.tables.street import receipt


def give(connection: Connection, token: str, moment: datetime) -> None:
    """Note that the load of *token* is published, in the transaction that publishes it; once: raises RefusedFile."""
    if connection.execute(select(receipt.c.load).where(receipt.c.load == _name(token))).first():
        raise RefusedFile("This load is published already.")
    connection.execute(insert(receipt).values(load=_name(token), moment=moment.isoformat(timespec="seconds")))


def published_at(engine: Engine, token: str) -> str:
    """The moment at which the load of *token* was published; empty where it was not."""
    with engine.connect() as connection:
        found = connection.execute(select(receipt.c.moment).where(receipt.c.load == _name(token))).scalar()
    return str(found or "")


def _name(token: str) -> str:
    """Whoever knows a token may see the load: the database does not give it away."""
    return hashlib.sha256(token.encode()).hexdigest()
