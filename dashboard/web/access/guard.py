"""Knows what a request may look like before Dash sees it, and which headers every answer carries."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from dash import Dash
from dash.exceptions import DashException
from flask import Flask, Request, Response, request

from dashboard.web.access.declared import ASSETS, CALLBACKS, SUITES
from dashboard.web.access.hosts import KnownNames, refusal
from dashboard.web.answers import plain

HOSTS = "OUTTURN_HOSTS"  # where the server keeps the names that it answers under
LARGEST_BODY = 64 * 1024
ONE_YEAR = 31_536_000
BAD = 400
#: The endpoints whose answers are the same for everybody, and bear their content in their address.
PUBLIC = frozenset({ASSETS, SUITES, "/_favicon.ico"})
LONGEST_VALUE = 2_000
DEEPEST = 12

POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
)

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Refusal(Exception):
    """A request that is not answered; *status* and one short sentence say why."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


def refuse_strangers(server: Flask) -> None:
    """Answer nothing under other names or to other sites; call before anything else looks at a request."""
    _refuse_other_names(server)
    _refuse_foreign(server)


def guard(server: Flask, app: Dash, paths: frozenset[str], own: frozenset[str] = frozenset()) -> None:
    """Refuse malformed callbacks and unknown paths, and set the headers; call after every callback exists.

    *own* are the endpoints that write their pages themselves.
    """
    _refuse_malformed(server, app)
    _answer_missing(server)
    _set_headers(server, policy_of(app), paths, own)


def _refuse_other_names(server: Flask) -> None:
    names: KnownNames = server.config[HOSTS]

    @server.before_request
    def check() -> Response | None:
        why = refusal(request.host, dict(request.headers), names)
        return plain(why, 400) if why else None


def _refuse_foreign(server: Flask) -> None:
    @server.before_request
    def check() -> Response | None:
        """Whatever changes something comes from our own pages: callbacks and every form alike."""
        if request.method not in ("GET", "HEAD", "OPTIONS") and foreign(request):
            return plain("The request comes from another site.", 403)
        return None


def _refuse_malformed(server: Flask, app: Dash) -> None:
    @server.before_request
    def check() -> Response | None:
        if request.path != CALLBACKS:
            return None
        try:
            check_callback(app, request)
        except Refusal as refusal:
            return plain(str(refusal), refusal.status)
        return None


def _answer_missing(server: Flask) -> None:
    @server.errorhandler(DashException)
    @server.errorhandler(FileNotFoundError)
    def not_there(_fault: Exception) -> Response:
        """Dash raises, rather than answers, when asked for a script it does not have."""
        return plain("There is nothing at this address.", 404)


def _set_headers(server: Flask, policy: str, paths: frozenset[str], own: frozenset[str]) -> None:
    @server.after_request
    def finish(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if _is_page(response) and request.path not in paths and request.endpoint not in own:
            response.status_code = 404
        if request.is_secure:
            response.headers["Strict-Transport-Security"] = f"max-age={ONE_YEAR}; includeSubDomains"
        if request.endpoint not in PUBLIC or response.status_code >= BAD:
            response.headers["Cache-Control"] = "no-store"  # by the browser as by a proxy: it is for these eyes
        return response


def policy_of(app: Dash) -> str:
    """The Content-Security-Policy with the fingerprints of the scripts that stand in the page itself."""
    prints = (item if item.startswith("'") else f"'{item}'" for item in app.csp_hashes())
    return POLICY.format(hashes=" ".join(prints))


def _is_page(response: Response) -> bool:
    """Whether Dash answered with its page, as it does for every path it does not know."""
    return response.status_code == 200 and response.mimetype == "text/html"


def check_callback(app: Dash, asked: Request) -> None:
    """Raise Refusal unless the body names a callback of ours with just its inputs, each a short value."""
    if asked.method != "POST":
        raise Refusal(405, "Callbacks are posted.")
    if (asked.content_length or 0) > LARGEST_BODY:
        raise Refusal(413, "The request is too large.")
    body = _body(asked)
    if not isinstance(body, Mapping):
        raise Refusal(400, "The request is not a callback.")
    _check_depth(body, DEEPEST)
    output = body.get("output")
    known = app.callback_map.get(output) if isinstance(output, str) else None
    if known is None or not isinstance(output, str) or "callback" not in known:
        raise Refusal(404, "There is no such callback.")
    for kind, declared in (("inputs", known["inputs"]), ("state", known.get("state", []))):
        _check_values(body.get(kind, []), declared)
    _check_outputs(body, output)
    _check_changed(body.get("changedPropIds", []))


def _body(asked: Request) -> object:
    """What the request holds as JSON; what is no JSON, or nested without end, is nothing."""
    try:
        return json.loads(asked.get_data())
    except (ValueError, RecursionError):
        return None


def _host(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def foreign(asked: Request) -> bool:
    """Whether another site's page sends the request."""
    origin, site = asked.headers.get("Origin"), asked.headers.get("Sec-Fetch-Site", "same-origin")
    return bool(origin and _host(origin) != asked.host) or site not in ("same-origin", "none")


def _check_depth(value: object, left: int) -> None:
    if left == 0:
        raise Refusal(400, "The request is nested too deeply.")
    if isinstance(value, Mapping):
        for item in value.values():
            _check_depth(item, left - 1)
    elif isinstance(value, list):
        for item in value:
            _check_depth(item, left - 1)


def _check_values(given: object, declared: list[dict[str, Any]]) -> None:
    """Every declared input, in order, with a short text as its value."""
    if not isinstance(given, list) or len(given) != len(declared):
        raise Refusal(400, "The request has other inputs than the callback.")
    for item, expected in zip(given, declared, strict=True):
        same = isinstance(item, Mapping) and all(item.get(key) == expected[key] for key in ("id", "property"))
        if not same:
            raise Refusal(400, "The request has other inputs than the callback.")
        value = item.get("value")
        if not isinstance(value, str) or len(value) > LONGEST_VALUE:
            raise Refusal(400, "An input is not a short text.")


def _check_outputs(body: Mapping[str, Any], output: str) -> None:
    """The list of outputs must be the one that the name spells."""
    outputs = body.get("outputs")
    listed = outputs if isinstance(outputs, list) else [outputs]
    try:
        names = [_name(item) for item in listed]
    except (TypeError, KeyError) as fault:
        raise Refusal(400, "The outputs are not those of the callback.") from fault
    spelled = output.strip(".").split("...")
    if names != spelled:
        raise Refusal(400, "The outputs are not those of the callback.")


def _name(item: Any) -> str:  # noqa: ANN401 - it came from outside
    return f"{item['id']}.{item['property']}"


def _check_changed(changed: object) -> None:
    if not isinstance(changed, list) or not all(isinstance(item, str) for item in changed):
        raise Refusal(400, "The changed inputs are not a list of names.")
