"""Proves how what one rule cannot put on an agenda item by item is named: the first, and how many beyond."""

from dataclasses import replace

import pytest

from dashboard.domain.plans.risks import Score
from dashboard.reports.agenda.rest import first_names, line_name
from dashboard.reports.planning.lines import ActionLine, RiskLine
from tests.reports.planning.plan_lines import action, risk

RISK = risk(Score(None, None), Score(None, None))


def unnumbered(words: str) -> ActionLine:
    line = action()
    return replace(line, item=replace(line.item, ref="", action=words))


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["1.1"], "1.1."),
        (["1.1", "1.1", "1.2"], "1.1 and 1.2."),
        (["a", "b", "c", "d", "e"], "a, b, c, d and e."),
        (["a", "b", "c", "d", "e", "f"], "a, b, c, d, e and 1 more."),
    ],
)
def test_the_first_five_are_named_once_and_the_others_counted(names: list[str], said: str) -> None:
    assert first_names(names) == said


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (action("1.2"), "1.2"),
        (RISK, "R1"),
        (unnumbered("Alley gates"), "Alley gates"),
        (unnumbered("Visit " * 20), f"{'Visit ' * 9}Visit…"),
        (replace(RISK, item=replace(RISK.item, ref="")), "Less money"),
    ],
)
def test_a_line_of_a_plan_without_a_reference_is_named_by_its_words(line: ActionLine | RiskLine, name: str) -> None:
    assert line_name(line) == name
