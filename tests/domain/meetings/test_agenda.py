"""Proves how an agenda is put together and reordered, and when it is more than its meeting has time for."""

from dataclasses import replace

import pytest

from dashboard.domain.meetings.agenda import NO_LONGER, as_found, by_rules, minutes_over, moved, not_yet
from dashboard.domain.meetings.record import AgendaItem, ItemKind
from tests.domain.meetings.test_entries import held, item

HAND, WORSE = AgendaItem(2, ItemKind.HAND, "Tea"), AgendaItem(3, ItemKind.WORSE, "Hate crime", indicator="derby/hate")
CLOSING = AgendaItem(4, ItemKind.CLOSING, "Next", minutes=20)


def test_what_is_offered_is_offered_once_in_the_order_of_the_rules_with_its_usual_minutes() -> None:
    offered = (CLOSING, AgendaItem(0, ItemKind.WORSE, "Another name", indicator="derby/hate"), HAND, HAND)
    found = not_yet([WORSE], offered)
    assert [(row.kind, row.minutes) for row in found] == [(ItemKind.HAND, 10), (ItemKind.CLOSING, 20)]
    assert by_rules([CLOSING, HAND, WORSE]) == (3, 2, 4)


def test_an_item_says_what_its_rule_finds_on_the_day_of_reading_and_what_is_so_no_longer_when_it_was() -> None:
    late = AgendaItem(5, ItemKind.AT_RISK, "Locks", key="1.2", why="Due 31 May; at risk.")
    gone = AgendaItem(6, ItemKind.COMMENTARY, "Commentary awaited", why="Burglary.")
    missed = replace(WORSE, kind=ItemKind.MISSED, why="Missed by 3%.")
    now = replace(late, number=0, kind=ItemKind.OVERDUE, why="Due 31 May; on track.", today="Two days overdue.")
    found = as_found([HAND, late, gone, missed], [now, replace(WORSE, why="Missed by 9%, and worse.")])
    assert [(item.number, item.kind, item.reason) for item in found] == [
        (2, ItemKind.HAND, ""),
        (5, ItemKind.OVERDUE, "Due 31 May; on track. Two days overdue."),
        (6, ItemKind.COMMENTARY, f"{NO_LONGER} Burglary."),
        (3, ItemKind.WORSE, "Missed by 9%, and worse."),
    ]
    assert not_yet([late, missed], [now, WORSE]) == ()  # the same line, whichever rule finds it


@pytest.mark.parametrize(
    ("number", "places", "order"),
    [
        (2, 1, (3, 2, 4)),
        (4, -1, (2, 4, 3)),
        (4, 1, (2, 3, 4)),
        (2, -1, (2, 3, 4)),
        (4, -9, (4, 2, 3)),
        (9, 1, (2, 3, 4)),
    ],
)
def test_an_item_goes_up_and_down_and_not_past_an_end(number: int, places: int, order: tuple[int, ...]) -> None:
    assert moved([HAND, WORSE, CLOSING], number, places) == order


@pytest.mark.parametrize(("minutes", "over"), [("90", 0), ("91", 1), ("0", 0)])
def test_an_agenda_is_overfull_where_its_items_take_longer_than_the_meeting(minutes: str, over: int) -> None:
    assert minutes_over(held(item(2, minutes=minutes))) == over
