"""Knows from the head of a request alone whether whoever sends it may: asked before a large body is taken."""

from wsgiref.types import WSGIEnvironment

from flask import Flask
from werkzeug.exceptions import HTTPException

UNREAD = "outturn.unread"  # in the environment of a request whose body is not there yet


def turned_away(server: Flask, environ: WSGIEnvironment) -> tuple[int, str] | None:
    """With which status and sentence *server* refuses a request whatever its body holds; None where it does not."""
    with server.request_context({**environ, UNREAD: True}):
        try:
            answer = server.preprocess_request()
        except HTTPException as fault:
            return fault.code or 400, fault.description or ""
        if answer is None:
            return None
        response = server.make_response(answer)
        return response.status_code, response.get_data(as_text=True).strip()
