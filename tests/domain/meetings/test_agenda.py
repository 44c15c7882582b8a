"""Proves how an agenda is put together and reordered, and when it is more than its meeting has time for."""

import pytest

from dashboard.domain.meetings.agenda import by_rules, minutes_over, moved, not_yet
from dashboard.domain.meetings.record import AgendaItem, ItemKind
from tests.domain.meetings.test_entries import held, item

HAND, WORSE = AgendaItem(2, ItemKind.HAND, "Tea"), AgendaItem(3, ItemKind.WORSE, "Hate crime", indicator="derby/hate")
CLOSING = AgendaItem(4, ItemKind.CLOSING, "Next", minutes=20)


def test_what_is_offered_is_offered_once_in_the_order_of_the_rules_with_its_usual_minutes() -> None:
    offered = (CLOSING, AgendaItem(0, ItemKind.WORSE, "Another name", indicator="derby/hate"), HAND, HAND)
    found = not_yet([WORSE], offered)
    assert [(row.kind, row.minutes) for row in found] == [(ItemKind.HAND, 10), (ItemKind.CLOSING, 20)]
    assert by_rules([CLOSING, HAND, WORSE]) == (3, 2, 4)


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
