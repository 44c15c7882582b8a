"""Knows how accessible names and states are handed to components."""

from typing import Any


def aria(**words: str) -> dict[str, Any]:
    """aria(label="Pages") as the keyword arguments of a component: aria-label="Pages"."""
    return {f"aria-{name}": word for name, word in words.items()}
