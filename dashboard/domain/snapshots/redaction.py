"""Knows how words are taken out of what was typed or frozen, and what stands in their place."""

import re

from dashboard.domain.snapshots.canonical import Plain

REDACTED = "[redacted]"


def without(value: Plain, words: str) -> Plain:
    """*value* with REDACTED wherever *words* stood; its keys stay."""
    if isinstance(value, str):
        return without_words(value, words, REDACTED)
    if isinstance(value, list):
        return [without(part, words) for part in value]
    if isinstance(value, dict):
        return {name: without(part, words) for name, part in value.items()}
    return value


def without_words(text: str, words: str, mark: str) -> str:
    """*text* with *mark* in place of *words* where they stand whole, in whatever case."""
    return re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", lambda _: mark, text, flags=re.IGNORECASE) if words else text
