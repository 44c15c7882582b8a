"""Knows how an address answers, with a page or with a sentence, and what a short field of a form says."""

from flask import Response, request

LONGEST_NAME = 100


def html(page: str, status: int = 200) -> Response:
    return Response(page, status, mimetype="text/html")


def plain(sentence: str, status: int) -> Response:
    return Response(f"{sentence}\n", status, mimetype="text/plain")


def short(field: str) -> str:
    """What a *field* of this request's form says, in one line that is no longer than a name."""
    return " ".join(request.form.get(field, "").split())[:LONGEST_NAME]
