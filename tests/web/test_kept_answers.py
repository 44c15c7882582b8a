"""An answer is made once, sent as it was made, and never for another state of the data, another reader or a fault."""

import gzip
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import brotli  # type: ignore[import-untyped]
import pytest
from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError

from dashboard.app import build
from dashboard.domain.records import LensCategory
from dashboard.questions.store import Store
from dashboard.questions.street import Original
from dashboard.settings import Settings
from dashboard.web.kept_answers import Answer, Asked, KeptAnswers
from tests.app.bodies import body_of, post, server_callbacks
from tests.data.own.typed import table_1
from tests.web.test_load_pages import published, sent

PATIENCE = 30.0  # seconds for another thread to get somewhere
SMALLEST = 500  # bytes that are packed
HEAD = "..year-end-head"
DOCUMENTS = "..data-head"
ASKED = Asked("v1", "", "out", ("?a",))


def named(app: Dash, beginning: str) -> str:
    [output] = [name for name in server_callbacks(app) if name.startswith(beginning)]
    return output


def made(body: str = "made", status: int = 200, files: tuple[tuple[str, Original], ...] = ()) -> Callable[[], Answer]:
    return lambda: Answer(body.encode(), "identity", status, files)


def never() -> Answer:
    raise AssertionError("made again")


def kept(look: Callable[[str], Original] = lambda _: Original.KEPT, most_bytes: int = 1_000) -> KeptAnswers:
    return KeptAnswers(look, lambda answer: Answer(answer.body[::-1], "gzip", answer.status, answer.files), most_bytes)


def test_what_was_answered_is_handed_out_as_it_is() -> None:
    answers = kept()
    first = answers.get(ASKED, "identity", made())
    assert answers.get(ASKED, "identity", never) is first


def test_an_answer_is_packed_once_from_what_was_made_once() -> None:
    answers = kept()
    answers.get(ASKED, "identity", made())
    packed = answers.get(ASKED, "gzip", never)
    assert packed.body == b"edam"
    assert answers.get(ASKED, "gzip", never) is packed


OTHERS = (
    ASKED._replace(version="v2"),
    ASKED._replace(rights="one"),
    ASKED._replace(output="two"),
    ASKED._replace(values=("?b",)),
    ASKED._replace(values=("?a", "/plan")),
)


@pytest.mark.parametrize("other", OTHERS, ids=str)
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_another_version_reader_output_or_query_gets_another_answer(other: Asked, encoding: str) -> None:
    answers = kept()
    first = answers.get(ASKED, encoding, made("first"))
    assert answers.get(other, encoding, made("second")) != first


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
@pytest.mark.parametrize("status", [204, 404, 500])
def test_what_is_no_answer_is_not_kept(status: int, encoding: str) -> None:
    answers = kept()
    assert answers.get(ASKED, encoding, made("fault", status)).status == status
    assert answers.get(ASKED, encoding, made("mended")).status == 200


def test_an_answer_that_speaks_of_a_file_is_made_again_when_the_file_is_another() -> None:
    states = {"7f": Original.KEPT}
    answers = kept(states.__getitem__)
    answers.get(ASKED, "gzip", made("there", files=(("7f", Original.KEPT),)))
    assert answers.get(ASKED, "gzip", never).body == b"ereht"
    states["7f"] = Original.MISSING
    assert answers.get(ASKED, "gzip", made("gone", files=(("7f", Original.MISSING),))).body == b"enog"
    assert answers.get(ASKED, "gzip", never).body == b"enog"


def test_no_more_is_kept_than_may_be_and_what_was_used_longest_ago_goes_first() -> None:
    answers = kept(most_bytes=100)
    for name in ("a", "b"):
        answers.get(ASKED._replace(values=(name,)), "identity", made("x" * 50))
    answers.get(ASKED._replace(values=("a",)), "identity", never)
    answers.get(ASKED._replace(values=("c",)), "identity", made("x" * 50))
    answers.get(ASKED._replace(values=("a",)), "identity", never)
    assert answers.get(ASKED._replace(values=("b",)), "identity", made("again")).body == b"again"


