"""Where no street-level crime is loaded, the bar says in words what an address compares with."""

import pytest

from dashboard.domain.periods.period import from_slug
from dashboard.reports.desk import Desk
from layouts.filter_bar import CONTROLS, Choosable


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
