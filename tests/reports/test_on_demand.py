"""What a page does not show is made where somebody reads it, and is the same as if it had been made at once."""

import pytest

from dashboard.reports.on_demand import OnDemand
from dashboard.reports.report import Table

CALLS: list[str] = []


def numbers() -> list[int]:
    CALLS.append("made")
    return [1, 2, 3]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (tuple, (1, 2, 3)),
        (len, 3),
        (bool, True),
        (lambda found: found[1], 2),
        (lambda found: found == (1, 2, 3), True),
        (lambda found: found == OnDemand(lambda: [1]), False),
        (lambda found: found == [1, 2, 3], False),
        (hash, hash((1, 2, 3))),
    ],
)
def test_it_reads_as_what_it_makes(read: object, expected: object) -> None:
    assert read(OnDemand(numbers)) == expected  # type: ignore[operator]


def test_nothing_is_made_before_somebody_reads() -> None:
    CALLS.clear()
    table = Table.asked("numbers", "Numbers", ("n",), lambda: [{"n": at} for at in numbers()])
    assert not CALLS
    for _ in range(2):
        assert [row["n"] for row in table.rows] == [1, 2, 3]
    assert len(CALLS) == 2


def test_what_makes_nothing_is_empty() -> None:
    assert not OnDemand(tuple)
    assert OnDemand(tuple) == ()
