"""Knows the ways from a page without script: to every page, of the partnership that its own address names."""

import re
from collections.abc import Sequence

from flask import has_request_context, request
from werkzeug.exceptions import HTTPException

from dashboard.domain.access.people import Right
from dashboard.web.access.asking import person
from layouts.components.links import opened_for

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Link = tuple[str, str]  # path, title


def ways(pages: Sequence[Link], partnership: str = "") -> list[Link]:
    """The *pages*, each with the *partnership* shown, or that this request asks for, in its address or in a form."""
    asked = partnership or (_asked() if has_request_context() else "")
    known = asked if SLUG.fullmatch(asked) else ""
    return [(opened_for(path, known), title) for path, title in pages]


def readable_ways(pages: Sequence[Link]) -> list[Link]:
    """The same, and none for whoever may read nothing yet."""
    return ways(pages) if person().reach(Right.READ) else []


def _asked() -> str:
    """What the address or the form names; of a form that cannot be read, the address."""
    try:
        return request.values.get("partnership", "")
    except HTTPException:
        return request.args.get("partnership", "")
