"""Knows how rows that only grow become meetings, decisions and notes: the newest version of each counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dashboard.domain.meetings.decisions import (
    TO_BE_DONE,
    DecisionKind,
    DecisionState,
    DecisionStep,
    MeetingDecision,
    StepKind,
    stepped,
)
from dashboard.domain.meetings.record import (
    AgendaItem,
    Attendance,
    Declaration,
    ItemKind,
    MeetingRecord,
    Minute,
    Phase,
    PhaseChange,
    Presence,
)

YES = "1"
GONE = "gone"  # the field of a version that takes something back


class EntryKind(StrEnum):
    HEADING = "heading"
    ITEM = "item"
    ORDER = "order"
    ATTENDANCE = "attendance"
    DECLARATION = "declaration"
    MINUTE = "minute"
    PHASE = "phase"
    DECISION = "decision"
    STEP = "step"  # of a decision
    REDACTION = "redaction"  # of no meeting: that a name was taken out, and why


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """One row: *about* is the first row of what this is a later version of (0: something new)."""

    number: int
    meeting: int
    partnership: str
    kind: EntryKind
    about: int
    fields: Mapping[str, str]
    who: str
    moment: str

    @property
    def identity(self) -> int:
        return self.about or self.number


Versions = list[MeetingEntry]


def meetings_of(entries: Iterable[MeetingEntry]) -> tuple[MeetingRecord, ...]:
    """The meetings that *entries*, in the order of their numbers, make; the oldest first."""
    found: dict[int, Versions] = defaultdict(list)
    for entry in entries:
        found[entry.meeting].append(entry)
    return tuple(_meeting(number, rows) for number, rows in found.items())


def _meeting(number: int, rows: Versions) -> MeetingRecord:
    kinds: dict[EntryKind, dict[int, Versions]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        kinds[row.kind][row.identity].append(row)
    [heading] = kinds[EntryKind.HEADING].values()
    said = heading[-1].fields
    phases = tuple(map(_phase, _rows(kinds[EntryKind.PHASE])))
    orders = _rows(kinds[EntryKind.ORDER])
    return MeetingRecord(
        number=number,
        partnership=heading[0].partnership,
        title=said["title"],
        body=said["body"],
        day=day_of(said.get("day", "")),
        length=int(said.get("length") or 0),
        **{name: said.get(name, "") for name in ("begins", "place", "view")},
        phase=phases[-1].phase if phases else Phase.PREPARED,
        items=_ordered(tuple(map(_item, standing(kinds[EntryKind.ITEM]))), orders),
        attendance=tuple(map(_attendance, standing(kinds[EntryKind.ATTENDANCE]))),
        declarations=tuple(map(_declaration, standing(kinds[EntryKind.DECLARATION]))),
        minutes=tuple(map(_minute, standing(kinds[EntryKind.MINUTE]))),
        phases=phases,
        version=heading[-1].number,
        order_version=orders[-1].number if orders else 0,
    )


def day_of(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _rows(found: Mapping[int, Versions]) -> Versions:
    return [row for versions in found.values() for row in versions]


def standing(found: Mapping[int, Versions]) -> list[Versions]:
    """The versions of each thing that was not taken back."""
    return [versions for versions in found.values() if versions[-1].fields.get(GONE) != YES]


def _phase(row: MeetingEntry) -> PhaseChange:
    return PhaseChange(Phase(row.fields["phase"]), row.who, row.moment, row.fields.get("words", ""))


def _ordered(items: tuple[AgendaItem, ...], orders: Versions) -> tuple[AgendaItem, ...]:
    """*items* as they were put last; one that came later stands before the closing one, else at the end."""
    named = [int(number) for number in orders[-1].fields["items"].split()] if orders else []
    places = {number: at for at, number in enumerate(named)}
    late = places.get(next((item.number for item in items if item.kind is ItemKind.CLOSING), 0), len(places))

    def place(item: AgendaItem) -> tuple[float, int]:
        return (places.get(item.number, late - 0.5), item.number)

    return tuple(sorted(items, key=place)) if orders else items


def _item(versions: Versions) -> AgendaItem:
    said = versions[-1].fields
    return AgendaItem(
        number=versions[0].number,
        kind=ItemKind(said["kind"]),
        words=said["words"],
        is_private=said.get("is_private") == YES,
        minutes=int(said.get("minutes") or 0),
        version=versions[-1].number,
        **{name: said.get(name, "") for name in ("address", "indicator", "area", "period", "key", "why", "presenter")},
    )


def _attendance(versions: Versions) -> Attendance:
    said = versions[-1].fields
    return Attendance(
        versions[0].number, said["role"], said.get("body", ""), Presence(said["presence"]), versions[-1].number
    )


def _declaration(versions: Versions) -> Declaration:
    said, first = versions[-1].fields, versions[0].number
    item, has_left = int(said.get("item") or 0), said.get("has_left") == YES
    return Declaration(first, said["role"], said["interest"], item, has_left, versions[-1].number)


def _minute(versions: Versions) -> Minute:
    newest = versions[-1]
    return Minute(
        number=versions[0].number,
        item=int(newest.fields.get("item") or 0),
        words=newest.fields["words"],
        who=newest.who,
        moment=newest.moment,
        is_private=newest.fields.get("is_private") == YES,
        version=newest.number,
        earlier=tuple((row.fields["words"], row.who, row.moment) for row in versions[:-1]),
    )


def decisions_of(entries: Iterable[MeetingEntry]) -> tuple[MeetingDecision, ...]:
    """The decisions that *entries* make, each after every step of its course; the oldest first."""
    found: dict[int, MeetingDecision] = {}
    for entry in entries:
        if entry.kind is EntryKind.DECISION:
            found[entry.number] = _decision(entry)
        if entry.kind is EntryKind.STEP:
            found[entry.about] = stepped(found[entry.about], _step(entry), entry.number)
    return tuple(found.values())


def _decision(entry: MeetingEntry) -> MeetingDecision:
    said = entry.fields
    kind, due = DecisionKind(said["kind"]), day_of(said.get("due", ""))
    return MeetingDecision(
        number=entry.number,
        meeting=entry.meeting,
        partnership=entry.partnership,
        kind=kind,
        words=said["words"],
        owner=said.get("owner", ""),
        due=due,
        who=entry.who,
        moment=entry.moment,
        item=int(said.get("item") or 0),
        is_private=said.get("is_private") == YES,
        original_due=due,
        state=DecisionState.OPEN if kind in TO_BE_DONE else DecisionState.NOTED,
        confirmed=entry.moment,
        version=entry.number,
        why=said.get("why", ""),
        indicator=said.get("indicator", ""),
        key=said.get("key", ""),
        to_body=said.get("to_body", ""),
    )


def _step(entry: MeetingEntry) -> DecisionStep:
    said = entry.fields
    due, meeting = day_of(said.get("due", "")), int(said.get("meeting") or 0)
    return DecisionStep(StepKind(said["kind"]), said.get("words", ""), entry.who, entry.moment, due, meeting)
