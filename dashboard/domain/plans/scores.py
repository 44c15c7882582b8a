"""Knows the number of a risk's score as it was typed: 3, "3 - Moderate", "9 (High)"; words alone are none."""

import re

_BEGINS = re.compile(r"\s*(\d{1,3})(?:\.0+)?\s*(?:[-\u2013\u2014:(/=].*)?", re.DOTALL)


def whole_number(text: str) -> int | None:
    """The whole number that a score is or begins with; None for words and for fractions."""
    found = _BEGINS.fullmatch(text)
    return int(found[1]) if found else None
