"""Knows the table of new indicators as a terminal shows it: one a row, each column as wide as its words."""

from collections.abc import Sequence

from dashboard.domain.entering.described import Described

HEADINGS = ("Indicator", "Kind", "Unit", "Polarity", "Tolerance", "Year is", "Periods", "Areas")
WIDEST = 40  # characters of a column


def indicator_table(found: Sequence[Described]) -> list[str]:
    """The lines of the table; none without an indicator."""
    if not found:
        return []
    rows = [HEADINGS, *map(_row, found)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEADINGS))]
    return [
        "  " + "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def _row(item: Described) -> tuple[str, ...]:
    said = (
        item.name,
        item.value_type,
        item.unit,
        item.polarity,
        item.tolerance,
        item.combines,
        item.periods,
        item.areas,
    )
    return tuple(text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…" for text in said)
