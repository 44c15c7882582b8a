"""Knows what is written to standard error: in words or as JSON, without the tokens of loads and without secrets."""

import logging
import re
import sys
import threading
from collections.abc import Iterable

import structlog

HIDDEN = "[secret]"
SHORTEST_SECRET = 8
REQUESTS = "outturn.requests"  # whose lines say what was answered
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
        said = TOKEN.sub(r"\1…", self.written(record))
        for secret in self._secrets:
            said = said.replace(secret, HIDDEN)
        return said

    def written(self, record: logging.LogRecord) -> str:
        return super().format(record)


class JsonLines(Discreet):
    """The same as one object a line, with the number of the request that it is about."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__(secrets)
        self._lines = structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.contextvars.merge_contextvars, structlog.stdlib.ExtraAdder()],
            processors=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(),  # every character but those of ASCII is escaped
            ],
        )

    def written(self, record: logging.LogRecord) -> str:
        return self._lines.format(record)


def log_to_standard_error(secrets: Iterable[str], *, as_json: bool = False) -> None:
    """Have everything that is worth a line written once, threads that end with a fault among it.

    *as_json*: one object a line, and one for each request.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines(secrets) if as_json else Discreet(secrets))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that requests wait their turn is no fault
    logging.getLogger(REQUESTS).setLevel(logging.INFO if as_json else logging.WARNING)
    threading.excepthook = _log_thread


def _log_thread(ended: threading.ExceptHookArgs) -> None:
    logging.getLogger("outturn").error("A thread ended with a fault.", exc_info=ended.exc_value)
