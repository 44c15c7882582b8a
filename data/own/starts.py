"""Knows the period that a partnership with figures of its own opens in: its newest with an actual that had begun."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import select

from dashboard.domain.periods.calendar import MONTHS_IN_YEAR
from dashboard.domain.periods.dating import begun
from dashboard.domain.periods.period import Period, PeriodKind, financial_year, from_slug
from dashboard.domain.records import Partnership
from dashboard.domain.statistics.series import year_of
from data.schema import Fields, Query
from data.tables import own as tables


class Start(NamedTuple):
    """A period that a partnership could start in; the greatest is the best. A month stands for its financial year."""

    is_actual: bool
    had_begun: bool  # when it was loaded
    is_year: bool
    nearness: int  # the newest of what had begun, the first of what had not
    period: Period


NO_START = Start(False, False, False, 0, financial_year(2010))  # without a figure: the documents' own year


def spans() -> Query:
    """The question for each period of each partnership with an actual, a target or a commentary, loaded when."""
    figure, release = tables.figure.c, tables.release.c
    names = (figure.partnership, figure.what, figure.period, figure.gone, release.moment)
    return select(*names).join(tables.release, release.id == figure.release).distinct()


def starts(rows: Iterable[Fields]) -> dict[str, Start]:
    """Where each partnership starts: in an actual that had begun, else a target that had, else the first to come."""
    found: dict[str, Start] = {}
    for row in rows:
        partnership, what, moment = row["partnership"], row["what"], row["moment"]
        period = from_slug(row["period"])
        year, had_begun = year_of(period), begun(period, moment)
        is_year, day = year.kind is PeriodKind.FINANCIAL_YEAR, year.start.toordinal()
        start = Start(what == "actual" and had_begun, had_begun, is_year, day if had_begun else -day, year)
        found[partnership] = max(start, found.get(partnership, start))
    return found


def started(item: Partnership, newest: Start | None) -> Partnership:
    """A partnership with a document starts later when a later year has an actual; a target moves nothing."""
    if newest is None or not newest.is_actual or newest.period.months != MONTHS_IN_YEAR:
        return item
    if newest.period <= item.default_period:
        return item
    return replace(item, default_period=newest.period)
