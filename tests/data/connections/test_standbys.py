"""A standby answers readers while it follows the primary closely, and has what whoever asks has written."""

import os
from contextlib import AbstractContextManager, nullcontext
from typing import cast

import pytest
from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from dashboard.domain.errors import SettingsFault
from dashboard.terminal.opening import open_to_serve
from data.connections.manners import PAGES, PROVEN, postgresql_arguments
from data.connections.standbys import MOST_BEHIND, Head, Reads, Standby, as_engine, let_go, place_of, written_until

NOW, HERE = 100.0, 0x3000148
HEADS = (Head(NOW - MOST_BEHIND - 5, 50, 1), Head(NOW - 2, 90, 1), Head(NOW, 100, 1))
Row = tuple[object, ...]


class FakeServer:
    """Stands for an engine of PostgreSQL: answers every question with one row, or is gone."""

    def __init__(self, *row: object) -> None:
        self.row: Row | None = row
        self.let_go = False

    def connect(self) -> AbstractContextManager["FakeServer"]:
        if self.row is None:
            raise OperationalError("SELECT", {}, OSError("gone"))
        return nullcontext(self)

    def execute(self, _question: object) -> "FakeServer":
        return self

    def one(self) -> Row:
        return self.row or ()

    def scalar(self) -> object:
        return (self.row or (None,))[0]

    def dispose(self) -> None:
        self.let_go = True

    @property
    def engine(self) -> Engine:
        return cast(Engine, self)


def standby(*row: object) -> Standby:
    return Standby(FakeServer("of a standby").engine, FakeServer(*row).engine)


@pytest.mark.parametrize(
    ("said", "place"),
    [("0/3000148", HERE), ("1/0", 1 << 32), ("", 0), ("elsewhere", 0), ("A/B", 0xA0000000B)],
)
def test_a_place_in_the_log_is_a_number(said: str, place: int) -> None:
    assert place_of(said) == place


@pytest.mark.parametrize(
    ("row", "is_fit"),
    [
        ((True, "0/64", 1), True),
        ((True, "0/32", 1), True),  # where the primary was a while ago
        ((True, "0/31", 1), False),  # further behind
        ((True, "0/64", None), False),  # it follows nobody
        ((True, "0/64", 2), False),  # it follows another
        ((True, None, 1), False),
        ((False, "0/64", None), False),  # it was promoted
    ],
)
def test_who_follows_closely_is_fit(row: Row, is_fit: bool) -> None:
    found = standby(*row)
    found.look(HEADS, has_primary=True)
    assert found.is_fit is is_fit


def test_without_a_primary_whoever_was_fit_goes_on_and_nobody_else() -> None:
    fit, unfit = standby(True, "0/64", 1), standby(True, "0/64", None)
    for found in (fit, unfit):
        found.look(HEADS, has_primary=True)
        found.look(HEADS, has_primary=False)
    assert (fit.is_fit, unfit.is_fit) == (True, False)


def reads(primary: FakeServer, *standbys: Standby) -> Reads:
    found = Reads(primary.engine, primary.engine, standbys)
    found._process = os.getpid()  # the test looks itself
    return found


def asked(found: Reads) -> object:
    """What answers a question that is asked now."""
    with as_engine(found).connect() as connection:
        return cast(FakeServer, connection).scalar()


def test_a_reader_is_answered_by_a_standby_that_has_what_they_wrote_else_by_the_primary() -> None:
    primary = FakeServer(False, "0/64", "00000001")
    found = reads(primary, standby(True, "0/64", 1))
    found.look()
    try:
        assert asked(found) is False  # nothing was chosen: the primary
        for written, by in ((0, "of a standby"), (0x64, "of a standby"), (0x65, False)):
            found.choose(written)
            assert asked(found) == by
        found.choose(0)
        let_go()
        assert asked(found) is False
    finally:
        let_go()


def test_a_standby_that_dies_is_left_out_at_once_and_comes_back() -> None:
    primary, readers, looking = FakeServer(False, "0/64", "00000001"), FakeServer("it"), FakeServer(True, "0/64", 1)
    found = reads(primary, Standby(readers.engine, looking.engine))
    try:
        found.look()
        found.choose(0)
        readers.row = None
        assert asked(found) is False
        found.choose(0)
        assert asked(found) is False
        looking.row = None
        found.look()
        assert not found.standbys[0].is_fit
        readers.row, looking.row = ("it",), (True, "0/64", 1)
        found.look()
        found.choose(0)
        assert asked(found) == "it"
    finally:
        let_go()


@pytest.mark.parametrize("row", [None, (True, None, None)])
def test_where_there_is_no_primary_readers_go_on(row: Row | None) -> None:
    primary = FakeServer(False, "0/64", "00000001")
    found = reads(primary, standby(True, "0/64", 1))
    found.look()
    primary.row = row
    found.look()
    assert found.standbys[0].is_fit


def test_everything_is_let_go_before_a_fork() -> None:
    primary, readers, looking = FakeServer(), FakeServer(), FakeServer()
    reads(primary, Standby(readers.engine, looking.engine)).dispose()
    assert (primary.let_go, readers.let_go, looking.let_go) == (True, True, True)


def test_how_far_was_written_is_empty_where_nobody_knows() -> None:
    gone = FakeServer()
    gone.row = None
    assert (written_until(FakeServer("0/64").engine), written_until(gone.engine)) == ("0/64", "")


@pytest.mark.parametrize(
    ("hosts", "is_proven"),
    [
        ("host=127.0.0.1:1&host=127.0.0.1:2", False),
        ("host=/run/pg&host=localhost:2", False),
        ("host=127.0.0.1:1&host=db2.example:2", True),
        ("host=db1.example,db2.example", True),
        ("host=::1", False),
    ],
)
def test_of_several_servers_each_elsewhere_proves_who_it_is(hosts: str, is_proven: bool) -> None:
    found = postgresql_arguments(make_url(f"postgresql+psycopg://u@/db?{hosts}"), PAGES)
    assert (PROVEN.items() <= found.items()) is is_proven


def test_sqlite_has_no_standbys(published_url: str) -> None:
    with pytest.raises(SettingsFault, match="OUTTURN_DATABASE_READ names standbys of PostgreSQL"):
        open_to_serve(published_url, ["postgresql://outturn@127.0.0.1/outturn"])
