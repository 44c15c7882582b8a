"""Knows who acts: the edge says it once for a request or a command, and whatever is written then is theirs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from dashboard.domain.access.deeds import ITSELF, Actor

_WHO: ContextVar[Callable[[], Actor]] = ContextVar("who acts", default=lambda: ITSELF)


def actor() -> Actor:
    """Who acts at this moment; Outturn itself where nobody said so."""
    return _WHO.get()()


def act(who: Callable[[], Actor]) -> None:
    """From now on *who* acts, in this thread or request; they are asked for when something is written."""
    _WHO.set(who)


@contextmanager
def acting(who: Actor) -> Iterator[None]:
    """*who* acts until the end; a thread that goes on with somebody's deed takes them along so."""
    before = _WHO.set(lambda: who)
    try:
        yield
    finally:
        _WHO.reset(before)
