"""How much may be handed in at once: what is refused, what is cleared to make room, one at a time."""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest

from dashboard.domain.errors import TooManyLoads
from dashboard.web.uploads.caps import HOUR, Caps, room_for
from dashboard.web.uploads.folders import NOTE, Folders
from dashboard.web.uploads.upload_notes import Job, State
from dashboard.web.uploads.working import hold

CAPS = Caps(of_person=2, in_all=3, waiting=3, together=1_000)


@dataclass(frozen=True)
class Sent:
    body: bytes
    filename: str = "a.csv"

    def save(self, dst: Path) -> None:
        dst.write_bytes(self.body)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    found = Folders(tmp_path / "incoming")
    found.make()
    return found


@pytest.fixture
def held() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def lying(folders: Folders, owner: str, size: int = 100, *, state: State = State.READY, age: float = 0) -> str:
    """A load of *owner* that was handed in *age* seconds ago."""
    token = folders.save([Sent(b"x" * size)])
    folders.note(token, Job(state=state, owner=owner))
    moment = time.time() - age
    for path in (folders.of(token) / NOTE, folders.of(token)):
        os.utime(path, (moment, moment))
    return token


def working(folders: Folders, held: ExitStack, owner: str, count: int) -> None:
    for _ in range(count):
        held.enter_context(hold(folders.of(lying(folders, owner, state=State.READING))))


def let_in(folders: Folders, owner: str, size: int = 10) -> None:
    with room_for(folders, CAPS, owner, size):
        pass


def refused(folders: Folders, owner: str, size: int = 10) -> str:
    with pytest.raises(TooManyLoads) as raised:
        let_in(folders, owner, size)
    return str(raised.value)


def test_a_person_has_so_many_loads_read_at_once_and_others_are_not_held_up(folders: Folders, held: ExitStack) -> None:
    working(folders, held, "jo", 1)
    let_in(folders, "jo")
    working(folders, held, "jo", 1)
    assert refused(folders, "jo").startswith("2 of your loads are being read: wait")
    let_in(folders, "sam")


def test_all_together_have_so_many(folders: Folders, held: ExitStack) -> None:
    working(folders, held, "jo", 2)
    working(folders, held, "sam", 1)
    assert refused(folders, "ann").startswith("3 loads are being read: try again")
    held.close()
    let_in(folders, "ann")


def test_what_nobody_confirmed_makes_room_the_oldest_first(folders: Folders) -> None:
    tokens = [lying(folders, "jo", age=age) for age in (300, 200, 100)]
    let_in(folders, "jo")
    assert [folders.noted(token) is None for token in tokens] == [True, False, False]


def test_a_full_folder_is_cleared_of_ones_own_before_of_what_others_left_for_an_hour(folders: Folders) -> None:
    own = lying(folders, "jo", 300, state=State.REFUSED, age=10)
    left, fresh = lying(folders, "sam", 300, age=HOUR + 60), lying(folders, "ann", 300, age=60)
    let_in(folders, "jo", 400)
    assert [bool(folders.noted(token)) for token in (own, left, fresh)] == [False, True, True]
    let_in(folders, "jo", 700)
    assert [bool(folders.noted(token)) for token in (left, fresh)] == [False, True]
    assert refused(folders, "jo", 701).startswith("There is no room for this now")
    assert folders.noted(fresh)


def test_what_is_being_read_is_never_cleared(folders: Folders, held: ExitStack) -> None:
    working(folders, held, "jo", 1)
    assert refused(folders, "jo", 950).startswith("There is no room for this now")
    assert len(folders.lying()) == 1


def test_those_who_hand_in_at_the_same_moment_are_let_in_one_by_one(folders: Folders, held: ExitStack) -> None:
    refusals: list[str] = []

    def hand_in() -> None:
        try:
            with room_for(folders, CAPS, "jo", 10):
                working(folders, held, "jo", 1)
        except TooManyLoads as fault:
            refusals.append(str(fault))

    threads = [Thread(target=hand_in) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(folders.lying()), len(refusals)) == (2, 6)


def test_the_folder_and_what_lies_in_it_is_the_owners_alone(folders: Folders) -> None:
    token = lying(folders, "jo")
    assert {path.stat().st_mode & 0o077 for path in (folders.incoming, folders.of(token))} == {0}
