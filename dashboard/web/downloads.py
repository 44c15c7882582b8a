"""Knows the address at which what a page shows is downloaded as a file."""

from flask import Flask, Response, request

from dashboard.domain.errors import UnknownFilter, UnknownPage
from dashboard.exports.addresses import Offered, export
from dashboard.exports.render import MEDIA
from dashboard.reports.desk import Desk
from dashboard.web.answers import plain


def add_exports(server: Flask, desk: Desk, offered: Offered) -> None:
    """Register the downloads of the pages that are *offered*."""

    @server.get("/export/<page>.<form>")
    def download(page: str, form: str) -> Response:
        query = request.query_string.decode("utf-8", "replace")
        try:
            found = export(desk, offered, page, query, form)
        except UnknownPage as fault:
            return plain(str(fault), 404 if page not in offered.builders else 400)
        except UnknownFilter as fault:
            return plain(str(fault), 400)
        answer = Response(found.body, content_type=MEDIA[form])
        answer.headers["Content-Disposition"] = f'attachment; filename="{found.name}"'
        return answer
