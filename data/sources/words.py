"""Knows which words of a file can be kept and shown: short ones without hidden characters."""

import re

LONGEST = 200  # characters of a name or a code
LONGEST_NOTE = 1_000  # of a note or a definition
SHOWN = 80
ADDRESSABLE = re.compile("[A-Za-z0-9]")
#: Control characters, line separators, halves of characters, and marks that turn the direction of writing.
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def is_plain(text: str, most: int = LONGEST) -> bool:
    """Whether *text* can be a name or a code."""
    return len(text) <= most and not HIDDEN.search(text)


def is_name(text: str) -> bool:
    """Whether *text* has a letter or digit that an address can be made of."""
    return bool(ADDRESSABLE.search(text))


def shown(text: str, most: int = SHOWN) -> str:
    """*text* as it may stand in a sentence: at most *most* characters, hidden ones as a mark."""
    return HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text[:most]) + ("…" if len(text) > most else "")
