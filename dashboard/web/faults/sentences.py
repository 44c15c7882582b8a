"""Knows the one sentence that a request gets which is not answered, whatever was wrong with it."""

from collections.abc import Callable, Sequence
from types import TracebackType

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, InternalServerError
from werkzeug.wrappers import Response as Answer

from dashboard.web.answers import html, plain
from dashboard.web.watching.told import number_of_request
from layouts.plain.fault import Fault, fault_page

Trace = tuple[type, BaseException, TracebackType] | tuple[None, None, None]
Ways = Callable[[], Sequence[tuple[str, str]]]
UNREADABLE = "The request cannot be read."
OURS = "Something went wrong here, and it was noted. If it happens again, tell whoever runs Outturn."
SENTENCES = {
    403: "This is not allowed.",
    404: "There is nothing at this address.",
    405: "This address does not answer such a request.",
    413: "The request is too large.",
    414: "The address is too long.",
    415: "The request is of a kind that is not read here.",
    416: "The file has no such part.",
    429: "There were too many requests: try again in a moment.",
    500: OURS,
    503: "Outturn is not ready: try again in a moment.",
}
REFUSED, OF_THE_SERVER = 400, 500
KEPT = ("Allow", "Retry-After", "WWW-Authenticate", "Content-Range")  # headers that say something of their own


class Product(Flask):
    """A Flask whose log names no address: tokens stand in those, and what people asked for."""

    def log_exception(self, exc_info: Trace) -> None:
        self.logger.error("Fault while answering %s [%s]", request.endpoint, request.method, exc_info=exc_info)


def answer_faults(server: Flask, ways: Ways) -> None:
    """Answer with a sentence where the framework would write a page of its own, or a trace."""

    @server.errorhandler(HTTPException)
    def refused(fault: HTTPException) -> Answer:
        code = fault.code or REFUSED
        if fault.response is not None or code < REFUSED:
            return Answer.force_type(fault.get_response(request.environ))
        answer = said(Fault(SENTENCES.get(code, UNREADABLE)), code, ways)
        kept = {name: value for name, value in fault.get_headers(request.environ) if name in KEPT}
        answer.headers.update(kept)
        return answer

    @server.errorhandler(InternalServerError)
    def ours(_fault: InternalServerError) -> Answer:
        """What nobody foresaw; Flask has written the trace to its log, and the reader is told nothing of it."""
        return said(Fault(OURS), 500, ways)


def said(fault: Fault, status: int, ways: Ways) -> Response:
    """*fault* as a page where a browser asks for one, else as its sentences alone."""
    if _wants("text/css"):  # a browser refuses any other kind, and says so to the reader who looks
        return Response("", status, mimetype="text/css")
    if _wants("text/html"):
        return html(fault_page(ways(), fault, number_of_request() if status >= OF_THE_SERVER else ""), status)
    return plain(fault.words, status)


def _wants(kind: str) -> bool:
    return any(accepted == kind for accepted, _ in request.accept_mimetypes)
