"""Knows how what somebody says of a figure in a form is kept: rows that only grow, the newest of which stands."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from sqlalchemy import Connection, Engine, insert, select

from dashboard.domain.access.deeds import Deed, DeedKind
from dashboard.domain.commentary import Commentary, NewCommentary
from dashboard.domain.doors import CommentaryDoor
from dashboard.domain.errors import RefusedEntry
from dashboard.domain.periods.period import Period, from_slug
from dashboard.domain.records import Scope, SourceCell
from data.audit.recording import record
from data.engine import begin_writing
from data.names import slug
from data.own.pointer import stamp
from data.schema import Found
from data.tables.own import commentary as table

OVERTAKEN = "Somebody else wrote this meanwhile; it stands above. Send yours again if it is to take its place."
TAKEN_BACK = "taken back"
Place = tuple[str, str, str, Period]  # partnership, indicator, area, period
Standing = Callable[[], Commentary | None]


def say(engine: Engine, place: Place, said: NewCommentary, standing: Standing, moment: datetime) -> None:
    """Keep what was *said* of a figure, unless it stands already; raises RefusedEntry where its writer saw another.

    *standing* tells what stands there, asked when nobody else can write any more.
    """
    partnership, indicator, area, period = place
    with begin_writing(engine) as connection:
        before = standing()
        if (before.text if before else "") == said.text:
            return
        if (before.moment if before else "") != said.seen:
            raise RefusedEntry((("text", OVERTAKEN),))
        values = {"indicator": indicator, "area": area, "period": period.slug, "text": said.text}
        _add(connection, moment, partnership=partnership, author=said.author, **values)
        subject = f"{indicator}, {area}, {period.label}"
        after = "" if said.text else TAKEN_BACK
        record(connection, Deed(DeedKind.COMMENTARY_SAID, subject, partnership, after=after), moment)  # no words of it


def _add(connection: Connection, moment: datetime, **values: str) -> None:
    connection.execute(insert(table).values(moment=stamp(moment), **values))


def typed(engine: Engine, scope: Scope, leads: Callable[[], Mapping[str, str]], day: date | None) -> list[Commentary]:
    """Everything said in forms of the indicators and areas of *scope* up to the end of *day*, the oldest first.

    What was said of an indicator that was merged into another is said of that: *leads* tells which.
    """
    item = table.c
    query = select(table).where(item.partnership == scope.partnership).order_by(item.id)
    if day is not None:
        query = query.where(item.moment < f"{day.isoformat()}U")  # after every time of that day, which begins with T
    with engine.connect() as connection:
        rows = connection.execute(query).all()
    found = []
    for row in rows:
        indicator = _meant(row.indicator, scope, leads)
        if indicator and (scope.areas is None or row.area in scope.areas):
            found.append(_commentary(row, indicator))
    return found


def _meant(indicator: str, scope: Scope, leads: Callable[[], Mapping[str, str]]) -> str:
    """The indicator of *scope* that one is now; empty where it is none of them."""
    if scope.indicators is None or indicator in scope.indicators:
        return indicator
    lead = leads().get(slug(indicator.rsplit("/", 1)[-1]), "")
    return lead if lead in scope.indicators else ""


def _commentary(row: Found, indicator: str) -> Commentary:
    period = from_slug(row.period)
    area = row.area.removeprefix(row.partnership).removeprefix("/")
    door = CommentaryDoor(row.partnership, indicator.rsplit("/", 1)[-1], area, row.period)
    cell = SourceCell(0, "", "Commentary", period.label, "", row.text, door)
    return Commentary(indicator, row.area, period, row.text, row.author, row.moment, cell)
