"""Who acts in a request is whoever asks, from the address of the request; threads that go on with it know it too."""

from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from dashboard.domain.access.audit import TrailLine
from dashboard.domain.access.denials import MOST_HERE
from dashboard.domain.access.people import Grant, Person, Role
from dashboard.terminal.who import user_name
from dashboard.web.audit.denied import add_trail, note_denied
from dashboard.web.audit.who_acts import add_acting
from data.audit.reading import EVERY_LINE, check, page
from tests.data.own.typed import table_1
from tests.web.test_load_pages import published, sent


def lines(engine: Engine) -> list[TrailLine]:
    """The oldest first, of a trail that is whole."""
    assert check(engine)[0].is_whole
    return list(reversed(page(engine, EVERY_LINE)))


def test_what_is_loaded_published_and_undone_on_the_pages_is_the_desks(
    own: FlaskClient, quick_engine: Engine, tmp_path: Path
) -> None:
    published(own, sent(own, ("t.xlsx", table_1(tmp_path, E7="1,131").read_bytes())))
    own.post("/load/undo", data={"release": "1", "who": "somebody else"})
    found = lines(quick_engine)
    assert [line.deed for line in found] == ["figures loaded", "figures published", "figures undone"]
    said = {(line.account, line.name, line.way, line.origin) for line in found}
    assert said == {("desk", user_name(), "page", "127.0.0.1")}
    assert found[0].subject == "t.xlsx"


def test_what_was_refused_is_told_once_and_no_address_of_a_load_is(own: FlaskClient, quick_engine: Engine) -> None:
    answer = sent(own, ("t.csv", b"a,b\n1,2\n"))
    token = answer.request.path.rsplit("/", 1)[-1]
    found = lines(quick_engine)
    assert [line.deed for line in found] == ["figures loaded", "figures refused"]
    assert token not in "".join(f"{line}" for line in found)


def server_of(engine: Engine, person: Person) -> Flask:
    """A server with one address, at which *person* is denied what they ask for."""
    server = Flask("denying")
    add_acting(server, lambda: person)
    add_trail(server, engine)

    @server.get("/audit")
    def audit() -> str:
        note_denied("/audit", "derby")
        return ""

    return server


def test_what_is_denied_is_told_and_bounded_by_address(quick_engine: Engine) -> None:
    reader = Person("u9", "C. Reader", (Grant(Role.READER, "derby"),))
    client = server_of(quick_engine, reader).test_client()
    for _ in range(MOST_HERE + 20):
        client.get("/audit", environ_overrides={"REMOTE_ADDR": "192.0.2.9"})
    client.get("/audit", environ_overrides={"REMOTE_ADDR": "192.0.2.10"})
    found = lines(quick_engine)
    assert len(found) == MOST_HERE + 1
    first = found[0]
    assert (first.account, first.origin, first.deed, first.outcome) == ("u9", "192.0.2.9", "denied", "denied")
    assert (first.subject, first.partnership) == ("/audit", "derby")


def test_a_server_without_a_database_tells_nobody() -> None:
    server = Flask("nothing")
    with server.app_context():
        note_denied("/audit")
