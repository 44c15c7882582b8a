"""Knows the tables of harm weights that were loaded."""

from collections.abc import Iterable
from decimal import Decimal

from sqlalchemy import Engine, select

from dashboard.domain.harm.weights import Weighed, Weight, WeightTable
from data.schema import Found
from data.tables.harm import harm_weight

_KEPT = harm_weight.c
HARM = select(*_KEPT).order_by(_KEPT.source, _KEPT.year, _KEPT.weighed, _KEPT.code)


class AnswersHarm:
    """The part of a store that knows what offences weigh."""

    _engine: Engine

    def harm_weights(self) -> tuple[WeightTable, ...]:
        with self._engine.connect() as connection:
            return harm_tables(connection.execute(HARM))


def harm_tables(rows: Iterable[Found]) -> tuple[WeightTable, ...]:
    """Return a table for each source and year, with the file that it was read from."""
    found: dict[tuple[str, str, str, int], list[Weight]] = {}
    for source, year, of, key, value, low, high, file, place, arrival in rows:
        weight = Weight(Weighed(of), key, Decimal(value), _number(low), _number(high), place)
        found.setdefault((source, year, file, arrival), []).append(weight)
    return tuple(
        WeightTable(year, source, tuple(weights), file, arrival)
        for (source, year, file, arrival), weights in found.items()
    )


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None
