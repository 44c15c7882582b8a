"""Knows who is signed in, as the head of every page says it; and the names under which deeds are recorded."""

import re

from flask import Flask, Response, request
from markupsafe import Markup

from dashboard.domain.access.accounts import PROXY
from dashboard.web.answers import DRESSED
from dashboard.web.people.cookies import uncached
from dashboard.web.people.entrance import Entrance, entrance
from dashboard.web.people.forms import dressing, with_tokens
from dashboard.web.people.identity import account_asking
from dashboard.web.people.returning import local, sign_in_href
from layouts.components.markup import tag
from layouts.plain.people.sign_in import sign_in_door, signed_in_as
from layouts.who import WHO_PLACE

#: The fields in which somebody types a name at a desk, with what stands around them.
AUTHORS = re.compile(
    r'<div class="field">(?:(?!<div|</div>).)*autocomplete="name"(?:(?!</div>).)*</div>'
    r'|<label>Your name <input[^>]*autocomplete="name"[^>]*></label>',
    re.DOTALL,
)


def add_head(server: Flask) -> None:
    """Write into every page who asks, and give the pages of Dash, which are the same for many, the same by itself."""
    server.config[DRESSED] = dressing(_with_who)

    @server.get("/me", endpoint="me")
    def me() -> Response:
        known = entrance()
        fragment = _said(known, local(request.args.get("next", ""))) if known else ""
        return uncached(Response(with_tokens(fragment), mimetype="text/html"))


def _with_who(page: str) -> str:
    known = entrance()
    if known is None:
        return page
    said = _said(known, local(request.full_path.rstrip("?")))
    place = str(WHO_PLACE).replace("></div>", f">{said}</div>")
    account = account_asking()
    if account is not None:
        recorded = str(tag("p", f"Recorded under your name: {account.person.name}.", class_="hint field"))
        page = AUTHORS.sub(lambda _: recorded, page)
    return page.replace(str(WHO_PLACE), place, 1)


def _said(known: Entrance, back: str) -> Markup:
    account = account_asking()
    if account is None:
        return Markup("") if request.path == "/sign-in" else sign_in_door(sign_in_href(back))
    return signed_in_as(account.person.name, has_session=known.sign_in.way != PROXY)
