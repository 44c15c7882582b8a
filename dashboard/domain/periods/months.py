"""Knows months as numbers, which a process that reads only street-level files needs and nothing else of periods."""

from dashboard.domain.errors import UnreadablePeriod

MONTHS_IN_YEAR = 12
EARLIEST, LATEST = 1990, 2100


def month_number(text: str) -> int:
    """Return year x 12 + month - 1 of police.uk's "2025-06"; raises UnreadablePeriod."""
    year, dash, number = text.partition("-")
    if not (dash and len(year) == 4 and len(number) == 2 and (year + number).isascii() and (year + number).isdigit()):
        raise UnreadablePeriod(f"“{text[:20]}” is no month such as 2025-06.")
    if not (EARLIEST <= int(year) < LATEST and 1 <= int(number) <= MONTHS_IN_YEAR):
        raise UnreadablePeriod(f"“{text[:20]}” is no month that a file can hold.")
    return int(year) * MONTHS_IN_YEAR + int(number) - 1


def month_text(number: int) -> str:
    """Return "2025-06", as police.uk writes a month."""
    return f"{number // MONTHS_IN_YEAR}-{number % MONTHS_IN_YEAR + 1:02}"
