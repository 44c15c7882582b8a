"""Proves that items made ahead are all of them, in order, with what goes wrong at its turn."""

from collections.abc import Iterator
from threading import Event

import pytest

from data.ahead import ahead


@pytest.mark.parametrize("total", [0, 1, 2, 3, 7])
def test_every_item_comes_once_and_in_order(total: int) -> None:
    assert list(ahead(iter(range(total)))) == list(range(total))


def test_the_next_item_is_made_while_the_last_one_is_used() -> None:
    is_used, was_made = Event(), Event()

    def items() -> Iterator[int]:
        yield 1
        assert is_used.wait(10)
        was_made.set()
        yield 2

    for item in ahead(items()):
        is_used.set()
        assert item == 2 or was_made.wait(10)


def test_a_fault_is_raised_where_its_item_would_come() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    found = ahead(items())
    assert next(found) == 1
    with pytest.raises(ValueError, match="broken"):
        next(found)
