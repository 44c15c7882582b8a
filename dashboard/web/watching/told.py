"""Knows what is told of every request: a number that its answer bears, which page it was for, how long it took."""

import logging
import time
from collections.abc import Callable, Set
from dataclasses import dataclass
from secrets import token_hex
from urllib.parse import urlsplit

import structlog
from flask import Flask, Response, g, request

from dashboard.domain.access.people import Person
from dashboard.web.access.declared import CALLBACKS
from dashboard.web.answers import LAYOUT_PATH

HEADER = "X-Request-Id"
CALLBACK, PAGE, OTHER = "callback", "page", "other"
NOWHERE, ELSEWHERE = "no such address", "elsewhere"
CATCH_ALL = "/<path:path>"  # Dash's own, which takes every address
log: structlog.stdlib.BoundLogger = structlog.wrap_logger(
    logging.getLogger("outturn.requests"),
    processors=[
        structlog.stdlib.filter_by_level,
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    wrapper_class=structlog.stdlib.BoundLogger,
)


@dataclass(frozen=True, slots=True)
class Answered:
    """A request that was answered; no address as it was typed, nobody's name, nobody's machine."""

    page: str  # the path of a page of ours, else the rule of the address
    kind: str
    method: str
    status: int
    seconds: float
    kept: bool | None  # whether the answer had been made before; None of what is never kept


def add_watching(server: Flask, paths: Set[str], asks: Callable[[], Person], heard: Callable[[Answered], None]) -> None:
    """Number every request, and tell the log and *heard* of its answer; call before anything that may refuse one."""

    @server.before_request
    def begin() -> None:
        g.began, g.number = time.perf_counter(), token_hex(8)
        structlog.contextvars.bind_contextvars(request=g.number)

    @server.after_request
    def tell(response: Response) -> Response:
        if "began" not in g:
            return response
        response.headers[HEADER] = g.number
        answered = _answered(response, paths)
        heard(answered)
        _write(answered, asks().key, response)
        return response

    @server.teardown_request
    def end(_fault: BaseException | None) -> None:
        structlog.contextvars.unbind_contextvars("request")


def note_kept(*, kept: bool) -> None:
    """Say of the request whether its answer had been made before."""
    g.answer_kept = kept


def number_of_request() -> str:
    """The number that the log knows this request by; empty where nobody gave it one."""
    return str(g.get("number", ""))


def _answered(response: Response, paths: Set[str]) -> Answered:
    page, kind = _place(paths)
    seconds = time.perf_counter() - g.began
    return Answered(page, kind, request.method, response.status_code, seconds, g.get("answer_kept"))


def _place(paths: Set[str]) -> tuple[str, str]:
    """Which page is asked for, and what of it; only addresses of ours are named, of which there are few."""
    if request.path in (CALLBACKS, LAYOUT_PATH):
        return _asking_page(paths), CALLBACK
    if request.path in paths:
        return request.path, PAGE
    rule = request.url_rule.rule if request.url_rule else NOWHERE
    return (NOWHERE if rule == CATCH_ALL else rule), OTHER


def _asking_page(paths: Set[str]) -> str:
    try:
        path = urlsplit(request.referrer or "").path
    except ValueError:
        return ELSEWHERE
    return path if path in paths else ELSEWHERE


def _write(answered: Answered, account: str, response: Response) -> None:
    said: dict[str, object] = {
        "account": account,
        "method": answered.method,
        "page": answered.page,
        "kind": answered.kind,
        "status": answered.status,
        "ms": round(answered.seconds * 1000, 1),
        "bytes": response.content_length,
    }
    if answered.kept is not None:
        said["kept"] = answered.kept
    log.info("answered", **said)
