"""Knows the address at which the counts of a server are read: by its own machine, or by whoever has the token."""

from hmac import compare_digest
from ipaddress import ip_address

from flask import Flask, Response, request

from dashboard.questions.store import Store
from dashboard.web.answers import plain
from dashboard.web.people.entrance import peer
from dashboard.web.watching.measures import Measures

HANDED_ON = "outturn.handed-on"  # where the server keeps whether a proxy handed a request on
KIND = "text/plain; version=0.0.4; charset=utf-8"
NOT_YOURS = "The counts of this server are read on its own machine, or with the token that it was given."


def add_metrics(server: Flask, measures: Measures, store: Store, token: str) -> None:
    """Register it; without a *token* nobody elsewhere reads it."""

    @server.get("/metrics", endpoint="metrics")
    def metrics() -> Response:
        if not (_has(token) or _is_here()):
            return plain(NOT_YOURS, 403)
        return Response(measures.text(store), 200, content_type=KIND)


def _has(token: str) -> bool:
    way, _, said = request.headers.get("Authorization", "").partition(" ")
    return bool(token) and way.lower() == "bearer" and compare_digest(said.strip().encode(), token.encode())


def _is_here() -> bool:
    """Whether the request comes from this machine itself, and no proxy handed it on."""
    try:
        return ip_address(peer()).is_loopback and not request.environ.get(HANDED_ON)
    except ValueError:
        return False
