"""Knows the ways from a page without script: to every page, of the partnership that its own address names."""

import re
from collections.abc import Sequence

from flask import has_request_context, request

from layouts.components.links import opened_for

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Link = tuple[str, str]  # path, title


def ways(pages: Sequence[Link]) -> list[Link]:
    """The *pages*, each with the partnership that this request asks for, in its address or in a form."""
    asked = request.values.get("partnership", "") if has_request_context() else ""
    known = asked if SLUG.fullmatch(asked) else ""
    return [(opened_for(path, known), title) for path, title in pages]
