"""Knows how a test client sends forms: with the token of the browser that it plays, as our pages write it there."""

from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.web.people.cookies import FORM, SESSION
from dashboard.web.people.forms import A_DESK, HEADER, token

WITHOUT = "without"  # as the token: none is sent


class FormClient(FlaskClient):
    """A client whose every request carries the token of its forms; whoever tests them sends another or none."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:  # noqa: ANN401 - as werkzeug's own takes them
        headers = dict(kwargs.pop("headers", None) or {})
        if headers.setdefault(HEADER, self.form_token()) == WITHOUT:
            del headers[HEADER]
        return super().open(*args, headers=headers, **kwargs)

    def form_token(self) -> str:
        cookies = (self.get_cookie(name) for name in (SESSION, FORM))
        known = next((cookie.value for cookie in cookies if cookie), A_DESK)
        with self.application.app_context():
            return token(known)


def send_tokens() -> None:
    """Let every test client of every server be such a one."""
    Flask.test_client_class = FormClient
