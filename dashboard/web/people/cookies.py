"""Knows the cookies: the token of a session, and what binds the form of a visitor to one browser."""

from flask import Response, request
from werkzeug.wrappers import Response as Answer

#: A browser keeps a name that begins so only with Secure, Path=/ and no Domain: no other host can put one there.
SESSION = "__Host-outturn"
FORM = "__Host-outturn-form"
STATE = "__Host-outturn-state"  # of a sign-in under way at a provider; Flask's own session, signed


def session_token() -> str:
    return request.cookies.get(SESSION, "")


def keep(answer: Answer, name: str, value: str) -> None:
    """Let the browser keep a cookie until it is closed."""
    answer.set_cookie(name, value, path="/", secure=True, httponly=True, samesite="Lax")


def forget(answer: Answer, name: str) -> None:
    answer.delete_cookie(name, path="/", secure=True, httponly=True, samesite="Lax")


def signed_in(answer: Answer, token: str) -> Answer:
    """*answer*, which signs the browser in by a new token."""
    keep(answer, SESSION, token)
    forget(answer, FORM)
    return answer


def uncached(answer: Response) -> Response:
    answer.headers["Cache-Control"] = "no-store"
    return answer
