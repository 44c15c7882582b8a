"""Few loads are read at once, and a form never waits behind large files."""

from threading import Event, Thread

import pytest

from dashboard.web.uploads.turns import SMALL, Turns

LARGE = SMALL + 1


def test_one_more_than_may_waits_says_so_and_goes_on_when_one_is_done() -> None:
    turns, waited, through = Turns(small=1, large=1), Event(), Event()

    def read() -> None:
        with turns.turn(LARGE, waited.set):
            through.set()

    with turns.turn(LARGE, lambda: None):
        reading = Thread(target=read)
        reading.start()
        assert waited.wait(30)
        assert not through.is_set()
        with turns.turn(SMALL, lambda: None):
            pass  # is not held up
    reading.join(30)
    assert through.is_set()


def test_a_fault_gives_the_turn_on() -> None:
    turns = Turns(small=1, large=1)
    for _ in range(2):
        with pytest.raises(KeyError), turns.turn(1, lambda: None):
            raise KeyError
