"""Knows for which address of a page a request is, how an address answers, and what a short field of a form says."""

from urllib.parse import urlsplit

from flask import Response, request

LONGEST_NAME = 100
LONGEST_QUERY = 2_000  # as the guard lets a callback be asked
LAYOUT_PATH = "/_dash-layout"


def html(page: str, status: int = 200) -> Response:
    return Response(page, status, mimetype="text/html")


def plain(sentence: str, status: int) -> Response:
    return Response(f"{sentence}\n", status, mimetype="text/plain")


def short(field: str) -> str:
    """What a *field* of this request's form says, in one line that is no longer than a name."""
    return " ".join(request.form.get(field, "").split())[:LONGEST_NAME]


def address_asked() -> tuple[str, str] | None:
    """Path and query of the page that is asked for, or that asks what it is drawn from; None where nobody can tell."""
    if request.path != LAYOUT_PATH:
        path, search = request.path, request.query_string.decode("ascii", "replace")
    else:
        asking = urlsplit(request.referrer or "")
        if asking.netloc != request.host:
            return None
        path, search = asking.path, asking.query
    return (path, f"?{search}" if search else "") if len(search) < LONGEST_QUERY else None
