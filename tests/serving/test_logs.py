"""What is written to standard error is one line a fault with its traceback, and gives nothing away."""

import io
import logging
import threading
from collections.abc import Iterator

import pytest

from dashboard.serving import logs
from dashboard.serving.logs import Discreet, log_to_standard_error

TOKEN = "AbCd" + "x" * 18
KEY = "k" * 32


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Standard error while our logging is set up; as it was before afterwards."""
    out, root = io.StringIO(), logging.getLogger()
    monkeypatch.setattr("sys.stderr", out)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    before, level = root.handlers[:], root.level
    root.handlers[:] = []
    log_to_standard_error(["", "short", KEY])
    yield out
    root.handlers[:], root.level = before, level


def test_a_fault_is_written_once_with_its_traceback_and_without_tokens_or_secrets(written: io.StringIO) -> None:
    try:
        raise FileNotFoundError(f"no /srv/originals/incoming/{TOKEN}/0/a.xlsx for {KEY}")
    except FileNotFoundError:
        logging.getLogger("outturn").exception("Exception on %s [%s]", f"/load/{TOKEN}/publish", "POST")
    said = written.getvalue()
    assert said.count("Exception on /load/AbCd…/publish [POST]") == 1
    assert (said.count("Traceback"), "incoming/AbCd…/0/a.xlsx for [secret]" in said) == (1, True)
    assert TOKEN not in said
    assert KEY not in said


@pytest.mark.parametrize("feigned", ["a\nERROR all is lost", "a\r\nb", "a\x1b[2Jb", "a\x85b", "a\u2028b", "a\x00b"])
def test_an_address_cannot_feign_another_line(feigned: str) -> None:
    record = logging.LogRecord("outturn", logging.ERROR, "", 0, "Exception on %s", (f"/{feigned}",), None)
    said = Discreet([]).format(record)
    assert said.splitlines() == [said]
    assert said.isprintable()


def test_a_thread_that_ends_with_a_fault_is_written_once(written: io.StringIO) -> None:
    def work() -> None:
        raise ValueError(f"incoming/{TOKEN}")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    said = written.getvalue()
    assert (said.count("ValueError: incoming/AbCd…"), TOKEN in said) == (1, False)


def test_what_is_no_fault_is_not_written(written: io.StringIO) -> None:
    logging.getLogger("waitress.queue").warning("Task queue depth is 4")
    logging.getLogger("waitress").info("Client disconnected")
    assert written.getvalue() == ""


def test_a_short_word_is_no_secret() -> None:
    assert logs.HIDDEN not in Discreet(["", "a"]).format(logging.makeLogRecord({"msg": "a word"}))
