"""Knows where a published table keeps what stands behind a value: its count, its denominator, its 95% limits."""

import re
from decimal import Decimal
from functools import lru_cache

from dashboard.domain.errors import UnreadableValue
from dashboard.domain.values.printed import parse_number
from data.sources.containers.grids import Grid

NUMERATORS = frozenset({"count", "numerator", "num", "observed", "events"})
DENOMINATORS = frozenset({"denominator", "denom"})
LIMIT = re.compile(
    r"(?P<side>lower|low|upper|high|l|u)(?:95)?(?:ci|cl|confidence(?:interval|limit)?)(?:95)?0?(?:limit)?"
)
#: R writes a missing value so.
MISSING = "NA"


def count_columns(grid: Grid, above: int) -> dict[str, int]:
    """The columns of counts and limits under the heading in the row *above*, by what they hold."""
    found: dict[str, int] = {}
    for column, heading in enumerate(grid.rows[above]):
        if name := _holds("".join(re.findall("[a-z0-9]", heading.lower()))):
            found.setdefault(name, column)
    return found


def counts_of(grid: Grid, row: int, columns: dict[str, int]) -> dict[str, str]:
    """What a row says of them, by the names of *columns*; what is no number is not there."""
    numbers = {name: number_of(grid.at(row, column)) for name, column in columns.items()}
    return {name: f"{number.normalize():f}" for name, number in numbers.items() if number is not None}


@lru_cache(maxsize=65_536)  # tables repeat their numbers
def number_of(text: str) -> Decimal | None:
    try:
        return parse_number(text)
    except UnreadableValue:
        return None


def _holds(heading: str) -> str:
    if heading in NUMERATORS:
        return "numerator"
    if heading in DENOMINATORS:
        return "denominator"
    limit = LIMIT.fullmatch(heading)
    return "" if limit is None else "low" if limit["side"].startswith("l") else "high"


def without_missing(text: str) -> str:
    """*text*, or nothing for R's word for a missing value."""
    return "" if text == MISSING else text
