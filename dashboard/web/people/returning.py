"""Knows where somebody goes on after signing in: to the page that was asked for, and never to another site."""

import re
from urllib.parse import quote, urlsplit

from flask import request

HOME = "/"
LONGEST = 2_000
#: Pages that nobody goes back to.
NOT_BACK = re.compile(r"/(?:sign-in|sign-out|password|me|_dash[^/]*|assets)(?:[/?]|$)")


def asked_page() -> str:
    """The page of our own that the request wants to go on to; the first one where it names none."""
    return local(request.values.get("next", ""))


def local(asked: str) -> str:
    """*asked*, where it is a path of ours with or without a query; otherwise the first page."""
    printable = asked.isascii() and asked.isprintable() and "\\" not in asked and len(asked) <= LONGEST
    if not printable or not asked.startswith("/") or asked.startswith("//") or NOT_BACK.match(asked):
        return HOME
    try:
        parts = urlsplit(asked)
    except ValueError:
        return HOME
    return HOME if parts.scheme or parts.netloc else asked


def sign_in_href(page: str) -> str:
    """Where one signs in, and goes on to *page*."""
    return "/sign-in" if page == HOME else f"/sign-in?next={quote(page, safe='')}"
