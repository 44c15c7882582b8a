"""What to look at first of a plan is named alike on its page and in its papers."""

import pytest

from dashboard.pages import OFFERED
from dashboard.reports.desk import Desk
from dashboard.reports.packs.pages.plan import plan_sections
from dashboard.reports.pages.plan import Plan
from layouts.planning.exceptions import MOST_OPEN, exceptions_card


@pytest.mark.parametrize("partnership", ["derby", "shropshire", "warwickshire"])
def test_the_papers_name_what_is_the_matter_in_the_words_of_the_page(desk: Desk, partnership: str) -> None:
    report = desk.report(OFFERED.builders["plan"], desk.filters(f"partnership={partnership}"))
    assert isinstance(report, Plan)
    said = repr(exceptions_card(report))
    table = plan_sections(report)[0].tables[0]
    assert table.rows
    assert [row[1].text for row in table.rows[:MOST_OPEN] if row[1].text not in said] == []
