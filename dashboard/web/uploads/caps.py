"""Knows how much may be handed in at once, by a person and by all; what nobody confirmed makes room for what is new."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from dashboard.domain.errors import TooManyLoads
from dashboard.web.uploads.shelf import Lying, Shelf

HOUR = 3600.0  # seconds that a preview of somebody else is left alone
LOOK = 0.02  # seconds between two tries
PATIENCE = 20.0  # seconds until those who hand in at the same moment are through
OWN = "{} of your loads are being read: wait until one is done, then send this again."
ALL = "{} loads are being read: try again in a few minutes."
ROOM = "There is no room for this now: publish or cancel what you have handed in before, or try again later."


@dataclass(frozen=True, slots=True)
class Caps:
    """How many loads may be read at once, how many may wait to be confirmed, and how many bytes lie there together."""

    of_person: int = 5
    in_all: int = 20
    waiting: int = 20  # of a person
    together: int = 1024**3


@contextmanager
def room_for(shelf: Shelf, caps: Caps, owner: str, size: int) -> Iterator[None]:
    """Let *owner* hand in *size* bytes, one at a time; raises TooManyLoads and then keeps nothing of it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with shelf.door() as is_open:
            if is_open:
                _refuse_more(shelf.lying(), caps, owner)
                _make_room(shelf, caps, owner, size)
                yield
                return
        time.sleep(LOOK)
    raise TooManyLoads(ALL.format("Several"))


def _refuse_more(lying: Sequence[Lying], caps: Caps, owner: str) -> None:
    busy = [item for item in lying if item.is_worked_on]
    own = sum(item.owner == owner for item in busy)
    if own >= caps.of_person:
        raise TooManyLoads(OWN.format(own))
    if len(busy) >= caps.in_all:
        raise TooManyLoads(ALL.format(len(busy)))


def _make_room(shelf: Shelf, caps: Caps, owner: str, size: int) -> None:
    """Clear what waits longest: first the owner's own, then what others left for an hour."""
    lying = sorted(shelf.lying(), key=lambda item: item.changed)
    own = [item for item in lying if item.owner == owner and not item.is_worked_on]
    others = [item for item in lying if item.owner != owner and not item.is_worked_on and item.age > HOUR]
    taken, waiting = sum(item.size for item in lying), sum(item.is_waiting for item in own)
    for item in (*own, *others):
        crowds = item.owner == owner and item.is_waiting and waiting >= caps.waiting
        if not crowds and (taken + size <= caps.together or not item.size):
            continue
        shelf.remove(item.token)
        taken, waiting = taken - item.size, waiting - crowds
    if taken + size > caps.together:
        raise TooManyLoads(ROOM)
