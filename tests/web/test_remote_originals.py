"""Loaded files in a store that fsspec reaches: whole, checked, and said in a sentence where it is away."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import fsspec
import pytest
from sqlalchemy import Engine

from dashboard.domain.errors import OriginalsAway, RefusedFile, SettingsFault
from dashboard.questions.street import Original
from dashboard.settings import from_environment
from data.backup.restoring import restore
from data.backup.taking import back_up
from data.intake import pipeline
from data.originals import remote
from data.originals.places import at
from tests.data.own.conftest import read_here
from tests.data.own.typed import NOON, table_1
from tests.web.served import served
from tests.web.test_load_pages import published, sent

BODY = b"Indicator,Period,Actual\nNI 40,2010/11,1131\n"
PRINT = hashlib.sha256(BODY).hexdigest()
STORE = "memory://kept/here"
PLACE = f"/kept/here/{PRINT[:2]}/{PRINT}"


@pytest.fixture(autouse=True)
def files(monkeypatch: pytest.MonkeyPatch) -> Iterator[fsspec.AbstractFileSystem]:
    """What the store holds, empty before and after."""
    monkeypatch.setattr(pipeline, "read", read_here)
    found = fsspec.filesystem("memory")
    found.store.clear()
    remote.remote.cache_clear()
    yield found
    found.store.clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_bytes(BODY)
    return path


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that does not answer, with a fault of its back-end's own kind."""

    def lost(_address: str, **_options: object) -> object:
        raise ValueError("endpoint")

    monkeypatch.setattr(fsspec, "url_to_fs", lost)


def test_a_file_is_kept_whole_read_as_a_checked_copy_and_erased(file: Path, files: fsspec.AbstractFileSystem) -> None:
    store = at(STORE)
    assert store.state(PRINT) is Original.MISSING
    store.keep(file, PRINT)
    store.keep(file, PRINT)
    assert (store.state(PRINT), files.find("/kept")) == (Original.KEPT, [PLACE])
    with store.checked(PRINT) as (state, copy):
        assert (state, copy.read_bytes()) == (Original.KEPT, BODY)
    store.erase(PRINT)
    store.erase(PRINT)
    with store.checked(PRINT) as (state, _):
        assert (state, store.state(PRINT)) == (Original.MISSING, Original.MISSING)


@pytest.mark.parametrize("body", [BODY.replace(b"1131", b"1132"), BODY[:20], b""])
def test_an_altered_file_is_never_read_as_the_one_that_was_loaded_and_kept_anew(
    file: Path, files: fsspec.AbstractFileSystem, body: bytes
) -> None:
    store = at(STORE)
    files.pipe_file(PLACE, body)
    with store.checked(PRINT) as (state, _):
        assert state is Original.ALTERED
    store.keep(file, PRINT)
    assert files.cat_file(PLACE) == BODY


def test_a_file_that_changed_meanwhile_is_not_kept_under_what_it_was(
    file: Path, files: fsspec.AbstractFileSystem
) -> None:
    file.write_bytes(BODY + b"more")
    with pytest.raises(RefusedFile, match=r"table\.csv was changed while it was read"):
        at(STORE).keep(file, PRINT)
    assert files.find("/kept") == []


def test_where_nothing_is_put_whole_a_file_has_another_name_until_all_of_it_is_there(
    file: Path, files: fsspec.AbstractFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "PUT_WHOLE", frozenset())
    files.pipe_file(PLACE, b"altered")
    at(STORE).keep(file, PRINT)
    assert (files.find("/kept"), files.cat_file(PLACE)) == ([PLACE], BODY)


def test_what_was_sent_in_is_fetched_in_its_order_and_forgotten(
    tmp_path: Path, files: fsspec.AbstractFileSystem
) -> None:
    for place in (at(STORE), at(tmp_path / "originals")):
        for number in (10, 2):
            path = tmp_path / str(number) / f"{number} a.csv"
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(b"%d" % number)
            place.stage(path, "load")
        with place.staged("load") as found:
            assert [(path.name, path.read_bytes()) for path in found] == [("2 a.csv", b"2"), ("10 a.csv", b"10")]
        place.unstage("load")
        with place.staged("load") as found:
            assert found == []
    assert files.find("/kept") == []


@pytest.mark.usefixtures("away")
def test_a_store_that_does_not_answer_is_said_in_a_sentence_and_not_asked_again_at_once(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, said = (
        remote.Remote("sftp://ann:secret@files.example/kept", "sftp"),
        r"^The store of loaded files \(sftp://files\.example\) does",
    )
    assert store.state(PRINT) is Original.AWAY
    monkeypatch.setattr(fsspec, "url_to_fs", lambda *_: pytest.fail("asked again"))
    with pytest.raises(OriginalsAway, match=said):
        store.keep(file, PRINT)
    with pytest.raises(OriginalsAway, match=said), store.checked(PRINT):
        pass


@pytest.mark.parametrize(
    ("address", "words"),
    [("s4://bucket", "which fsspec does not know"), ("abfs://box", "is not installed here. Install adlfs to access")],
)
def test_a_place_that_nothing_reaches_is_said_at_the_start(address: str, words: str) -> None:
    with pytest.raises(SettingsFault, match=words):
        at(address)


@pytest.mark.parametrize(
    ("said", "place"), [("/srv/kept", Path("/srv/kept")), ("file:///srv/a%20b", Path("/srv/a b")), (STORE, STORE)]
)
def test_a_folder_is_a_folder_however_it_is_named(said: str, place: Path | str) -> None:
    assert from_environment({"OUTTURN_ORIGINALS": said}).originals == place


def test_a_file_goes_from_the_browser_to_the_store_to_a_backup_and_back(
    quick_engine: Engine, tmp_path: Path, files: fsspec.AbstractFileSystem
) -> None:
    body = table_1(tmp_path, E7="1,131").read_bytes()
    sha256 = hashlib.sha256(body).hexdigest()
    with served(str(quick_engine.url), STORE) as own:
        assert "Published" in published(own, sent(own, ("table 1.xlsx", body))).text
        assert at(STORE).state(sha256) is Original.KEPT
        [place] = re.findall(r'href="(/files/\d+)"', own.get("/figures/1").text)
        with own.get(place) as answer:
            assert answer.get_data() == body
        back_up(quick_engine, STORE, tmp_path / "b", NOON)
        files.rm_file(f"/kept/here/{sha256[:2]}/{sha256}")
        assert own.get(place).status_code == 404
    restore(quick_engine, STORE, tmp_path / "b", NOON)
    assert at(STORE).state(sha256) is Original.KEPT


def test_while_the_store_is_away_nothing_is_published_and_pages_say_so(
    quick_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with served(str(quick_engine.url), STORE) as own:
        first = table_1(tmp_path, E7="1,131").read_bytes()
        published(own, sent(own, ("table 1.xlsx", first)))
        [place] = re.findall(r'href="(/files/\d+)"', own.get("/figures/1").text)
        shown = sent(own, ("table 2.xlsx", table_1(tmp_path, E7="1,132").read_bytes()))
        monkeypatch.setattr(remote.Remote, "_reached", _lost)
        refused, file = published(own, shown), own.get(place)
        assert (refused.status_code, "does not answer" in refused.text) == (400, True)
        assert (file.status_code, "The store of loaded files does not answer" in file.text) == (503, True)
        assert own.get("/health/ready").status_code == 200


def _lost(_self: remote.Remote) -> AbstractContextManager[object]:
    raise OriginalsAway("The store of loaded files does not answer.")
