"""Writes eighteen months of a force that does not exist, alike but for those that a test cuts."""

from pathlib import Path

from tests.data.street.streets import row, street_text

ASB, BURGLARY, DRUGS = "Anti-social behaviour", "Burglary", "Drugs"
USUAL = {ASB: 12, BURGLARY: 10, DRUGS: 8}
Month = dict[str, int]


def month_file(folder: Path, month: str, counts: Month) -> Path:
    """A month with so many incidents of each type, over three neighbourhoods."""
    rows = [row(month, at % 30, kind) for kind, n in counts.items() for at in range(n)]
    path = folder / f"{month}-testshire-street.csv"
    path.write_text(street_text(rows), encoding="utf-8")
    return path


def year_files(folder: Path, **other: Month) -> list[Path]:
    """April 2024 to September 2025, alike but for the *other* months: m2025_06={...}."""
    months = [f"{at // 12}-{at % 12 + 1:02}" for at in range(2024 * 12 + 3, 2025 * 12 + 9)]
    return [month_file(folder, month, other.get(f"m{month.replace('-', '_')}", USUAL)) for month in months]
