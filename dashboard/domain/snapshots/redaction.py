"""Knows how words are taken out of what was typed or frozen, and what stands in their place."""

import re
from unicodedata import normalize

from dashboard.domain.snapshots.canonical import Plain

TAKEN_OUT = "[name removed]"
APOSTROPHES = "'’"
GAP = r"\s+"


def without(value: Plain, words: str) -> Plain:
    """*value* with TAKEN_OUT wherever *words* stood; its keys stay."""
    if isinstance(value, str):
        return without_words(value, words)
    if isinstance(value, list):
        return [without(part, words) for part in value]
    if isinstance(value, dict):
        return {name: without(part, words) for name, part in value.items()}
    return value


def without_words(text: str, words: str) -> str:
    """*text* with TAKEN_OUT in place of *words* where they stand whole.

    In whatever case and spacing, with either apostrophe, and however their accents are put together.
    """
    if not words.split():
        return text
    composed = normalize("NFC", text)
    left = re.sub(_pattern(normalize("NFC", words)), TAKEN_OUT, composed, flags=re.IGNORECASE)
    return text if left == composed else left


def _pattern(words: str) -> str:
    spelled = (re.sub(f"[{APOSTROPHES}]", f"[{APOSTROPHES}]", re.escape(word)) for word in words.split())
    return rf"(?<!\w){GAP.join(spelled)}(?!\w)"