def test_two_who_ask_at_once_wait_for_one_making_and_others_do_not_wait() -> None:
    answers, begun, go_on, found = kept(), Event(), Event(), []

    def slow() -> Answer:
        begun.set()
        assert go_on.wait(PATIENCE)
        return made("slow")()

    def ask(make: Callable[[], Answer]) -> Thread:
        thread = Thread(target=lambda: found.append(answers.get(ASKED, "gzip", make)))
        thread.start()
        return thread

    answers.get(ASKED._replace(output="there"), "gzip", made())
    waiting = [ask(slow)]
    assert begun.wait(PATIENCE)
    waiting.append(ask(never))
    answers.get(ASKED._replace(output="there"), "gzip", never)
    answers.get(ASKED._replace(output="new"), "gzip", made())
    go_on.set()
    for thread in waiting:
        thread.join(PATIENCE)
    assert [item.body for item in found] == [b"wols"] * 2


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", None),
        ("identity", None),
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0.2, gzip;q=0.9", "gzip"),
        ("*", "br"),
        ("deflate", None),
        ("gzip;q=0.5, identity", None),
    ],
)
def test_an_answer_is_packed_as_the_browser_likes_it_and_says_the_same(
    app: Dash, client: FlaskClient, accepted: str, encoding: str | None
) -> None:
    body = body_of(app, named(app, HEAD), search="?partnership=derby")
    plain = post(client, body)
    unpack = {None: bytes, "gzip": gzip.decompress, "br": brotli.decompress}[encoding]
    for _ in range(2):
        answer = post(client, body, **{"Accept-Encoding": accepted})
        assert answer.headers.get("Content-Encoding") == encoding
        assert unpack(answer.data) == plain.data
        assert (answer.mimetype, answer.headers["Vary"]) == ("application/json", "Accept-Encoding")
        assert int(answer.headers["Content-Length"]) == len(answer.data)
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_small_answer_is_not_packed(app: Dash, client: FlaskClient) -> None:
    sizes = []
    for output in server_callbacks(app):
        body = body_of(app, output, search="?partnership=derby", pathname="/plan")
        sizes.append(len(post(client, body).data))
        packed = "Content-Encoding" in post(client, body, **{"Accept-Encoding": "gzip"}).headers
        assert packed == (sizes[-1] >= SMALLEST), output
    assert min(sizes) < SMALLEST < max(sizes)


def test_a_request_that_is_refused_is_refused_though_its_answer_is_kept(app: Dash, client: FlaskClient) -> None:
    body = body_of(app, named(app, HEAD), search="?partnership=derby")
    assert post(client, body).status_code == 200
    assert post(client, body | {"outputs": []}).status_code == 400
    assert post(client, body, Origin="https://elsewhere.example").status_code == 403


def test_a_load_changes_what_is_answered_and_undoing_it_brings_the_first_answer_back(
    app: Dash, own: FlaskClient, tmp_path: Path
) -> None:
    body = body_of(app, named(app, HEAD), search="?partnership=warwickshire&period=2010-11")
    before = post(own, body).data
    assert post(own, body).data == before
    published(own, sent(own, ("table 1.xlsx", table_1(tmp_path, E7="1,131").read_bytes())))
    after = post(own, body).data
    assert (b"1,131" in before, b"1,131" in after) == (False, True)
    own.post("/load/undo", data={"release": "1", "who": "Jo"})
    assert post(own, body).data == before


def test_a_file_that_goes_missing_is_said_though_no_data_version_tells(
    app: Dash, own: FlaskClient, tmp_path: Path
) -> None:
    body = body_of(app, named(app, DOCUMENTS), search="?partnership=warwickshire")
    published(own, sent(own, ("table 1.xlsx", table_1(tmp_path, E7="1,131").read_bytes())))
    assert b"not kept as loaded" not in post(own, body).data
    [place] = [path for path in (tmp_path / "originals").glob("??/*") if path.is_file()]
    place.unlink()
    assert b"ne file not kept as loaded" in post(own, body).data


class FailingStore:
    """A database that fails while it is not *well*; its version can be told."""

    def __init__(self, behind: Store) -> None:
        self._behind = behind
        self.well = True

    def version(self) -> str:
        """Another one when it fails, so that nothing that is remembered is asked for."""
        return f"{self._behind.version()} {self.well}"

    def as_at(self, _day: object) -> "FailingStore":
        return self

    def lens(self, partnership: str) -> tuple[LensCategory, ...]:
        if not self.well:
            raise OperationalError("SELECT 1", {}, OSError("the server closed the connection"))
        return self._behind.lens(partnership)

    def __getattr__(self, question: str) -> object:
        return getattr(self._behind, question)


def test_a_fault_is_not_kept(app: Dash, store: Store) -> None:
    failing = FailingStore(store)
    client = build(failing, Settings(database="not opened")).server.test_client()  # type: ignore[arg-type]
    failing.well = False
    body = body_of(app, named(app, HEAD), search="?partnership=derby")
    assert post(client, body).status_code == 500
    failing.well = True
    assert post(client, body).status_code == 200
