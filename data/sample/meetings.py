"""Knows the meetings of the made-up county: one held in the last quarter, with its decisions, and the next one."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Engine, insert, select

from dashboard.domain.access.people import ALL, NONE, Eyes
from dashboard.domain.filters import Filters
from dashboard.domain.meetings.agenda import by_rules
from dashboard.domain.meetings.entries import EntryKind
from dashboard.domain.meetings.record import AgendaItem, MeetingRecord, Phase
from dashboard.domain.snapshots.canonical import fingerprint
from dashboard.domain.snapshots.reading import written
from dashboard.questions.store import Store
from dashboard.reports.agenda.offered import Prepared, offered
from dashboard.reports.desk import Desk
from dashboard.reports.made_up import INVENTED
from dashboard.reports.meeting.freezing import Screens
from dashboard.reports.meeting.occasion import Spoken, seen_of
from data.audit.recording import stamp
from data.engine import begin_writing
from data.meetings.keeping import Sent, Writing
from data.sample.said import ATTENDED, DECIDED, SAID
from data.store import SqlStore
from data.tables.meetings import meeting_entry
from data.tables.snapshots import snapshot

BODY, SECRETARY, CHAIR = "Strategy group", "Partnership analyst", "Director of communities"
HELD = {"title": "Strategy group, quarter 2", "body": BODY, "day": "2026-10-15", "begins": "14:00", "length": "90"}
NEXT = {"title": "Strategy group, quarter 3", "body": BODY, "day": "2027-01-14", "begins": "14:00", "length": "90"}
PLACE = "Council house, committee room 2"
CALLED, BEGUN = datetime(2026, 9, 24, 9, tzinfo=UTC), datetime(2026, 10, 15, 13, tzinfo=UTC)
ENDED, LOOKED = datetime(2026, 10, 15, 14, 25, tzinfo=UTC), datetime(2026, 11, 20, 9, tzinfo=UTC)
AGENDA_FIELDS = ("kind", "words", "address", "indicator", "area", "period", "key", "why")


class HeldStore(SqlStore):
    """What is loaded now, judged on the day on which the meeting was held."""

    def day(self) -> date:
        return ENDED.date()

    def as_at(self, day: date | None) -> "HeldStore":
        return self


def ensure_meetings(engine: Engine) -> None:
    """Let Sampleshire have met, and prepare its next meeting, unless it has any meeting already."""
    query = select(meeting_entry.c.id).where(meeting_entry.c.partnership == INVENTED).limit(1)
    with engine.connect() as connection:
        if connection.execute(query).first() is not None:
            return
    desk = Desk(SqlStore(engine), eyes=lambda: Eyes(ALL, NONE))
    filters = desk.nearest(f"partnership={INVENTED}")[0]
    items = _offered(desk, filters, HELD, CALLED)
    with begin_writing(engine) as connection:
        number = _held(connection, filters, items)
    text, items = _seen(HeldStore(engine), number), _offered(desk, filters, NEXT, LOOKED)
    with begin_writing(engine) as connection:
        values = {"meeting": number, "partnership": INVENTED, "moment": stamp(ENDED)}
        connection.execute(insert(snapshot).values(**values, digest=fingerprint(text), text=text))
        _put(_writing(connection, ENDED), NEXT, filters, items)


def _offered(desk: Desk, filters: Filters, said: Mapping[str, str], moment: datetime) -> tuple[AgendaItem, ...]:
    """What the rules put on the agenda of a meeting, looked at in a *moment*."""
    meeting = MeetingRecord(0, INVENTED, said["title"], said["body"], date.fromisoformat(said["day"]))

    def ask(store: Store, _: object) -> tuple[AgendaItem, ...]:
        meetings, decisions = store.meeting_records(INVENTED), store.meeting_decisions(INVENTED)
        return offered(store, filters, Prepared(meeting, meetings, decisions, moment.date()))

    return desk.ask(ask)


def _held(connection: Connection, filters: Filters, items: Iterable[AgendaItem]) -> int:
    """The meeting that is over; returns its number."""
    number, during = _put(_writing(connection, CALLED), HELD, filters, items), _writing(connection, BEGUN)
    during.add(number, EntryKind.PHASE, {"phase": Phase.HELD})
    for role, body, presence in ATTENDED:
        during.add(number, EntryKind.ATTENDANCE, {"role": role, "body": body, "presence": presence})
    _minutes(during, number)
    _writing(connection, ENDED, CHAIR).add(number, EntryKind.PHASE, {"phase": Phase.CLOSED})
    return number


def _minutes(writing: Writing, number: int) -> None:
    """What was said and decided of each item."""
    for item in writing.meeting(number).items:
        about, place = item.indicator.rpartition("/")[2] or item.kind, {"item": str(item.number)}
        if words := SAID.get(about):
            writing.add(number, EntryKind.MINUTE, {**place, "words": words})
        if decided := DECIDED.get(about):
            writing.add(number, EntryKind.DECISION, {**place, "indicator": item.indicator, **decided})


def _seen(store: HeldStore, number: int) -> str:
    """What the meeting saw, as it is frozen; the audit trail tells nothing of what is made up."""
    desk = Desk(store, eyes=lambda: Eyes(ALL, NONE))
    [meeting] = (item for item in store.meeting_records(INVENTED) if item.number == number)
    return written(seen_of(_screens(desk), meeting, Spoken(store.meeting_decisions(INVENTED)), "sample"))


def _screens(desk: Desk) -> Screens:
    from dashboard.reports.pages.data import data
    from dashboard.reports.pages.indicator import indicator_file
    from dashboard.reports.pages.overview import overview
    from dashboard.reports.pages.plan import plan

    return Screens(desk, {"overview": overview, "indicator": indicator_file, "plan": plan, "data": data})


def _put(writing: Writing, said: Mapping[str, str], filters: Filters, items: Iterable[AgendaItem]) -> int:
    """Call a meeting with these *items*; returns its number."""
    number = writing.call(INVENTED, {**said, "place": PLACE, "view": filters.to_query()})
    for item in items:
        writing.add(number, EntryKind.ITEM, _fields(item))
    order = by_rules(writing.meeting(number).items)
    writing.add(number, EntryKind.ORDER, {"items": " ".join(map(str, order))})
    return number


def _fields(item: AgendaItem) -> Mapping[str, str]:
    return {name: str(getattr(item, name)) for name in AGENDA_FIELDS} | {"minutes": str(item.minutes)}


def _writing(connection: Connection, moment: datetime, who: str = SECRETARY) -> Writing:
    return Writing(connection, Sent(who, "", moment))
