"""Knows how an agenda is put together: in the order of its rules, nothing twice, and whether it fits its time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dashboard.domain.meetings.record import AgendaItem, ItemKind, MeetingRecord

#: The minutes that an item is given by its rule until somebody gives it others.
USUAL = {
    ItemKind.OPENING: 5,
    ItemKind.LAST_MINUTES: 5,
    ItemKind.ARISING: 10,
    ItemKind.CHANGED: 5,
    ItemKind.WORSE: 10,
    ItemKind.MISSED: 5,
    ItemKind.UNLIKELY: 5,
    ItemKind.AWAITED: 5,
    ItemKind.COMMENTARY: 5,
    ItemKind.OVERDUE: 10,
    ItemKind.AT_RISK: 5,
    ItemKind.RISK: 5,
    ItemKind.CARRIED: 5,
    ItemKind.HAND: 10,
    ItemKind.CLOSING: 5,
}
RULES = tuple(ItemKind)
OF_ACTIONS = (ItemKind.OVERDUE, ItemKind.AT_RISK)
OF_TARGETS = (ItemKind.WORSE, ItemKind.MISSED, ItemKind.UNLIKELY)
#: What a rule finds on one day and may find otherwise on the next.
BY_THE_DAY = (ItemKind.ARISING, ItemKind.AWAITED, ItemKind.COMMENTARY, *OF_ACTIONS, *OF_TARGETS)
NO_LONGER = "When it came onto the agenda:"


def about(item: AgendaItem) -> tuple[str, ...]:
    """What tells one item of a rule from another: the same is offered once."""
    return item.kind, item.indicator, item.area, item.period, item.key


def name_of(item: AgendaItem) -> str:
    """The same on one line, as a form names it."""
    return " | ".join(about(item))


def timed(item: AgendaItem) -> AgendaItem:
    """*item* with the minutes of its rule, where it has none."""
    return item if item.minutes else replace(item, minutes=USUAL[item.kind])


def not_yet(items: Iterable[AgendaItem], offered: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Those *offered* that are not among *items*, in the order of the rules."""
    there = set(map(_line_of, items))
    found = {_line_of(item): timed(item) for item in offered if _line_of(item) not in there}
    return tuple(sorted(found.values(), key=lambda item: RULES.index(item.kind)))


def as_found(items: Iterable[AgendaItem], found: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """*items* with what the rules find today; what a rule finds no longer says when it was true."""
    known = {_line_of(item): item for item in found}
    return tuple(_as_found(item, known.get(_line_of(item))) for item in items)


def _line_of(item: AgendaItem) -> tuple[str, ...]:
    """What tells one item from another, whether an action is overdue yet or at risk, a target missed or worse."""
    if item.key and item.kind in OF_ACTIONS:
        return ItemKind.OVERDUE, item.key
    if item.indicator and item.kind in OF_TARGETS:
        return ItemKind.MISSED, item.indicator, item.area, item.period
    return about(item)


def _as_found(item: AgendaItem, found: AgendaItem | None) -> AgendaItem:
    if found is not None:
        return replace(item, kind=found.kind, why=found.why, today=found.today)
    return replace(item, why=f"{NO_LONGER} {item.why}") if item.why and item.kind in BY_THE_DAY else item


def by_rules(items: Iterable[AgendaItem]) -> tuple[int, ...]:
    """The numbers of *items* in the order of the rules; of one rule as they stand."""
    return tuple(item.number for item in sorted(items, key=lambda item: RULES.index(item.kind)))


def moved(items: Sequence[AgendaItem], number: int, places: int) -> tuple[int, ...]:
    """The numbers of *items* after the one of *number* went so many *places* on, or back; not past an end."""
    order = [item.number for item in items]
    if number not in order:
        return tuple(order)
    at = order.index(number)
    order.insert(min(max(at + places, 0), len(order) - 1), order.pop(at))
    return tuple(order)


def minutes_over(meeting: MeetingRecord) -> int:
    """By how many minutes the items are more than the meeting has time for; 0 where they fit, or nobody says."""
    return max(meeting.planned - meeting.length, 0) if meeting.length else 0
