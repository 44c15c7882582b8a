"""Knows how much one rule may put on an agenda, and how what is more is named in one item."""

from collections.abc import Iterable

from dashboard.domain.wording import first_words, listed
from dashboard.reports.planning.lines import ActionLine, RiskLine

MOST_OF_A_RULE = 6  # items; what is more is one item with their number
MOST_NAMED = 5
LONGEST_NAME = 60  # characters of a line that has no reference


def first_names(names: Iterable[str]) -> str:
    """The first names, and how many there are beyond."""
    found = list(dict.fromkeys(names))
    more = len(found) - MOST_NAMED
    return f"{listed([*found[:MOST_NAMED], *([f'{more} more'] if more > 0 else [])])}."


def line_name(line: ActionLine | RiskLine) -> str:
    """The reference of a line of the plan; its first words where it has none."""
    words = line.words if isinstance(line, ActionLine) else line.item.risk
    return line.item.ref or first_words(words, LONGEST_NAME)
