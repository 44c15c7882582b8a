"""Knows what is written to standard error: warnings and faults, without the tokens of loads and without secrets."""

import logging
import re
import sys
import threading
from collections.abc import Iterable

HIDDEN = "[secret]"
SHORTEST_SECRET = 8
#: Whoever knows the token of a load may look at it: four letters are enough to tell two apart.
TOKEN = re.compile(r"\b((?:load|incoming)[/\\]+[A-Za-z0-9_-]{4})[A-Za-z0-9_-]{4,}")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Discreet(logging.Formatter):
    """Writes a record in one line, and its traceback beneath, without any of *secrets*."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = [item for item in secrets if len(item) >= SHORTEST_SECRET]

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        return CONTROL.sub(" ", super().formatMessage(record))  # an address may hold a line break, and feign a line

    def format(self, record: logging.LogRecord) -> str:
        said = TOKEN.sub(r"\1…", super().format(record))
        for secret in self._secrets:
            said = said.replace(secret, HIDDEN)
        return said


def log_to_standard_error(secrets: Iterable[str]) -> None:
    """Have everything that is worth a line written once, threads that end with a fault among it."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Discreet(secrets))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that requests wait their turn is no fault
    threading.excepthook = _log_thread


def _log_thread(ended: threading.ExceptHookArgs) -> None:
    logging.getLogger("outturn").error("A thread ended with a fault.", exc_info=ended.exc_value)
