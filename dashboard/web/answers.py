"""Knows for which address of a page a request is, how an address answers, and what a short field of a form says."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from urllib.parse import SplitResult, urlsplit

from flask import Response, current_app, g, has_request_context, request
from werkzeug.datastructures import MultiDict

from dashboard.domain.access.people import Person, at_the_desk
from dashboard.domain.errors import RefusedFile
from dashboard.domain.wording import one_line
from dashboard.exports.render import harmless

LONGEST_NAME = 100
DESK_KEY = at_the_desk("").key
LONGEST_QUERY = 2_000  # as the guard lets a callback be asked
LAYOUT_PATH = "/_dash-layout"
NO_TEXT = "The request holds a character that no text has (NUL)."


DRESSED = "OUTTURN_DRESSED"  # where the server keeps what is done to every page that it writes whole


def html(page: str, status: int = 200) -> Response:
    """*page* with who asks in its head and tokens in its forms."""
    dress: Callable[[str], str] = current_app.config.get(DRESSED, str) if has_request_context() else str
    return Response(dress(page), status, mimetype="text/html")


def plain(sentence: str, status: int) -> Response:
    return Response(f"{sentence}\n", status, mimetype="text/plain")


def no_text(fields: MultiDict[str, str]) -> Response | None:
    """The refusal of *fields* that hold the character NUL, which PostgreSQL takes in no text and nobody types."""
    return plain(NO_TEXT, 400) if any("\0" in words for words in chain(fields, *fields.listvalues())) else None


def attached(body: bytes, name: str, kind: str) -> Response:
    """A download under this *name*."""
    answer = Response(body, mimetype=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def short(field: str) -> str:
    """What a *field* of this request's form says, in one line that is no longer than a name."""
    return " ".join(request.form.get(field, "").split())[:LONGEST_NAME]


def told(field: str, name: str) -> str:
    """What a *field* says, which is called *name*, in one line; raises RefusedFile where it is too long to be kept."""
    line = one_line(request.form.get(field, ""))
    if len(line) > LONGEST_NAME:
        raise RefusedFile(f"{name} must be {LONGEST_NAME} characters or fewer: it has {len(line):,}.")
    return line


def _split(address: str) -> SplitResult | None:
    """The parts of an *address* that somebody sent; None where it is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def address_asked() -> tuple[str, str] | None:
    """Path and query of the page that is asked for, or that asks what it is drawn from; None where nobody can tell."""
    if request.path != LAYOUT_PATH:
        path, search = request.path, request.query_string.decode("ascii", "replace")
    else:
        asking = _split(request.referrer or "")
        if asking is None or asking.netloc != request.host:
            return None
        path, search = asking.path, asking.query
    return (path, f"?{search}" if search else "") if len(search) < LONGEST_QUERY else None


def table(heading: Sequence[str], rows: Iterable[Sequence[str]], name: str) -> Response:
    """A download in which no text can become a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerows([heading, *([harmless(text) for text in row] for row in rows)])
    return attached(written.getvalue().encode("utf-8-sig"), name, "text/csv")


def author(typed: str) -> str:
    """Under whose name a deed is recorded: of somebody signed in the own one, at a desk what is *typed*."""
    asking: Person | None = g.get("person")
    if asking is None or asking.key in ("", DESK_KEY):
        return typed
    return asking.name[:LONGEST_NAME]
