"""Commentary is dated by the day on which it was written."""

from dashboard.domain.commentary import Commentary
from dashboard.domain.periods.period import financial_year
from dashboard.domain.records import SourceCell


def test_commentary_is_of_the_day_it_was_written() -> None:
    cell = SourceCell(0, "file-1", "a.csv", "", "line 2", "Patrols doubled in May.")
    moment = "2026-05-14T09:30:00+00:00"
    said = Commentary("a/b", "a", financial_year(2025), "Patrols doubled in May.", "Jo", moment, cell)
    assert said.day == "2026-05-14"
