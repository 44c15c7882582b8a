"""Knows a small county whose office types its own counts: wards, months, quarters and the year, with their totals."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, insert, select

from dashboard.domain.disclosure.deciding import About, Proposal
from dashboard.domain.disclosure.rule import Mode, SmallNumberRule
from data.intake.pipeline import Wish
from data.own.small_numbers.rules import set_rule
from data.tables.own import figure
from tests.data.own.typed import NOON, load, text_file

HOME, HATE = "rutland", "rutland/hate-crimes"
WARDS = ("Oakham", "Uppingham", "Ketton")
MONTHS = ("Apr 2024", "May 2024", "Jun 2024")
COUNTS = ((6, 6, 2), (9, 12, 15), (30, 20, 8))
HEADING = "Indicator,Area,Period,Actual,Target,Unit,Better"
LATER = datetime(2026, 3, 9, 12, tzinfo=UTC)


def lines(counts: Sequence[Sequence[int]] = COUNTS, name: str = "Hate crimes") -> list[str]:
    """The table as it is typed."""
    rows = [*counts, [sum(column) for column in zip(*counts, strict=True)]]
    typed = [HEADING]
    for area, row in zip((*WARDS, "Rutland"), rows, strict=True):
        for period, number in zip((*MONTHS, "Q1 2024/25"), (*row, sum(row)), strict=True):
            typed.append(f"{name},{area},{period},{number},40,incidents,lower")
    return typed


def with_counts(
    engine: Engine, folder: Path, counts: Sequence[Sequence[int]] = COUNTS, moment: datetime = NOON
) -> None:
    wish = Wish(moment, who="Jo", partnership="Rutland", source="Community safety team")
    load(engine, text_file(folder, "hate.csv", *lines(counts)), wish=wish)


def under(engine: Engine, mode: Mode = Mode.SUPPRESS, about: About | None = None, moment: datetime = NOON) -> None:
    """A rule for all of the county, unless it is *about* less."""
    rule = SmallNumberRule(mode=mode)
    set_rule(engine, HOME, Proposal(about or About(), rule, "Few people live here", "Jo"), moment)


def said(engine: Engine, period: str, text: str) -> int:
    """An officer's words on Oakham's figure of a *period*, as a form keeps them; returns the number of their row."""
    query = select(figure).where(figure.c.area == f"{HOME}/oakham", figure.c.period == period)
    with engine.begin() as connection:
        row = connection.execute(query.limit(1)).one()._asdict()
        plain = {name: value for name, value in row.items() if name not in ("id", "number")}
        found = connection.execute(insert(figure).values(**plain | {"what": "commentary", "text": text}))
        return int(found.inserted_primary_key[0]) if found.inserted_primary_key else 0
