"""Knows who is let through: deny by default, at one place, before anything of a request is answered."""

from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote

from flask import Flask, current_app, redirect, request
from werkzeug.wrappers import Response as Answer

from dashboard.domain.access.people import Person, Right
from dashboard.web.access.asking import person
from dashboard.web.access.declared import CALLBACKS, Need, need_of
from dashboard.web.answers import html, plain
from layouts.plain.denied import denied_page
from layouts.plain.page import Link

SIGN_IN = "sign-in"  # the endpoint, where there is one
SIGN_IN_FIRST = "Sign in first."
MAY = {
    Right.READ: "see figures here",
    Right.EXACT: "see small numbers",
    Right.PUBLISH: "load or publish figures here",
    Right.DECIDE: "decide a meeting here",
    Right.ADMINISTER: "administer Outturn",
}
UNDECLARED = "Nobody may ask for this."
NOWHERE = "/"
Denied = Callable[[Person, str], None]
Ways = Callable[[], Sequence[Link]]


def nowhere() -> Sequence[Link]:
    """No pages to go on to."""
    return ()


def unnoted(_asker: Person, _why: str) -> None:
    """Nobody is told."""


def add_gate(server: Flask, noted: Denied = unnoted, ways: Ways = nowhere) -> None:
    """Refuse whatever the one who asks has no right to; *noted* is told of each refusal.

    *ways* are the pages that the page of a refusal leads to.
    """

    @server.before_request
    def check() -> Answer | None:
        # Where there is no such address, only whoever may read learns that.
        endpoint = request.endpoint or NOWHERE
        why = _refusal(need_of(endpoint, request.view_args or {}), noted)
        return _turned_away(person(), why, ways()) if why else None


def add_callback_gate(server: Flask, callbacks: Mapping[str, Need], noted: Denied = unnoted) -> None:
    """The same for *callbacks*, by their outputs; registered after the guard, which has seen that the body is one."""

    @server.before_request
    def check() -> Answer | None:
        if request.endpoint != CALLBACKS:
            return None
        why = _refusal(callbacks.get(request.get_json()["output"]), noted)
        return _turned_away(person(), why, ()) if why else None


def _refusal(need: Need | None, noted: Denied) -> str:
    """Why whoever asks is turned away; empty where nothing forbids it. What is not declared is for nobody."""
    asker = person()
    if need is not None and need.met_by(asker):
        return ""
    why = _why(need)
    noted(asker, why)
    return why


def _why(need: Need | None) -> str:
    if need is None or need.right is None:
        return UNDECLARED
    for_all = " for every partnership" if need.everywhere and need.right is not Right.ADMINISTER else ""
    return f"You may not {MAY[need.right]}{for_all}: ask whoever administers Outturn for it."


def _turned_away(asker: Person, why: str, ways: Sequence[Link]) -> Answer:
    """A visitor is led to the page for signing in; whoever is known is told what is not for them."""
    wants_page = request.method in ("GET", "HEAD") and "text/html" in request.headers.get("Accept", "")
    if not asker.key and wants_page and SIGN_IN in current_app.view_functions:
        return redirect(f"/sign-in?next={quote(request.full_path.rstrip('?'), safe='')}", 303)
    if not asker.key:
        return plain(SIGN_IN_FIRST, 401)
    return html(denied_page(ways, why), 403) if wants_page else plain(why, 403)
