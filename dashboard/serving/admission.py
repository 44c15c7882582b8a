"""Knows that whoever sends much is asked for first: what is not to be taken is read past and kept nowhere."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO
from wsgiref.types import WSGIEnvironment

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import WSGITask

BODY = "wsgi.input"
UNSURE = "Outturn cannot tell at the moment whether this may be sent: try again in a few minutes."
log = logging.getLogger("outturn.server")


@dataclass(frozen=True, slots=True)
class Turned:
    """Why a request is turned away: the status, and the sentence that is answered."""

    code: int
    sentence: str

    @property
    def reason(self) -> str:
        return HTTPStatus(self.code).phrase


#: Whether what a request's head asks for may be sent: None, or why not.
Ask = Callable[[WSGIEnvironment], Turned | None]


class Nowhere:
    """Takes the bytes of a body, and keeps none."""

    def append(self, _data: bytes) -> None:
        return

    def __len__(self) -> int:
        return 0

    def getfile(self) -> BytesIO:
        return BytesIO()

    def close(self) -> None:
        return


class Question:
    """Asks about one request, in a thread of those that answer; its line is not read from until that is known."""

    def __init__(self, line: HTTPChannel, request: HTTPRequestParser, ask: Ask) -> None:
        self._line, self._request, self._ask = line, request, ask

    def service(self) -> None:
        try:
            turned = self._ask({**WSGITask(self._line, self._request).get_environment(), BODY: BytesIO()})
        except Exception:
            log.exception("It could not be told whether somebody may send much.")
            turned = Turned(503, UNSURE)
        if turned is not None:
            self._request.turn_away(turned)
        self._line.is_asking = False
        self._line.server.pull_trigger()

    def cancel(self) -> None:
        self._line.will_close = True
