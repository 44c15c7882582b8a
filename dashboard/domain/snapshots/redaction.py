"""Knows how words are taken out of what was frozen, and what stands in their place."""

from dashboard.domain.snapshots.canonical import Plain

REDACTED = "[redacted]"


def without(value: Plain, words: str) -> Plain:
    """*value* with REDACTED wherever *words* stood; its keys stay."""
    if isinstance(value, str):
        return value.replace(words, REDACTED) if words else value
    if isinstance(value, list):
        return [without(part, words) for part in value]
    if isinstance(value, dict):
        return {name: without(part, words) for name, part in value.items()}
    return value
