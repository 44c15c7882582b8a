"""Knows the steps from the tables of one product to those of the next: a file each, in the order of their numbers."""

from pathlib import Path

FOLDER = Path(__file__).parent


def steps() -> list[str]:
    """The number of every step, the newest last; a test holds them against what Alembic finds."""
    return sorted(file.stem[1:5] for file in (FOLDER / "versions").glob("v*.py"))
