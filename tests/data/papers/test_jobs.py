"""Orders of papers: taken once, worked on one after the other, taken up again where nobody goes on, cancelled."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from dashboard.domain.papers.job import KEPT, SILENCE, JobState, PaperOrder
from data.papers.jobs import cancel, fail, file, finish, forget, is_awaited, job, jobs, order, take, tell
from tests.data.own.conftest import quick_engine

__all__ = ["quick_engine"]
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
PDF = PaperOrder("derby", 3, "pdf", "ab12cd3", "2026-11-30", asks="jo")
LATER = NOON + SILENCE + timedelta(seconds=1)


def states(engine: Engine) -> list[JobState]:
    return [found.state for found in jobs(engine, "derby", 3)]


def test_the_same_papers_are_made_once_and_handed_to_whoever_asks(quick_engine: Engine) -> None:
    first = order(quick_engine, PDF, NOON)
    assert order(quick_engine, replace(PDF, asks="sam"), NOON) == first
    taken = take(quick_engine, NOON)
    assert taken is not None
    assert tell(quick_engine, first, NOON, "The plan")
    assert finish(quick_engine, first, b"%PDF", "Ready")
    assert order(quick_engine, PDF, NOON) == first
    assert file(quick_engine, first) == b"%PDF"
    assert order(quick_engine, replace(PDF, state="other"), NOON) != first
    assert states(quick_engine) == [JobState.WAITING, JobState.DONE]
    assert jobs(quick_engine, "derby", 4) == jobs(quick_engine, "rutland", 3) == ()


def test_one_is_made_after_the_other(quick_engine: Engine) -> None:
    first, second = order(quick_engine, PDF, NOON), order(quick_engine, replace(PDF, form="pptx"), NOON)
    assert is_awaited(quick_engine, NOON)
    begun = take(quick_engine, NOON)
    assert begun is not None
    assert begun.number == first
    assert take(quick_engine, NOON) is None
    assert not is_awaited(quick_engine, NOON)
    fail(quick_engine, first, "No figures.")
    next_one = take(quick_engine, NOON)
    assert next_one is not None
    assert next_one.number == second
    found = job(quick_engine, first)
    assert found is not None
    assert (found.state, found.told) == (JobState.FAILED, "No figures.")
    assert order(quick_engine, PDF, NOON) not in (first, second)


def test_what_nobody_goes_on_with_is_taken_up_again(quick_engine: Engine) -> None:
    number = order(quick_engine, PDF, NOON)
    take(quick_engine, NOON)
    assert not is_awaited(quick_engine, NOON + SILENCE)
    assert is_awaited(quick_engine, LATER)
    again = take(quick_engine, LATER)
    assert again is not None
    assert again.number == number
    assert take(quick_engine, LATER) is None


def test_what_is_cancelled_is_not_finished(quick_engine: Engine) -> None:
    number = order(quick_engine, PDF, NOON)
    take(quick_engine, NOON)
    assert cancel(quick_engine, number, "Cancelled")
    assert not tell(quick_engine, number, NOON)
    assert not finish(quick_engine, number, b"%PDF", "Ready")
    assert file(quick_engine, number) is None
    assert not cancel(quick_engine, number, "Cancelled")
    assert states(quick_engine) == [JobState.CANCELLED]


def test_files_are_forgotten_after_two_weeks(quick_engine: Engine) -> None:
    number = order(quick_engine, PDF, NOON)
    order(quick_engine, replace(PDF, form="pptx"), NOON + KEPT + timedelta(days=1))
    assert job(quick_engine, number) is None


def test_what_may_not_be_read_any_more_is_taken_back_and_what_waits_is_made_after(quick_engine: Engine) -> None:
    done = order(quick_engine, PDF, NOON)
    take(quick_engine, NOON)
    finish(quick_engine, done, b"%PDF", "Ready")
    begun = order(quick_engine, replace(PDF, form="pptx"), NOON)
    take(quick_engine, NOON)
    waiting = order(quick_engine, replace(PDF, form="html"), NOON)
    other = order(quick_engine, replace(PDF, partnership="rutland"), NOON)
    with quick_engine.begin() as connection:
        forget(connection, "derby")
    assert not finish(quick_engine, begun, b"%PPTX", "Ready")
    assert [file(quick_engine, number) for number in (done, begun)] == [None, None]
    assert job(quick_engine, done) is None
    assert [found.number for found in jobs(quick_engine, "derby", 3)] == [waiting]
    assert job(quick_engine, other) is not None
