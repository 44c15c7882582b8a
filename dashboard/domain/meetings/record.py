"""Knows a meeting as it is kept: its agenda, who was there, what was said of each item, and how far it has come."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Phase(StrEnum):
    """How far a meeting has come; a closed one is changed only by what corrects it."""

    PREPARED = "in preparation"
    HELD = "in session"
    CLOSED = "closed, minutes provisional"
    APPROVED = "closed, minutes approved"


class ItemKind(StrEnum):
    """Why something stands on an agenda: the rule that put it there, or somebody's hand."""

    OPENING = "apologies and declarations"
    LAST_MINUTES = "minutes of the last meeting"
    ARISING = "matters arising"
    CHANGED = "changed since the last meeting"
    WORSE = "missed and worse"
    MISSED = "missed"
    UNLIKELY = "will probably be missed"
    AWAITED = "figures awaited"
    COMMENTARY = "commentary awaited"
    OVERDUE = "overdue action"
    AT_RISK = "action at risk"
    RISK = "risk that moved"
    CARRIED = "recommendation carried up"
    HAND = "added by hand"
    CLOSING = "next meeting and forward programme"


SEVERAL = "several: "  # how the key begins of an item on several lines of a plan; what they have in common follows
OF_THE_PLAN = (ItemKind.OVERDUE, ItemKind.AT_RISK, ItemKind.RISK)
OF_RULES = (*OF_THE_PLAN, ItemKind.WORSE, ItemKind.MISSED, ItemKind.UNLIKELY, ItemKind.AWAITED, ItemKind.COMMENTARY)


class Presence(StrEnum):
    PRESENT = "present"
    DEPUTY = "present as deputy"
    INVITED = "in attendance"
    APOLOGIES = "apologies"


#: What a meeting becomes next.
NEXT = {Phase.PREPARED: Phase.HELD, Phase.HELD: Phase.CLOSED, Phase.CLOSED: Phase.APPROVED}


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item; *number* never changes, *version* does with every change; ids name what the item is about."""

    number: int
    kind: ItemKind
    words: str
    address: str = ""  # path and query of the view that shows it
    is_private: bool = False  # for those who prepare or decide alone
    indicator: str = ""
    area: str = ""
    period: str = ""
    key: str = ""  # of the action, risk or decision that it is about
    why: str = ""  # what the rule found, in a sentence that stays true
    today: str = ""  # what of it holds on the day of reading alone; never kept
    minutes: int = 0  # of the meeting that it is given
    presenter: str = ""  # a role
    version: int = 0

    @property
    def is_of_several(self) -> bool:
        """Whether a rule put several figures or lines of the plan together here."""
        about_one = self.indicator or (self.key and self.kind in OF_THE_PLAN and not self.key.startswith(SEVERAL))
        return self.kind in OF_RULES and not about_one

    @property
    def reason(self) -> str:
        """Why it is on the agenda, as it is read."""
        return " ".join(filter(None, (self.why, self.today)))


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody by their role; never a name."""

    number: int
    role: str
    body: str  # whom they speak for
    presence: Presence
    version: int = 0


@dataclass(frozen=True, slots=True)
class Declaration:
    """An interest that was declared, of which item, and whether they left for it."""

    number: int
    role: str
    interest: str
    item: int
    has_left: bool
    version: int = 0


@dataclass(frozen=True, slots=True)
class Minute:
    """What was said of an item (0: of the meeting), by whom it was written and when (ISO, UTC).

    *earlier* are the words that it corrects with who wrote them and when, the oldest first.
    """

    number: int
    item: int
    words: str
    who: str
    moment: str
    is_private: bool = False
    version: int = 0
    earlier: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PhaseChange:
    phase: Phase
    who: str
    moment: str
    words: str = ""  # why minutes were opened again, or in which meeting they were approved


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """A meeting of a partnership; the calendar's printed ones are another thing."""

    number: int
    partnership: str
    title: str
    body: str  # the group that meets
    day: date | None
    begins: str = ""
    place: str = ""
    length: int = 0  # minutes
    view: str = ""  # the query of the view that it is about
    phase: Phase = Phase.PREPARED
    items: tuple[AgendaItem, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    minutes: tuple[Minute, ...] = ()
    phases: tuple[PhaseChange, ...] = ()
    version: int = 0  # of what is said of the meeting itself
    order_version: int = 0

    @property
    def is_open(self) -> bool:
        return self.phase in (Phase.PREPARED, Phase.HELD)

    @property
    def planned(self) -> int:
        """Minutes that the items are given together."""
        return sum(item.minutes for item in self.items)

    def item(self, number: int) -> AgendaItem | None:
        return next((item for item in self.items if item.number == number), None)

    def said_of(self, item: int) -> tuple[Minute, ...]:
        return tuple(minute for minute in self.minutes if minute.item == item)

    def moment_of(self, phase: Phase) -> str:
        """When it last came so far (ISO, UTC); empty where it never did."""
        return next((change.moment for change in reversed(self.phases) if change.phase is phase), "")


def without_private(meeting: MeetingRecord) -> MeetingRecord:
    """*meeting* as those see it who neither prepare nor decide: without its private items and what was said of them."""
    hidden = {item.number for item in meeting.items if item.is_private}
    return replace(
        meeting,
        items=tuple(item for item in meeting.items if item.number not in hidden),
        declarations=tuple(said for said in meeting.declarations if said.item not in hidden),
        minutes=tuple(said for said in meeting.minutes if not said.is_private and said.item not in hidden),
    )


def last_before(meetings: tuple[MeetingRecord, ...], meeting: MeetingRecord) -> MeetingRecord | None:
    """The newest closed meeting of the same body before *meeting*, by day and then by number."""
    closed = [item for item in meetings if not item.is_open and item.body == meeting.body]
    before = [item for item in closed if item.number != meeting.number and _order(item) < _order(meeting)]
    return max(before, key=_order, default=None)


def _order(meeting: MeetingRecord) -> tuple[date, int]:
    return meeting.day or date.max, meeting.number
