"""Where no street-level crime is loaded, the bar says in words what an address compares with."""

import pytest

from dashboard.domain.periods.period import from_slug
from dashboard.reports.desk import Desk
from layouts.filter_bar import CONTROLS, Choosable
from layouts.street_periods import comparisons


@pytest.mark.parametrize("partnership", ["warwickshire", "shropshire", "derby"])
@pytest.mark.parametrize(("against", "said"), [("year-before", "A year before"), ("2009-10", "2009/10")])
def test_it_is_said_in_words(desk: Desk, partnership: str, against: str, said: str) -> None:
    view = desk.nearest(f"partnership={partnership}", shows_street_places=True)[0]
    if against != "year-before":
        view = view.with_(against=from_slug(against))
    among = Choosable(desk.partnership_choices(view), view, shows_street_places=True)
    (control,) = (item for item in CONTROLS if item.key == "against")
    assert control.options is not None
    assert control.options(among) == [{"label": said, "value": against}]


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2026-27-Q2", "A year before"),
        ("2024-25-Q1", "A year before"),
        ("2023-24-Q1", "A year before: not loaded"),
        ("2023-24-Q4", "A year before: not loaded"),
        ("2023-24", "A year before: not loaded"),
        ("2024-25", "A year before"),
        ("2023-M06", "A year before: not loaded"),
    ],
)
def test_a_year_before_that_is_not_loaded_says_so(desk: Desk, period: str, said: str) -> None:
    view = desk.nearest(f"partnership=sampleshire&period={period}", shows_street_places=True)[0]
    street = desk.choices().of("sampleshire").street
    assert street is not None
    assert comparisons(street, view)[0]["label"] == said
