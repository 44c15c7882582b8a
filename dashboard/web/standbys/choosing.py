"""Knows from which database a request reads: a standby, unless whoever asks has written what it has not yet."""

import re

from flask import Flask, Response, request

from dashboard.domain.access.people import Right
from dashboard.web.access.declared import NEEDS
from data.connections.engines import Engines
from data.connections.standbys import let_go, place_of, written_until

WRITTEN = "outturn-written"  # the cookie: how far the primary had written when its bearer last wrote
PLACE = re.compile(r"[0-9A-F]{1,8}/[0-9A-F]{1,8}")
MINUTES = 5  # after which every standby that is not left out has it


def add_choosing(server: Flask, engines: Engines) -> None:
    """Register it where there are standbys."""
    standbys = engines.standbys
    if standbys is None:
        return

    def choose() -> None:
        standbys.choose(_written())

    server.before_request_funcs.setdefault(None, []).insert(0, choose)  # whatever a request asks, it asks one database

    @server.after_request
    def note(response: Response) -> Response:
        """Also of a page that is asked for while a load goes on beside it."""
        if _may_have_written() and (place := written_until(engines.pages)):
            secure, seconds = request.is_secure, MINUTES * 60
            response.set_cookie(WRITTEN, place, max_age=seconds, secure=secure, httponly=True, samesite="Lax")
        return response

    @server.teardown_request
    def end(_fault: BaseException | None) -> None:
        let_go()


def _written() -> int:
    said = request.cookies.get(WRITTEN, "")
    return place_of(said) if PLACE.fullmatch(said) else 0


def _may_have_written() -> bool:
    need = NEEDS.get(request.endpoint or "")
    is_form = request.method == "POST" and need is not None and request.content_type != "application/json"
    return is_form or (need is not None and need.right not in (None, Right.READ))
