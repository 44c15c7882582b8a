"""Proves where the table of risks says that a rating is not what its numbers come to: beside that rating."""

import pytest

from dashboard.domain.filters import Filters
from dashboard.domain.periods.period import from_slug
from dashboard.domain.plans.risks import RiskFlag, Score
from dashboard.domain.wording import sentence
from layouts.components.markup import written
from layouts.planning.risk_table import risk_row
from tests.reports.planning.plan_lines import risk

RIGHT, WRONG = Score(3, 3, 9), Score(3, 3, 10)


@pytest.mark.parametrize(
    ("before", "after", "doubted"),
    [
        (WRONG, RIGHT, (1, 0)),
        (RIGHT, WRONG, (0, 1)),
        (WRONG, WRONG, (1, 1)),
        (RIGHT, RIGHT, (0, 0)),
        (WRONG, Score(), (1, 0)),
        (Score(3, None, 10), Score(None, None, 3), (0, 0)),
    ],
)
def test_a_doubted_rating_is_flagged_where_it_stands(before: Score, after: Score, doubted: tuple[int, int]) -> None:
    row = risk_row(risk(before, after), Filters("derby", from_slug("2010-11")))
    words = sentence(RiskFlag.NOT_ITS_PRODUCT)
    assert tuple(written(cell).count(words) for cell in (row[1], row[2])) == doubted
