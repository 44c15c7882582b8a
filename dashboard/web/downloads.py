"""Knows the address at which what a page shows is downloaded as a file."""

from datetime import UTC, datetime
from threading import BoundedSemaphore
from urllib.parse import urlencode

from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as Answer

from dashboard.domain.errors import UnknownFilter, UnknownPage, UnwrittenPapers
from dashboard.exports.addresses import AskedFile, Offered
from dashboard.exports.files import file_of
from dashboard.exports.meetings import MEETING
from dashboard.exports.papers.apart import Written, write_apart
from dashboard.exports.papers.formats import FORMATS
from dashboard.exports.papers.press import Occasion, Press, Write
from dashboard.reports.desk import Desk
from dashboard.reports.packs.pack import Pack
from dashboard.web.answers import attached, plain

OWN_PAGES = frozenset({"download"})  # the papers of a page may be one
AT_ONCE = 1  # of the threads of a process: the others answer pages
PATIENCE = 3.0  # seconds
BUSY = "Papers are being made for others: ask again in a moment."


class Apart:
    """Writes papers in a process of their own, a few at once; raises UnwrittenPapers where others are in front."""

    def __init__(self, write: Write = write_apart, patience: float = PATIENCE) -> None:
        """*patience*: seconds that somebody waits for their turn."""
        self._write, self._patience = write, patience
        self._places = BoundedSemaphore(AT_ONCE)

    def __call__(self, form: str, pack: Pack, template: bytes | None) -> Written:
        if not self._places.acquire(timeout=self._patience):
            raise UnwrittenPapers(BUSY)
        try:
            return self._write(form, pack, template)
        finally:
            self._places.release()


def add_exports(server: Flask, desk: Desk, offered: Offered, press: Press) -> None:
    """Register the downloads of the pages that are *offered*; a *press* writes their papers."""

    @server.get("/export/<page>.<form>")
    def download(page: str, form: str) -> Answer:
        if page == MEETING and form in FORMATS:
            return redirect(f"/papers?{urlencode({MEETING: request.args.get(MEETING, '')})}")
        asked = AskedFile(page, request.query_string.decode("utf-8", "replace"), form)
        try:
            found = file_of(desk, offered, asked, press, Occasion(datetime.now(UTC).date()))
        except UnknownPage as fault:
            return plain(str(fault), 404 if page not in offered.builders else 400)
        except UnknownFilter as fault:
            return plain(str(fault), 400)
        except UnwrittenPapers as fault:
            return _later(str(fault))
        return attached(found.body, found.name, found.media)


def _later(sentence: str) -> Response:
    answer = plain(sentence, 503)
    answer.headers["Retry-After"] = "5"
    return answer
