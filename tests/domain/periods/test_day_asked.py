"""An address says of which day the figures are, before anything else of it is read."""

from datetime import date

import pytest

from dashboard.domain.address import day_asked


@pytest.mark.parametrize(
    ("search", "day"),
    [
        ("?as-at=2026-05-14", date(2026, 5, 14)),
        ("partnership=derby&as-at=2026-05-14", date(2026, 5, 14)),
        ("?as-at=2026-02-30", None),
        ("?as-at=yesterday", None),
        ("?as-at=", None),
        ("", None),
    ],
)
def test_the_day_of_an_address_is_a_day_or_today(search: str, day: date | None) -> None:
    assert day_asked(search) == day
