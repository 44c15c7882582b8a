"""Knows which words of a file can be kept and shown: short ones without hidden characters."""

import re

LONGEST = 200  # characters of a name or a code
SHOWN = 80
#: Control characters, line separators, halves of characters, and marks that turn the direction of writing.
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def is_plain(text: str) -> bool:
    """Whether *text* can be a name or a code."""
    return len(text) <= LONGEST and not HIDDEN.search(text)


def shown(text: str, most: int = SHOWN) -> str:
    """*text* as it may stand in a sentence: at most *most* characters, hidden ones as a mark."""
    return HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text[:most]) + ("…" if len(text) > most else "")
