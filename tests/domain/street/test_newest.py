"""The newest quarter is a whole one, and 12 months end with the newest month whatever is missing between."""

import pytest

from dashboard.domain.periods.months import month_number
from dashboard.domain.street.newest import newest_quarter, newest_year


def months(*texts: str) -> list[int]:
    return [month_number(text) for text in texts]


@pytest.mark.parametrize(
    ("held", "label"),
    [
        (("2025-10", "2025-11", "2025-12"), "Q3 2025/26"),
        (("2025-10", "2025-11", "2025-12", "2026-01", "2026-02"), "Q3 2025/26"),
        (("2024-04", "2024-05", "2024-06", "2025-10", "2025-12"), "Q1 2024/25"),  # a gap makes no whole quarter
        (("2025-11", "2025-12", "2026-01"), "Jan 2026"),  # three months of two quarters
        (("2025-12",), "Dec 2025"),
    ],
)
def test_the_newest_whole_quarter_else_the_newest_month(held: tuple[str, ...], label: str) -> None:
    assert newest_quarter(months(*held)).label == label


def test_twelve_months_end_with_the_newest() -> None:
    assert newest_year(months("2025-08", "2026-09")).label == "Oct 2025 to Sep 2026"
    assert newest_year(months("2025-12")).label == "2025"
