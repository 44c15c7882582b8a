"""A meeting is told of the targets that were missed and of which nobody said why, as one item."""

from datetime import UTC, date, datetime

from sqlalchemy import Engine

from dashboard.domain.commentary import NewCommentary
from dashboard.domain.filters import Filters
from dashboard.domain.meetings.record import AgendaItem, ItemKind, MeetingRecord
from dashboard.domain.periods.period import financial_year
from dashboard.reports.agenda.offered import Prepared, offered
from data.own.commentaries import say
from data.store import SqlStore
from tests.data.own.conftest import quick_engine

__all__ = ["quick_engine"]
VIEW = Filters("warwickshire", financial_year(2010))
NEXT = MeetingRecord(1, "warwickshire", "Quarter 1", "Strategic Group", date(2011, 6, 1))


def awaited(engine: Engine) -> list[AgendaItem]:
    found = offered(SqlStore(engine), VIEW, Prepared(NEXT, (NEXT,), (), date(2011, 6, 1)))
    return [item for item in found if item.kind is ItemKind.COMMENTARY]


def test_a_miss_that_nobody_explained_is_on_the_agenda_until_somebody_does(quick_engine: Engine) -> None:
    [found] = awaited(quick_engine)
    assert found.words == "Commentary awaited on one missed target"
    assert "Most serious violent crime (2010/11)" in found.why
    assert found.address == "/year-end?partnership=warwickshire&period=2010-11"
    said = NewCommentary("Alcohol played a part.", "Police lead", "")
    place = ("warwickshire", "warwickshire/ni-15", "warwickshire", financial_year(2010))
    say(quick_engine, place, said, lambda: None, datetime(2011, 5, 1, tzinfo=UTC))
    assert awaited(quick_engine) == []
