"""Knows that a form comes from a page that we gave to the same browser: each carries a token made for it."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable, Mapping

from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import RequestEntityTooLarge

from dashboard.web.access.declared import CALLBACKS
from dashboard.web.answers import no_text, plain
from dashboard.web.people.cookies import FORM, SESSION, keep
from dashboard.web.people.entrance import entrance
from layouts.components.markup import tag

FIELD, HEADER = "csrf_token", "X-Form-Token"
A_DESK = "desk"
POSTED = re.compile(r'<form\b(?=[^>]*\bmethod="post")[^>]*>')
REFUSED = "This form is no longer valid: go back, load the page again and send it once more."
MOST_PARTS = 2_000
Large = Mapping[str, int]  # endpoints that take more than others, and how many bytes


def check_forms(server: Flask, large: Large) -> None:
    """Refuse whatever changes something without the token of its form; registered after who may ask at all is known."""

    @server.before_request
    def check() -> Response | None:
        if request.method in ("GET", "HEAD", "OPTIONS") or request.endpoint is None:
            return None
        if request.path == CALLBACKS:  # they change nothing, and are held to the check of the origin
            return None
        if most := large.get(request.endpoint):
            request.max_content_length, request.max_form_parts = most, MOST_PARTS
        return _refusal()

    @server.after_request
    def bind(answer: Response) -> Response:
        if new := g.get("form_cookie", ""):
            keep(answer, FORM, new)
        return answer


def _refusal() -> Response | None:
    """Why the form that was sent is not read; None where it is, or nothing of it can be."""
    try:
        form = request.form
    except RequestEntityTooLarge:
        return None  # whatever it was sent to refuses it too, in its own words
    sent = request.headers.get(HEADER) or form.get(FIELD, "")
    if not hmac.compare_digest(sent.encode(), token(basis()).encode()):
        return plain(REFUSED, 403)
    return no_text(form)


def token(bound_to: str) -> str:
    """The token of forms that are bound to a cookie's value; who does not know our key cannot make it."""
    key = str(current_app.secret_key).encode()
    return hmac.new(key, f"form {bound_to}".encode(), hashlib.sha256).hexdigest()


def basis() -> str:
    """What this browser's forms are bound to: its session, else a cookie of its own.

    At a desk to nothing: other machines are not answered there, and a foreign page cannot read ours.
    """
    if entrance() is None:
        return A_DESK
    known = request.cookies.get(SESSION) or request.cookies.get(FORM) or g.get("form_cookie", "")
    return known or "none"


def with_tokens(page: str) -> str:
    """*page* with the token in each of its forms that is posted."""
    if not POSTED.search(page):
        return page
    if entrance() is not None and basis() == "none":
        g.form_cookie = secrets.token_urlsafe(32)
    field = str(tag("input", type="hidden", name=FIELD, value=token(basis())))
    return POSTED.sub(lambda form: form[0] + field, page)


def dressing(who: Callable[[str], str]) -> Callable[[str], str]:
    """What is done to every page that the server writes whole: *who* asks is written in, and tokens into its forms."""
    return lambda page: with_tokens(str(who(str(page))))
