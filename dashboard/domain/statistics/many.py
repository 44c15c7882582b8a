"""Knows which of many tests still say something together: each alone is wrong one time in twenty."""

from collections.abc import Sequence

FALSE_DISCOVERY = 0.05  # expected share of false alarms among what stands out


def standing_out(chances: Sequence[float | None], false_discovery: float = FALSE_DISCOVERY) -> tuple[bool, ...]:
    """Which of *chances* (p of each test, None where there was none) stand out among all of them.

    The expected share of false alarms among those is at or under *false_discovery* (Benjamini and Hochberg, 1995).
    """
    known = sorted(chance for chance in chances if chance is not None)
    limit = max(
        (chance for at, chance in enumerate(known, start=1) if chance <= at * false_discovery / len(known)),
        default=-1.0,
    )
    return tuple(chance is not None and chance <= limit for chance in chances)
