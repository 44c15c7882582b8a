"""Proves what a risk matrix draws: each risk before and after controls with its way; of many the numbers."""

from dashboard.domain.plans.risks import Score
from layouts.components.markup import written
from layouts.planning.risk_lanes import RiskLanes
from layouts.planning.risk_matrix import MOST_DRAWN, matrix_card, short_ref
from tests.reports.planning.plan_lines import risk


def drawn(*scores: tuple[Score, Score]) -> str:
    return written(matrix_card([risk(before, after, ref=f"R{at}") for at, (before, after) in enumerate(scores)]))


def test_each_risk_has_its_marks_and_the_way_between_them() -> None:
    found = drawn((Score(3, 4), Score(3, 2)), (Score(2, 2), Score()), (Score(None, None, 6), Score(1, 1)))
    counts = [found.count(mark) for mark in ('class="before"', 'class="after"', 'class="way"', 'class="ref"')]
    assert counts == [2, 2, 1, 3]
    assert "R0: impact 3, likelihood 4 before controls and impact 3, likelihood 2 after controls" in found


def test_marks_of_one_cell_stand_apart() -> None:
    found = drawn(*[(Score(3, 4), Score())] * 4)
    places = [part.split('class="before" ')[1].split(" r=")[0] for part in found.split("<circle ")[1:]]
    assert len(set(places)) == 4


def test_ways_in_one_row_run_in_lanes_of_their_own_and_the_row_is_as_high_as_they_need() -> None:
    lines = [risk(Score(4, after + 1), Score(4, after), ref=f"R{after}") for after in range(1, 5)]
    lanes = RiskLanes.of(lines, 5)
    for line in lines:
        before, after = (lanes.spot(line, score) for score in (line.standing.inherent, line.standing.residual))
        assert before is not None
        assert after is not None
        assert before[1] == after[1]
    assert len({lanes.spot(line, line.standing.residual) for line in lines}) == 4
    assert (lanes.height(4), lanes.height(5), lanes.top(5), lanes.top(4)) == (102, 58, 0, 58)
    assert lanes.spot(lines[0], Score(3, None)) is None


def test_nothing_is_drawn_of_risks_without_both_numbers() -> None:
    assert matrix_card([risk(Score(3, None), Score(None, None, 9))]) == []
    assert matrix_card([]) == []


def test_of_many_risks_the_numbers_are_written() -> None:
    found = drawn(*[(Score(3, 4), Score(3, 2))] * (MOST_DRAWN + 1))
    assert "<svg" not in found
    assert f"○ {MOST_DRAWN + 1}" in found
    assert f"● {MOST_DRAWN + 1}" in found


def test_a_long_reference_keeps_the_end_that_tells_it_apart() -> None:
    assert (short_ref("SSC15-1"), short_ref("PARTNERSHIP-12")) == ("SSC15-1", "…SHIP-12")
