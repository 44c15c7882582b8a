"""Knows who owes what: of each awaited figure who supplies it, whose it is, by when it is needed, and a reminder."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.domain.documents import document_of_file
from dashboard.domain.records import Scope
from dashboard.domain.statistics.rebaselines import day_words
from dashboard.domain.wording import listed, name_inside
from dashboard.questions.store import Store
from dashboard.reports.evidence.awaited import Awaited
from dashboard.reports.planning.lines import ActionLine, action_lines

MOST_OWNERS = 2
ACTUAL = "actual"
NO_OWNER = "no lead in the plan"


@dataclass(frozen=True, slots=True)
class Owed:
    """An awaited figure with who is to give it; *due* is the meeting that needs it, where one is planned."""

    item: Awaited
    supplier: str
    owner: str
    due: date | None
    reminder: str


def owed(store: Store, partnership: str, waiting: Iterable[Awaited]) -> tuple[Owed, ...]:
    """What is owed of what is awaited, in its order."""
    waiting = tuple(waiting)
    if not waiting:
        return ()
    lines, held = action_lines(store, Scope(partnership)), meeting_days(store, partnership)
    owners, suppliers, day = _owners(lines), _suppliers(store, partnership), store.day()
    name = next(item.name for item in store.partnerships() if item.slug == partnership)
    found = []
    for item in waiting:
        due = due_day(item, held, day)
        supplier, owner = suppliers.get(item.source.document, ""), owners.get(item.about, "")
        found.append(Owed(item, supplier, owner, due, reminder(item, due, name)))
    return tuple(found)


def reminder(item: Awaited, due: date | None, name: str) -> str:
    """The text of a message that asks for a figure."""
    by = f" by {day_words(due)}, for the next meeting" if due else ""
    given = f" So far it is given as “{item.source.text}”." if item.source.text.strip() else ""
    what = f"the {item.what} of {name_inside(item.indicator)} for {item.period}"
    return f"{name} awaits {what}.{given} Please send it{by}, or say when it will come."


def _owners(lines: Sequence[ActionLine]) -> dict[str, str]:
    """The leads of the actions that name each indicator."""
    found: dict[str, dict[str, None]] = {}
    for line in lines:
        for name in line.item.indicators:
            if line.item.lead:
                found.setdefault(name, {})[line.item.lead] = None
    return {name: listed([*leads][:MOST_OWNERS]) for name, leads in found.items()}


def _suppliers(store: Store, partnership: str) -> Mapping[str, str]:
    """By document: its title, or of a loaded file who it came from."""
    named = {item.document: item.title for item in store.documents(partnership)}
    told = {document_of_file(item.id): item.source for item in store.arrivals() if item.source}
    return named | {document: source for document, source in told.items() if document in named}


def meeting_days(store: Store, partnership: str) -> frozenset[date]:
    """Days of the calendar, and those on which meetings are called here."""
    planned = (item.date for item in store.meetings(partnership))
    called = (item.day for item in store.meeting_records(partnership) if item.is_open)
    return frozenset(day for day in (*planned, *called) if day)


def due_day(item: Awaited, held: Iterable[date], day: date) -> date | None:
    """The first meeting from the day on; of a figure, which its period has to be over for, the first after that."""
    after = max(day, item.ends) if item.ends and item.what == ACTUAL else day
    return min((at for at in held if at >= after), default=None)
