"""Answers are worked out once, nobody waits for another's, and no more are kept than may be."""

from collections.abc import Callable
from threading import Event, Thread

import pytest

from dashboard.reports.report_cache import ReportCache

PATIENCE = 30.0  # seconds for another thread to get somewhere


def cache(most: int = 3, largest: int = 100) -> ReportCache:
    return ReportCache(most, largest, lambda answer: len(str(answer)))


def never() -> str:
    raise AssertionError("worked out again")


def in_thread(ask: Callable[[], object]) -> Thread:
    thread = Thread(target=ask)
    thread.start()
    return thread


def test_an_answer_is_worked_out_once() -> None:
    kept = cache()
    assert kept.get("a", lambda: "first") == "first"
    assert kept.get("a", never) == "first"


def test_an_answer_that_is_there_does_not_wait_for_one_that_is_being_worked_out() -> None:
    kept, begun, go_on = cache(), Event(), Event()
    kept.get("quick", lambda: "there")

    def slow() -> str:
        begun.set()
        assert go_on.wait(PATIENCE)
        return "late"

    other = in_thread(lambda: kept.get("slow", slow))
    assert begun.wait(PATIENCE)
    assert kept.get("quick", never) == "there"
    assert kept.get("new", lambda: "made meanwhile") == "made meanwhile"
    go_on.set()
    other.join(PATIENCE)
    assert kept.get("slow", never) == "late"


def test_two_who_ask_at_once_share_one_answer() -> None:
    kept, begun, go_on, found = cache(), Event(), Event(), []

    def slow() -> str:
        begun.set()
        assert go_on.wait(PATIENCE)
        return "one"

    first = in_thread(lambda: found.append(kept.get("a", slow)))
    assert begun.wait(PATIENCE)
    second = in_thread(lambda: found.append(kept.get("a", never)))
    go_on.set()
    first.join(PATIENCE)
    second.join(PATIENCE)
    assert found == ["one", "one"]


def test_an_error_reaches_who_asked_and_is_not_kept() -> None:
    kept = cache()
    with pytest.raises(ValueError, match="broken"):
        kept.get("a", lambda: int("broken"))
    assert kept.get("a", lambda: "mended") == "mended"


def test_what_was_used_longest_ago_goes_first() -> None:
    kept = cache(most=3)
    for key in "abc":
        kept.get(key, key.upper)
    kept.get("a", never)
    kept.get("d", lambda: "D")
    assert kept.get("a", never) == "A"
    assert kept.get("b", lambda: "again") == "again"


def test_large_answers_go_and_the_newest_stays_whatever_its_size() -> None:
    kept = cache(largest=10)
    kept.get("small", lambda: "12345")
    assert kept.get("large", lambda: "x" * 50) == "x" * 50
    assert kept.get("large", never) == "x" * 50
    assert kept.get("small", lambda: "anew") == "anew"
