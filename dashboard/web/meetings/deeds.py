"""Knows what each form of a meeting does in one transaction, and to which page it leads back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.domain.access.deeds import DeedKind
from dashboard.domain.errors import RefusedEntry
from dashboard.domain.meetings.agenda import by_rules, moved, name_of, not_yet
from dashboard.domain.meetings.entries import GONE, YES, EntryKind
from dashboard.domain.meetings.record import AgendaItem, ItemKind, MeetingRecord, Phase, Presence
from dashboard.domain.meetings.typed import (
    Fields,
    attendance_typed,
    decision_typed,
    declaration_typed,
    heading_typed,
    item_typed,
    minute_typed,
)
from dashboard.reports.agenda.meeting_view import MeetingView
from dashboard.web.faults.addresses import number_of
from data.meetings.keeping import Writing

CLOSED = "This meeting is closed: its agenda and attendance stay as they were. Correct a minute, or add one, instead."
APPROVED = "The minutes of this meeting are approved: record new decisions in the next meeting."
AGENDA_FIELDS = ("kind", "words", "address", "indicator", "area", "period", "key", "why", "presenter")


@dataclass(frozen=True, slots=True)
class Act:
    """A form of one meeting inside its transaction; *meeting* is as it stands there."""

    writing: Writing
    view: MeetingView
    meeting: MeetingRecord
    form: Mapping[str, str]

    def number(self, name: str) -> int:
        return max(number_of(self.form.get(name, "")), 0)

    def add(self, kind: EntryKind, fields: Mapping[str, str]) -> int:
        return self.writing.add(self.meeting.number, kind, fields)

    def revise(self, fields: Mapping[str, str]) -> None:
        self.writing.revise(self.meeting.number, self.number("seen"), fields)

    def tell(self, kind: DeedKind, after: str) -> None:
        subject = f"meeting {self.meeting.number}"
        self.writing.tell(kind, subject, self.meeting.partnership, ("", after))

    def changed(self, what: str) -> None:
        self.tell(DeedKind.MEETING_CHANGED, what)

    def known_item(self) -> int:
        """The item that the form is about, where it is one of this meeting; 0 of the meeting as a whole."""
        number = self.number("item")
        return number if self.meeting.item(number) else 0


def fields_of(item: AgendaItem) -> Fields:
    """An item as its row keeps it."""
    private = YES if item.is_private else ""
    return {name: str(getattr(item, name)) for name in AGENDA_FIELDS} | {
        "minutes": str(item.minutes),
        "is_private": private,
    }


def heading(act: Act) -> None:
    act.revise(heading_typed(act.form))
    act.changed("heading")


def item(act: Act) -> None:
    """An item by hand, a change of one, or its way to another meeting."""
    typed = item_typed(act.form)
    if not act.form.get("item"):
        act.add(EntryKind.ITEM, {**typed, "kind": ItemKind.HAND})
        act.changed("item added")
        return
    to = act.number("to")
    if to and to in {other.number for other in act.view.others}:
        found = act.meeting.item(act.number("item"))
        act.revise({GONE: YES})
        if found is not None:
            act.writing.add(to, EntryKind.ITEM, {**fields_of(found), **typed})
        act.changed(f"item moved to meeting {to}")
        return
    act.revise(typed)
    act.changed("item changed")


def take_off(act: Act) -> None:
    act.revise({GONE: YES})
    act.changed("item taken off")


def offered(act: Act) -> None:
    """Put what is ticked of what the rules found on the agenda, as far as they find it still."""
    ticked = set(act.form.get("offered", "").split("\n"))
    chosen = [found for found in not_yet(act.meeting.items, act.view.offered) if name_of(found) in ticked]
    for found in chosen:
        act.add(EntryKind.ITEM, fields_of(found))
    if chosen:
        order(act, by_rules(act.writing.meeting(act.meeting.number).items))


def order(act: Act, numbers: tuple[int, ...] | None = None) -> None:
    """Put an item up or down from where it stands now, whoever moved others meanwhile; or all by their rules."""
    places, items = act.form.get("places", ""), act.meeting.items
    if numbers is None and places == "rules":
        numbers = by_rules(items)
    if numbers is None:
        numbers = moved(items, act.number("item"), -1 if places == "-1" else 1)
    act.add(EntryKind.ORDER, {"items": " ".join(map(str, numbers))})
    act.changed("order")


def attendance(act: Act) -> None:
    """Somebody by their role; who is there already is changed."""
    _attend(act, attendance_typed(act.form))
    act.changed("attendance")


def _attend(act: Act, typed: Fields) -> None:
    known = {said.role.casefold(): said.version for said in act.meeting.attendance}
    seen = known.get(typed["role"].casefold())
    if seen is None:
        act.add(EntryKind.ATTENDANCE, typed)
    else:
        act.writing.revise(act.meeting.number, seen, typed)


def invite(act: Act) -> None:
    """Write down the owners of what is overdue or asked to be closed."""
    there = {said.role.casefold() for said in act.meeting.attendance}
    for role in act.view.book.invited:
        if role.casefold() not in there:
            act.add(EntryKind.ATTENDANCE, {"role": role, "body": "", "presence": Presence.INVITED})
    act.changed("owners invited")


def declaration(act: Act) -> None:
    act.add(EntryKind.DECLARATION, {**declaration_typed(act.form), "item": str(act.known_item())})
    act.changed("declaration")


def minute(act: Act) -> None:
    """A minute of an item, or a correction of one."""
    typed = minute_typed(act.form)
    if act.form.get("minute"):
        act.revise(typed)
    else:
        act.add(EntryKind.MINUTE, {**typed, "item": str(act.known_item())})
    act.tell(DeedKind.MINUTE_WRITTEN, "corrected" if act.form.get("minute") else "")


def decision(act: Act) -> None:
    """What was decided of an item; it hangs on the item's indicator, action or risk."""
    if act.meeting.phase is Phase.APPROVED:
        raise RefusedEntry((("", APPROVED),))
    typed, about = decision_typed(act.form), act.meeting.item(act.known_item())
    private = YES if typed["is_private"] or (about and about.is_private) else ""
    place = {"item": str(about.number), "indicator": about.indicator, "key": about.key} if about else {}
    number = act.add(EntryKind.DECISION, {**typed, **place, "is_private": private})
    act.tell(DeedKind.DECISION_MADE, f"decision {number}: {typed['kind']}")


Deed = Callable[[Act], None]
Freeze = Callable[[Act], None]  # what was seen, in the transaction that closes a meeting
#: What is done to the meeting while it is open.
WHILE_OPEN: Mapping[str, Deed] = {
    "heading": heading,
    "item": item,
    "take-off": take_off,
    "offered": offered,
    "order": order,
    "attendance": attendance,
    "invite": invite,
    "declaration": declaration,
}
#: What may be done to a closed one, too.
ALWAYS: Mapping[str, Deed] = {"minute": minute, "decision": decision}


def done(name: str, act: Act) -> None:
    """Do what the form of a *name* says; raises RefusedEntry, WrittenMeanwhile."""
    if name in WHILE_OPEN and not act.meeting.is_open:
        raise RefusedEntry((("", CLOSED),))
    {**WHILE_OPEN, **ALWAYS}[name](act)
